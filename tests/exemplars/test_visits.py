"""The record of a visit: written once, never over another's, and what follows from it."""

import datetime
import uuid

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from exemplars.models import (
    RoundStatus,
    Stage,
    Verdict,
    VisitStatus,
    VisitSubmission,
)
from organizations.access import Desk
from portal import worklist
from tests.factories import (
    CriterionFactory,
    ExemplarFactory,
    ExemplarFigureFactory,
    InspectionRoundFactory,
    PlanFactory,
    RoundMemberFactory,
    VisitFactory,
)
from tests.files import picture


@pytest.fixture
def visit(place, members):
    """A visit of two members to an exemplar of a plan with one criterion."""
    plan = PlanFactory(unit=place.district, issued=True)
    CriterionFactory(plan=plan, subject_kind="person", text="Có hiệu quả thiết thực")
    inspection = InspectionRoundFactory(unit=place.district, plan=plan, status=RoundStatus.CALLED)
    for user in members[:2]:
        RoundMemberFactory(round=inspection, user=user)
    exemplar = ExemplarFactory(unit=place.commune, plan=plan, status=Stage.NURTURED)
    return VisitFactory(round=inspection, exemplar=exemplar)


@pytest.fixture
def write(client, visit):
    """write(user, **changes): that member sends a record, as the form was when nobody had sent one."""

    def send(user, **changes):
        client.force_login(user)
        criterion = visit.exemplar.plan.criteria.get()
        sent = {
            "version": 1,
            "request_id": uuid.uuid4(),
            "visited_at": "08:00 14/05/2024",
            "ended_at": "10:30 14/05/2024",
            "place": "Vườn của hộ",
            "team": "Ông Ẩn, Thư ký",
            "hosts": "Bà Hậu, Trưởng ấp",
            f"result_{criterion.pk}": "partly",
            f"words_{criterion.pk}": "Mới làm ở một ấp",
            "measure_0_name": "Số hộ cùng làm",
            "measure_0_before": "1",
            "measure_0_after": "11",
            "neighbours": "09 hộ lân cận",
            "opinion": "Đồng tình",
            "verdict": "meets",
            **changes,
        }
        return client.post(reverse("exemplars:visit-record", args=[visit.pk]), sent)

    return send


def test_a_record_comes_in_with_findings_and_figures(visit, write, members):
    write(members[0])

    visit.refresh_from_db()
    (finding,), (measure,) = visit.findings.all(), visit.measures.all()
    assert (visit.status, visit.verdict, visit.recorded_by) == ("recorded", "meets", members[0])
    assert (finding.criterion.text, finding.result) == ("Có hiệu quả thiết thực", "partly")
    assert (measure.name, measure.before, measure.after) == ("Số hộ cùng làm", "1", "11")
    assert [event.verb for event in visit.history] == ["record"]


def test_what_is_sent_twice_is_one_record(visit, write, members):
    request_id = uuid.uuid4()

    answers = [write(members[0], request_id=request_id).status_code for _ in range(2)]

    assert answers == [302, 302]
    assert VisitSubmission.objects.count() == visit.history.count() == 1


def test_another_text_with_the_same_id_is_no_repetition(write, members, visit):
    request_id = uuid.uuid4()
    write(members[0], request_id=request_id)

    answer = write(members[0], request_id=request_id, place="Nơi khác")

    visit.refresh_from_db()
    assert (answer.status_code, visit.place) == (409, "Vườn của hộ")
    assert answer.context["form"]["request_id"].value() != f"{request_id}"


def test_who_sends_after_a_colleague_sees_both_texts_and_may_replace_what_stands(visit, write, members):
    write(members[0], place="Của đồng nghiệp")
    late = write(members[1], place="Của tôi")
    form = late.context["form"]
    told = form.errors["place"], form["place"].value(), late.context["who"]

    write(members[1], place="Của tôi", version=form["version"].value())

    visit.refresh_from_db()
    assert late.status_code == 409
    assert told == (["Bản vừa gửi ghi: “Của đồng nghiệp”"], "Của tôi", f"{members[0]}")
    assert (visit.place, visit.recorded_by) == ("Của tôi", members[1])
    assert [s.content["place"] for s in visit.submissions.all()] == ["Của đồng nghiệp", "Của tôi"]


