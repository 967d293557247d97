import datetime

import pytest
from django.urls import reverse

from core.calendar import clock
from core.models import Job
from tests.factories import JobFactory, UserFactory

QUEUED, RUNNING, DONE, FAILED, CANCELLED = Job.State
STALLED = "Máy in văn bản đang bận hoặc chưa chạy; việc sẽ được làm ngay khi máy chạy lại."


@pytest.fixture
def user(db, client):
    user = UserFactory()
    client.force_login(user)
    return user


def fragment(client, job):
    return client.get(job.get_absolute_url(), headers={"HX-Request": "true"})


def test_the_progress_of_a_job_is_shown_to_who_asked_for_it(client, user):
    job = JobFactory(created_by=user, state=RUNNING, attempt=1, progress=3, total=10, note="Đang in trang 3.")

    response = fragment(client, job)

    assert response.templates[0].name == "components/job_state.html"
    assert '<progress class="job-progress" aria-label="Tiến độ" value="3" max="10">' in response.text
    assert "<p>Đang in trang 3.</p>" in response.text


def test_the_job_of_somebody_else_is_not_there(client, user):
    job = JobFactory(created_by=UserFactory())

    assert client.get(job.get_absolute_url()).status_code == 404


@pytest.mark.parametrize(
    ("state", "status", "event"),
    [
        (QUEUED, 200, None),
        (RUNNING, 200, None),
        (DONE, 286, '{"job-ended": {}}'),
        (FAILED, 286, '{"job-ended": {}}'),
        (CANCELLED, 286, '{"job-ended": {}}'),
    ],
)
def test_polling_stops_when_the_job_has_ended(client, user, state, status, event):
    response = fragment(client, JobFactory(created_by=user, state=state))

    assert (response.status_code, response.get("HX-Trigger")) == (status, event)


@pytest.mark.parametrize(("state", "refreshes"), [(RUNNING, True), (DONE, False)])
def test_the_whole_page_refreshes_without_javascript_until_the_job_has_ended(client, user, state, refreshes):
    job = JobFactory(created_by=user, state=state)

    response = client.get(job.get_absolute_url())

    assert response.status_code == 200
    assert ('<noscript><meta http-equiv="refresh" content="3"></noscript>' in response.text) == refreshes
    assert (f'hx-get="{job.get_absolute_url()}"' in response.text) == refreshes


@pytest.mark.parametrize(("seconds", "said"), [(10, False), (20, True)])
def test_a_job_that_waits_long_says_that_the_worker_is_busy_or_away(client, user, seconds, said):
    job = JobFactory(created_by=user, created_at=clock() - datetime.timedelta(seconds=seconds))

    assert (STALLED in fragment(client, job).text) == said


def test_a_finished_job_leads_to_its_result(client, user):
    job = JobFactory(created_by=user, state=DONE, result_url="/bao-cao/1/")

    assert '<a class="btn btn-primary" href="/bao-cao/1/">Xem kết quả</a>' in fragment(client, job).text


def test_a_failed_job_says_why_and_keeps_the_technical_error_to_itself(client, user):
    job = JobFactory(created_by=user, state=FAILED, note="Danh sách trống.", error="KeyError: 'x'")

    text = fragment(client, job).text

    assert "<p>Danh sách trống.</p>" in text
    assert f"<p>Mã việc: {job.pk}</p>" in text
    assert "KeyError" not in text


def test_one_must_sign_in_to_see_a_job(client, db):
    job = JobFactory()

    response = client.get(job.get_absolute_url())

    assert response["Location"] == f"{reverse('sign-in')}?next={job.get_absolute_url()}"


def test_it_says_how_long_the_job_still_runs_once_that_can_be_told(client, user):
    began = clock() - datetime.timedelta(seconds=30)
    job = JobFactory(created_by=user, state=RUNNING, attempt=1, total=10_000, started_at=began)
    assert "0/10.000</p>" in fragment(client, job).text

    Job.objects.filter(pk=job.pk).update(progress=2_000)
    assert "2.000/10.000, còn khoảng 3 phút</p>" in fragment(client, job).text


def test_who_asked_for_a_job_may_stop_it(client, user):
    job = JobFactory(created_by=user, state=RUNNING, attempt=1)
    assert "Dừng việc này" in client.get(job.get_absolute_url()).text

    stopped = client.post(reverse("core:job-cancel", args=[job.pk]), headers={"HX-Request": "true"})

    job.refresh_from_db()
    assert job.state == CANCELLED
    assert "Đã dừng" in stopped.text
    assert "Dừng việc này" not in stopped.text


def test_what_has_ended_is_not_stopped_any_more(client, user):
    job = JobFactory(created_by=user, state=DONE)

    assert client.post(reverse("core:job-cancel", args=[job.pk])).url == job.get_absolute_url()

    job.refresh_from_db()
    assert job.state == DONE
