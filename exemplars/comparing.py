"""What changed between two texts of a dossier, word by word."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

from exemplars.parts import all_parts, label

KEPT, ADDED, DROPPED = "kept", "added", "dropped"
WORDS_AT_MOST = 3000  # beyond this, whole lines are compared: the matcher's time grows with the square


@dataclass(frozen=True)
class Change:
    part: str
    label: str
    pieces: list  # [(KEPT, ADDED or DROPPED, text)]


def changes(before, after, kind):
    """The parts whose text differs between two snapshots' contents ({part: text})."""
    return [
        Change(part, label(part, kind), pieces(before.get(part, ""), after.get(part, "")))
        for part in all_parts(kind)
        if before.get(part, "") != after.get(part, "")
    ]


def pieces(before, after):
    old, new = _tokens(before, after)
    found = []
    for kind, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            found.append((KEPT, "".join(old[i1:i2])))
            continue
        found += [(DROPPED, "".join(old[i1:i2]))] if i2 > i1 else []
        found += [(ADDED, "".join(new[j1:j2]))] if j2 > j1 else []
    return found


def _tokens(before, after):
    """Both texts in words with the spaces behind them, or in lines when they are long."""
    words = [re.findall(r"\s*\S+\s*?|\s+", text) for text in (before, after)]
    if max(map(len, words)) <= WORDS_AT_MOST:
        return words
    return [text.splitlines(keepends=True) for text in (before, after)]
