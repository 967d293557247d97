"""What comes in as evidence is what it says, and goes out only to those who may see its dossier."""

import datetime
import os
import unicodedata
import zipfile
from io import BytesIO

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from exemplars import services
from exemplars.evidence import add_evidence, remove_evidence, sweep_orphans
from exemplars.models import Evidence
from tests.files import pdf, picture

PDF = pdf()
PNG = picture()


def office(*parts, content_types="<Types/>"):
    """An Office file with those parts."""
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("[Content_Types].xml", content_types)
        for part in parts:
            archive.writestr(part, "x")
    return file.getvalue()


DOCX = office("word/document.xml")
FIT = {"bao-cao.pdf": PDF, "anh.png": PNG, "bang.xlsx": office("xl/workbook.xml"), "don.docx": DOCX}
UNFIT = {
    "chuong-trinh.exe": b"MZ\x90",
    "bao-cao.pdf.exe": PDF,
    "gia.pdf": b"MZ\x90\0" * 8,
    "trang.pdf": b"<html><script>alert(1)</script></html>",
    "nen.docx": office("something.xml"),
    "trong.docx": b"PK\x03\x04 broken",
    "hai-ruot.pdf": PDF + DOCX,
    "nham.docx": office("xl/workbook.xml"),
    "macro.docx": office("word/document.xml", "word/vbaProject.bin"),
    "macro2.xlsx": office("xl/workbook.xml", content_types="application/vnd.ms-excel.sheet.macroEnabled"),
    "rong.pdf": b"",
    "lai.pdf": b"%PDF-1.7\n<html><script>alert(1)</script></html>\n%%EOF\n",
    "dut.pdf": PDF[:-20],
}


@pytest.fixture
def send(client, officer, draft, typed):
    """send(name, content): the officer's answer after sending the draft's form with that file."""
    client.force_login(officer)
    send.nomination = draft()
    send.nomination.evidence.all().delete()
    address = reverse("exemplars:nomination-edit", args=[send.nomination.pk])

    def post(name, content, **changes):
        file = SimpleUploadedFile(name, content)
        return client.post(address, {**typed(client.get(address)), "evidence-file": file, **changes})

    post.nomination = send.nomination
    return post


@pytest.mark.parametrize("name", FIT)
def test_fitting_files_are_taken_in(send, name):
    assert send(name, FIT[name]).status_code == 302

    evidence = send.nomination.evidence.get()
    assert (evidence.filename, evidence.size, len(evidence.sha256)) == (name, len(FIT[name]), 64)


@pytest.mark.parametrize("name", UNFIT)
def test_unfit_files_are_refused_with_a_sentence(send, name):
    answer = send(name, UNFIT[name])

    assert answer.status_code == 422
    assert answer.context["evidence_form"].errors["file"][0].endswith(".")
    assert not Evidence.objects.filter(nomination=send.nomination).exists()


def test_a_file_over_ten_megabytes_is_refused(send):
    answer = send("lon.pdf", PDF + b"0" * (10 * 1024 * 1024))

    assert "lớn hơn 10 MB" in answer.context["evidence_form"].errors["file"][0]


def test_the_text_is_saved_even_when_the_file_is_refused(send):
    send("gia.pdf", b"MZ", summary="Giữ lại")

    send.nomination.refresh_from_db()
    assert send.nomination.summary == "Giữ lại"


def test_the_file_is_kept_even_when_the_text_is_wrong(send):
    assert send("bao-cao.pdf", PDF, birth_date="sai").status_code == 422
    assert send.nomination.evidence.count() == 1


def told(answer):
    return [f"{message}" for message in answer.context["messages"]]


@pytest.fixture
def send_late(client, officer, draft, typed):
    """send_late(name, content): the answer to a file with a text that another has saved over meanwhile."""
    client.force_login(officer)
    nomination = draft()
    address = reverse("exemplars:nomination-edit", args=[nomination.pk])

    def post(name, content):
        stale = typed(client.get(address), summary="Đang gõ")
        client.post(address, typed(client.get(address), summary="Của người khác"))
        return client.post(address, {**stale, "evidence-file": SimpleUploadedFile(name, content)})

    post.nomination = nomination
    return post


@pytest.mark.parametrize(
    ("name", "content", "said", "files"),
    [
        ("them.pdf", PDF, "Đã thêm tệp vào hồ sơ.", 2),
        ("gia.pdf", b"MZ", "Chưa thêm được tệp. Nội dung tệp không đúng với đuôi .pdf.", 1),
    ],
)
def test_of_a_file_that_comes_with_a_stale_text_is_said_what_became_of_it(
    send_late, name, content, said, files
):
    answer = send_late(name, content)

    assert answer.status_code == 409
    assert told(answer)[-1].startswith(said)
    assert send_late.nomination.evidence.count() == files
    assert next(answer.context["merge"].conflicts).typed == "Đang gõ"


