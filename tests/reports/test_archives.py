"""Archives: a dossier or a year as a ZIP whose manifest a script can check."""

import csv
import datetime
import hashlib
import io
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from core import jobs
from core.models import Job
from organizations.access import Desk
from organizations.models import Role
from reports.archives.asking import ask_for_dossier, ask_for_year
from reports.archives.contents import NAME_LENGTH, Item, distinct, file_name
from reports.archives.packing import MANIFEST
from reports.models import Archive, PaperKind
from reports.printing import ask_for
from tests.factories import EvidenceFactory, NominationFactory, OfficeStayFactory, PostFactory
from tests.reports.stories import decision_of, plan_of
from tests.reports.test_printing import files, make

CHECK = Path(__file__).parents[2] / "script" / "check_archive"
MINUTES = "minh-chung/01 Biên bản- họp.pdf"


def packed(archive):
    """Pack it as a worker would; the open ZIP."""
    jobs.run(archive.job_id)
    archive.refresh_from_db()
    return zipfile.ZipFile(io.BytesIO(archive.file.read()))


def manifest(opened):
    """{path: row}"""
    rows = csv.DictReader(io.StringIO(opened.read(MANIFEST).decode("utf-8-sig")))
    return {row["Đường dẫn"]: row for row in rows}


def check(archive):
    """(exit code, what it printed) of the script, on the file as it lies there."""
    command = [sys.executable, CHECK, archive.file.path]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    return run.returncode, run.stdout


@pytest.fixture
def dossier(place):
    nomination = NominationFactory(unit=place.commune, name="Nguyễn Thị Bé/Năm")
    evidence = EvidenceFactory(nomination=nomination, title="Biên bản: họp")
    evidence.sha256 = hashlib.sha256(evidence.file.read()).hexdigest()
    evidence.save()
    return nomination


def test_a_dossier_is_packed_with_its_text_its_history_and_its_evidence(dossier, officer):
    archive = ask_for_dossier(dossier, by=officer)

    opened = packed(archive)

    listed = manifest(opened)
    assert list(listed) == ["thong-tin.csv", "qua-trinh.csv", MINUTES]
    assert listed[MINUTES]["Đối chiếu với mã đã lưu"] == "khớp"
    assert "Nguyễn Thị Bé/Năm" in opened.read("thong-tin.csv").decode("utf-8-sig")
    assert (archive.files, archive.faults, archive.job.state) == (3, [], Job.State.DONE)
    assert archive.sha256 == hashlib.sha256(archive.file.open().read()).hexdigest()
    code, printed = check(archive)
    assert code == 0, printed


def test_a_file_that_is_not_as_it_was_filed_is_told_and_the_rest_is_packed(dossier, officer):
    dossier.evidence.update(sha256="0" * 64)
    archive = ask_for_dossier(dossier, by=officer)

    packed(archive)

    assert archive.faults == [f"{MINUTES}: nội dung không khớp với mã SHA-256 đã lưu."]
    code, printed = check(archive)
    assert (code, "was not what the portal had filed" in printed) == (1, True)


def test_a_file_that_is_gone_is_told_and_the_rest_is_packed(dossier, officer):
    evidence = dossier.evidence.get()
    evidence.file.storage.delete(evidence.file.name)
    archive = ask_for_dossier(dossier, by=officer)

    opened = packed(archive)

    assert archive.faults == [f"{MINUTES}: không còn tệp trên máy chủ."]
    assert manifest(opened)[MINUTES]["SHA-256"] == ""
    assert check(archive)[0] == 1


def test_the_script_finds_what_was_changed_after_packing(dossier, officer):
    archive = ask_for_dossier(dossier, by=officer)
    opened = packed(archive)
    with zipfile.ZipFile(archive.file.path, "w") as forged:
        for name in opened.namelist():
            if name != "thong-tin.csv":
                forged.writestr(name, b"thay" if name == "qua-trinh.csv" else opened.read(name))

    code, printed = check(archive)

    assert code == 1
    assert "thong-tin.csv: missing" in printed
    assert "qua-trinh.csv: changed" in printed


def test_a_year_holds_its_papers_and_its_register(place, clerk):
    plan = plan_of(place.district)
    paper = make(ask_for(PaperKind.PLAN, plan, by=clerk))
    year = plan.issued_on.year

    opened = packed(ask_for_year(place.district, year, with_dossiers=False, by=clerk))
    empty = packed(ask_for_year(place.district, year + 1, with_dossiers=False, by=clerk))

    listed = manifest(opened)
    name = next(name for name in listed if name.startswith("van-ban/Kế hoạch/"))
    assert opened.read(name) == paper.file.read()
    assert (listed[name]["Số, ký hiệu"], listed[name]["SHA-256"]) == (plan.number_text, paper.sha256)
    assert f"so-van-ban-di-{year}.xlsx" in listed
    assert list(manifest(empty)) == [f"so-van-ban-di-{year + 1}.xlsx"]


