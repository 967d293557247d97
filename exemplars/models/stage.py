"""The life of an exemplar, which is no award: its stages, and the steps from one to another."""

from django.db import models

from core.workflow import Move
from organizations.models import Role


class Stage(models.TextChoices):
    FOUND = "found", "Phát hiện"
    REGISTERED = "registered", "Đã đăng ký"
    NURTURED = "nurtured", "Đang bồi dưỡng"
    VERIFIED = "verified", "Đã kiểm chứng"
    SPREAD = "spread", "Đang nhân rộng"
    COMMENDED = "commended", "Đã biểu dương, khen thưởng"
    DROPPED = "dropped", "Thôi theo dõi"


S = Stage
LIVING = (S.FOUND, S.REGISTERED, S.NURTURED, S.VERIFIED, S.SPREAD, S.COMMENDED)  # in the order of a life
FOLLOWED = LIVING[1:]  # once a unit has taken it upon itself
COMMENDABLE = (S.VERIFIED, S.SPREAD)


def _back(source, target, role, office="unit"):
    return Move(f"Lùi về “{target.label}”", (source,), target, role, office, needs_note=True)


BACK = {  # one stage back, to the one that it came from; whoever made the step takes it back
    "reopen_found": _back(S.REGISTERED, S.FOUND, Role.HEAD),
    "reopen_registered": _back(S.NURTURED, S.REGISTERED, Role.OFFICER),
    "unverify": _back(S.VERIFIED, S.REGISTERED, Role.STANDING, "office"),
    "reopen_nurtured": _back(S.VERIFIED, S.NURTURED, Role.STANDING, "office"),
    "reopen_verified": _back(S.SPREAD, S.VERIFIED, Role.STANDING, "office"),
    "uncommend": _back(S.COMMENDED, S.VERIFIED, Role.STANDING, "office"),
    "reopen_spread": _back(S.COMMENDED, S.SPREAD, Role.STANDING, "office"),
    **{
        f"resume_{stage}": Move("Theo dõi lại", (S.DROPPED,), stage, Role.HEAD, needs_note=True)
        for stage in LIVING
    },
}
MOVES = {
    "register": Move("Đăng ký", (S.FOUND,), S.REGISTERED, Role.HEAD, style="primary"),
    "nurture": Move("Bồi dưỡng", (S.REGISTERED,), S.NURTURED, Role.OFFICER, style="primary"),
    "verify": Move(
        "Kiểm chứng đạt",
        (S.REGISTERED, S.NURTURED),
        S.VERIFIED,
        Role.STANDING,
        "office",
        needs_note=True,
        style="primary",
    ),
    "spread": Move("Nhân rộng", (S.VERIFIED,), S.SPREAD, Role.STANDING, "office", style="primary"),
    "commend": Move(
        "Biểu dương, khen thưởng",
        COMMENDABLE,
        S.COMMENDED,
        Role.STANDING,
        "office",
        needs_note=True,
        style="primary",
    ),
    "drop": Move("Thôi theo dõi", LIVING, S.DROPPED, Role.HEAD, needs_note=True, style="danger"),
    **BACK,
}
