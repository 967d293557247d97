"""The picture of how far an exemplar has spread."""

import datetime
import itertools

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from exemplars.models import Adoption, AdoptionStatus, Exemplar, Stage, Subject
from exemplars.spread import Place, Spread, choose_shown, units_by_year
from organizations.models import UnitKind
from tests.factories import AdoptionFactory, ExemplarFactory, SubjectFactory, UnitFactory

C = AdoptionStatus.CONFIRMED


@pytest.fixture
def model(place):
    return ExemplarFactory(unit=place.commune, status=Stage.SPREAD)


def many(model, place, count):
    """So many hamlets adopt, each tenth with an exemplar of its own, from whom the next nine learn."""
    hamlets = [UnitFactory(parent=place.sister, kind=UnitKind.HAMLET) for _ in range(3)]
    subjects = Subject.objects.bulk_create(
        Subject(name=f"Hộ {n}", kind="household", unit=hamlets[n % 3]) for n in range(count)
    )
    own = Exemplar.objects.bulk_create(
        Exemplar(subject=subject, unit=subject.unit, title="Học theo", status=Stage.VERIFIED)
        for subject in subjects[::10]
    )
    day = datetime.date(2022, 1, 1)
    Adoption.objects.bulk_create(
        Adoption(
            source=model if number % 10 == 0 else own[number // 10],
            unit=subject.unit,
            subject=subject,
            adopter=own[number // 10] if number % 10 == 0 else None,
            since=day + datetime.timedelta(days=number % 1000),
            status=C,
        )
        for number, subject in enumerate(subjects)
    )


def test_the_tree_joins_those_at_second_hand_to_whom_they_learned_from(model, place):
    first = AdoptionFactory(source=model, unit=place.sister, status=C)
    AdoptionFactory(source=model, learned_from=first, status=C)
    own = ExemplarFactory(unit=place.sister, status=Stage.VERIFIED)
    AdoptionFactory(source=model, subject=own.subject, adopter=own, unit=place.sister, status=C)
    AdoptionFactory(source=own, status=C)

    spread = Spread(model)

    assert [(place.below, len(place.children)) for place in spread.roots] == [(1, 1), (1, 1)]
    assert (len(spread.rows), spread.at_second_hand, len(spread.units)) == (4, 2, 3)


def test_what_is_not_confirmed_is_not_counted(model, place):
    for status in AdoptionStatus:
        AdoptionFactory(source=model, status=status)

    assert [row.status for row in Spread(model).rows] == [C, AdoptionStatus.ENDED]


def test_a_long_chain_is_shown_as_far_as_the_page_has_room():
    chain = [Place(n, "", "", n, None, False, None) for n in range(5)]
    for above, below in itertools.pairwise(chain):
        above.children.append(below)

    choose_shown(chain[:1], at_most=3)

    assert [len(place.shown) for place in chain] == [1, 1, 0, 0, 0]


def test_units_are_counted_by_the_year_in_which_they_began(model, place):
    for year, unit in ((2021, place.sister), (2021, place.hamlet), (2023, place.hamlet)):
        subject = SubjectFactory(unit=unit)
        since = datetime.date(year, 5, 1)
        AdoptionFactory(source=model, unit=unit, subject=subject, since=since, status=C)
    AdoptionFactory(source=model, unit=place.foreign, since=datetime.date(2023, 5, 1), status=C)

    whole, district = units_by_year(Spread(model)), units_by_year(Spread(model), place.district.path)

    assert (whole.above, whole.columns) == (place.province, ["2021", "2023"])
    assert [(str(line.unit), line.total) for line in whole.lines] == [("huyện Gò Thử", 3), ("huyện Xa Lạ", 1)]
    assert [
        (str(line.unit), [number for number, _shade in line.counts], line.goes_deeper)
        for line in district.lines
    ] == [("xã Bình Thử", [1, 1], True), ("xã Kế Bên", [1, 0], False)]


def test_two_thousand_adoptions_are_shown_within_25_queries(client, officer, model, place):
    client.force_login(officer)
    asked = []
    for count in (200, 1800):
        many(model, place, count)
        with CaptureQueriesContext(connection) as queries:
            response = client.get(reverse("exemplars:spread", args=[model.pk]))
        asked.append(len(queries))

    assert len(response.context["spread"].rows) == 2000
    assert asked[0] == asked[1] <= 25
    assert len(response.content) < 200_000


def test_one_branch_is_opened_by_itself(client, officer, model, place):
    many(model, place, 20)
    client.force_login(officer)
    root = Adoption.objects.filter(source=model).first()

    context = client.get(reverse("exemplars:spread", args=[model.pk]), {"tu": root.pk}).context

    assert (context["root"].pk, len(context["page_obj"].object_list)) == (root.pk, 9)


def test_the_exemplars_page_tells_how_many_places_and_units(client, officer, model, place):
    AdoptionFactory.create_batch(2, source=model, unit=place.sister, status=AdoptionStatus.REFUSED)
    AdoptionFactory(source=model, unit=place.sister, status=C)
    AdoptionFactory(source=model, unit=place.hamlet)
    client.force_login(officer)

    context = client.get(model.get_absolute_url()).context

    assert (context["spread"], context["waiting"]) == ({"places": 1, "units": 1}, 1)
