"""Who may not judge which dossier: whoever made it, belongs to the unit it comes from, or is named in it."""

from collections import defaultdict

from django.contrib.contenttypes.models import ContentType

from core.models import Event
from core.text import fold
from exemplars.models import Nomination
from law.models import SubjectKind
from organizations.models import Post

CREATED = "Đã lập hồ sơ này"
SUBMITTED = "Đã trình hồ sơ này"
SAME_UNIT = "Công tác tại đơn vị đề nghị"
NOMINEE = "Là người được đề nghị"
SENDING = ("propose", "submit")


def conflicts(session, users=None):
    """{(user id, agenda item id): reason}; of all members, or of the `users` (ids) alone.

    A seat on the council itself is no work in the nominated unit, or a council could never judge the
    dossiers of its own office.
    """
    items = list(session.items.select_related("nomination__unit"))
    wanted = set(users if users is not None else session.members.values_list("user", flat=True))
    posts, senders = _posts(wanted, session.day), _senders(items)
    found = {}
    for item in items:
        for user in wanted:
            if reason := _reason(item.nomination, user, posts[user], senders[item.nomination_id], session):
                found[user, item.pk] = reason
    return found


def conflict_of(item, user):
    """Why the user may not judge the item, or ""."""
    return conflicts(item.session, users=[user.pk]).get((user.pk, item.pk), "")


def _posts(users, day):
    posts = defaultdict(list)
    for post in Post.objects.on(day).filter(user__in=users).select_related("unit", "user"):
        posts[post.user_id].append(post)
    return posts


def _senders(items):
    """{nomination id: ids of those who handed it on}."""
    events = Event.objects.filter(
        content_type=ContentType.objects.get_for_model(Nomination),
        object_id__in=[item.nomination_id for item in items],
        verb__in=SENDING,
    )
    senders = defaultdict(set)
    for nomination, user in events.values_list("object_id", "by"):
        senders[nomination].add(user)
    return senders


def _reason(nomination, user, posts, senders, session):
    if any(_is_nominee(nomination, post) for post in posts):
        return NOMINEE
    if nomination.created_by_id == user:
        return CREATED
    if user in senders:
        return SUBMITTED
    elsewhere = (post.unit for post in posts if post.unit_id != session.unit_id)
    return SAME_UNIT if any(unit.path.startswith(nomination.unit.path) for unit in elsewhere) else ""


def _is_nominee(nomination, post):
    """A person of the same name who works in the nominated unit; accounts hold no identity number."""
    return (
        nomination.kind == SubjectKind.PERSON
        and post.unit.path.startswith(nomination.unit.path)
        and fold(post.user.full_name) == fold(nomination.name)
    )
