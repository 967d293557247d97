from campaigns.models import Plan, PlanStatus
from tests.access import action, form, page
from tests.factories import AssignmentFactory, MovementFactory, PlanFactory


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
    *form(
        "campaigns:assignment-result",
        assigned,
        posted=302,
        officer="200 200 403",
        head="200 200 403",
        others=403,
    ),
    *page("campaigns:movements", others=200),
    *page("campaigns:movement", movement, others=200),
    *form("campaigns:movement-new", standing=200, others=403),
    *form("campaigns:movement-edit", movement, standing="200 404 404", others=404),
]
