"""R22: a list for public opinion stays up for all its days before the council meets or one decides."""

from awards.eligibility.finding import Finding, Verdict
from awards.models import OpinionItem
from awards.models.opinion import OpinionStatus
from awards.opinions import days_up, term
from law.models import ParameterKey


def asked_of_the_people(nomination, on, law):
    """Titles of culture are never decided without a list; for others it is for the appraiser to judge.

    Of several lists the last that was shown by the day `on` counts.
    """
    rows = OpinionItem.objects.filter(nomination=nomination.pk, opinion_list__opens_on__lte=on)
    item = rows.select_related("opinion_list__rule").order_by("-opinion_list__opens_on", "-pk").first()
    if item:
        yield _asked(item.opinion_list, nomination.award, on)
    elif rule := law.parameters.get(ParameterKey.POSTING_DAYS):
        days = f"{rule.value} {rule.unit}"
        sentence = f"Chưa lấy ý kiến Nhân dân: danh sách phải công khai {days} trước khi quyết định."
        yield Finding.by(rule, "R22", Verdict.FAIL, sentence)


def _asked(shown, award, on):
    rule = term(award, shown.opens_on) or shown.rule
    if shown.status == OpinionStatus.POSTED or (shown.ended_on and on < shown.ended_on):
        until = f"{shown.closes_on:%d/%m/%Y}"
        sentence = f"Đang lấy ý kiến Nhân dân đến hết ngày {until}; chưa đưa ra quyết định."
        return Finding.by(rule, "R22", Verdict.FAIL, sentence)
    up, wanted = days_up(rule, shown.opens_on, shown.ended_on), rule.integer
    verdict, said = (Verdict.PASS, "Đã lấy") if up >= wanted else (Verdict.FAIL, "Chưa đủ thời gian lấy")
    sentence = f"{said} ý kiến Nhân dân: công khai {up} {rule.unit}, cần {wanted} {rule.unit}."
    return Finding.by(rule, "R22", verdict, sentence)
