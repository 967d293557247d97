"""Papers on their way: one in the making, made by a job that may die, filed whole, seen by few."""

import hashlib

import pytest
from django.urls import reverse

from campaigns.models import Plan, PlanStatus
from core import jobs
from core.models import Job
from reports import docx, filing, printing
from reports.models import Paper, PaperKind
from reports.papers.document import PaperError
from reports.papers.sources import document_of, records_of
from tests.factories import DecisionItemFactory, PaperFactory, PlanFactory
from tests.reports.stories import plan_of, session_of

PLAN, TALLY = PaperKind.PLAN, PaperKind.TALLY


@pytest.fixture
def plan(place):
    return plan_of(place.district)


def make(paper):
    """Run the paper's job as a worker would."""
    jobs.run(paper.job_id)
    paper.refresh_from_db()
    return paper


def files(settings):
    return sorted(path.name for path in settings.MEDIA_ROOT.rglob("*") if path.is_file())


def files_of(paper):
    return [f"{paper.pk}-{paper.sha256[:16]}.{kind}" for kind in ("docx", "pdf")]


def test_a_job_files_the_paper_under_its_number_and_digest(plan, clerk, settings):
    paper = make(printing.ask_for(PLAN, plan, by=clerk))

    content = paper.file.read()
    assert paper.sha256 == hashlib.sha256(content).hexdigest()
    assert (paper.size, paper.pages, paper.draft) == (len(content), 2, False)
    assert files(settings) == files_of(paper)
    assert (paper.job.state, paper.job.result_url) == (Job.State.DONE, paper.get_absolute_url())


def test_the_word_file_is_that_of_the_same_content(plan, clerk):
    paper = make(printing.ask_for(PLAN, plan, by=clerk))

    assert paper.word_file.read() == docx.render(document_of(PLAN, records_of(PLAN).get(pk=plan.pk)))


def test_a_long_name_of_a_file_ends_with_a_whole_word():
    paper = Paper(title=f"Kế hoạch 12/KH-UBND: {'điển hình tiên tiến ' * 9}", draft=False)
    name, _, kind = paper.word_filename.rpartition(".")

    assert (len(name) <= 120, kind) == (True, "docx")
    assert set(name.removeprefix("Kế hoạch 12-KH-UBND - ").split()) == {"điển", "hình", "tiên", "tiến"}


def test_a_second_press_shows_the_paper_in_the_making(plan, clerk, standing):
    first = printing.ask_for(PLAN, plan, by=clerk)
    second = printing.ask_for(PLAN, plan, by=standing)

    assert (first, first.job) == (second, second.job)
    assert (Paper.objects.count(), Job.objects.count()) == (1, 1)


def test_a_final_paper_is_made_once_and_kept(plan, clerk):
    first = make(printing.ask_for(PLAN, plan, by=clerk))
    second = printing.ask_for(PLAN, plan, by=clerk)

    assert (first, Job.objects.count()) == (second, 1)


def test_a_draft_is_kept_as_a_version_beside_what_is_made_later(place, clerk, settings, client):
    plan = PlanFactory(unit=place.district)
    draft = make(printing.ask_for(PLAN, plan, by=clerk))
    Plan.objects.filter(pk=plan.pk).update(title="Một tên khác")
    later = make(printing.ask_for(PLAN, plan, by=clerk))
    draft.refresh_from_db()

    assert (draft.replaced_at, later.replaced_at) == (later.made_at, None)
    assert draft.sha256 != later.sha256
    assert files(settings) == sorted(files_of(draft) + files_of(later))
    client.force_login(clerk)
    page = client.get(reverse("reports:papers-of", args=[PLAN, plan.pk]))
    assert (page.context["papers"], page.context["older"]) == ([later], [draft])
    assert f"SHA-256 {draft.sha256[:12]}" in page.content.decode()


def test_the_same_bytes_are_kept_once(place, clerk, settings, django_capture_on_commit_callbacks):
    plan = PlanFactory(unit=place.district)
    make(printing.ask_for(PLAN, plan, by=clerk))

    with django_capture_on_commit_callbacks(execute=True):
        later = make(printing.ask_for(PLAN, plan, by=clerk))

    assert list(Paper.objects.all()) == [later]
    assert files(settings) == files_of(later)


def test_a_paper_that_could_not_be_made_can_be_asked_for_again(plan, clerk):
    plan.sections.update(body="Chữ lạ: 漢")
    paper = printing.ask_for(PLAN, plan, by=clerk)
    jobs.run(paper.job_id)
    refused = Job.objects.get(pk=paper.job_id)
    plan.sections.update(body="Chữ thường.")

    again = make(printing.ask_for(PLAN, plan, by=clerk))

    assert (refused.state, again) == (Job.State.FAILED, paper)
    assert (
        refused.note == "Văn bản có ký tự không in được: “漢” (U+6F22). Hãy thay bằng chữ thường rồi in lại."
    )
    assert again.made_at is not None


