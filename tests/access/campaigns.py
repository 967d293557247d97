from campaigns.models import Plan, PlanStatus
from core.calendar import today
from tests.access import action, form, page
from tests.factories import (
    AssignmentFactory,
    ClusterMemberFactory,
    MovementFactory,
    PlanFactory,
    ProgressFileFactory,
    UnitFactory,
)


def draft(unit):
    return PlanFactory(unit=unit)


def issued(unit):
    return PlanFactory(unit=unit, issued=True)


def waiting(unit):
    """A plan of the unit that waits for the chairman."""
    return _in_state(unit, PlanStatus.FOR_SIGNATURE)


def signed(unit):
    return _in_state(unit, PlanStatus.SIGNED)


def recording(unit):
    """A plan that the unit writes into the portal from paper."""
    plan = PlanFactory(unit=unit, recorder=unit, outside_number="5/KH-UBND", issued_on="2021-01-04")
    Plan.objects.filter(pk=plan.pk).update(status=PlanStatus.RECORDING)
    return plan


def _in_state(unit, status):
    plan = PlanFactory(unit=unit)
    Plan.objects.filter(pk=plan.pk).update(status=status)
    return plan


def movement(unit):
    return MovementFactory(unit=unit)


def assigned(unit):
    """Work that an issued plan of another office gives to the unit."""
    return AssignmentFactory(unit=unit, plan__issued=True)


def cluster(unit):
    """A cluster of the nearest office, in which the unit stands."""
    office = unit.office_above(on=today(), itself=True)
    return ClusterMemberFactory(unit=unit, cluster_year__cluster__office=office).cluster_year


def cluster_place(unit):
    return cluster(unit).members.get()


def of_year(year, *more):
    return [year.pk, *more]


def of_place(*more):
    return lambda member: [member.cluster_year_id, *more, member.pk]


def own_sheet(member):
    return [member.cluster_year_id, member.pk, member.pk]


def not_asked(unit):
    """Work that a draft would give to the unit."""
    return AssignmentFactory(unit=unit)


def reported(unit):
    return ProgressFileFactory(report__assignment=assigned(unit))


def led(unit):
    """A file about work in the unit's own plan."""
    return ProgressFileFactory(
        report__assignment__plan=PlanFactory(unit=unit, issued=True),
        report__assignment__unit=UnitFactory(),
    )


OFFICE = {
    "chairman": "200 404 404",
    "clerk": "200 404 404",
}  # see their office's papers before they are issued
REFUSED = {"chairman": "403 404 404", "clerk": "403 404 404"}  # see them, and the move is another's
YEARS = {"title": "Nhân rộng điển hình", "starts_on": "01/01/2026", "ends_on": "31/12/2030"}

ROWS = [
    *page("campaigns:plans", others=200),
    *page("campaigns:plan", draft, standing="200 404 404", others=404, **OFFICE),
    *page("campaigns:plan", issued, others=200),
    *form("campaigns:plan-new", data=YEARS, standing=200, others=403),
    *form("campaigns:plan-edit", draft, standing="200 404 404", others=404),
    *page("campaigns:plan-edit", issued, others=404),
    *action("campaigns:plan-autosave", draft, standing="200 404 404", others=404),
    *page(
        "campaigns:plan-row",
        draft,
        args=lambda plan: [plan.pk, "milestones"],
        data={"milestones-TOTAL_FORMS": "1"},
        standing="200 404 404",
        others=404,
    ),
    *form("campaigns:plan-copy", issued, standing=200, others=403),
    *form("campaigns:plan-record-new", data=YEARS, standing=200, others=403),
    *form("campaigns:plan-record", recording, posted=302, standing="200 404 404", others=404, **REFUSED),
    *form("campaigns:plan-submit", draft, posted=302, standing="200 404 404", others=404, **REFUSED),
    *form(
        "campaigns:plan-give_back",
        waiting,
        standing="403 404 404",
        others=404,
        **REFUSED | {"chairman": "200 404 404"},
    ),
    *form(
        "campaigns:plan-sign",
        waiting,
        posted=302,
        standing="403 404 404",
        others=404,
        **REFUSED | {"chairman": "200 404 404"},
    ),
    *form(
        "campaigns:plan-issue",
        signed,
        standing="403 404 404",
        others=404,
        **REFUSED | {"clerk": "200 404 404"},
    ),
    *form("campaigns:plan-end", issued, posted=302, standing="200 403 403", others=403),
    *page("campaigns:plan-board", issued, others=200),
    *page("campaigns:plan-board", draft, others=404),
    *page("campaigns:plan-urge", issued, standing="200 403 403", others=403),
    *action("campaigns:plan-urge", issued, standing="409 403 403", others=403),
    *page("campaigns:assignments", others=200),
    *page("campaigns:assignment", assigned, others=200),
    *page("campaigns:assignment", not_asked, others=404),
    *form("campaigns:progress-new", assigned, officer="200 200 403", head="200 200 403", others=403),
    *form("campaigns:answer-new", assigned, data=YEARS, standing="200 403 403", others=403),
    *form("campaigns:answer-link", assigned, posted=302, standing="200 403 403", others=403),
    *page(
        "campaigns:progress-file",
        reported,
        officer="200 200 404",
        head="200 200 404",
        others=404,
    ),
    *page("campaigns:progress-file", led, standing="200 200 404", chairman="200 200 404", others=404),
    *page("campaigns:movements", others=200),
    *page("campaigns:movement", movement, others=200),
    *form("campaigns:movement-new", standing=200, others=403),
    *form("campaigns:movement-edit", movement, standing="200 404 404", others=404),
    *page("campaigns:clusters", others=200),
    *page("campaigns:cluster-results", others=200),
    *form("campaigns:cluster-new", standing=200, others=403),
    *page("campaigns:cluster", cluster, others="200 200 404"),
    *form("campaigns:cluster-edit", cluster, standing="200 200 404", others="403 403 404"),
    *form("campaigns:cluster-contract", cluster, standing="200 200 404", others="403 403 404"),
    *form(
        "campaigns:cluster-move",
        cluster,
        args=lambda year: of_year(year, "close"),
        posted=302,
        standing="200 200 404",
        others="403 403 404",
    ),
    *action("campaigns:cluster-follow-on", cluster, standing="302 302 404", others="403 403 404"),
    *page(
        "campaigns:cluster-points",
        cluster_place,
        args=of_place(),
        standing="200 200 404",
        member="200 200 404",
        chairman="200 200 404",
        clerk="200 200 404",
        others="403 403 404",
    ),
    *form(
        "campaigns:cluster-settle",
        cluster_place,
        args=of_place(),
        posted=302,
        standing="200 200 404",
        others="403 403 404",
    ),
    *form(
        "campaigns:cluster-sheet",
        cluster_place,
        args=own_sheet,
        posted=302,
        officer="200 200 404",
        head="200 200 404",
        others="403 403 404",
    ),
    *action(
        "campaigns:cluster-sheet-autosave",
        cluster_place,
        args=own_sheet,
        officer="409 409 404",
        head="409 409 404",
        others="403 403 404",
    ),
]
