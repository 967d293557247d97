"""What units report of their work, and the plans by which they answer."""

import datetime
import uuid

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from campaigns.models import Assignment, Plan, ProgressReport
from campaigns.progress import report_progress
from core.deadlines import Deadlines
from core.workflow import TransitionError
from organizations.models import Role
from tests.factories import (
    AssignmentFactory,
    PlanFactory,
    PostFactory,
    ProgressReportFactory,
    SuccessionFactory,
    UnitFactory,
    UserFactory,
)
from tests.files import pdf, picture

DAY = datetime.date(2024, 3, 11)  # a Monday


def address(plan, name="progress-new"):
    return reverse(f"campaigns:{name}", args=[plan.assignments.get().pk])


def final(**changes):
    return {"text": "Đã đăng ký hai mô hình.", "on": "28/02/2024", "is_final": "on", **changes}


@pytest.mark.parametrize("who", ["officer", "head", "standing"])
def test_the_assigned_unit_and_the_standing_office_report(client, request, issued, who):
    client.force_login(request.getfixturevalue(who))

    client.post(address(issued), final())

    assignment = issued.assignments.get()
    assert (assignment.result, assignment.done_on) == ("Đã đăng ký hai mô hình.", datetime.date(2024, 2, 28))
    assert [event.verb for event in issued.history] == ["report"]


def test_others_see_the_assignment_and_report_nothing(client, stranger, issued):
    client.force_login(stranger)

    assert client.post(address(issued), final()).status_code == 403
    assert list(client.get(address(issued, "assignment")).context["reports"]) == []


@pytest.mark.parametrize("status", ["draft", "ended"])
def test_progress_is_reported_while_the_plan_is_in_force(client, standing, issued, desk_of, status):
    report = ProgressReport(assignment=issued.assignments.get(), text="Đang làm.")
    Plan.objects.filter(pk=issued.pk).update(status=status)
    client.force_login(standing)

    assert client.post(address(issued), final()).status_code == 404
    with pytest.raises(TransitionError):
        report_progress(report, desk=desk_of(standing))


@pytest.mark.parametrize(
    ("changes", "errors"),
    [
        ({"text": ""}, {"text": ["Việc đã hoàn thành phải ghi kết quả."]}),
        ({"text": "", "is_final": ""}, {"text": ["Hãy ghi việc đang làm hoặc tỷ lệ đã làm được."]}),
        ({"on": "01/01/2100"}, {"on": ["Ngày báo cáo không được sau hôm nay."]}),
        ({"on": "21/09/2021"}, {"on": ["Ngày báo cáo không được trước ngày ban hành kế hoạch 22/09/2021."]}),
        ({"percent": "101"}, {"percent": ["Tỷ lệ đã làm được từ 0 đến 100."]}),
    ],
)
def test_bad_input_is_told_at_its_field(client, officer, issued, changes, errors):
    client.force_login(officer)

    response = client.post(address(issued), final(**changes))

    assert (response.status_code, response.context["form"].errors) == (422, errors)


def test_the_report_of_the_latest_day_decides(client, officer, issued):
    client.force_login(officer)
    client.post(address(issued), final())

    client.post(address(issued), {"percent": "80", "on": "27/02/2024"})
    assert issued.assignments.get().done_on == datetime.date(2024, 2, 28)

    client.post(address(issued), {"percent": "90", "on": "29/02/2024"})
    assert (issued.assignments.get().done_on, issued.assignments.get().result) == (None, "")


def test_a_form_sent_twice_reports_once(client, officer, issued):
    client.force_login(officer)
    data = final(request_id=str(uuid.uuid4()))

    client.post(address(issued), data)
    client.post(address(issued), data)

    assert ProgressReport.objects.count() == 1


def test_evidence_comes_with_the_report_and_goes_to_those_who_may_read_it(client, officer, stranger, issued):
    sent = pdf()
    files = [SimpleUploadedFile("bien-ban.pdf", sent), SimpleUploadedFile("anh.png", picture())]
    client.force_login(officer)
    client.post(address(issued), final(files=files))

    first, second = ProgressReport.objects.get().files.all()
    got = client.get(reverse("campaigns:progress-file", args=[first.pk]))
    client.force_login(stranger)
    refused = client.get(reverse("campaigns:progress-file", args=[first.pk]))

    assert [first.filename, second.filename] == ["bien-ban.pdf", "anh.png"]
    assert b"".join(got.streaming_content) == sent
    assert refused.status_code == 404


