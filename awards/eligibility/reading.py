"""From the records to cases."""

from django.db.models import Min

from awards.eligibility.case import Case, Held, History, Place
from awards.eligibility.rules import FLAGS
from awards.models import AwardEntry
from campaigns.clusters import place_in
from core.templatetags.vietnamese import so
from law.models import MeritKind


def case_of(nomination, on):
    """Needs its award, holder, plan and subject with its unit.

    What came of this very dossier speaks not against it.
    """
    entries = AwardEntry.objects.filter(subject=nomination.subject_id).exclude(nomination=nomination)
    year = nomination.achieved_to.year if nomination.achieved_to else nomination.year
    return Case(
        kind=nomination.kind,
        award=nomination.award.code,
        on=on,
        year=year,
        merit=nomination.merit,
        period_from=nomination.achieved_from,
        period_to=nomination.achieved_to,
        received_on=nomination.received_on,
        name=nomination.name,
        unit=nomination.subject.unit,
        office_tier=nomination.holder.tier if nomination.holder else None,
        place=_place(nomination, year),
        movement=_movement(nomination),
        history=History(
            held=tuple(_held(entry) for entry in entries.for_table().order_by("period_to", "pk"))
        ),
    )


def _held(entry):
    return Held(
        entry.award.code,
        entry.period_from,
        entry.period_to,
        entry.awarded_on,
        entry.merit,
        entry.annulled_on,
        entry,
        f"Quyết định {entry.decision.number_text}",
    )


def _place(nomination, year):
    """The rank of the unit itself in its cluster of the year that the dossier is about."""
    if nomination.award.code not in FLAGS or year is None:
        return None
    place = place_in(nomination.subject.unit_id, year)
    return place and Place(place.rank, f"{place.cluster_year} ({so(place.total)} điểm)")


def _movement(nomination):
    plan = nomination.plan if nomination.merit == MeritKind.MOVEMENT else None
    return (plan.starts_on, plan.ends_on) if plan and plan.starts_on and plan.ends_on else None


def register_from():
    """The first year of which the register holds an award; None while it is empty."""
    first = AwardEntry.objects.aggregate(first=Min("period_to"))["first"]
    return first and first.year
