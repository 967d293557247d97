"""What a person may see and do on one day: it follows from posts, the tree of units and the date."""

from functools import cached_property

from django.db.models import CharField, Count, Exists, ExpressionWrapper, F, OuterRef, Subquery
from django.db.models.functions import Coalesce

from core.calendar import today
from organizations.models import Message, Post, Role, Succession, Unit
from organizations.models.unit import within

PREPARING = (Role.OFFICER, Role.HEAD)
REVIEWING = (Role.STANDING, Role.MEMBER, Role.CHAIRMAN, Role.CLERK)


class Desk:
    """One person's place of work on one day (bàn làm việc).

    Roles that prepare dossiers reach the unit's whole subtree and that of the units of the same level or
    below whose files it took over. Roles that review act for the office itself and for every office
    whose files it took over, of whatever level.
    """

    def __init__(self, user, on=None):
        self.user = user
        self.on = on or today()

    @cached_property
    def posts(self):
        if not self.user.is_authenticated:
            return []
        posts = Post.objects.on(self.on).filter(user=self.user).select_related("unit")
        return list(posts.annotate(unread=_unread()))

    @property
    def unread(self):
        """How many messages wait to be read; asked with the posts, since every page shows it."""
        return self.posts[0].unread if self.posts else 0

    @cached_property
    def roles(self):
        return {post.role for post in self.posts}

    @property
    def main_post(self):
        return self.posts[0] if self.posts else None

    @property
    def title(self):
        """How the person is named in the audit trail: “Trưởng phòng Nội vụ, huyện Gò Công Tây”."""
        post = self.main_post
        return f"{post.title}, {post.unit}" if post else ""

    def units(self, *roles):
        """The units in which the person holds one of `roles` (any role when none is named)."""
        return [post.unit for post in self.posts if not roles or post.role in roles]

    @cached_property
    def _inherited(self):
        """{unit pk: the units whose files it took over, directly or through others}."""
        return {unit.pk: inherited_units(unit, self.on) for unit in self.units()}

    def paths(self, *roles):
        """Tree paths at or below which the person prepares dossiers in one of `roles`."""
        found = set()
        for unit in self.units(*roles):
            taken_over = (old for old in self._inherited[unit.pk] if old.tier >= unit.tier)
            found.update(u.path for u in (unit, *taken_over))
        return found

    def offices(self, *roles):
        """Ids of the offices for which the person acts in one of `roles`."""
        found = set()
        for unit in self.units(*roles):
            found.update(u.pk for u in (unit, *self._inherited[unit.pk]))
        return found

    def office_paths(self, *roles):
        """Tree paths of `offices`, for what belongs to their whole territory."""
        found = set()
        for unit in self.units(*roles):
            found.update(u.path for u in (unit, *self._inherited[unit.pk]))
        return found

    def may(self, role, unit):
        """Whether the person acts in `role` for `unit` on this day."""
        if role in PREPARING:
            return any(unit.path.startswith(path) for path in self.paths(role))
        return unit.pk in self.offices(role)

    def has(self, *roles):
        return bool(self.roles.intersection(roles))


def _unread():
    counted = Message.objects.unread().filter(to=OuterRef("user")).order_by().values("to")
    return Coalesce(Subquery(counted.annotate(number=Count("pk")).values("number")), 0)


def inherited_units(unit, on):
    """The units whose files `unit` had taken over by the day `on`, at most four steps back."""
    found, frontier = {}, [unit.pk]
    for _step in range(4):
        older = Unit.objects.filter(
            successions__successor__in=frontier, successions__takes_files=True, successions__on__lte=on
        ).exclude(pk__in=found)
        frontier = [old.pk for old in older]
        if not frontier:
            break
        found.update({old.pk: old for old in older})
    return list(found.values())


def successor_office(unit, on):
    """The office that goes on with the files of `unit` on the day `on`; `unit` itself while it exists."""
    while not unit.exists_on(on):
        step = (
            Succession.objects.filter(predecessor=unit, takes_files=True, on__lte=on)
            .select_related("successor")
            .first()
        )
        if step is None:
            return unit
        unit = step.successor
    return unit


def successor_offices(units, on):
    """{unit pk: `successor_office` of that unit} for all of `units`, in one query for each step."""
    found = {unit.pk: unit for unit in units}
    for _step in range(4):
        ended = {unit.pk for unit in found.values() if not unit.exists_on(on)}
        steps = Succession.objects.filter(predecessor__in=ended, takes_files=True, on__lte=on)
        after = {step.predecessor_id: step.successor for step in steps.select_related("successor")}
        if not after:
            break
        found = {pk: after.get(unit.pk, unit) for pk, unit in found.items()}
    return found


def nearest_of(desk, role, lookup):
    """A Q for rows of whose unit (`lookup`) the person's office is the nearest one with a council.

    As `successor_office(…).office_above(itself=True)` finds it for one unit, one merger back.
    """
    paths, offices = desk.office_paths(role), desk.offices(role)
    below = ExpressionWrapper(OuterRef(f"{lookup}__path"), CharField())
    nearer = Unit.objects.councils().existing(desk.on).under(paths).exclude(pk__in=offices)
    nearer = nearer.annotate(asked=below).filter(asked__startswith=F("path"))
    handed_on = Succession.objects.filter(
        predecessor=OuterRef(lookup), takes_files=True, on__lte=desk.on, successor__has_council=True
    ).exclude(successor__in=offices)
    return within(paths, f"{lookup}__path") & ~Exists(nearer.order_by()) & ~Exists(handed_on)