def test_one_unfit_file_keeps_all_of_them_out(client, officer, issued):
    files = [SimpleUploadedFile("bien-ban.pdf", pdf()), SimpleUploadedFile("gia.pdf", b"MZ")]
    client.force_login(officer)

    response = client.post(address(issued), final(files=files))

    assert response.status_code == 422
    assert not ProgressReport.objects.exists()


def states(assignments, on=DAY, **how):
    rows = Assignment.objects.filter(pk__in=[row.pk for row in assignments])
    return list(rows.with_state(Deadlines(on), **how).order_by("pk").values_list("state", flat=True))


def test_an_assignment_is_done_late_silent_due_or_running(db):
    plan = PlanFactory(issued=True)
    rows = [
        AssignmentFactory(plan=plan, due_on=datetime.date(2024, 1, 2), done_on=DAY, result="Xong."),
        AssignmentFactory(plan=plan, due_on=datetime.date(2024, 3, 8)),  # Friday
        AssignmentFactory(plan=plan, due_on=datetime.date(2024, 3, 9)),  # Saturday: until Monday
        AssignmentFactory(plan=plan),
        *(AssignmentFactory(plan=plan, due_on=due) for due in (DAY, datetime.date(2024, 12, 1))),
    ]
    for row in rows[2:3] + rows[4:]:
        ProgressReportFactory(assignment=row, on=DAY)

    assert states(rows) == ["done", "overdue", "due", "silent", "due", "running"]


def test_silence_is_counted_from_the_day_that_is_asked_about(db):
    row = ProgressReportFactory(assignment__plan__issued=True, on=datetime.date(2024, 2, 1)).assignment

    assert states([row], since=datetime.date(2024, 2, 1)) == ["running"]
    assert states([row], since=datetime.date(2024, 2, 2)) == ["silent"]


def test_the_unit_that_took_over_reports_what_was_asked_of_the_old_one(client, place, issued):
    successor = UnitFactory(parent=place.district, name="xã Mới")
    SuccessionFactory(predecessor=place.commune, successor=successor, on=datetime.date(2023, 1, 1))
    person = PostFactory(user=UserFactory(), unit=successor, role=Role.OFFICER).user
    client.force_login(person)

    assert client.post(address(issued), final()).status_code == 302
    listed = client.get(reverse("campaigns:assignments"), {"unit": successor.pk}).context["table"]
    assert [row.record for row in listed.rows] == [issued.assignments.get()]


@pytest.fixture
def commune_office(place):
    return PostFactory(user=UserFactory(), unit=place.commune, role=Role.STANDING).user


def test_a_unit_answers_with_a_plan_of_its_own(client, commune_office, place, issued):
    client.force_login(commune_office)
    form = client.get(address(issued, "answer-new")).context["form"]
    data = {name: form[name].value() for name in ("title", "request_id")} | {"unit": place.commune.pk}

    client.post(address(issued, "answer-new"), data | {"starts_on": "01/01/2024", "ends_on": "31/12/2025"})

    plan = issued.assignments.get().answered_by
    assert (plan.unit, plan.implements, plan.status) == (place.commune, issued, "draft")
    assert plan.title.startswith(f"Thực hiện Kế hoạch số {issued.number_text} về nhân rộng")


def test_a_draft_that_answers_is_not_shown_to_others(client, commune_office, standing, place, issued):
    draft = PlanFactory(unit=place.commune, implements=issued)
    issued.assignments.update(answered_by=draft)

    client.force_login(standing)
    assert client.get(address(issued, "assignment")).context["answer"] is None
    client.force_login(commune_office)
    assert client.get(address(issued, "assignment")).context["answer"] == draft


def test_a_plan_that_is_there_already_is_named_as_the_answer(client, commune_office, place, issued):
    plan = PlanFactory(unit=place.commune, implements=issued, issued=True)
    foreign = PlanFactory(unit=place.sister, implements=issued, issued=True)
    client.force_login(commune_office)

    client.post(address(issued, "answer-link"), {"plan": foreign.pk})
    assert issued.assignments.get().answered_by is None
    client.post(address(issued, "answer-link"), {"plan": plan.pk})

    assert issued.assignments.get().answered_by == plan
    assert plan.number_text in client.get(issued.get_absolute_url()).content.decode()
    assert list(client.get(plan.get_absolute_url()).context["answers"]) == [issued.assignments.get()]
