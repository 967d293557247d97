"""What a dossier still lacks before it can be sent (thành phần hồ sơ)."""

from dataclasses import dataclass

from django.db.models import Count, Q

from exemplars.models import Evidence
from exemplars.parts import EVIDENCE, OTHER_LABELS, SELF_SCORES, label
from law.models import AwardGroup, MeritKind, SubjectKind

ALWAYS = ("name", "award", "year", "achieved_from", "achieved_to", "field", "summary", "achievements")
OF_KIND = {
    SubjectKind.PERSON: ("sex", "position", "workplace", "worker_group"),
    SubjectKind.COLLECTIVE: ("collective_kind", "headcount", "women"),
    SubjectKind.HOUSEHOLD: ("household_size", "hamlet"),
}


@dataclass(frozen=True)
class Gap:
    part: str
    name: str  # of the part, as people call it
    text: str


def gaps(nomination):
    """Everything that must still be filled in or handed in; empty when the dossier is complete."""
    return [*_empty_fields(nomination), *_unscored(nomination), *_missing_papers(nomination)]


def _empty_fields(nomination):
    needed = [*ALWAYS, *OF_KIND[nomination.kind]]
    if nomination.award and nomination.award.merit_kinds:
        needed.append("merit")
    for part in needed:
        if getattr(nomination, part) in (None, ""):
            name = label(part, nomination.kind)
            yield Gap(part, name, f"Chưa có: {name}.")


def _unscored(nomination):
    if nomination.plan is None:
        return
    criteria = nomination.plan.criteria.filter(subject_kind=nomination.kind)
    left = criteria.exclude(self_scores__nomination=nomination).count()
    if left:
        text = f"Còn {left} tiêu chí của kế hoạch chưa tự chấm điểm."
        yield Gap(SELF_SCORES, OTHER_LABELS[SELF_SCORES], text)


def _missing_papers(nomination):
    """Căn cứ: Luật 06/2022/QH15, điều 84 khoản 1 và 2; điều 85 (thủ tục đơn giản) khi khen đột xuất."""
    have = nomination.evidence.aggregate(
        minutes=Count("pk", filter=Q(kind=Evidence.Kind.MINUTES)),
        proof=Count("pk", filter=Q(kind__in=(Evidence.Kind.INITIATIVE, Evidence.Kind.CONFIRMATION))),
    )
    if not have["minutes"] and nomination.merit != MeritKind.EXCEPTIONAL:
        yield Gap(EVIDENCE, "biên bản bình xét", "Chưa có biên bản bình xét (Luật 06/2022/QH15, Điều 84).")
    if not have["proof"] and _is_fighter_title(nomination.award):
        yield Gap(
            EVIDENCE,
            "chứng nhận, xác nhận sáng kiến",
            "Danh hiệu Chiến sĩ thi đua cần chứng nhận hoặc xác nhận sáng kiến, đề tài "
            "(Luật 06/2022/QH15, Điều 84 khoản 1).",
        )


def _is_fighter_title(award):
    return bool(award) and award.group == AwardGroup.TITLE and award.code.startswith("CSTD")
