"""A conference from its beginning to its end, on its pages and behind them."""

import datetime

import pytest
from django.urls import reverse

from core.workflow import NotYours, TransitionError
from gatherings import conferences, honours
from gatherings.levels import family
from gatherings.models import Conference, Quota
from organizations.access import Desk
from portal import worklist
from tests.factories import (
    AwardEntryFactory,
    AwardTypeFactory,
    BlockFactory,
    ConferenceFactory,
    DecisionFactory,
    DelegateFactory,
    HonourFactory,
    IssuedNumberFactory,
    MilestoneFactory,
    PlanFactory,
)

FORM = {
    "name": "Hội nghị điển hình tiên tiến huyện",
    "starts_at": "07:30 11/06/2024",
    "ends_at": "11:00 11/06/2024",
    "request_id": "5a0f2a57-6b8a-4a67-9b6c-2a2b1d7a3c11",
}


def begin(client, **changes):
    return client.post(reverse("gatherings:conference-new"), {**FORM, **changes})


def test_a_conference_begins_with_the_usual_programme_and_once(client, standing):
    client.force_login(standing)

    begin(client)
    begin(client)

    (conference,) = Conference.objects.all()
    assert conference.blocks.count() == 10
    assert [event.verb for event in conference.history] == ["create"]


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"ends_at": "07:00 11/06/2024"}, "__all__"),
        ({"ends_at": "08:00 11/06/2024"}, "ends_at"),
        ({"delegates_due_on": "12/06/2024"}, "delegates_due_on"),
        ({"delegates_total": "5", "women": "6"}, "__all__"),
    ],
)
def test_what_cannot_be_is_told_at_its_field(client, standing, changes, field):
    client.force_login(standing)

    response = begin(client, **changes)

    assert (response.status_code, list(response.context["form"].errors)) == (422, [field])
    assert not Conference.objects.exists()


def test_the_plan_follows_from_the_milestone(client, standing, place):
    client.force_login(standing)
    plan = PlanFactory(unit=place.district, issued=True)
    day = MilestoneFactory(plan=plan, kind="conference", name="Hội nghị huyện")

    begin(client, milestone=day.pk)

    assert Conference.objects.get().plan == plan


def test_hours_too_short_for_the_programme_are_refused(client, standing, conference, programme):
    client.force_login(standing)
    address = reverse("gatherings:conference-edit", args=[conference.pk])

    response = client.post(address, {**FORM, "ends_at": "10:00 11/06/2024", "version": conference.version})

    assert response.status_code == 422
    assert response.context["form"].errors["ends_at"][0].startswith("Chương trình không còn khớp")


def test_two_who_edit_collide_visibly(client, standing, conference):
    client.force_login(standing)
    Conference.objects.filter(pk=conference.pk).update(version=2, place="Nhà văn hóa")

    response = client.post(
        reverse("gatherings:conference-edit", args=[conference.pk]), {**FORM, "version": "1"}
    )

    assert response.status_code == 422
    assert "Bản vừa lưu ghi: “Nhà văn hóa”" in response.context["form"].errors["place"]


def test_units_are_asked_once_they_have_quotas(standing, place):
    conference, desk = ConferenceFactory(unit=place.district), Desk(standing)

    with pytest.raises(TransitionError, match="Chưa giao chỉ tiêu"):
        conferences.ask_for_delegates(conference, desk=desk)
    Quota.objects.create(conference=conference, unit=place.commune, number=1)
    conferences.ask_for_delegates(conference, desk=desk)

    assert (conference.status, conference.asked_on) == ("nominating", datetime.date(2024, 5, 20))


def test_invitations_go_out_when_nothing_is_missing(standing, conference, programme, place):
    desk = Desk(standing)
    waiting = DelegateFactory(conference=conference, unit=place.commune)

    with pytest.raises(TransitionError, match="còn 1 đại biểu chờ duyệt; chưa có đại biểu nào được duyệt"):
        conferences.call(conference, desk=desk)
    waiting.move("accept", desk=desk)
    conferences.call(conference, desk=desk)

    assert conference.status == "called"


def test_it_is_held_on_its_day_and_closed_when_the_roll_is_whole(standing, conference, settings):
    Conference.objects.filter(pk=conference.pk).update(status="called")
    conference.refresh_from_db()
    delegate, desk = DelegateFactory(conference=conference, status="accepted"), Desk(standing)

    with pytest.raises(TransitionError, match="Chưa đến ngày hội nghị"):
        conferences.hold(conference, desk=desk)
    settings.PORTAL_TODAY = "2024-06-11"
    conferences.hold(conference, desk=desk)
    with pytest.raises(TransitionError, match="Còn 1 đại biểu chưa điểm danh"):
        conferences.close(conference, desk=desk)
    delegate.move("attend", desk=desk)
    conferences.close(conference, desk=desk)

    assert conference.status == "closed"


def test_the_clerk_numbers_the_invitation_once(clerk, standing, conference):
    told = {"on": datetime.date(2024, 5, 20), "signatory": "Lê An", "signatory_title": "Chủ tịch"}

    with pytest.raises(NotYours):
        conferences.number_paper(conference, "invitation", desk=Desk(standing), **told)
    number = conferences.number_paper(conference, "invitation", desk=Desk(clerk), **told)
    with pytest.raises(TransitionError, match="Giấy mời đã có số 01/GM-UBND"):
        conferences.number_paper(conference, "invitation", desk=Desk(clerk), **told)

    conference.refresh_from_db()
    assert (number.text, conference.invitation_number, conference.signatory) == (
        "01/GM-UBND",
        number,
        "Lê An",
    )


