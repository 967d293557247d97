"""What speaks against a dossier by the law and by what the portal knows; the register is checked upstairs."""

from dataclasses import dataclass

from django.db.models import Q

from core.calendar import today
from core.templatetags.vietnamese import ngay
from exemplars.models import Nomination, Subject
from exemplars.models.nomination import ENDED
from exemplars.offices import deciding_power, receiving_office
from law.choosing import find_parameter
from law.models import ParameterKey

BLOCK, WARN, INFORM = "block", "warn", "inform"
IDENTITY_DIGITS = (9, 12)  # of the old card (CMND) and of the present one (CCCD)
SHORTEST_CODE = 6  # of a civil servant


@dataclass(frozen=True)
class Check:
    """`level`: BLOCK stops the dossier, WARN asks for a written reason, INFORM only tells."""

    level: str
    text: str
    citation: str = ""
    part: str = ""
    url: str = ""


def run_checks(nomination, desk, on=None):
    """Everything that is not in order, as far as the person at `desk` may know it; the gravest first."""
    on = on or today()
    found = [
        *(_award_checks(nomination, on) if nomination.award else ()),
        *_identity(nomination),
        *_days(nomination, on),
        *_replaced_plan(nomination),
        *_same_achievement(nomination, desk),
        *_same_subject(nomination, desk),
        *_supplements(nomination, on),
    ]
    return sorted(found, key=lambda check: (BLOCK, WARN, INFORM).index(check.level))


def blocking(checks):
    return [check for check in checks if check.level == BLOCK]


def warnings(checks):
    return [check for check in checks if check.level == WARN]


def _award_checks(nomination, on):
    award, kind = nomination.award, nomination.kind
    if kind not in award.subject_kinds:
        text = f"“{award}” không dành cho {nomination.get_kind_display()}."
        yield Check(BLOCK, text, award.citation, "award")
    if not type(award).objects.in_force(on).filter(pk=award.pk).exists():
        text = f"“{award}” không còn hiệu lực vào ngày {ngay(on)} ({award.period})."
        yield Check(BLOCK, text, award.citation, "award")
    if nomination.merit and award.merit_kinds and nomination.merit not in award.merits_for(kind):
        merit, whom = nomination.get_merit_display(), nomination.get_kind_display()
        text = f"“{award}” không được xét cho {whom} theo loại hình “{merit}”."
        yield Check(BLOCK, text, "Luật 06/2022/QH15, Điều 8", "merit")
    yield from _power_checks(nomination, on)


def _power_checks(nomination, on):
    """Căn cứ: Luật 06/2022/QH15, điều 77 đến 80: who may grant what, on the day that it is granted."""
    office = receiving_office(nomination, on)
    if office is None:
        return
    award = nomination.award
    power = deciding_power(award, office, on)
    if power is None:
        text = f"Từ {office} trở lên không nơi nào được quyết định “{award}” vào ngày {ngay(on)}."
        yield Check(BLOCK, text, "Luật 06/2022/QH15, Điều 77 đến Điều 80", "award")
    elif not power.is_checked:
        doubt = power.get_certainty_display()
        text = f"Thẩm quyền của {power.office} đối với “{award}” cần đối chiếu: {doubt}."
        yield Check(INFORM, text, power.citation, "award")


def _identity(nomination):
    """A code of civil servants may hold letters; what is all digits is a number of identity or a slip."""
    number = nomination.id_number
    is_number = number.isdigit() and len(number) in IDENTITY_DIGITS
    is_code = not number.isdigit() and len(number) >= SHORTEST_CODE and any(map(str.isdigit, number))
    if number and not (is_number or is_code):
        text = f"“{number}” không phải số CCCD (12 chữ số), số CMND (9 chữ số) hay mã công chức, viên chức."
        yield Check(WARN, text, "", "id_number")


def _days(nomination, on):
    start, end, year = nomination.achieved_from, nomination.achieved_to, nomination.year
    if start and start > on:
        yield Check(BLOCK, f"Thành tích tính từ {ngay(start)}, là ngày chưa đến.", "", "achieved_from")
    if end and year and end.year > year:
        yield Check(BLOCK, f"Thành tích tính đến {ngay(end)}, sau năm xét {year}.", "", "achieved_to")
    elif end and end > on:
        yield Check(INFORM, f"Thành tích tính đến {ngay(end)}, là ngày chưa đến.", "", "achieved_to")


def _replaced_plan(nomination):
    plan = nomination.plan
    newer = plan and plan.replaced_by
    if newer and nomination.editable:
        text = f"Kế hoạch {plan.reference} đã được thay thế bằng Kế hoạch {newer.reference}."
        yield Check(INFORM, text, "", "plan", newer.get_absolute_url())


def _same_achievement(nomination, desk):
    """Another dossier of the same subject, under way or being written, for days that this one counts too."""
    if not (nomination.achieved_from and nomination.achieved_to):
        return
    others = (
        Nomination.objects.visible_to(desk)
        .filter(subject=nomination.subject_id)
        .filter(achieved_from__lte=nomination.achieved_to, achieved_to__gte=nomination.achieved_from)
        .exclude(Q(pk=nomination.pk) | Q(status__in=ENDED))
        .select_related("award")
    )
    for other in others[:5]:
        text = (
            f"Đối tượng đang có hồ sơ khác cho cùng thời gian thành tích: "
            f"{other.award or 'chưa chọn hình thức'}, {other.get_status_display().lower()}."
        )
        citation = "Luật 06/2022/QH15, Điều 5: không khen nhiều lần cho một thành tích"
        yield Check(WARN, text, citation, "achieved_from", other.get_absolute_url())


def _same_subject(nomination, desk):
    twins = Subject.objects.visible_to(desk).twins_of(nomination).exclude(pk=nomination.subject_id)
    for twin in twins.select_related("unit")[:5]:
        text = f"Có thể trùng với đối tượng đã có: {twin}, {twin.unit}."
        if nomination.id_number and twin.id_number == nomination.id_number:
            text = f"Số định danh trùng với đối tượng đã có: {twin}, {twin.unit}."
        yield Check(WARN, text, "", "name", twin.get_absolute_url())


def _supplements(nomination, on):
    limit = find_parameter(ParameterKey.SUPPLEMENT_REQUESTS, on)
    returned = nomination.returns.count() if limit else 0
    if limit and returned >= limit.integer:
        text = f"Hồ sơ đã được trả lại để bổ sung {returned} lần (quy định: {limit.value} {limit.unit})."
        yield Check(INFORM, text, limit.citation)