def test_a_record_that_was_accepted_meanwhile_takes_nothing_in_and_shows_what_was_typed(
    visit, write, members, standing
):
    write(members[0])
    visit.refresh_from_db()
    visit.move("accept", desk=Desk(standing))

    answer = write(members[1], place="Của tôi")

    assert (answer.status_code, answer.context["form"]["place"].value()) == (409, "Của tôi")
    assert answer.context["form"].non_field_errors() == [
        "Biên bản này không nhận sửa, gửi thêm được nữa: đã chấp nhận."
    ]


def photo(name="anh.png", content=None):
    return SimpleUploadedFile(name, content or picture())


def test_photos_come_in_with_the_record_and_not_twice(visit, write, members):
    request_id = uuid.uuid4()
    for _ in range(2):
        write(members[0], request_id=request_id, photo_0=photo(), caption_0="Vườn của hộ")
    visit.refresh_from_db()

    write(members[0], version=visit.version, photo_3=photo(), caption_3="Vườn của hộ, lần nữa")

    (stored,) = visit.photos.all()
    assert (stored.caption, stored.uploaded_by, f"{stored.taken_on}") == (
        "Vườn của hộ",
        members[0],
        "2024-05-14",
    )


@pytest.mark.parametrize(
    ("sent", "field"),
    [
        ({"photo_0": photo()}, "caption_0"),
        ({"photo_0": photo("anh.png", b"khong phai anh"), "caption_0": "Vườn"}, "photo_0"),
    ],
)
def test_a_photo_needs_a_caption_and_to_be_one(visit, write, members, sent, field):
    answer = write(members[0], **sent)

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, [field])
    assert not visit.photos.exists()


def test_a_photo_is_taken_out_by_the_team_until_the_record_is_accepted(
    client, visit, write, members, standing, django_capture_on_commit_callbacks
):
    for number in (0, 1):
        write(
            members[0],
            version=1 + 2 * number,
            caption_0="Vườn",
            photo_0=photo(content=picture(size=(40 + number, 30))),
        )
    first, second = visit.photos.all()
    with django_capture_on_commit_callbacks(execute=True):
        client.post(reverse("exemplars:visit-photo-remove", args=[first.pk]))
    visit.refresh_from_db()
    visit.move("accept", desk=Desk(standing))
    client.force_login(members[0])
    client.post(reverse("exemplars:visit-photo-remove", args=[second.pk]))

    assert list(visit.photos.all()) == [second]
    assert not first.file.storage.exists(first.file.name)


def test_figures_that_the_unit_states_of_itself_stand_there_to_be_looked_at(client, visit, members):
    ExemplarFigureFactory(exemplar=visit.exemplar, name="Số hộ", measure="hộ", before=1, after=11)
    client.force_login(members[0])

    form = client.get(reverse("exemplars:visit-record", args=[visit.pk])).context["form"]

    assert [form[f"measure_0_{part}"].value() for part in ("name", "before", "after")] == [
        "Số hộ (hộ)",
        "1",
        "",
    ]


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"visited_at": "08:00 14/05/2099", "ended_at": ""}, "visited_at"),
        ({"ended_at": "07:00 14/05/2024"}, "ended_at"),
        ({"verdict": ""}, "verdict"),
        ({"neighbours": ""}, "neighbours"),
        ({"measure_1_after": "34"}, "measure_1_name"),
        ({"caption_0": "Vườn cây"}, "photo_0"),
    ],
)
def test_bad_input_is_answered_at_the_field_and_nothing_is_taken_in(visit, write, members, changes, field):
    answer = write(members[0], **changes)

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, [field])
    assert not VisitSubmission.objects.exists()


def test_what_is_not_wholly_met_says_what_is_missing(visit, write, members):
    criterion = visit.exemplar.plan.criteria.get()

    answer = write(members[0], **{f"words_{criterion.pk}": ""})

    assert answer.context["form"].errors == {f"words_{criterion.pk}": ["Hãy ghi còn thiếu gì."]}


def test_the_script_of_the_page_is_answered_for_a_program(client, visit, write, members):
    client.defaults["HTTP_X_REQUESTED_WITH"] = "visit"

    answer = write(members[0])

    assert answer.json()["url"] == visit.get_absolute_url()


