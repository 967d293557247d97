"""Which office a dossier goes to, and which one will decide."""

from exemplars.models import Route
from law.choosing import deciders
from law.models import AwardPower, AwardType, Handling
from organizations.access import successor_office
from organizations.models import Tier, Unit


def receiving_office(nomination, on):
    """Where the dossier goes when it is sent on that day; None when no office is set up for it.

    A returned dossier goes back to the office that returned it, another to the first on its route.
    """
    if nomination.holder:
        return successor_office(nomination.holder, on)
    return first_office(nomination.unit, nomination.route, on)


def first_office(unit, route, on):
    """The nearest unit with a council: from the unit itself up, or from the one that leads its sector."""
    unit = successor_office(unit, on)
    if route == Route.SECTOR:
        unit = unit.sector_parent and successor_office(unit.sector_parent, on)
    return unit and unit.office_above(on=on, itself=True)


def levels_from(office):
    """The tiers of the office and of all above it: a department of the province has no commune above it."""
    above = Unit.objects.filter(path__in=office.ancestor_paths())
    return {Tier.CENTRAL, *(unit.tier for unit in above)}


def deciding_power(award, office, on):
    """The AwardPower of the office's own level, else of the nearest above it that may grant; None if none."""
    levels = levels_from(office)
    within_reach = [power for power in deciders(award, on) if power.tier in levels]
    return max(within_reach, key=lambda power: power.tier, default=None)


def awards_within_reach(kind, office, on):
    """[(award, power)] that a unit may propose for subjects of this kind: from `office` up, on that day."""
    awards = AwardType.objects.in_force(on).for_subject(kind).exclude(handling=Handling.RECORD)
    powers = AwardPower.objects.in_force(on).filter(award__in=awards, tier__in=levels_from(office))
    nearest = {power.award_id: power for power in powers.order_by("tier")}  # the last one stays: the lowest
    return [(award, nearest[award.pk]) for award in awards.order_by("-group", "rank") if award.pk in nearest]
