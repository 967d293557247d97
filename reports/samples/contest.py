"""The letter of a writing contest."""

import datetime

from reports.papers import confirmation

from .people import COMMUNE, SIGNED, by_committee


def letter():
    return confirmation.letter(
        confirmation.Confirmation(
            by_committee("UBND-VHXH", 214, datetime.date(2026, 5, 8)),
            COMMUNE,
            "Ấp Lợi An",
            "Cuộc thi viết “Gương người tốt quanh ta” (lần thứ III, 2025-2026)",
            "Huỳnh Hoàng Ẩn",
            "Nông dân ấp Lợi An",
            "Người giữ cây cầu qua rạch",
            SIGNED,
        )
    )
