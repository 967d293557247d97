"""Text in the encodings from before Unicode, as office files still hold it: found out and rewritten.

Such text reaches us as the Latin letters that its bytes mean elsewhere: “NguyÔn” (TCVN3), “Nguyeãn” (VNI),
“NguyêÞn” (Windows-1258), or “Nguyá»…n” when UTF-8 was once read as Latin. An encoding is taken for the right
one when it makes syllables of what was none.
"""

import re
import unicodedata
from functools import lru_cache

from core.text import nfc

LEAST_SHARE = 0.8  # of the words with marks that are syllables, for an encoding to be believed

ONSETS = "ngh|ng|nh|gh|gi|qu|ch|kh|ph|th|tr|[bcdđghklmnpqrstvx]"
CODAS = "ch|ng|nh|[cmnpt]"
CORES = (
    "iêu|yêu|oai|oao|oay|oeo|uây|uôi|uya|uyê|uyu|ươi|ươu|"
    "ai|ao|au|ay|âu|ây|eo|êu|ia|iu|iê|oa|oă|oe|oi|oo|ôi|ơi|ua|uâ|uê|ui|uô|uơ|uy|ưa|ưi|ươ|ưu|yê|"
    "[aăâeêioôơuưy]"
)
SYLLABLE = re.compile(rf"(?:{ONSETS})?(?:{CORES})(?:{CODAS})?")
TONES = dict.fromkeys(map(ord, "\u0300\u0301\u0303\u0309\u0323"))
BETWEEN_WORDS = re.compile(r"[\s\d!-/:-@\[-`{-~–—“”‘’…]+")

TCVN3 = str.maketrans(
    dict(
        zip(
            "¡¢£¤¥¦§¨©ª«¬\u00ad®µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ",
            "ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ",
            strict=True,
        )
    )
)
VNI_LETTERS = str.maketrans("öôñæóòîÖÔÑÆÓÒÎ", "ươđỉĩịỵƯƠĐỈĨỊỴ")
VNI_MARKS = {  # what stands behind a vowel
    "ù": "\u0301", "ø": "\u0300", "û": "\u0309", "õ": "\u0303", "ï": "\u0323",
    "â": "\u0302", "á": "\u0302\u0301", "à": "\u0302\u0300", "å": "\u0302\u0309", "ã": "\u0302\u0303",
    "ä": "\u0302\u0323", "ê": "\u0306", "é": "\u0306\u0301", "è": "\u0306\u0300", "ú": "\u0306\u0309",
    "ü": "\u0306\u0303", "ë": "\u0306\u0323",
}  # fmt: skip
VNI_VOWEL = re.compile(rf"([aeouyöô])([{''.join(VNI_MARKS)}])", re.IGNORECASE)


def rewritten(rows):
    """(rows of cells in Unicode, the encoding that they were in, "" when they were in Unicode already).

    A row that holds any letter which no old encoding has is Unicode and stays as it is.
    """
    old = [number for number, row in enumerate(rows) if all(map(_may_be_old, row))]
    texts = " ".join(cell for number in old for cell in rows[number] if isinstance(cell, str))
    name, read = _encoding_of(texts)
    if not name:
        return rows, ""
    rows = list(rows)
    for number in old:
        rows[number] = [read(cell) if isinstance(cell, str) else cell for cell in rows[number]]
    return rows, name


def _encoding_of(text):
    """(name, function) of the encoding that makes most syllables of `text`; ("", None) for Unicode."""
    as_it_is, _share = _syllables(text)
    best = ("", None)
    for name, read in ENCODINGS.items():
        count, share = _syllables(read(text))
        if count > as_it_is and share >= LEAST_SHARE:
            as_it_is, best = count, (name, read)
    return best


def _may_be_old(cell):
    return not isinstance(cell, str) or _bytes_of(cell) is not None


def _bytes_of(text):
    """The bytes that `text` was read from as Windows-1252 or Latin-1; None when it never was."""
    try:
        return b"".join(map(_byte_of, text))
    except UnicodeEncodeError:
        return None


def as_latin(content):
    """Bytes in an old encoding as the text that `rewritten` takes; nothing is lost."""
    try:
        return content.decode("cp1252")
    except UnicodeDecodeError:
        return content.decode("latin-1")


@lru_cache(maxsize=512)
def _byte_of(letter):
    return letter.encode("latin-1") if ord(letter) < 256 else letter.encode("cp1252")


def _syllables(text):
    """How many words with marks are syllables, and what share of all words with marks they are."""
    marked = [word for word in BETWEEN_WORDS.split(text) if not word.isascii()]
    count = sum(map(_is_syllable, marked))
    return count, count / len(marked) if marked else 1


@lru_cache(maxsize=10_000)
def _is_syllable(word):
    decomposed = unicodedata.normalize("NFD", word.lower())
    bare = nfc(decomposed.translate(TONES))
    has_one_tone = len(decomposed) - len(decomposed.translate(TONES)) <= 1
    return has_one_tone and SYLLABLE.fullmatch(bare) is not None


def _from_tcvn3(text):
    """Capitals with marks are small letters in a font of capitals there, known by those around them."""
    is_in_capitals = re.search(r"[A-Z]{2}", text) and not re.search(r"[a-z]", text)
    text = text.translate(TCVN3)
    return text.upper() if is_in_capitals else text


def _from_vni(text):
    return nfc(VNI_VOWEL.sub(_vowel, text).translate(VNI_LETTERS))


def _vowel(found):
    letter, mark = found.groups()
    return letter + VNI_MARKS[mark.lower()]


def _from_cp1258(text):
    return nfc((_bytes_of(text) or b"").decode("cp1258", "replace"))


def _from_misread_utf8(text):
    return (_bytes_of(text) or b"").decode("utf-8", "replace")


ENCODINGS = {
    "TCVN3 (ABC)": _from_tcvn3,
    "VNI": _from_vni,
    "Windows-1258": _from_cp1258,
    "UTF-8 đọc nhầm": _from_misread_utf8,
}