def test_what_law_is_missing_for_a_paper_is_said(place, standing):
    decision = DecisionItemFactory(nomination__unit=place.commune, decision__unit=place.district).decision
    job = printing.ask_for(PaperKind.PROPOSAL, decision, by=standing).job

    jobs.run(job.pk)
    job.refresh_from_db()

    assert job.note.startswith("Không có mức lương cơ sở cho ngày ")


def test_a_worker_that_dies_before_saving_leaves_nothing_and_the_paper_is_made_after_all(
    plan, clerk, settings, monkeypatch
):
    paper = printing.ask_for(PLAN, plan, by=clerk)
    with monkeypatch.context() as patched:
        patched.setattr(filing.os, "fsync", _die)
        with pytest.raises(SystemExit):
            jobs.run(paper.job_id)
    paper.refresh_from_db()
    assert (paper.made_at, files(settings)) == (None, [])

    Job.objects.update(lease_until=paper.asked_at)  # the lease of the dead runs out
    made = make(paper)

    assert files(settings) == files_of(made)
    assert (made.job.state, made.job.attempt) == (Job.State.DONE, 2)


def _die(_):
    raise SystemExit


def test_a_full_disk_files_nothing_and_the_paper_is_made_once_there_is_room(
    plan, clerk, settings, monkeypatch
):
    paper = printing.ask_for(PLAN, plan, by=clerk)
    with monkeypatch.context() as patched:
        patched.setattr(filing.os, "fsync", _no_room)
        jobs.run(paper.job_id)
    paper.refresh_from_db()
    assert (paper.made_at, paper.job.state, files(settings)) == (None, Job.State.QUEUED, [])

    Job.objects.update(run_at=None)
    made = make(paper)

    assert files(settings) == files_of(made)


def _no_room(_):
    raise OSError(28, "No space left on device")


def test_running_a_job_twice_leaves_its_files_once(plan, clerk, settings):
    paper = make(printing.ask_for(PLAN, plan, by=clerk))
    Job.objects.update(state=Job.State.QUEUED)

    jobs.run(paper.job_id)

    assert (Paper.objects.get().sha256, files(settings)) == (paper.sha256, files_of(paper))


def test_there_is_nothing_to_print_before_the_votes_are_counted(place, clerk):
    session = session_of(place.district, [], status="convened")

    with pytest.raises(PaperError, match="Chưa có gì để in"):
        printing.ask_for(TALLY, session, by=clerk)


# --- Pages ------------------------------------------------------------------------------------------


def of(kind, record, name="papers-of"):
    return reverse(f"reports:{name}", args=[kind, record.pk])


@pytest.mark.parametrize(
    ("headers", "template"),
    [({}, "reports/papers_of_page.html"), ({"HX-Request": "true"}, "reports/papers_of.html")],
)
def test_what_was_printed_is_a_page_or_a_part_of_one(client, plan, clerk, headers, template):
    client.force_login(clerk)

    response = client.get(of(PLAN, plan), headers=headers)

    assert response.templates[0].name == template
    assert response.context["may_ask"]


def test_pressing_print_shows_the_job_and_asks_again_until_it_is_done(client, plan, clerk):
    client.force_login(clerk)

    page = client.post(of(PLAN, plan, "print"), follow=True)

    assert page.redirect_chain == [(of(PLAN, plan), 302)]
    assert (page.context["is_running"], page.context["may_ask"]) == (True, False)
    assert 'hx-trigger="every 600ms"' in page.text


def test_the_made_paper_is_offered_and_the_button_gone(client, plan, clerk):
    paper = make(printing.ask_for(PLAN, plan, by=clerk))
    client.force_login(clerk)

    response = client.get(of(PLAN, plan))

    assert (response.context["papers"], response.context["may_ask"]) == ([paper], False)


def test_printing_too_early_is_answered_with_a_sentence(client, place, clerk):
    session = session_of(place.district, [], status="convened")
    client.force_login(clerk)

    response = client.post(of(TALLY, session, "print"))

    assert (response.status_code, response.context["refusal"]) == (422, printing.NOTHING_TO_PRINT)


def test_only_the_office_prints_a_draft_and_everybody_who_sees_it_a_final_paper(client, place, plan, officer):
    session = session_of(place.district, [], status="counted")
    session.members.create(user=officer, title="Ủy viên")
    client.force_login(officer)

    assert client.post(of(TALLY, session, "print")).status_code == 403
    assert client.post(of(PLAN, plan, "print")).status_code == 302


def test_a_paper_of_another_kind_of_milestone_is_not_found(client, story, clerk):
    client.force_login(clerk)

    assert client.get(of("interim", story.review)).status_code == 200
    assert client.get(of("final", story.review)).status_code == 404
    assert client.get(of("novel", story.review)).status_code == 404


