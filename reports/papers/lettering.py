"""How wide the shipped typeface runs, and where its lines break."""

import re
from functools import cache

from django.conf import settings
from fontTools.ttLib import TTFont

FOLDER = settings.BASE_DIR / "static" / "papers"
FAMILY = "Tinos"
NBSP, JOINER = "\N{NO-BREAK SPACE}", "\N{WORD JOINER}"
# Words that a line may well begin with: one reads on from them.
GOOD_START = re.compile(
    r"(cho|chủ tịch|của|do|đến|đối|đợt|giai|hội|huyện|khen|năm|phong|phường|theo|thi|thành|tỉnh|trên|"
    r"trong|tại|từ|ủy|và|về|xã|xét)\b|“",
    re.IGNORECASE,
)
# Words of two syllables that subjects are made of: a break inside one is read as a mistake.
WORD = re.compile(
    r"[^ ]*\b(?:bồi dưỡng|biểu dương|chủ tịch|danh hiệu|đại hội|điển hình|đời sống|địa bàn|gia đình|"
    r"giai đoạn|hội đồng|hội nghị|kế hoạch|khen thưởng|nhân dân|nhân rộng|phát hiện|phong trào|sơ kết|"
    r"thành tích|thi đua|tiên tiến|tổng kết|ủy ban|văn hóa|xây dựng|xuất sắc|yêu nước)\b[^ ]*|[^ ]+",
    re.IGNORECASE,
)
# 45/TTr-SKHCN, 91/2017/NĐ-CP, 20/4/2020; 34-CT/TW; 2021 - 2025
SYMBOL = re.compile(r"[^\s(“]*\d/\S*[^\s.,;:)”/]|\d+-[A-ZĐ]+/[A-ZĐ]+|\d+ - \d+")
JOINED = re.compile(r"[/-](?=.)")


@cache
def _advances(style):
    """{code point: advance width as a part of the size} of one face."""
    with TTFont(FOLDER / "fonts" / f"{FAMILY}-{style}.ttf", lazy=True) as font:
        units, metrics = font["head"].unitsPerEm, font["hmtx"].metrics
        return {code: metrics[glyph][0] / units for code, glyph in font.getBestCmap().items()}


def width(text, size, style="Regular"):
    """Width in points of one line, without kerning, which only ever makes it shorter."""
    advances = _advances(style)
    return size * sum(advances.get(ord(letter), 1) for letter in text)


def balanced_lines(text, limit, size, style="Regular"):
    """Break text into as few lines as `limit` points allow, as even as sense allows; "\\n" always breaks."""
    text = re.sub(r"(\d) - (\d)", rf"\1{NBSP}-{NBSP}\2", text).replace(" - ", f"{NBSP}- ")
    return [line for row in text.split("\n") for line in _balanced(row, limit, size, style)]


def pieces(row, room, size, style="Regular"):
    """The row itself or, of a word that is wider than the room, one part after the other."""
    start = 0
    for end in range(2, len(row) + 1):
        if end - start > 1 and width(row[start:end], size, style) > room:
            yield row[start : end - 1]
            start = end - 1
    yield row[start:]


def _balanced(row, limit, size, style):
    words, syllables = WORD.findall(row), row.split(" ")
    if len(_filled(words, limit, size, style)) > len(_filled(syllables, limit, size, style)):
        words = syllables  # in a narrow column
    choices = [_filled(words, limit * step / 40, size, style) for step in range(20, 41)]
    fewest = [lines for lines in choices if len(lines) == len(choices[-1])]
    return next((lines for lines in fewest if _reads_well(lines)), fewest[0])


def _reads_well(lines):
    """Each later line begins well, and none is left with a word or two."""
    lengths = [len(line) for line in lines]
    return 3 * min(lengths, default=0) >= max(lengths, default=0) and all(
        GOOD_START.match(line) for line in lines[1:]
    )


def unbroken(text):
    """Text whose numbers and symbols stay on one line.

    Joiners, not elements with a style of their own: before such an element WeasyPrint now and then
    ends a line after its first word. A joiner leaves no trace in the text of the PDF.
    """
    return SYMBOL.sub(_joined, str(text))


def _joined(symbol):
    return JOINED.sub(rf"\g<0>{JOINER}", symbol[0]).replace(" ", NBSP)


def _filled(words, limit, size, style):
    lines = []
    for word in filter(None, words):
        if lines and width(f"{lines[-1]} {word}", size, style) <= limit:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines
