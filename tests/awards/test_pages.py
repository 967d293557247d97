"""A council's day in the browser, page by page."""

import pytest
from django.urls import reverse

from awards.counting import Votes, enter_tally
from awards.decisions import decidable, draft_decision, groups
from awards.models import AwardEntry, Decision, Session, SessionStatus, SubmissionLetter
from exemplars.models import NominationStatus
from organizations.access import Desk
from organizations.models import IssuedNumber, Post, Role
from tests.factories import DecisionFactory, NominationFactory, PlanFactory, PostFactory
from tests.factories.awards import add_many

pytestmark = pytest.mark.django_db


def url(name, *args):
    return reverse(f"awards:{name}", args=args)


def messages_of(response):
    return [str(message) for message in response.context["messages"]]


NEW_SESSION = {"title": "Xét khen thưởng", "held_at": "08:00 20/05/2024", "place": "Phòng họp số 1"}


def test_a_new_session_tells_that_the_whole_council_is_called(as_, council, standing):
    page = as_(standing).get(url("session-new"))

    shown = [post.user_id for post in page.context["form"].council]
    assert (shown[:2], len(shown)) == ([council[0].pk, council[1].pk], 11)
    assert "Thành viên được triệu tập: 11 người" in page.content.decode()


def test_nobody_of_the_council_is_left_out_of_a_session(as_, council, standing):
    posts = [user.posts.get().pk for user in council[:3]]

    response = as_(standing).post(url("session-new"), NEW_SESSION | {"members": posts})

    session = Session.objects.get()
    assert (response.status_code, session.members.count()) == (302, 11)


@pytest.mark.parametrize("made", ["drafted", "convened"])
def test_a_session_that_moves_is_called_with_the_council_of_the_new_day(
    as_, request, appraised, members, standing, made
):
    session = request.getfixturevalue(made)(appraised())
    members[8].posts.update(ends_on="2024-05-20")
    data = NEW_SESSION | {"version": session.version, "held_at": "08:00 21/05/2024"}

    as_(standing).post(url("session-edit", session.pk), data)

    assert (session.members.count(), session.members.filter(user=members[8]).exists()) == (10, False)


def test_the_standing_office_is_told_that_the_council_has_changed_and_how(
    as_, convened, appraised, members, standing
):
    session = convened(appraised())
    members[8].posts.update(ends_on="2024-05-19")
    told = f"{members[8]} thôi là thành viên. Mở “Sửa thông tin” rồi lưu"

    assert told in as_(standing).get(url("session", session.pk)).content.decode()
    assert told not in as_(members[0]).get(url("session", session.pk)).content.decode()

    as_(standing).post(url("session-edit", session.pk), NEW_SESSION | {"version": session.version})
    assert told not in as_(standing).get(url("session", session.pk)).content.decode()


def test_a_session_without_title_is_answered_422_and_keeps_what_was_typed(as_, council, standing):
    response = as_(standing).post(url("session-new"), NEW_SESSION | {"title": ""})

    assert (response.status_code, set(response.context["form"].errors)) == (422, {"title"})
    assert "Phòng họp số 1" in response.content.decode()


@pytest.mark.parametrize(
    ("held_at", "sentence"),
    [
        ("08:00 21/05/2025", "Ngày họp không được sau hôm nay quá một năm."),
        ("08:00 31/12/1999", "Trước ngày 01/01/2015 chưa có huyện Gò Thử, không họp được."),
        ("00:00 01/01/0001", "Trước ngày 01/01/2015 chưa có huyện Gò Thử, không họp được."),
        ("08:00 19/05/2024", "Hội đồng chưa có thành viên nào vào ngày này."),
    ],
)
def test_a_day_on_which_no_session_can_be_is_told_at_its_field(as_, council, standing, held_at, sentence):
    Post.objects.exclude(council_seat="").update(starts_on="2024-05-20")

    response = as_(standing).post(url("session-new"), NEW_SESSION | {"held_at": held_at})

    assert (response.status_code, response.context["form"].errors) == (422, {"held_at": [sentence]})
    assert held_at in response.content.decode()


def test_a_session_does_not_begin_after_the_end_in_its_minutes(as_, convened, appraised, standing):
    session = convened(appraised())
    session.ended_at = session.held_at.replace(hour=11)
    session.save()
    data = NEW_SESSION | {"version": session.version, "held_at": "13:00 20/05/2024"}

    response = as_(standing).post(url("session-edit", session.pk), data)

    assert response.context["form"].errors == {
        "held_at": ["Biên bản ghi phiên họp kết thúc lúc 11:00 ngày 20/05/2024."]
    }


def test_of_two_who_edit_a_session_the_second_is_told(as_, drafted, standing, council):
    session, browser = drafted(), as_(standing)
    browser.post(url("session-edit", session.pk), NEW_SESSION | {"version": 1, "place": "Tầng 2"})

    late = browser.post(url("session-edit", session.pk), NEW_SESSION | {"version": 1, "place": "Tầng 3"})

    session.refresh_from_db()
    assert (late.status_code, session.place) == (422, "Tầng 2")
    assert late.context["form"].errors["place"] == ["Bản vừa lưu ghi: “Tầng 2”"]
    assert 'value="Tầng 3"' in late.content.decode()


def test_all_that_the_filter_shows_is_put_on_the_agenda(as_, drafted, appraised, standing):
    session = drafted()
    appraised("GKH", name="Lê Thị An"), appraised("LDTT", name="Trần Văn Ba")

    as_(standing).post(f"{url('session-agenda', session.pk)}?q=le+thi", {"all": "1"})

    assert [str(item) for item in session.items.all()] == ["Lê Thị An"]


def test_ticked_dossiers_are_put_on_the_agenda_and_no_other(as_, drafted, appraised, standing, place):
    session, wanted, foreign = drafted(), appraised(), appraised(holder=place.foreign)
    appraised()

    as_(standing).post(url("session-agenda", session.pk), {"nominations": [wanted.pk, foreign.pk, "x"]})

    assert [item.nomination for item in session.items.all()] == [wanted]


def attendance_data(session, absent=()):
    data = {"form-TOTAL_FORMS": 11, "form-INITIAL_FORMS": 11}
    for number, seat in enumerate(session.members.order_by("pk")):
        data |= {f"form-{number}-id": seat.pk, f"form-{number}-present": str(number not in absent)}
    return data


def test_attendance_asks_for_the_reason_of_who_is_absent(as_, convened, appraised, standing):
    session = convened(appraised())
    data = attendance_data(session, absent=[10])

    refused = as_(standing).post(url("session-attendance", session.pk), data)
    as_(standing).post(url("session-attendance", session.pk), data | {"form-10-absence_reason": "Đi học"})

    assert refused.status_code == 422
    assert refused.context["formset"].forms[10].errors == {"absence_reason": ["Hãy ghi lý do vắng."]}
    assert session.members.filter(present=False).get().absence_reason == "Đi học"


def test_before_its_day_only_those_who_will_be_absent_are_noted(as_, convened, appraised, standing, settings):
    session = convened(appraised())
    settings.PORTAL_TODAY = "2024-05-19"
    absent = attendance_data(session, absent=range(11))
    absent |= {f"form-{number}-present": "" for number in range(10)} | {"form-10-absence_reason": "Đi học"}

    refused = as_(standing).post(url("session-attendance", session.pk), attendance_data(session))
    as_(standing).post(url("session-attendance", session.pk), absent)

    too_early = "Chưa đến ngày họp 20/05/2024: trước ngày họp chỉ ghi người báo vắng."
    assert refused.status_code == 422
    assert refused.context["formset"].forms[0].errors["present"] == [too_early]
    assert [seat.present for seat in session.members.order_by("pk")] == [None] * 10 + [False]


