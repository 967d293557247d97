import pytest
from django.urls import reverse

from awards.letters import draft_letter, forwardable, issue_letter, receiver, submit_letter
from awards.models import SubmissionLetter
from core.workflow import TransitionError
from exemplars.models import Nomination, NominationStatus, Route
from organizations.access import Desk
from organizations.models import Role, UnitKind
from organizations.signing import sign
from tests.factories import PostFactory, UnitFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def letter(passed, appraised, place, standing):
    """A draft to the province with one dossier for its bằng khen."""
    passed(appraised("BKT", name="Lê Thị Trình"))
    waiting = list(forwardable(place.district))
    return draft_letter(
        place.district, waiting, route=Route.TERRITORY, title="Đề nghị tặng Bằng khen", desk=Desk(standing)
    )


@pytest.fixture
def issued(letter, standing, chairman, clerk):
    submit_letter(letter, desk=Desk(standing))
    sign(letter, desk=Desk(chairman))
    issue_letter(letter, desk=Desk(clerk))
    return letter


def test_only_what_the_office_may_not_grant_itself_goes_up(passed, appraised, place):
    above, own = appraised("BKT"), appraised("GKH")
    passed(above, own)

    assert list(forwardable(place.district)) == [above]


def test_a_dossier_in_a_letter_under_way_is_in_no_other(letter, place):
    assert not forwardable(place.district).exists()


def test_what_was_chosen_twice_is_in_one_letter(letter, place, standing):
    chosen = list(letter.nominations.all())

    with pytest.raises(TransitionError, match="vừa được đưa vào tờ trình khác"):
        draft_letter(place.district, chosen, route=Route.TERRITORY, title="Lần hai", desk=Desk(standing))

    assert list(SubmissionLetter.objects.all()) == [letter]


def test_the_route_leads_to_the_council_above_or_to_that_of_the_sector(place):
    agency = {"parent": place.province, "kind": UnitKind.AGENCY}
    department = UnitFactory(name="Sở Thử", has_council=True, **agency)
    school = UnitFactory(parent=place.district, kind=UnitKind.SCHOOL, sector_parent=department)

    assert receiver(place.district, Route.TERRITORY) == place.province
    assert (receiver(school, Route.TERRITORY), receiver(school, Route.SECTOR)) == (place.district, department)
    school.sector_parent = UnitFactory(name="Phòng không có Hội đồng", **agency)
    assert receiver(school, Route.SECTOR) == place.province


def test_no_letter_goes_where_there_is_no_office(place, standing):
    with pytest.raises(TransitionError, match="Không có cấp trên"):
        draft_letter(place.district, [], route=Route.SECTOR, title="x", desk=Desk(standing))


def test_the_issued_letter_hands_every_dossier_to_the_office_above(issued, place):
    nomination = Nomination.objects.get(name="Lê Thị Trình")

    stay = nomination.stays.get(office=place.province)
    assert (nomination.status, nomination.holder) == (NominationStatus.FORWARDED, place.province)
    assert (stay.sent_by_office, stay.arrived_on, issued.number_text) == (
        place.district,
        issued.issued_on,
        "01/TTr-UBND",
    )


def test_the_office_above_receives_the_dossier_as_any_other(issued, place):
    above = PostFactory(unit=place.province, role=Role.STANDING).user
    nomination = Nomination.objects.visible_to(Desk(above)).get()

    assert "receive" in nomination.open_moves(Desk(above))
    assert list(SubmissionLetter.objects.visible_to(Desk(above))) == [issued]


def test_the_office_above_sees_no_letter_before_it_was_sent(letter, place):
    above = PostFactory(unit=place.province, role=Role.STANDING).user

    assert list(SubmissionLetter.objects.visible_to(Desk(above))) == []


def test_a_second_press_sends_nothing_twice(issued, clerk):
    same = SubmissionLetter.objects.get(pk=issued.pk)

    with pytest.raises(TransitionError):
        issue_letter(same, desk=Desk(clerk))

    assert same.nominations.get().stays.count() == 2


def test_an_empty_letter_is_not_submitted(letter, standing):
    letter.nominations.clear()

    with pytest.raises(TransitionError, match="chưa có hồ sơ"):
        submit_letter(letter, desk=Desk(standing))


def test_of_two_who_edit_a_letter_the_second_keeps_every_dossier_ticked(
    client, letter, passed, appraised, standing
):
    passed(appraised("BKT", name="Trần Văn Ba"), appraised("BKT", name="Đỗ Thị Tư"))
    ticked = [one.pk for one in forwardable(letter.unit)] + [one.pk for one in letter.nominations.all()]
    sent = {"title": "Của tôi", "route": "territory", "nominations": ticked, "version": letter.version}
    SubmissionLetter.objects.filter(pk=letter.pk).update(title="Của người khác", version=letter.version + 1)
    client.force_login(standing)

    form = client.post(reverse("awards:letter-edit", args=[letter.pk]), sent).context["form"]

    assert form.errors["title"] == ["Bản vừa lưu ghi: “Của người khác”"]
    assert form.errors["nominations"][0].startswith("Bản vừa lưu ghi: “Lê Thị Trình, ")
    assert form["nominations"].value() == [str(pk) for pk in ticked]
    assert len(ticked) == 3
