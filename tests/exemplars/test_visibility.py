"""Who sees which dossier in which state: the QuerySet says it once for every page."""

import pytest

from exemplars.models import Exemplar, Nomination, Stage, Subject
from exemplars.models import NominationStatus as S
from exemplars.models.nomination import BEFORE_COUNCIL
from tests.factories import ExemplarFactory, NominationFactory, OfficeStayFactory, SubjectFactory

BEFORE_SENDING = (S.DRAFT, S.READY)


@pytest.mark.parametrize("status", S)
def test_each_role_sees_what_its_work_needs(
    place, officer, head, standing, members, chairman, clerk, administrator, stranger, desk_of, status
):
    nomination = NominationFactory(unit=place.commune, status=status, holder=place.district)
    if status not in BEFORE_SENDING:
        OfficeStayFactory(nomination=nomination, office=place.district)

    people = (officer, head, standing, members[0], chairman, clerk, administrator, stranger)
    seen = [Nomination.objects.visible_to(desk_of(person)).exists() for person in people]

    sent = status not in BEFORE_SENDING
    assert seen == [True, True, sent, status in BEFORE_COUNCIL, sent, sent, False, False]


def test_a_dossier_of_the_hamlet_is_the_communes_and_not_its_neighbours(place, officer, desk_of):
    NominationFactory(unit=place.hamlet)
    NominationFactory(unit=place.sister)

    seen = Nomination.objects.visible_to(desk_of(officer))

    assert list(seen.values_list("unit", flat=True)) == [place.hamlet.pk]


@pytest.mark.parametrize(
    ("status", "who"),
    [
        (S.DRAFT, ["officer"]),
        (S.RETURNED, ["officer"]),
        (S.READY, ["head"]),
        (S.SUBMITTED, ["standing"]),
        (S.FORWARDED, ["standing"]),
        (S.RECEIVED, ["standing"]),
        (S.APPRAISED, []),
        (S.AWARDED, []),
    ],
)
def test_a_dossier_waits_for_the_one_whose_step_is_next(place, officer, head, standing, desk_of, status, who):
    NominationFactory(unit=place.commune, status=status, holder=place.district)
    people = {"officer": officer, "head": head, "standing": standing}

    waiting = [n for n, user in people.items() if Nomination.objects.waiting_for(desk_of(user)).exists()]

    assert waiting == who


def test_a_subject_elsewhere_is_seen_through_a_dossier_that_came(place, standing, stranger, desk_of):
    subject = SubjectFactory(unit=place.foreign)
    OfficeStayFactory(
        nomination=NominationFactory(
            unit=place.commune, subject=subject, status=S.RECEIVED, holder=place.district
        ),
        office=place.district,
    )

    seen = [
        Subject.objects.visible_to(desk_of(person)).filter(pk=subject.pk).exists() for person in (standing,)
    ]

    assert seen == [True]


@pytest.mark.parametrize(("stage", "seen"), [(Stage.FOUND, False), (Stage.REGISTERED, True)])
def test_the_office_sees_an_exemplar_once_it_is_registered(place, standing, desk_of, stage, seen):
    ExemplarFactory(unit=place.commune, status=stage)

    assert Exemplar.objects.visible_to(desk_of(standing)).exists() == seen
