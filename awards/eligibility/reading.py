"""From the records to cases, of one dossier or of thousands of subjects."""

from collections import Counter, defaultdict

from django.db.models import Count, Q

from awards.eligibility.case import Case, Discipline, Held, History, Place, Recognised, Team
from awards.eligibility.rules import FLAGS
from awards.models import AwardEntry
from campaigns.clusters import place_in
from core.templatetags.vietnamese import so
from exemplars.models import Discipline as Punishment
from exemplars.models import Initiative, Membership, OpenMatter, Pledge, Subject, YearlyEvaluation
from law.models import MeritKind, ParameterKey, SubjectKind


def case_of(nomination, on, law):
    """Needs its award, holder, plan and subject with its unit.

    What came of this very dossier speaks not against it.
    """
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
        history=_history_of(nomination, year, on, law),
    )


def _history_of(nomination, year, on, law):
    subject, others = nomination.subject_id, AwardEntry.objects.exclude(nomination=nomination)
    return histories(Subject.objects.filter(pk=subject), nomination.kind, year, on, law, others)[subject]


def histories(whom, kind, year, on, law, entries):
    """{subject: History} of a QuerySet of subjects of one kind, in as many queries for all as for one.

    `entries` are those of the register that may be looked at; subjects are known by their pk.
    """
    begins = law.parameters.get(ParameterKey.REGISTER_FROM)
    is_person, is_collective = kind == SubjectKind.PERSON, kind == SubjectKind.COLLECTIVE
    held, grades = _held_by(whom, entries), _grades(whom)
    disciplines, initiatives = (_disciplines(whom), _initiatives(whom)) if is_person else ({}, {})
    matters, pledges = _open_matters(whom, on), _pledges(whom, law)
    teams = _teams(whom, year) if is_collective and year else {}
    known = held.keys() | grades.keys() | disciplines.keys() | initiatives.keys() | matters.keys()
    found = defaultdict(lambda: History(register_from=begins.integer if begins else None))
    for pk in known | pledges.keys() | teams.keys():
        found[pk] = History(
            held=tuple(held.get(pk, ())),
            grades=grades.get(pk, {}),
            disciplines=tuple(disciplines.get(pk, ())),
            initiatives=tuple(initiatives.get(pk, ())),
            open_matters=matters.get(pk, 0),
            registered=pledges.get(pk, {}),
            teams=teams.get(pk, {}),
            register_from=begins.integer if begins else None,
        )
    return found


def _held_by(whom, entries):
    rows = entries.filter(subject__in=whom).select_related("award", "decision__number__series")
    found = defaultdict(list)
    for entry in rows.order_by("period_to", "pk"):
        found[entry.subject_id].append(_held(entry))
    return found


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


def _grades(whom):
    return _by_year(YearlyEvaluation.objects.filter(subject__in=whom).values_list("subject", "year", "grade"))


def _pledges(whom, law):
    """Whether they registered to emulate, read under the law that asks for it."""
    if not law.switch(ParameterKey.REGISTRATION_REQUIRED):
        return {}
    return _by_year(Pledge.objects.filter(subject__in=whom).values_list("subject", "year", "made"))


def _by_year(rows):
    """{subject: {year: value}}"""
    found = defaultdict(dict)
    for subject, year, value in rows:
        found[subject][year] = value
    return found


def _disciplines(whom):
    found = defaultdict(list)
    for one in Punishment.objects.filter(subject__in=whom):
        found[one.subject_id].append(Discipline(one.starts_on, one.ends_on, one.is_warning_or_more))
    return found


def _initiatives(whom):
    found = defaultdict(list)
    written = Initiative.objects.filter(authors__in=whom).order_by("-recognised_on", "-pk")
    for author, on, scope in written.values_list("authors", "recognised_on", "scope"):
        found[author].append(Recognised(on, scope))
    return found


def _open_matters(whom, on):
    rows = OpenMatter.objects.filter(subject__in=whom).open(on).order_by()
    return dict(rows.values_list("subject").annotate(Count("pk")))


def _teams(whom, year):
    """{collective: {year: Team}}: what is known of those who were its members in that year."""
    rows = Membership.objects.filter(collective__in=whom, year=year)
    members = defaultdict(set)
    for collective, person in rows.values_list("collective", "person"):
        members[collective].add(person)
    if not members:
        return {}
    people = rows.values("person")
    titles = AwardEntry.objects.counting().filter(
        subject__in=people, period_to__year=year, award__annual=True
    )
    codes, grades = defaultdict(set), {}
    for person, code in titles.values_list("subject", "award__code"):
        codes[person].add(code)
    grades = dict(
        YearlyEvaluation.objects.filter(subject__in=people, year=year).values_list("subject", "grade")
    )
    served = Punishment.objects.filter(
        Q(ends_on__year__gte=year) | Q(ends_on=None), subject__in=people, starts_on__year__lte=year
    )
    warned = {one.subject_id for one in served if one.is_warning_or_more}
    return {
        collective: {
            year: Team(
                len(of_it),
                Counter(code for person in of_it for code in codes[person]),
                Counter(grades[person] for person in of_it if person in grades),
                len(of_it & warned),
            )
        }
        for collective, of_it in members.items()
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
