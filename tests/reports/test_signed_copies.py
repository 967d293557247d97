"""Scans with the seal, PDFs with digital signatures: attached to the paper they belong to, none lost."""

import hashlib

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.urls import reverse

from campaigns.models import PlanStatus
from core.workflow import TransitionError
from organizations.access import Desk
from reports.models import PaperKind, SignedCopy
from reports.models.signed_copy import NUMBERED
from reports.printing import ask_for
from reports.signed_copies import attach, may_attach
from tests.factories import PlanFactory, SignedCopyFactory
from tests.files import pdf
from tests.reports.stories import plan_of
from tests.reports.test_printing import files, make

PLAN = PaperKind.PLAN
BLANK = pdf()


@pytest.fixture
def plan(place):
    return plan_of(place.district)


def scan(text="bản có dấu", name="Kế hoạch 197 có dấu.pdf"):
    return SimpleUploadedFile(name, BLANK + f"\n%{text}\n%%EOF\n".encode())


def address(plan, kind=PLAN):
    return reverse("reports:attach-signed", args=[kind.value, plan.pk])


def panel(client, plan):
    return client.get(reverse("reports:papers-of", args=[PLAN.value, plan.pk]))


def test_the_clerk_attaches_a_scan_and_it_stands_beside_the_printed_paper(client, plan, clerk, settings):
    printed = make(ask_for(PLAN, plan, by=clerk))
    client.force_login(clerk)
    content = scan().read()

    response = client.post(address(plan), {"file": scan()})

    copy = SignedCopy.objects.get()
    assert response.url == plan.get_absolute_url()
    assert (copy.name, copy.size, copy.uploaded_by) == ("Kế hoạch 197 có dấu.pdf", len(content), clerk)
    assert copy.sha256 == hashlib.sha256(content).hexdigest()
    assert (copy.file.read(), copy.source) == (content, plan)
    page = panel(client, plan)
    assert (page.context["papers"], list(page.context["copies"])) == ([printed], [copy])
    assert copy.sha256 in page.text
    event = plan.history.last()
    assert (event.verb, event.note, event.data) == ("attach", copy.name, {"sha256": copy.sha256})
    assert len(files(settings)) == 3  # PDF and Word of the portal, the scan


def test_a_second_scan_leaves_the_first_where_it_is(client, plan, clerk):
    client.force_login(clerk)
    for text in ("một", "hai"):
        client.post(address(plan), {"file": scan(text)})

    contents = [copy.file.read() for copy in panel(client, plan).context["copies"]]

    assert contents == [scan("một").read(), scan("hai").read()]


def test_the_same_file_is_attached_once(client, plan, clerk, settings):
    client.force_login(clerk)
    client.post(address(plan), {"file": scan()})

    again = client.post(address(plan), {"file": scan(name="ten-khac.pdf")})

    assert again.status_code == 422
    assert again.context["form"].errors["file"] == ["Tệp này đã được đính vào văn bản."]
    assert (SignedCopy.objects.count(), len(files(settings))) == (1, 1)


def test_of_two_who_send_one_file_at_once_the_database_takes_one(plan):
    SignedCopyFactory(about=plan)

    with pytest.raises(IntegrityError), transaction.atomic():
        SignedCopyFactory(about=plan)


@pytest.mark.parametrize(
    ("name", "content"),
    [("anh.png", b"\x89PNG\r\n\x1a\n" + b"\0" * 64), ("gia.pdf", b"MZ\x90\0" * 8), ("rong.pdf", b"")],
)
def test_what_is_no_pdf_is_refused_with_a_sentence(client, plan, clerk, name, content):
    client.force_login(clerk)

    response = client.post(address(plan), {"file": SimpleUploadedFile(name, content)})

    assert (response.status_code, SignedCopy.objects.count()) == (422, 0)
    assert response.context["form"].errors["file"][0].endswith(".")


def test_a_disk_that_is_full_leaves_neither_file_nor_row(plan, clerk, settings, monkeypatch):
    def full(_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("reports.filing.os.fsync", full)
    with pytest.raises(OSError, match="No space"):
        attach(PLAN, plan, scan(), desk=Desk(clerk))

    assert (SignedCopy.objects.count(), files(settings), plan.history.count()) == (0, [], 0)


def test_nothing_is_attached_before_the_paper_is_issued(client, place, clerk):
    draft = PlanFactory(unit=place.district, status=PlanStatus.SIGNED)
    client.force_login(clerk)

    response = client.post(address(draft), {"file": scan()})

    assert (response.url, SignedCopy.objects.count()) == (draft.get_absolute_url(), 0)
    assert "Chỉ đính bản ký vào văn bản đã ban hành." in client.get(response.url).text


@pytest.mark.parametrize("kind", [kind for kind in NUMBERED if kind != PaperKind.FINAL])  # as an interim one
def test_every_paper_that_the_portal_numbers_takes_a_signed_copy_of_the_clerk_alone(
    sources, standing, clerk, kind
):
    record = sources[kind]
    record.status = {"session": "closed"}.get(record._meta.model_name, "issued")  # in memory

    assert [may_attach(kind, record, Desk(person)) for person in (clerk, standing)] == [True, False]


def test_the_scan_of_a_plan_recorded_from_paper_is_its_recorders_to_attach(place, clerk):
    plan = PlanFactory(
        unit=place.province,
        recorder=place.district,
        status="issued",
        outside_number="9/KH-UBND",
        issued_on="2024-01-02",
    )

    assert may_attach(PLAN, plan, Desk(clerk))
    attach(PLAN, plan, scan(), desk=Desk(clerk))
    with pytest.raises(TransitionError, match="đã được đính"):
        attach(PLAN, plan, scan(), desk=Desk(clerk))


@pytest.mark.parametrize(("query", "kept"), [("", "inline"), ("?tai=1", "attachment")])
def test_the_file_is_handed_out_under_its_own_name(client, plan, officer, clerk, query, kept):
    copy = attach(PLAN, plan, scan(), desk=Desk(clerk))
    client.force_login(officer)

    response = client.get(copy.get_absolute_url() + query)

    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"].startswith(f"{kept}; filename*=utf-8''K%E1%BA%BF%20ho%E1%BA%A1ch")
    assert b"".join(response) == scan().read()


def test_behind_a_proxy_the_file_is_left_to_it(client, plan, clerk, settings):
    copy = attach(PLAN, plan, scan(), desk=Desk(clerk))
    settings.MEDIA_BY_PROXY = True
    client.force_login(clerk)

    assert client.get(copy.get_absolute_url())["X-Accel-Redirect"] == f"/tep/{copy.file.name}"


def test_who_may_not_see_the_paper_may_not_see_its_copy(client, sources, stranger, clerk):
    decision = sources[PaperKind.DECISION]
    copy = attach(PaperKind.DECISION, decision, scan(), desk=Desk(clerk))
    client.force_login(stranger)

    assert client.get(copy.get_absolute_url()).status_code == 404