def test_tellers_are_named_on_the_day_of_the_session(as_, attended, appraised, standing, settings):
    session = attended(appraised())
    first, second = session.members.filter(present=True, teller=False)[:2]
    settings.PORTAL_TODAY = "2024-05-19"

    page = as_(standing).get(session.get_absolute_url())
    as_(standing).post(url("session-tellers", session.pk), {"first": first.pk, "second": second.pk})

    first.refresh_from_db()
    assert (page.context["tellers_form"], first.teller) == (None, False)


def test_a_reason_goes_when_the_member_has_come_after_all(as_, convened, appraised, standing):
    session = convened(appraised())
    absent = attendance_data(session, absent=[10]) | {"form-10-absence_reason": "Đi học"}
    as_(standing).post(url("session-attendance", session.pk), absent)

    come = absent | {"form-10-present": "True", "form-10-written_opinion": "Đồng ý"}
    as_(standing).post(url("session-attendance", session.pk), come)

    seat = session.members.order_by("pk")[10]
    assert (seat.present, seat.absence_reason, seat.written_opinion) == (True, "", "")


def test_two_different_tellers_are_named(as_, attended, appraised, standing):
    session = attended(appraised())
    seat = session.members.first()

    response = as_(standing).post(url("session-tellers", session.pk), {"first": seat.pk, "second": seat.pk})

    assert response.context["form"].errors == {"second": ["Người kiểm phiếu thứ hai phải là người khác."]}


def tally_data(session, votes_for=10, votes_against=1, **sheet):
    data = {"handed_out": 11, "returned": 11, "valid": 11, "invalid": 0} | sheet
    for item in session.items.all():
        data |= {f"for_{item.pk}": votes_for, f"against_{item.pk}": votes_against}
    return data


def test_a_count_that_contradicts_is_told_at_the_field_and_nothing_is_lost(as_, attended, appraised, members):
    session = attended(appraised())

    response = as_(members[0]).post(
        url("session-tally", session.pk), tally_data(session, valid=9, votes_for=4)
    )

    assert (response.status_code, response.context["form"].errors) == (
        422,
        {"valid": ["Hợp lệ và không hợp lệ cộng lại là 9, phải bằng 11 phiếu thu vào."]},
    )
    assert 'value="4"' in response.content.decode()


def test_a_recount_is_asked_for_with_a_reason(as_, attended, appraised, members):
    session = attended(appraised())
    as_(members[0]).post(url("session-tally", session.pk), tally_data(session))

    answer = as_(members[1]).post(url("session-tally-confirm", session.pk), {"send_back": "1", "note": ""})

    assert answer.status_code == 422
    assert "Hãy ghi số nào chưa đúng." in answer.text


def test_a_count_without_a_quorum_is_told_on_the_form_and_nothing_is_lost(as_, attended, appraised, members):
    session = attended(appraised())
    session.members.exclude(teller=True).update(present=False)

    response = as_(members[0]).post(url("session-tally", session.pk), tally_data(session, votes_for=7))

    told = "Có mặt 2 trên 11 thành viên, cần ít nhất 8 để phiên họp hợp lệ."
    assert (response.status_code, response.context["form"].non_field_errors()) == (422, [told])
    assert 'value="7"' in response.text


def test_two_tellers_count_in_their_own_browsers(as_, attended, appraised, members):
    session = attended(appraised("CSTDT"))
    as_(members[0]).post(url("session-tally", session.pk), tally_data(session))

    page = as_(members[1]).get(url("session-tally-confirm", session.pk))
    seen = page.context["tally"].entered_at.isoformat()
    as_(members[1]).post(url("session-tally-confirm", session.pk), {"seen": seen})

    session.refresh_from_db()
    assert (session.status, session.items.get().outcome) == (SessionStatus.COUNTED, "passed")


