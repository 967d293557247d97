"""How many of whom: quotas against those who are sent, and the groups among them with their shares."""

from collections import Counter
from dataclasses import dataclass, field

from core.templatetags.vietnamese import percent
from core.text import fold
from exemplars.models import Sex, WorkerGroup
from gatherings.models import Quota, Seat
from gatherings.models.delegate import LIVE, TAKEN
from gatherings.models.structure import Structure
from law.models import SubjectKind
from organizations.naming import names_apart

MAJORITY = "kinh"


@dataclass(frozen=True)
class Group:
    """One group among the delegates: how many there are, what is asked, which share of all it is."""

    name: str
    label: str
    count: int
    target: int | None
    share: str

    @property
    def missing(self):
        return max(0, (self.target or 0) - self.count)


@dataclass(frozen=True)
class Line:
    """What one unit may send and sends."""

    quota: Quota
    name: str  # of the unit, beside others of its name
    sent: int  # proposed and taken in
    taken: int
    groups: list = field(default_factory=list)

    @property
    def left(self):
        return self.quota.number - self.sent

    @property
    def missing(self):
        """Groups of which it is to send more, once all its seats are taken."""
        return [group for group in self.groups if group.missing] if self.left <= 0 else []


def groups_of(delegate):
    """The names of the groups to which a delegate counts."""
    member = {
        "women": delegate.sex == Sex.FEMALE,
        "minorities": fold(delegate.ethnicity) not in ("", MAJORITY),
        "workers": delegate.worker_group == WorkerGroup.DIRECT,
        "collectives": delegate.kind == SubjectKind.COLLECTIVE,
        "households": delegate.kind == SubjectKind.HOUSEHOLD,
    }
    return [name for name, is_one in member.items() if is_one]


def groups(delegates, asked):
    """A Group for each, of the delegates against the targets of `asked`, a Quota or a Conference."""
    counts = Counter(name for delegate in delegates for name in groups_of(delegate))
    return [
        Group(name, label, counts[name], getattr(asked, name), percent(counts[name], len(delegates)))
        for name, label in Structure.labels().items()
    ]


def lines(quotas, delegates):
    """A Line for each quota; `delegates` are all of the conference."""
    sent = [row for row in delegates if row.status in LIVE and row.seat == Seat.OFFICIAL]
    quotas = list(quotas)
    names, found = names_apart(quota.unit for quota in quotas), []
    for quota in quotas:
        own = [row for row in sent if row.unit_id == quota.unit_id]
        taken = sum(row.status in TAKEN for row in own)
        found.append(Line(quota, names[quota.unit_id], len(own), taken, groups(own, quota)))
    return found


def totals(conference, delegates):
    """{what: how many} over the whole conference, and its groups among the official delegates."""
    live = [row for row in delegates if row.status in LIVE]
    official = [row for row in live if row.seat == Seat.OFFICIAL]
    return {
        "official": len(official),
        "taken": sum(row.status in TAKEN for row in official),
        "invited": len(live) - len(official),
        "groups": groups(official, conference),
    }
