"""Vietnamese text: one form to store, one to search in, one to sort by."""

import re
import unicodedata
from functools import lru_cache

# Soft hyphens, joiners, variation selectors and directions: pages and telephones put them in unseen, and
# one direction makes all that stands behind it read backwards.
INVISIBLE = dict.fromkeys(
    map(
        ord,
        "\u00ad\u034f\u061c\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067"
        "\u2068\u2069\ufe0e\ufe0f\ufeff",
    )
)
STRAIGHT = str.maketrans("\u2018\u2019\u02bc\u00b4", "''''")
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")

HORN, BREVE, CIRCUMFLEX = "\u031b", "\u0306", "\u0302"
ALPHABET = {
    letter: f"{rank}"
    for rank, letter in enumerate(
        unicodedata.normalize(
            "NFD", "a ă â b c d đ e ê f g h i j k l m n o ô ơ p q r s t u ư v w x y z"
        ).split(),
        start=50,
    )
}
TONES = {"\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5"}  # ngang is 0
SPACE, SIGN, UNKNOWN_LETTER, END = "01", "02", "99", "00"
PIECE = re.compile(rf"(\d+)|([^\W\d_][{HORN}{BREVE}{CIRCUMFLEX}]?)|(.)", re.DOTALL)


def nfc(text):
    return unicodedata.normalize("NFC", text)


def line(text):
    """One line as it is stored: NFC, single spaces, straight apostrophes, nothing invisible."""
    return " ".join(nfc(text.translate(INVISIBLE).translate(STRAIGHT)).split())


def paragraphs(text):
    """Several lines as they are stored: NFC, "\\n" between lines, no space at the end of any."""
    text = nfc(text.translate(INVISIBLE)).replace("\r\n", "\n").replace("\r", "\n")
    return "\n".join(row.rstrip() for row in text.split("\n")).strip("\n")


def entries(text):
    """The lines of a typed list without the dashes before and the signs behind them."""
    rows = (row.strip().lstrip("-•–+").strip().rstrip(" ;.") for row in paragraphs(text).split("\n"))
    return tuple(row for row in rows if row)


def has_control_characters(text):
    """Whether the text holds a control character other than tab and line breaks."""
    return CONTROL.search(text) is not None


def fold(text):
    """The text as people search it: lower case, no marks, d for đ, single spaces."""
    return " ".join(_without_marks(_without_marks(text).lower()).replace("đ", "d").split())


def words(text):
    """The words of the text as people search them: folded, parted by whatever is no letter or digit."""
    return re.findall(r"[^\W_]+", fold(text))


def _without_marks(text):
    decomposed = unicodedata.normalize("NFD", text.translate(INVISIBLE).translate(STRAIGHT))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def name_key(full_name):
    """The key that sorts persons: the given name (last word) first, then the rest.

    Made of digits alone, so that every collation of every database sorts it alike.
    """
    *rest, given = line(full_name).split() or [""]
    return text_key(given) + text_key(" ".join(rest))


def text_key(text):
    """The key that sorts titles and units from left to right, numbers by their value.

    Letters come first over the whole text, tones after: ngang, huyền, hỏi, ngã, sắc, nặng.
    """
    words = [_word_ranks(word) for word in line(text).lower().split()]
    return SPACE.join(ranks for ranks, _ in words) + END + "".join(tones for _, tones in words)


# The syllables of Vietnamese are few, and an import brings the same ones over and over.
@lru_cache(maxsize=10_000)
def _word_ranks(word):
    """Two runs of digits: the letters and signs, and one tone for each syllable between signs."""
    letters, tones = [], []
    for syllable in re.split(r"(\W+)", word):
        decomposed = unicodedata.normalize("NFD", syllable)
        letters.append("".join(letter for letter in decomposed if letter not in TONES))
        if syllable[:1].isalpha():
            tones.append(max((TONES[letter] for letter in decomposed if letter in TONES), default="0"))
    return "".join(_rank(*piece) for piece in PIECE.findall("".join(letters))), "".join(tones)


def _rank(number, letter, _sign):
    if number:
        return _number_rank(number)
    if letter:
        return ALPHABET.get(letter) or ALPHABET.get(letter[0], UNKNOWN_LETTER)
    return SIGN


def _number_rank(number):
    """How many digits, then the digits, so that 9 stands before 10; at most 19 digits count."""
    digits = str(int(number[:300]))  # Python refuses to read numbers of thousands of digits
    return f"{20 + min(len(digits), 19)}{digits[:19]}"