def test_what_was_issued_and_never_printed_is_told(place, clerk):
    decision = decision_of(place.district, [])
    year = decision.issued_on.year

    listed = manifest(packed(ask_for_year(place.district, year, with_dossiers=False, by=clerk)))
    make(ask_for(PaperKind.DECISION, decision, by=clerk))
    later = ask_for_year(place.district, year, with_dossiers=False, by=clerk)
    packed(later)
    later.refresh_from_db()

    told = [row for row in listed.values() if row["Đối chiếu với mã đã lưu"] == "chưa in"]
    assert [(row["Loại"], row["Số, ký hiệu"]) for row in told] == [("Quyết định", decision.number_text)]
    assert later.faults == []


def test_a_year_holds_the_dossiers_that_ended_in_it_where_they_are_asked_for(place, standing, dossier):
    type(dossier).objects.filter(pk=dossier.pk).update(year=2024, status="awarded", holder=place.province)
    OfficeStayFactory(nomination=dossier, office=place.district, arrived_on=datetime.date(2024, 3, 1))
    folder = f"ho-so/{dossier.pk} Nguyễn Thị Bé-Năm"

    with_them = packed(ask_for_year(place.district, 2024, with_dossiers=True, by=standing))
    without = packed(ask_for_year(place.district, 2024, with_dossiers=False, by=standing))

    assert f"{folder}/{MINUTES}" in manifest(with_them)
    assert list(manifest(without)) == ["so-van-ban-di-2024.xlsx"]


def test_asked_twice_it_is_packed_once_and_a_later_one_takes_its_place(dossier, officer):
    first = ask_for_dossier(dossier, by=officer)
    assert ask_for_dossier(dossier, by=officer) == first
    packed(first)

    second = ask_for_dossier(dossier, by=officer)
    packed(second)

    assert list(Archive.objects.all()) == [second]


def test_one_that_is_cancelled_leaves_no_file_and_can_be_asked_for_again(dossier, officer, settings):
    archive, before = ask_for_dossier(dossier, by=officer), files(settings)
    jobs.cancel(archive.job)
    jobs.run(archive.job_id)
    assert files(settings) == before

    again = ask_for_dossier(dossier, by=officer)

    assert again.pk == archive.pk
    assert packed(again).testzip() is None


def test_who_no_longer_sees_the_dossier_does_not_see_what_was_packed_of_it(dossier, officer, place):
    archive = ask_for_dossier(dossier, by=officer)
    assert Archive.objects.visible_to(Desk(officer)).get() == archive

    officer.posts.all().delete()
    PostFactory(user=officer, unit=place.foreign, role=Role.OFFICER)

    assert not Archive.objects.visible_to(Desk(officer)).exists()


def test_the_clerk_packs_a_year_from_the_page(client, clerk, place):
    plan = plan_of(place.district)
    client.force_login(clerk)
    address = reverse("reports:archives")
    assert "Chưa có gói nào" in client.get(address).text

    response = client.post(address, {"unit": place.district.pk, "year": plan.issued_on.year})

    archive = Archive.objects.get()
    assert response.url == archive.get_absolute_url()
    assert "Đang chờ" in client.get(response.url).text
    packed(archive)
    assert archive.sha256 in client.get(response.url).text
    assert archive.title in client.get(address).text
    sent = client.get(reverse("reports:archive-file", args=[archive.pk]))
    assert sent["Content-Type"] == "application/zip"
    assert b"".join(sent.streaming_content) == archive.file.open().read()


def test_a_year_without_papers_is_refused_at_its_field(client, clerk):
    client.force_login(clerk)

    response = client.post(reverse("reports:archives"), {"year": "1999"})

    assert response.status_code == 422
    assert set(response.context["form"].errors) == {"unit", "year"}


@given(st.text(max_size=300))
def test_every_name_becomes_one_that_all_systems_take(text):
    name = file_name(text)

    assert 0 < len(name) <= NAME_LENGTH
    assert not set(name) & set('\\/:*?"<>|\n\r\t\0')
    assert name == name.strip(" .")


@given(st.lists(st.sampled_from(["a/b.pdf", "A/b.pdf", "a/c.pdf", "d.csv"]), max_size=12))
def test_no_two_files_of_an_archive_have_the_same_path(paths):
    found = [item.path.casefold() for item in distinct(Item(path, "", "") for path in paths)]

    assert len(set(found)) == len(paths)