def test_a_quota_below_what_was_sent_is_told(client, standing, conference, place):
    client.force_login(standing)
    DelegateFactory.create_batch(2, conference=conference, unit=place.commune)
    fields = {f"u{place.commune.pk}-number": "1", f"u{place.sister.pk}-number": ""}

    response = client.post(reverse("gatherings:conference-quotas", args=[conference.pk]), fields)

    assert response.status_code == 422
    assert {quota.number for quota in conference.quotas.all()} == {2}


def test_quotas_are_given_and_taken_by_the_row(client, standing, conference, place):
    client.force_login(standing)
    fields = {f"u{place.commune.pk}-number": "5", f"u{place.commune.pk}-women": "2"}

    client.post(reverse("gatherings:conference-quotas", args=[conference.pk]), fields)

    rows = conference.quotas.values_list("unit", "number", "women")
    assert list(rows) == [(place.commune.pk, 5, 2)]


# --- On the stage ----------------------------------------------------------------------------------


def decision_with(place, *awards, unit=None):
    """An issued decision of the district that gives these awards."""
    decision = DecisionFactory(
        unit=unit or place.district, status="issued", number=IssuedNumberFactory(), issued_on="2024-05-02"
    )
    for award in awards:
        AwardEntryFactory(decision=decision, award=award, nomination__unit=place.commune)
    return decision


def test_honours_come_from_a_decision_by_rank_in_batches(standing, conference, place):
    low, high = AwardTypeFactory(code="T1", rank=10), AwardTypeFactory(code="T2", rank=30)
    decision = decision_with(place, low, high, low)

    count = honours.add_decision(conference, decision, desk=Desk(standing))
    honours.split_again(conference, 1)

    found = [(number, [row.entry.award for row in rows]) for number, rows in honours.batches(conference)]
    assert count == 3
    assert found == [(1, [high]), (2, [low]), (3, [low])]


def test_only_awards_of_the_own_territory_and_not_yet_listed_are_offered(standing, conference, place):
    own = decision_with(place, AwardTypeFactory())
    number = IssuedNumberFactory()
    AwardEntryFactory(decision=DecisionFactory(status="issued", number=number, issued_on="2024-05-02"))
    desk = Desk(standing)

    before = list(honours.decisions_with_awards(conference, desk))
    honours.add_decision(conference, own, desk=desk)

    assert before == [own]
    assert not honours.decisions_with_awards(conference, desk)


def test_who_hands_over_is_named_for_the_batch(client, standing, conference):
    client.force_login(standing)
    honour = HonourFactory(conference=conference, batch=2)

    client.post(reverse("gatherings:honours-hand", args=[conference.pk, 2]), {"handed_by": "Ông Lê An"})

    honour.refresh_from_db()
    assert honour.handed_by == "Ông Lê An"


# --- Lists, levels, work ---------------------------------------------------------------------------


def test_the_levels_stand_from_the_highest_down(standing, conference, place):
    above = ConferenceFactory(unit=place.province, asked=True)
    Conference.objects.filter(pk=conference.pk).update(above=above)
    below = ConferenceFactory(unit=place.commune, above=conference, asked=True)
    ConferenceFactory(unit=place.sister, above=conference)  # nobody else knows of it yet

    rows = family(below, Desk(standing))

    assert [(row.conference, row.depth) for row in rows] == [(above, 1), (conference, 2), (below, 3)]


def waiting(user):
    return {group.title: group.total for group in worklist.groups(Desk(user))}


def test_what_is_to_be_done_waits_for_units_and_office(officer, standing, clerk, conference, place):
    begun = [waiting(user) for user in (officer, standing)]
    DelegateFactory.create_batch(2, conference=conference, unit=place.commune)

    assert begun == [{"Cử đại biểu dự hội nghị": 1}, {}]
    assert waiting(officer) == {}
    assert waiting(standing) == {"Đại biểu hội nghị chờ duyệt": 2}
    assert waiting(clerk) == {"Kế hoạch hội nghị, giấy mời chờ cấp số": 1}


@pytest.mark.parametrize("count", [1, 4])
def test_the_list_asks_the_same_queries_for_any_length(
    client, standing, place, count, django_assert_num_queries
):
    client.force_login(standing)
    for _ in range(count):
        DelegateFactory(conference=ConferenceFactory(unit=place.district, asked=True), status="accepted")

    with django_assert_num_queries(7):
        page = client.get(reverse("gatherings:conferences"))

    assert page.context["page_obj"].paginator.count == count


def test_pages_of_a_closed_conference_offer_no_change(client, standing, conference):
    client.force_login(standing)
    Conference.objects.filter(pk=conference.pk).update(status="closed")
    block = BlockFactory(conference=conference)

    answers = [
        client.get(reverse(f"gatherings:{name}", args=[pk])).status_code
        for name, pk in (
            ("conference-edit", conference.pk),
            ("conference-quotas", conference.pk),
            ("block-edit", block.pk),
        )
    ]

    assert answers == [302, 302, 302]
