"""What a paper cites though it is not in force on the paper's day."""

import re

from core.text import fold
from law.models import LegalText

NUMBER = re.compile(r"\b\d+/\d{4}/[A-ZĐ]+[A-ZĐ0-9-]*")  # 98/2023/NĐ-CP, 06/2022/QH15


def not_in_force(text, on):
    """[LegalText] of the catalogue that `text` names and of which no version holds on the day `on`."""
    folded, named = fold(text), {}
    for row in LegalText.objects.order_by("order", "code", "valid_from"):
        for mark in _marks(row):
            if mark in folded:
                named.setdefault(mark, []).append(row)
    lapsed = [rows[-1] for rows in named.values() if not any(row.is_in_force(on) for row in rows)]
    return list(dict.fromkeys(lapsed))


def _marks(row):
    """By what a paper names the text: its numbers, and its title with the date."""
    return {fold(mark) for mark in [*NUMBER.findall(f"{row.text} {row.citation}"), row.text]}


def warnings_about(text, on):
    """[a sentence for each text that is cited and not in force]"""
    return [_sentence(row, on) for row in not_in_force(text, on)]


def _sentence(row, on):
    if row.valid_from > on:
        return f"Chưa có hiệu lực, áp dụng từ ngày {row.valid_from:%d/%m/%Y}: {row}."
    return f"Đã hết hiệu lực từ sau ngày {row.valid_to:%d/%m/%Y}: {row}."
