"""The administrator's catalogue: every paper in its group, the form number of the day, and samples."""

from pathlib import Path

import pytest
from django.conf import settings
from django.urls import reverse

from reports.catalogue import ENTRIES, GROUPS
from tests.reports.pages import pages_of


@pytest.fixture
def desk(client, law, administrator):
    client.force_login(administrator)
    return client


def rows(desk):
    groups = desk.get(reverse("reports:catalogue")).context["groups"]
    return {entry.slug: (entry, numbers) for _, entries in groups for entry, numbers in entries}


def test_it_lists_every_paper_in_fourteen_groups_and_is_linked_from_the_corner(desk):
    page = desk.get(reverse("reports:catalogue"))

    assert [title for title, _ in page.context["groups"]][::13] == [f"1. {GROUPS[0]}", f"14. {GROUPS[13]}"]
    assert set(rows(desk)) == {entry.slug for entry in ENTRIES}
    assert reverse("reports:catalogue") in desk.get(reverse("admin:index")).text


@pytest.mark.parametrize(
    ("day", "person", "hamlet"),
    [
        ("2023-06-09", "Mẫu số 02, kèm theo Nghị định số 91/2017/NĐ-CP", ""),
        ("2026-11-22", "", "Mẫu số 05, kèm theo Nghị định số 86/2023/NĐ-CP"),
    ],
)
def test_it_tells_the_form_numbers_of_the_day_and_what_a_paper_is_made_from(
    desk, settings, day, person, hamlet
):
    settings.PORTAL_TODAY = day
    found = rows(desk)
    shown = {slug: "".join(number.text for number in numbers) for slug, (_, numbers) in found.items()}

    assert (shown["report-person"], shown["report-hamlet"], shown["ballot"]) == (person, hamlet, "")
    assert found["report-person"][0].made_from == "hồ sơ đề nghị"
    assert found["directions"][0].made_from == ""


def test_a_sample_is_laid_out_with_the_numbers_of_the_day(desk, settings):
    settings.PORTAL_TODAY = "2026-11-22"
    answers = {
        slug: desk.get(reverse("reports:catalogue-sample", args=[slug]))
        for slug in ("statistics", "report-hamlet")
    }
    texts = {slug: [page.get_text() for page in pages_of(answer.content)] for slug, answer in answers.items()}

    assert "Mẫu số 05, kèm theo Nghị" in texts["report-hamlet"][0]
    assert "Biểu số 0605.N, kèm theo Thông tư số 02/2023/TT-BNV" in texts["statistics"][5]
    assert answers["statistics"]["Content-Type"] == "application/pdf"
    assert answers["statistics"]["Content-Disposition"].startswith(
        "inline; filename*=utf-8''B%C3%A1o%20c%C3%A1o"
    )


def test_there_is_no_sample_of_what_is_no_paper(desk):
    assert desk.get(reverse("reports:catalogue-sample", args=["novel"])).status_code == 404


def test_the_gallery_of_the_docs_shows_every_paper():
    """`script/screenshots` takes the pictures."""
    shown = {picture.stem for picture in (Path(settings.BASE_DIR) / "docs" / "papers").glob("*.png")}

    assert shown == {entry.slug for entry in ENTRIES}
