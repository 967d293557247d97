import datetime

import pytest
from django.urls import reverse

from exemplars.models import Sex
from law.models import AwardType
from organizations.models import Role
from tests.factories import (
    AgendaItemFactory,
    AwardEntryFactory,
    DecisionFactory,
    DecisionItemFactory,
    IssuedNumberFactory,
    NominationFactory,
    PostFactory,
    SessionFactory,
    SubmissionLetterFactory,
)

pytestmark = pytest.mark.django_db


def issued(place, **facts):
    number = IssuedNumberFactory()
    return DecisionFactory(
        unit=facts.pop("unit", place.district),
        status="issued",
        number=number,
        issued_on=datetime.date(2024, 5, 2),
        **facts,
    )


def entry(place, name="Lê Thị An", **facts):
    about = {key: facts.pop(key) for key in ("sex", "worker_group", "kind", "unit") if key in facts}
    nomination = NominationFactory(**{"unit": place.commune} | about, name=name)
    return AwardEntryFactory(
        nomination=nomination, decision=facts.pop("decision", None) or issued(place), **facts
    )


def add_session(place):
    AgendaItemFactory(session=SessionFactory(unit=place.district), nomination__unit=place.commune)


def add_decision(place):
    DecisionItemFactory(decision=issued(place))


def add_letter(place):
    letter = SubmissionLetterFactory(unit=place.district, to_unit=place.province)
    letter.nominations.add(NominationFactory(unit=place.commune))


LISTS = {"sessions": add_session, "decisions": add_decision, "register": entry, "letters": add_letter}


@pytest.mark.parametrize("name", LISTS)
def test_a_list_asks_the_same_queries_for_any_length(
    as_, place, standing, name, django_assert_max_num_queries
):
    browser, address = as_(standing), reverse(f"awards:{name}")
    LISTS[name](place)
    browser.get(address)
    with django_assert_max_num_queries(25) as few:
        browser.get(address)
    for _ in range(2):
        LISTS[name](place)

    with django_assert_max_num_queries(len(few)):
        page = browser.get(address)

    assert page.context["page_obj"].paginator.count == 3


def test_a_sessions_page_asks_the_same_queries_for_any_agenda(
    as_, counted, appraised, standing, django_assert_max_num_queries
):
    small, large = counted(appraised()), counted(appraised(), appraised(), appraised())
    browser = as_(standing)
    browser.get(small.get_absolute_url())
    with django_assert_max_num_queries(30) as few:
        browser.get(small.get_absolute_url())

    with django_assert_max_num_queries(len(few)):
        browser.get(large.get_absolute_url())


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("q=le+thi", ["Lê Thị An"]),
        ("sex=male", ["Trần Văn Ba"]),
        ("worker_group=direct", ["Lê Thị An"]),
        ("kind=collective", ["Ấp Một"]),
        ("year=2023", []),
        ("sort=name", ["Lê Thị An", "Trần Văn Ba", "Ấp Một"]),
    ],
)
def test_the_register_is_searched_filtered_and_sorted(as_, place, standing, query, names):
    entry(place, "Ấp Một", kind="collective")
    entry(place, "Trần Văn Ba", sex=Sex.MALE)
    entry(place, "Lê Thị An", sex=Sex.FEMALE, worker_group="direct")

    page = as_(standing).get(f"{reverse('awards:register')}?{query}")

    assert [row.record.name for row in page.context["page_obj"]] == names


def test_the_register_is_filtered_by_unit_with_all_below_it_by_award_and_by_decision(as_, place, standing):
    inside = entry(place, unit=place.hamlet, decision=issued(place))
    entry(place, unit=place.sister, award=AwardType.objects.create(**award_facts()))
    browser, address = as_(standing), reverse("awards:register")

    for query in (
        f"unit={place.commune.pk}",
        f"award={inside.award_id}",
        f"decision={inside.decision.number.number}",
    ):
        page = browser.get(f"{address}?{query}")
        assert [row.record for row in page.context["page_obj"]] == [inside], query


def award_facts():
    return {
        "code": "KHAC",
        "name": "Khác",
        "title": "Khác",
        "group": "form",
        "for_persons": True,
        "rank": 2,
    } | {
        "valid_from": datetime.date(2015, 1, 1),
        "citation": "Luật thử",
    }


def test_the_total_of_prizes_is_that_of_the_filtered_list(as_, place, standing):
    entry(place, "Lê Thị An", prize=540_000)
    entry(place, "Trần Văn Ba", prize=1_080_000)

    page = as_(standing).get(f"{reverse('awards:register')}?q=le+thi")

    assert page.context["total"] == 540_000


def seen_in_register(browser):
    page = browser.get(reverse("awards:register"))
    return [row.record.name for row in page.context["page_obj"]]


def test_the_register_shows_own_territory_and_decisions_that_one_may_read(
    as_, place, officer, standing, stranger
):
    entry(place, "Trong xã")
    entry(place, "Xã khác", unit=place.sister)

    assert sorted(seen_in_register(as_(officer))) == [
        "Trong xã",
        "Xã khác",
    ]  # the district's decision is public
    assert seen_in_register(as_(stranger)) == []


def test_an_award_in_ones_own_territory_is_seen_whoever_decided_it(as_, place, officer):
    theirs = issued(place, unit=place.foreign)
    entry(place, "Trong xã", decision=theirs)
    entry(place, "Nơi xa", unit=place.foreign, decision=theirs)

    assert seen_in_register(as_(officer)) == ["Trong xã"]


def test_the_awards_of_a_subject_are_a_fragment_for_htmx_and_a_page_without(as_, place, officer):
    given = entry(place, "Lê Thị An")
    address = reverse("awards:awards-of", args=[given.subject.pk])

    fragment = as_(officer).get(address, headers={"HX-Request": "true"}).content.decode()
    page = as_(officer).get(address).content.decode()

    assert given.decision.number_text in fragment
    assert ("<html" in fragment, "<html" in page) == (False, True)


def test_letters_are_told_apart_by_their_direction(as_, place, standing):
    going = SubmissionLetterFactory(unit=place.district, to_unit=place.province)
    coming = SubmissionLetterFactory(
        unit=place.commune,
        to_unit=place.district,
        status="issued",
        number=IssuedNumberFactory(),
        issued_on=datetime.date(2024, 5, 2),
    )
    browser, address = as_(standing), reverse("awards:letters")

    found = [
        [row.record for row in browser.get(f"{address}?direction={way}").context["page_obj"]]
        for way in ("di", "den")
    ]

    assert found == [[going], [coming]]


def test_a_draft_decision_is_seen_by_its_office_alone(as_, place, standing, clerk, officer):
    DecisionFactory(unit=place.district)
    address = reverse("awards:decisions")

    counts = [as_(who).get(address).context["page_obj"].paginator.count for who in (standing, clerk, officer)]

    assert counts == [1, 1, 0]


def test_a_member_sees_a_session_once_called_to_it(as_, drafted, convened, appraised, members, stranger):
    drafted(appraised()), convened(appraised())
    address = reverse("awards:sessions")

    counts = [as_(who).get(address).context["page_obj"].paginator.count for who in (members[0], stranger)]

    assert counts == [1, 0]


def test_an_upper_standing_office_reads_what_lower_offices_decided(as_, place):
    decision = issued(place)
    above = PostFactory(unit=place.province, role=Role.STANDING).user

    assert as_(above).get(decision.get_absolute_url()).status_code == 200
