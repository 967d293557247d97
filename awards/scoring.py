"""What a council member writes about one dossier: kept as a draft, sent once."""

from collections import defaultdict

from django.db import transaction

from awards.conflicts import conflict_of
from awards.models import Review, Score, SessionStatus
from campaigns.models import Criterion
from core.calendar import now
from core.workflow import NotYours, TransitionError


def criteria_of(nomination):
    """The plan's criteria for a subject of that kind; none for a dossier outside any plan."""
    return Criterion.objects.filter(plan=nomination.plan_id, subject_kind=nomination.kind)


def senders(session):
    """{agenda item id: ids of the members whose review is in}: who, and never what."""
    sent = defaultdict(set)
    for item, user in Review.objects.sent().filter(item__session=session).values_list("item", "user"):
        sent[item].add(user)
    return sent


@transaction.atomic
def write_review(item, *, user, comment="", advice="", scores=None, send=False):
    """Keep the user's own review; `scores` is {criterion id: (points or None, reason)}.

    Raises NotYours for who may not judge the dossier, TransitionError once the review is sent or the
    votes are counted.
    """
    _refuse_unless_open(item, user)
    review, _ = Review.objects.select_for_update().get_or_create(item=item, user=user)
    if review.sent_at:
        raise TransitionError("Phiếu nhận xét đã gửi, không sửa được nữa.")
    review.comment, review.advice, review.sent_at = comment, advice, now() if send else None
    review.save()
    _write_scores(review, scores or {})
    return review


def _refuse_unless_open(item, user):
    if item.session.status != SessionStatus.CONVENED:
        raise TransitionError("Phiên họp không còn nhận phiếu nhận xét.")
    if not item.session.members.filter(user=user).exists():
        raise NotYours("Chỉ thành viên được triệu tập mới nhận xét.")
    if reason := conflict_of(item, user):
        raise NotYours(f"Đồng chí không nhận xét hồ sơ này: {reason.lower()}.")


def _write_scores(review, scores):
    review.scores.all().delete()
    Score.objects.bulk_create(
        Score(review=review, criterion_id=pk, points=points, reason=reason)
        for pk, (points, reason) in scores.items()
        if points is not None or reason
    )