def test_a_record_goes_back_to_the_team_with_what_is_missing_and_is_then_accepted(
    client, visit, write, members, standing
):
    write(members[0])
    client.force_login(standing)
    give_back = reverse("exemplars:visit-move", args=[visit.pk, "give_back"])
    without_reason = client.post(give_back).status_code
    client.post(give_back, {"note": "Ghi rõ số hộ"})
    visit.refresh_from_db()
    write(members[0], version=visit.version, place="Đã bổ sung")
    client.force_login(standing)
    client.post(reverse("exemplars:visit-move", args=[visit.pk, "accept"]))

    visit.refresh_from_db()
    assert (without_reason, visit.status, visit.place) == (422, VisitStatus.ACCEPTED, "Đã bổ sung")
    assert [e.verb for e in visit.history] == ["record", "give_back", "record", "accept"]


def test_a_good_verdict_that_is_accepted_offers_the_exemplars_own_move(client, place, standing):
    exemplar = ExemplarFactory(unit=place.commune, status=Stage.NURTURED)
    inspection = InspectionRoundFactory(unit=place.district, status=RoundStatus.CALLED, name="Quý II")
    visit = VisitFactory(round=inspection, exemplar=exemplar, recorded=True, status=VisitStatus.ACCEPTED)
    client.force_login(standing)
    address = reverse("exemplars:visit-verify", args=[visit.pk])

    offered = client.get(visit.get_absolute_url()).context["verifies"]
    client.post(address)

    exemplar.refresh_from_db()
    assert (offered, exemplar.status) == (True, Stage.VERIFIED)
    assert [event.note for event in exemplar.history] == [
        "Theo biên bản kiểm chứng ngày 14/05/2024, đợt “Quý II”: đạt."
    ]


@pytest.mark.parametrize(("verdict", "is_kept"), [(Verdict.MEETS, True), (Verdict.NEEDS_MORE, False)])
def test_who_accepts_a_good_record_stays_with_it_to_verify_the_exemplar(
    client, place, standing, verdict, is_kept
):
    visit = VisitFactory(
        round__unit=place.district,
        round__status=RoundStatus.CALLED,
        exemplar=ExemplarFactory(unit=place.commune, status=Stage.NURTURED),
        recorded=True,
        verdict=verdict,
    )
    client.force_login(standing)
    address = reverse("exemplars:visit-move", args=[visit.pk, "accept"])

    answer = client.post(address, {"return_to": reverse("home")})

    assert answer.url.startswith(visit.get_absolute_url()) == is_kept


@pytest.mark.parametrize(
    ("status", "verdict"),
    [(VisitStatus.RECORDED, Verdict.MEETS), (VisitStatus.ACCEPTED, Verdict.NOT_YET)],
)
def test_nothing_else_verifies_an_exemplar(client, place, standing, status, verdict):
    visit = VisitFactory(
        round__unit=place.district,
        exemplar=ExemplarFactory(unit=place.commune, status=Stage.NURTURED),
        recorded=True,
        status=status,
        verdict=verdict,
    )
    client.force_login(standing)

    client.post(reverse("exemplars:visit-verify", args=[visit.pk]))

    visit.exemplar.refresh_from_db()
    assert visit.exemplar.status == Stage.NURTURED


def test_the_day_of_a_visit_is_changed_within_its_round(client, visit, standing):
    client.force_login(standing)
    address = reverse("exemplars:visit-day", args=[visit.pk])

    answers = [client.post(address, {"planned_on": day}).status_code for day in ("01/06/2024", "20/05/2024")]

    visit.refresh_from_db()
    assert (answers, visit.planned_on) == ([422, 302], datetime.date(2024, 5, 20))


def test_a_visit_waits_for_its_team_and_its_record_for_the_standing_office(visit, write, members, standing):
    def waiting():
        found = {g.title: g.total for user in (members[0], standing) for g in worklist.groups(Desk(user))}
        return found.get("Cần đi kiểm tra", 0), found.get("Biên bản kiểm chứng chờ xem", 0)

    before = waiting()
    write(members[1])

    assert (before, waiting()) == ((1, 0), (0, 1))


def test_a_page_of_the_exemplar_shows_its_visits_to_those_who_may_see_them(client, place, officer, standing):
    exemplar = ExemplarFactory(unit=place.commune, status=Stage.NURTURED)
    mine = {"exemplar": exemplar, "round__unit": place.district}
    VisitFactory(**mine, recorded=True)
    done = VisitFactory(**mine, recorded=True, status=VisitStatus.ACCEPTED)

    def shown(user):
        client.force_login(user)
        return list(client.get(exemplar.get_absolute_url()).context["visits"])

    assert shown(officer) == [done]
    assert len(shown(standing)) == 2
