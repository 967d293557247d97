"""From the records to cases."""

from collections import Counter

from django.db.models import Q

from awards.eligibility.case import Case, Discipline, Held, History, Place, Recognised, Team
from awards.eligibility.rules import FLAGS
from awards.models import AwardEntry
from campaigns.clusters import place_in
from core.templatetags.vietnamese import so
from exemplars.models import Discipline as Punishment
from exemplars.models import Membership, OpenMatter, YearlyEvaluation
from law.models import MeritKind, ParameterKey, SubjectKind


def case_of(nomination, on, law):
    """Needs its award, holder, plan and subject with its unit.

    What came of this very dossier speaks not against it.
    """
    entries = AwardEntry.objects.exclude(nomination=nomination)
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
        history=_history(nomination.subject, entries, year, on, law),
    )


def _history(subject, entries, year, on, law):
    """`entries` are those of the register that may be looked at."""
    of_subject = entries.filter(subject=subject).for_table().order_by("period_to", "pk")
    begins = law.parameters.get(ParameterKey.REGISTER_FROM)
    is_person = subject.kind == SubjectKind.PERSON
    return History(
        held=tuple(_held(entry) for entry in of_subject),
        grades=dict(subject.evaluations_by_year.values_list("year", "grade")),
        disciplines=tuple(_punished(one) for one in subject.disciplines.all()) if is_person else (),
        initiatives=_initiatives(subject) if is_person else (),
        registered=_pledges(subject, law),
        open_matters=OpenMatter.objects.filter(subject=subject).open(on).count(),
        teams=_teams(subject, year) if subject.kind == SubjectKind.COLLECTIVE and year else {},
        register_from=begins.integer if begins else None,
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


def _punished(one):
    return Discipline(one.starts_on, one.ends_on, one.is_warning_or_more)


def _initiatives(subject):
    return tuple(Recognised(*one) for one in subject.initiatives.values_list("recognised_on", "scope"))


def _pledges(subject, law):
    """{year: whether it registered to emulate}, read under the law that asks for it."""
    asked = law.switch(ParameterKey.REGISTRATION_REQUIRED)
    return dict(subject.pledges.values_list("year", "made")) if asked else {}


def _teams(collective, year):
    """{year: Team}: what is known of those who were its members in that year."""
    people = set(Membership.objects.filter(collective=collective, year=year).values_list("person", flat=True))
    if not people:
        return {}
    titles = AwardEntry.objects.counting().filter(
        subject__in=people, period_to__year=year, award__annual=True
    )
    holders = set(titles.values_list("subject", "award__code"))
    grades = YearlyEvaluation.objects.filter(subject__in=people, year=year).values_list("grade", flat=True)
    served = Punishment.objects.filter(
        Q(ends_on__year__gte=year) | Q(ends_on=None), subject__in=people, starts_on__year__lte=year
    )
    return {
        year: Team(
            len(people),
            Counter(code for _person, code in holders),
            Counter(grades),
            len({one.subject_id for one in served if one.is_warning_or_more}),
        )
    }


def _place(nomination, year):
    """The rank of the unit itself in its cluster of the year that the dossier is about."""
    if nomination.award.code not in FLAGS or year is None:
        return None
    place = place_in(nomination.subject.unit_id, year)
    return place and Place(place.rank, f"{place.cluster_year} ({so(place.total)} điểm)")


def _movement(nomination):
    plan = nomination.plan if nomination.merit == MeritKind.MOVEMENT else None
    return (plan.starts_on, plan.ends_on) if plan and plan.starts_on and plan.ends_on else None