@pytest.mark.parametrize(("query", "kept"), [("", "inline"), ("?tai=1", "attachment")])
def test_the_file_comes_with_a_vietnamese_name(client, plan, clerk, query, kept):
    paper = make(printing.ask_for(PLAN, plan, by=clerk))
    client.force_login(clerk)

    response = client.get(reverse("reports:paper-file", args=[paper.pk]) + query)

    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"].startswith(f"{kept}; filename*=utf-8''K%E1%BA%BF%20ho%E1%BA%A1ch")
    assert b"".join(response).startswith(b"%PDF-1.7")


def test_the_word_file_is_offered_and_kept_under_the_name_of_the_paper(client, plan, clerk):
    paper = make(printing.ask_for(PLAN, plan, by=clerk))
    address = reverse("reports:paper-word-file", args=[paper.pk])
    client.force_login(clerk)

    response = client.get(address)

    assert address in client.get(of(PLAN, plan)).text
    assert address in client.get(paper.get_absolute_url()).text
    assert response["Content-Type"].endswith("wordprocessingml.document")
    assert response["Content-Disposition"].startswith(
        "attachment; filename*=utf-8''K%E1%BA%BF%20ho%E1%BA%A1ch"
    )
    assert response["Content-Disposition"].endswith(".docx")
    assert b"".join(response).startswith(b"PK")


def test_the_word_file_of_a_draft_is_for_the_office_that_works_on_it(client, place, officer, clerk):
    paper = make(printing.ask_for(PLAN, PlanFactory(unit=place.district), by=clerk))
    address = reverse("reports:paper-word-file", args=[paper.pk])

    client.force_login(clerk)
    assert client.get(address).status_code == 200
    client.force_login(officer)
    assert client.get(address).status_code == 404


def test_a_paper_without_a_word_file_offers_none(client, plan, clerk):
    paper = make(printing.ask_for(PLAN, plan, by=clerk))
    Paper.objects.update(word_file="")
    address = reverse("reports:paper-word-file", args=[paper.pk])
    client.force_login(clerk)

    assert client.get(address).status_code == 404
    assert address not in client.get(of(PLAN, plan)).text


def test_behind_a_proxy_the_file_is_left_to_it(client, plan, clerk, settings):
    paper = make(printing.ask_for(PLAN, plan, by=clerk))
    settings.MEDIA_BY_PROXY = True
    client.force_login(clerk)

    response = client.get(reverse("reports:paper-file", args=[paper.pk]))

    assert (response["X-Accel-Redirect"], response.content) == (f"/tep/{paper.file.name}", b"")


def test_a_paper_in_the_making_has_no_file_yet(client, plan, clerk):
    paper = printing.ask_for(PLAN, plan, by=clerk)
    client.force_login(clerk)

    assert client.get(reverse("reports:paper-file", args=[paper.pk])).status_code == 404


# --- Who sees which paper ---------------------------------------------------------------------------

EVERYBODY = {"officer", "head", "standing", "member", "chairman", "clerk", "administrator", "stranger"}
OFFICE = {"standing", "chairman", "clerk"}


@pytest.fixture
def people(officer, head, standing, members, chairman, clerk, administrator, stranger):
    return {
        "officer": officer,
        "head": head,
        "standing": standing,
        "member": members[0],
        "chairman": chairman,
        "clerk": clerk,
        "administrator": administrator,
        "stranger": stranger,
    }


@pytest.mark.parametrize(
    ("kind", "draft", "who"),
    [
        (PLAN, False, EVERYBODY),
        (PLAN, True, OFFICE),
        (PaperKind.DECISION, False, EVERYBODY - {"stranger"}),
        (PaperKind.DECISION, True, OFFICE),
        (PaperKind.SUBMISSION, False, OFFICE),
        (PaperKind.MINUTES, False, OFFICE),
        (TALLY, True, OFFICE),
        (PaperKind.INTERIM, True, OFFICE),
        (PaperKind.INTERIM, False, OFFICE),  # its review is still a draft
    ],
)
def test_a_paper_is_seen_by_those_who_see_what_it_was_made_from(sources, people, desk_of, kind, draft, who):
    PaperFactory(kind=kind, about=sources[kind], unit=sources[kind].unit, draft=draft)

    seen = {name for name, user in people.items() if Paper.objects.visible_to(desk_of(user)).exists()}

    assert seen == who


def test_a_draft_printed_before_the_issue_stays_with_the_office(place, people, desk_of):
    plan = PlanFactory(unit=place.district)
    PaperFactory(about=plan, draft=True)
    type(plan).objects.filter(pk=plan.pk).update(
        status=PlanStatus.ISSUED, outside_number="9/KH", issued_on="2024-01-02"
    )

    seen = {name for name, user in people.items() if Paper.objects.visible_to(desk_of(user)).exists()}

    assert seen == OFFICE