def test_the_moment_on_the_confirmation_page_is_the_one_that_is_checked(as_, attended, appraised, members):
    session = attended(appraised())
    as_(members[0]).post(url("session-tally", session.pk), tally_data(session))
    page = as_(members[1]).get(url("session-tally-confirm", session.pk)).content.decode()
    seen = page.split('name="seen" value="')[1].split('"')[0]
    as_(members[0]).post(url("session-tally", session.pk), tally_data(session, votes_for=2, votes_against=9))

    as_(members[1]).post(url("session-tally-confirm", session.pk), {"seen": seen})

    session.refresh_from_db()
    assert session.status == SessionStatus.CONVENED


def test_before_it_is_confirmed_the_count_is_shown_to_nobody_else(
    as_, attended, appraised, members, standing
):
    session = attended(appraised())
    votes = {session.items.get().pk: Votes(7, 3)}
    ballots = {"handed_out": 11, "returned": 11, "valid": 10, "invalid": 1}
    enter_tally(session, ballots=ballots, votes=votes, desk=Desk(members[0]))

    assert "7/11" not in as_(standing).get(session.get_absolute_url()).content.decode()
    assert as_(standing).get(url("session-tally-confirm", session.pk)).status_code == 403


def test_minutes_are_edited_until_the_session_is_closed(as_, counted, appraised, standing):
    session = counted(appraised())
    page = as_(standing).get(url("session-minutes", session.pk))
    data = {"version": page.context["form"].initial["version"], "opening": "Mở đầu", "conclusion": "Kết luận"}

    as_(standing).post(url("session-minutes", session.pk), data)
    as_(standing).post(url("session-move", session.pk, "close"))
    as_(standing).post(url("session-minutes", session.pk), data | {"opening": "Muộn"})

    session.refresh_from_db()
    assert (session.status, session.opening) == (SessionStatus.CLOSED, "Mở đầu")


def test_minutes_are_written_anew_only_after_a_question(as_, counted, appraised, standing):
    session = counted(appraised())
    Session.objects.filter(pk=session.pk).update(opening="Lời đã sửa")
    page = url("session-minutes", session.pk)

    asked = as_(standing).get(f"{page}?draft=1").content.decode()
    kept = Session.objects.get(pk=session.pk).opening
    answer = as_(standing).post(f"{page}?draft=1")

    assert "những gì đã ghi ở đây sẽ bị thay" in asked
    assert kept == "Lời đã sửa"
    assert "Thường trực Hội đồng trình bày 1 hồ sơ" in Session.objects.get(pk=session.pk).opening
    assert answer.url == page


@pytest.mark.parametrize("ended", ["07:30 20/05/2024", "08:00 20/05/2024"])
def test_an_end_before_the_start_is_told_at_its_field_and_nothing_is_lost(
    as_, counted, appraised, standing, ended
):
    session = counted(appraised())
    data = {"version": session.version, "ended_at": ended, "opening": "Mở đầu", "conclusion": "Kết luận"}

    response = as_(standing).post(url("session-minutes", session.pk), data)

    assert (response.status_code, response.context["form"].errors) == (
        422,
        {"ended_at": ["Giờ kết thúc phải sau giờ bắt đầu là 08:00 ngày 20/05/2024."]},
    )
    assert all(typed in response.content.decode() for typed in (ended, "Mở đầu", "Kết luận"))


def test_a_cancellation_asks_for_its_reason(as_, convened, appraised, standing):
    session = convened(appraised())
    move = url("session-move", session.pk, "cancel")

    asked = as_(standing).get(move)
    as_(standing).post(move, {"note": " "})
    still = Session.objects.get().status
    as_(standing).post(move, {"note": "Hoãn họp"})

    assert (asked.context["note_label"], still) == ("Lý do", SessionStatus.CONVENED)
    assert Session.objects.get().status == SessionStatus.CANCELLED


def test_after_a_move_one_is_back_on_the_filtered_list(as_, drafted, appraised, standing):
    session = drafted(appraised())
    back = f"{url('sessions')}?status=draft"

    response = as_(standing).post(url("session-move", session.pk, "convene"), {"return_to": back})

    assert response.url == back


