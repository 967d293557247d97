"""Which characters the typeface of printed papers has: no text may hold another."""

from functools import lru_cache

from django.conf import settings
from fontTools.ttLib import TTFont

from core.text import INVISIBLE

REGULAR = settings.BASE_DIR / "static" / "papers" / "fonts" / "Tinos-Regular.ttf"


def unprintable(text):
    """The characters that papers cannot print, each once, in the order in which they come."""
    return [letter for letter in dict.fromkeys(text) if ord(letter) not in _printable()]


@lru_cache(maxsize=1)
def _printable():
    """The code points of the regular face; the bold and italic ones have the same."""
    with TTFont(REGULAR, lazy=True) as font:
        letters = frozenset(font.getBestCmap()) - {0}  # NUL has a glyph, but no file may hold it
        return letters | frozenset(INVISIBLE) | frozenset(map(ord, "\t\r\n"))
