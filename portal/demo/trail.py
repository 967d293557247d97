"""The audit trail of the demonstration, as it would have been written had everybody pressed the buttons."""

from django.contrib.contenttypes.models import ContentType

from core.models import Event
from organizations.models import Post

BATCH = 2000


class Trail:
    """Collects events and writes them in the order in which things happened."""

    def __init__(self, users):
        self.users = users
        self.titles = _titles()
        self.events = []
        self.kinds = {}

    def add(self, record, verb, label, *, at, by, before="", after="", note=""):
        kind = self.kinds.setdefault(type(record), ContentType.objects.get_for_model(record))
        event = Event(
            content_type=kind,
            object_id=record.pk,
            verb=verb,
            label=label,
            about=str(record)[:200],
            from_status=before,
            to_status=after,
            by=self.users[by],
            by_title=self.title(by, at.date()),
            at=at,
            note=note,
        )
        self.events.append(event)

    def move(self, record, verb, before, *, at, by, note=""):
        """One move of the record's table; returns the state it leads to."""
        move = type(record).MOVES[verb]
        if before not in move.sources:
            raise ValueError(f"{verb} cannot follow {before}")
        self.add(record, verb, move.label, at=at, by=by, before=before, after=move.target, note=note)
        return move.target

    def title(self, username, day):
        for start, end, title in self.titles.get(username, ()):
            if start <= day and (end is None or day <= end):
                return title
        return ""

    def write(self):
        self.events.sort(key=lambda event: event.at)
        Event.objects.bulk_create(self.events, BATCH)
        self.events = []


def _titles():
    """{user name: [(first day, last day, title as the audit trail names it)]}."""
    titles = {}
    for post in Post.objects.select_related("user", "unit"):
        row = (post.starts_on, post.ends_on, f"{post.title}, {post.unit}")
        titles.setdefault(post.user.username, []).append(row)
    return titles
