"""Sessions of the council, and what their members are asked to read."""

from django.urls import reverse

from awards.conflicts import conflicts
from awards.models import AgendaItem, Review, Session, SessionStatus
from portal.worklist.group import Task, days_until, group_of, list_url


def _session_to_read(item, today):
    return Task(
        str(item.nomination),
        f"{item.nomination.award} · họp ngày {item.session.day:%d/%m/%Y}",
        reverse("awards:scoring-item", args=[item.session_id, item.pk]),
        item.session.day,
        days_until(item.session.day, today),
    )


def to_read(desk):
    """Dossiers of sessions one is called to, without one's own opinion yet."""
    own = Review.objects.filter(user=desk.user, sent_at__isnull=False)
    rows = AgendaItem.objects.filter(session__members__user=desk.user, session__status=SessionStatus.CONVENED)
    rows = rows.exclude(reviews__in=own).exclude(pk__in=_conflicted(desk))
    rows = rows.select_related("session", "nomination__award", "nomination__subject")
    rows = rows.order_by("session__held_at", "order", "pk")
    return group_of(
        "Hồ sơ chờ tôi nhận xét, chấm điểm",
        rows,
        _session_to_read,
        list_url("awards:sessions"),
        today=desk.on,
    )


def _conflicted(desk):
    """Items that the person may not judge; nobody is called to more than a few sessions at a time."""
    called = Session.objects.filter(status=SessionStatus.CONVENED, members__user=desk.user)
    return [item for session in called for _user, item in conflicts(session, users=[desk.user.pk])]


def _session(session, today):
    return Task(
        str(session), session.place, session.get_absolute_url(), session.day, days_until(session.day, today)
    )


def sessions(desk):
    rows = Session.objects.visible_to(desk).filter(
        status__in=(SessionStatus.DRAFT, SessionStatus.CONVENED, SessionStatus.COUNTED)
    )
    rows = rows.select_related("unit").order_by("held_at")
    return group_of("Phiên họp Hội đồng", rows, _session, list_url("awards:sessions"), today=desk.on)