def test_no_file_goes_in_or_out_of_a_dossier_that_was_sent_meanwhile(
    client, officer, head, draft, typed, desk_of
):
    nomination = draft()
    client.force_login(officer)
    address = reverse("exemplars:nomination-edit", args=[nomination.pk])
    stale = typed(client.get(address), summary="Đang gõ")
    services.submit(nomination, desk=desk_of(head))
    kept = nomination.evidence.get()
    file = SimpleUploadedFile("them.pdf", PDF)

    answer = client.post(address, {**stale, "evidence-file": file, "remove": kept.pk})

    assert answer.status_code == 409
    closed = "Hồ sơ đã được chuyển đi nên không thêm, bớt tài liệu được nữa."
    assert told(answer) == [closed, f"Chưa thêm được tệp. {closed}"]
    assert list(nomination.evidence.all()) == [kept]


@pytest.mark.parametrize(
    "name", [unicodedata.normalize("NFD", "Xác nhận của ấp.pdf"), "Xác nhận\0 của ấp.pdf"]
)
def test_names_are_stored_composed_and_clean_and_never_as_a_path(send, name):
    send(name, PDF)

    evidence = send.nomination.evidence.get()
    assert evidence.title == "Xác nhận của ấp"
    assert evidence.file.name.startswith("minh-chung/")
    assert evidence.file.name.isascii()


def test_the_same_file_twice_stays_one(send):
    send("bao-cao.pdf", PDF)

    answer = send("ten-khac.pdf", PDF)

    assert answer.context["evidence_form"].errors["file"] == ["Tệp này đã có trong hồ sơ."]
    assert send.nomination.evidence.count() == 1


def test_a_file_is_taken_out_by_its_button_and_with_it_what_is_stored(
    client, officer, send, typed, django_capture_on_commit_callbacks
):
    send("bao-cao.pdf", PDF)
    evidence = send.nomination.evidence.get()
    address = reverse("exemplars:nomination-edit", args=[send.nomination.pk])

    with django_capture_on_commit_callbacks(execute=True):
        client.post(address, {**typed(client.get(address)), "remove": evidence.pk})

    assert not send.nomination.evidence.exists()
    assert not default_storage.exists(evidence.file.name)


def test_once_sent_nothing_is_added_or_taken_out(submitted, officer, desk_of):
    nomination = submitted()
    desk = desk_of(officer)

    for change in (
        lambda: add_evidence(nomination, SimpleUploadedFile("a.pdf", PDF), kind="other", desk=desk),
        lambda: remove_evidence(nomination.evidence.get(), desk=desk),
    ):
        with pytest.raises(Exception, match="Hồ sơ đã được chuyển đi"):
            change()

    assert nomination.evidence.count() == 1


def test_it_is_handed_out_as_a_download(client, officer, send):
    send("Báo cáo.pdf", PDF)
    client.force_login(officer)

    answer = client.get(reverse("exemplars:evidence", args=[send.nomination.evidence.get().pk]))

    assert b"".join(answer.streaming_content) == PDF
    assert answer["Content-Disposition"].startswith("attachment; filename*=utf-8''B%C3%A1o")
    assert answer["X-Content-Type-Options"] == "nosniff"


def test_behind_a_proxy_the_proxy_hands_it_out(client, officer, draft, settings):
    settings.MEDIA_BY_PROXY = True
    evidence = draft().evidence.get()
    client.force_login(officer)

    answer = client.get(reverse("exemplars:evidence", args=[evidence.pk]))

    assert (answer.content, answer["X-Accel-Redirect"]) == (b"", f"/tep/{evidence.file.name}")


def test_who_may_not_see_the_dossier_does_not_see_its_files(client, stranger, draft):
    client.force_login(stranger)

    assert client.get(reverse("exemplars:evidence", args=[draft().evidence.get().pk])).status_code == 404


def test_files_that_no_row_names_are_swept_once_they_are_old(draft):
    kept = draft().evidence.get().file
    orphan = default_storage.save("minh-chung/2024/01/orphan.pdf", SimpleUploadedFile("x.pdf", PDF))
    young = default_storage.save("minh-chung/2024/01/young.pdf", SimpleUploadedFile("x.pdf", PDF))
    long_ago = (datetime.datetime.now(datetime.UTC) - datetime.timedelta(days=2)).timestamp()
    for name in (kept.name, orphan):
        os.utime(default_storage.path(name), (long_ago, long_ago))

    assert sweep_orphans() == 1

    assert [default_storage.exists(name) for name in (kept.name, orphan, young)] == [True, False, True]
