"""Where a dossier stands, what comes next and who has it."""

from core.templatetags.vietnamese import ngay
from exemplars.models import NominationStatus as S

STEPS = ["Lập hồ sơ", "Thủ trưởng trình", "Tiếp nhận", "Thẩm định", "Hội đồng xét", "Quyết định"]
AT_STEP = {
    S.DRAFT: 0,
    S.RETURNED: 0,
    S.READY: 1,
    S.SUBMITTED: 2,
    S.FORWARDED: 2,
    S.RECEIVED: 3,
    S.APPRAISED: 4,
    S.ON_AGENDA: 4,
    S.PASSED: 5,
    S.AWARDED: 6,
    S.INELIGIBLE: 3,
    S.NOT_PASSED: 4,
}
NEXT = {
    S.DRAFT: "Cán bộ lập hồ sơ của {unit} soạn và chuyển thủ trưởng.",
    S.RETURNED: "{unit} bổ sung theo phiếu trả rồi trình lại {holder}.",
    S.READY: "Thủ trưởng {unit} xem và trình.",
    S.SUBMITTED: "Thường trực Hội đồng {holder} tiếp nhận.",
    S.FORWARDED: "Thường trực Hội đồng {holder} tiếp nhận.",
    S.RECEIVED: "Thường trực Hội đồng {holder} thẩm định.",
    S.APPRAISED: "Thường trực Hội đồng {holder} đưa vào phiên họp.",
    S.ON_AGENDA: "Hội đồng {holder} họp và bỏ phiếu.",
    S.PASSED: "{holder} ra quyết định, hoặc trình cấp có thẩm quyền.",
}


def steps(nomination):
    """As components/stepper.html takes them; none for a dossier that was withdrawn."""
    if nomination.status not in AT_STEP:
        return []
    at = AT_STEP[nomination.status]
    notes = _notes(nomination)
    return [
        {"label": label, "state": _state(number, at), "note": notes.get(number, "")}
        for number, label in enumerate(STEPS)
    ]


def _state(number, at):
    if number == at:
        return "now"
    return "done" if number < at else "next"


def _notes(nomination):
    notes = {1: ngay(nomination.submitted_on), 2: ngay(nomination.received_on)}
    if nomination.days_left is not None:
        notes[3] = f"hạn {ngay(nomination.due_on)}"
    return notes


def next_step(nomination):
    """What has to happen and who has to do it; "" when the dossier has come to its end."""
    return NEXT.get(nomination.status, "").format(unit=nomination.unit, holder=nomination.holder)