def test_what_cannot_be_taken_back_is_told_before_it_is_pressed(as_, drafted, appraised, standing):
    session = drafted(appraised())

    page = as_(standing).get(session.get_absolute_url()).text

    assert 'data-opens="move-convene"' in page
    assert "Hồ sơ trong chương trình được khóa và thành viên được mời nhận xét." in page


def test_a_decision_goes_from_the_councils_vote_to_its_number(
    as_, passed, appraised, standing, chairman, clerk
):
    passed(appraised())
    offered = as_(standing).get(url("decision-new")).context["groups"]
    as_(standing).post(url("decision-new"), {"groups": [offered[0].key]})
    decision = Decision.objects.get()

    for person, verb in ((standing, "submit"), (chairman, "sign"), (clerk, "issue"), (clerk, "issue")):
        as_(person).post(url("decision-move", decision.pk, verb))

    decision.refresh_from_db()
    assert (decision.number_text, decision.signatory) == ("01/QĐ-UBND", chairman.full_name)
    numbers = IssuedNumber.objects.filter(series__symbol="QĐ-UBND")
    assert (numbers.count(), AwardEntry.objects.count()) == (1, 1)


def test_a_second_press_leads_to_the_draft_of_the_first(as_, passed, appraised, standing):
    passed(appraised(), appraised())
    browser, page = as_(standing), url("decision-new")
    chosen = {"groups": [browser.get(page).context["groups"][0].key]}

    answers = [browser.post(page, chosen) for _ in range(3)]

    decision = Decision.objects.get()
    assert decision.items.count() == 2
    assert [answer.url for answer in answers] == [decision.get_absolute_url()] * 3
    assert "đang ở dự thảo này" in messages_of(browser.get(decision.get_absolute_url()))[-1]


def test_who_chooses_nothing_is_told_so(as_, passed, appraised, standing):
    passed(appraised())

    answer = as_(standing).post(url("decision-new"), {"groups": ["x", "9" * 40]}, follow=True)

    assert messages_of(answer) == ["Hãy chọn ít nhất một nhóm hồ sơ."]
    assert not Decision.objects.exists()


def test_the_chairman_gives_a_decision_back_with_a_reason(as_, passed, appraised, place, standing, chairman):
    passed(appraised())
    decision = draft_decision(place.district, groups(decidable(place.district)), desk=Desk(standing))
    as_(standing).post(url("decision-move", decision.pk, "submit"))

    as_(chairman).post(url("decision-move", decision.pk, "give_back"), {"note": "Ghi rõ căn cứ"})

    decision.refresh_from_db()
    assert (decision.status, decision.history.last().note) == ("draft", "Ghi rõ căn cứ")


def test_the_list_of_a_draft_is_arranged_and_added_to(as_, passed, appraised, place, standing):
    passed(appraised(name="Lê Thị An"), appraised(name="Trần Văn Ba"))
    decision = draft_decision(place.district, groups(decidable(place.district)), desk=Desk(standing))
    an, ba = decision.items.all()
    page, browser = url("decision-lines", decision.pk), as_(standing)

    browser.post(page, {f"order_{an.pk}": 2, f"order_{ba.pk}": 1, f"remove_{an.pk}": "on"})
    left = [str(line) for line in decision.items.all()]
    browser.post(page, {"add": "1", "nominations": [an.nomination_id]})

    assert (left, [str(line) for line in decision.items.all()]) == (
        ["Trần Văn Ba"],
        ["Trần Văn Ba", "Lê Thị An"],
    )


def test_the_total_of_prizes_stands_above_the_list(as_, passed, appraised, place, standing):
    passed(appraised(), appraised())
    decision = draft_decision(place.district, groups(decidable(place.district)), desk=Desk(standing))

    assert as_(standing).get(decision.get_absolute_url()).context["total"] == 1_080_000


