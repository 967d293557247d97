"""Who is told about what a unit owes: the officers and heads of the unit that has the work now."""

from dataclasses import dataclass, field

from organizations.access import PREPARING, successor_offices
from organizations.models import Post


@dataclass
class Recipient:
    """One person, by the first post that makes them responsible, with the rows it is about."""

    post: Post
    rows: list = field(default_factory=list)

    @property
    def user(self):
        return self.post.user


def recipients_of(rows, on):
    """([Recipient], [rows about which nobody can be told]) on the day `on`; each row has its `unit`.

    Work of a unit that ended is that of the unit which went on with its files.
    """
    now_at = successor_offices({row.unit for row in rows}, on)
    posts = _posts_at({unit.pk for unit in now_at.values()}, on)
    people, orphaned = {}, []
    for row in rows:
        found = posts.get(now_at[row.unit_id].pk, [])
        if not found:
            orphaned.append(row)
        for post in found:
            recipient = people.setdefault(post.user_id, Recipient(post))
            if row not in recipient.rows:
                recipient.rows.append(row)
    return list(people.values()), orphaned


def _posts_at(units, on):
    """{unit pk: posts of those who prepare there on that day}."""
    posts = Post.objects.on(on).filter(unit__in=units, role__in=PREPARING, user__is_active=True)
    found = {}
    for post in posts.select_related("user", "unit").order_by("unit__name_key", "user__name_key", "pk"):
        found.setdefault(post.unit_id, []).append(post)
    return found