def test_a_long_list_is_shown_page_by_page_and_counted_whole(as_, place, standing):
    decision = DecisionFactory(unit=place.district)
    add_many(decision, NominationFactory(unit=place.commune), 101)

    page = as_(standing).get(f"{decision.get_absolute_url()}?page=2")

    assert [str(line) for line in page.context["lines"]] == ["Nguyễn Văn 100"]
    assert "Danh sách: 101 đối tượng" in page.content.decode()
    assert '<td class="stt">101</td>' in page.content.decode()


def test_a_letter_goes_up_and_is_incoming_there(as_, passed, appraised, place, standing, chairman, clerk):
    nomination = appraised("BKT")
    passed(nomination)
    data = {"title": "Đề nghị khen", "route": "territory", "nominations": [nomination.pk]}
    as_(standing).post(url("letter-new"), data)
    letter = SubmissionLetter.objects.get()

    for person, verb in ((standing, "submit"), (chairman, "sign"), (clerk, "issue")):
        as_(person).post(url("letter-move", letter.pk, verb))

    above = PostFactory(unit=place.province, role=Role.STANDING).user
    nomination.refresh_from_db()
    assert nomination.status == NominationStatus.FORWARDED
    assert as_(above).get(letter.get_absolute_url()).context["incoming"] is True


def test_a_letter_sent_twice_is_drafted_once(as_, passed, appraised, standing):
    chosen, other = appraised("BKT"), appraised("BKT")
    passed(chosen, other)
    data = {"title": "Đề nghị khen", "route": "territory", "nominations": [chosen.pk]}

    answers = [as_(standing).post(url("letter-new"), data) for _ in range(3)]

    letter = SubmissionLetter.objects.get()
    assert [answer.url for answer in answers] == [letter.get_absolute_url()] * 3


def test_a_letter_begins_with_all_that_waits_and_with_words(as_, passed, appraised, standing):
    passed(appraised("BKT"), appraised("BKT"), appraised("GKH"))

    form = as_(standing).get(url("letter-new")).context["form"]

    offered = {choice.pk for choice in form.fields["nominations"].queryset}
    assert (len(offered), set(form["nominations"].value()), bool(form["reasons"].value())) == (
        2,
        offered,
        True,
    )


def test_a_letter_offers_only_routes_that_lead_somewhere(as_, passed, appraised, standing):
    passed(appraised("BKT"))

    form = as_(standing).get(url("letter-new")).context["form"]

    assert form.fields["route"].choices == [("territory", "Theo địa bàn: tỉnh Thử")]


def test_in_the_middle_of_the_work_one_stays_on_the_session_and_the_way_back_is_kept(
    as_, drafted, appraised, standing
):
    session, nomination = drafted(), appraised()
    data = {"nominations": [nomination.pk], "return_to": "/hoi-dong/?status=draft"}

    response = as_(standing).post(url("session-agenda", session.pk), data)

    assert response.url == f"{session.get_absolute_url()}?return_to=%2Fhoi-dong%2F%3Fstatus%3Ddraft"


def test_without_a_way_back_none_is_made_up(as_, drafted, appraised, standing):
    session = drafted()

    response = as_(standing).post(url("session-agenda", session.pk), {"nominations": [appraised().pk]})

    assert response.url == session.get_absolute_url()


def test_the_agendas_filter_names_no_plan_that_one_may_not_read(as_, drafted, standing, place):
    session, own = drafted(), PlanFactory(unit=place.district)
    PlanFactory(unit=place.foreign, title="Dự thảo của nơi khác")

    form = as_(standing).get(url("session-agenda", session.pk)).context["filter"].form

    assert list(form.fields["plan"].queryset) == [own]


def test_a_candidate_without_plan_is_found_as_ad_hoc(as_, drafted, appraised, standing, place):
    session, sudden = drafted(), appraised(plan=None)
    appraised(plan=PlanFactory(unit=place.district, issued=True))

    page = as_(standing).get(f"{url('session-agenda', session.pk)}?plan=null")

    assert list(page.context["page_obj"]) == [sudden]
