"""Exports: exactly what the list shows, as a sheet that Excel reads without running anything."""

import datetime
from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook

from campaigns.models import ClusterStatus
from core.calendar import today
from exemplars.models import Stage
from reports.views.exports import EXPORTS
from tests.factories import (
    AdoptionFactory,
    AssignmentFactory,
    ClusterMemberFactory,
    ConferenceFactory,
    CoverageFactory,
    DelegateFactory,
    EntryFactory,
    ExemplarFactory,
    IssuedNumberFactory,
    LearningEventFactory,
    NominationFactory,
    NumberSeriesFactory,
    OpinionListFactory,
    PaperFactory,
    ReviewPartFactory,
    SubjectFactory,
    VisitFactory,
)
from tests.reports.stories import (
    LAST,
    annulment_of,
    decision_of,
    dossier,
    letter_of,
    moment,
    plan_of,
    review_of,
    session_of,
)

NAMES = list(EXPORTS)


def address(what, **query):
    return reverse("reports:export", args=[what], query=query)


def sheet(response):
    """The rows of the sheet, the headings first."""
    book = load_workbook(BytesIO(b"".join(response)), read_only=True)
    return [list(row) for row in book.active.iter_rows(values_only=True)]


def fill(place, count):
    """So many rows for every list."""
    for number in range(count):
        plan = plan_of(place.district)
        AssignmentFactory(plan=plan, unit=place.commune)
        found = dossier(plan, place.commune)
        session_of(place.district, [found])
        ExemplarFactory(unit=place.district, status=Stage.REGISTERED)
        VisitFactory(round__unit=place.district, recorded=True)
        AdoptionFactory(unit=place.commune)
        LearningEventFactory(unit=place.commune)
        CoverageFactory(unit=place.commune)
        letter_of(place.district, place.province, [found])
        decision = decision_of(place.district, [found])
        annulment_of(decision, decision.entries.all())
        held = ConferenceFactory(unit=place.district, asked=True)
        DelegateFactory(conference=held, unit=place.commune)
        review = review_of(plan)
        ReviewPartFactory(review=review, unit=place.commune)
        PaperFactory(about=review, kind="interim", made_at=moment(LAST), sha256=f"{number:064}")
        ClusterMemberFactory(
            unit=place.commune,
            cluster_year__cluster__office=place.district,
            cluster_year__status=ClusterStatus.RANKED,
            cluster_year__signed_on=datetime.date(2024, 3, 15),
            rank=1,
            total=90,
        )
        OpinionListFactory(unit=place.district)
        EntryFactory(contest__unit=place.district, unit=place.commune)


@pytest.mark.parametrize("what", NAMES)
def test_an_export_holds_the_rows_of_its_list_and_asks_no_more_queries_for_more(
    client, law, place, clerk, standing, what
):
    client.force_login(clerk if what == "numbers" else standing)
    client.get(address(what))  # content types are read once in a process
    asked = []
    for _ in range(2):
        fill(place, 1)
        with CaptureQueriesContext(connection) as queries:
            rows = sheet(client.get(address(what)))
        asked.append(len(queries))
        assert [row[0] for row in rows] == ["STT", *range(1, len(rows))]

    assert asked[0] == asked[1] <= 15


@pytest.mark.parametrize("what", [name for name in NAMES if name not in {"units", "movements"}])
def test_an_export_counts_what_the_list_counts(client, place, clerk, standing, what):
    client.force_login(clerk if what == "numbers" else standing)
    fill(place, 1)

    rows = sheet(client.get(address(what)))

    page = client.get(reverse(ADDRESSES[what]))
    assert len(rows) - 1 == page.context["page_obj"].paginator.count > 0


ADDRESSES = {
    "clusters": "campaigns:clusters",
    "cluster-results": "campaigns:cluster-results",
    "contests": "gatherings:contests",
    "entries": "gatherings:entries",
    "opinions": "awards:opinions",
    "parts": "reports:parts",
    "conferences": "gatherings:conferences",
    "delegates": "gatherings:delegates",
    "visits": "exemplars:visits",
    "assignments": "campaigns:assignments",
    "plans": "campaigns:plans",
    "nominations": "exemplars:nominations",
    "exemplars": "exemplars:exemplars",
    "adoptions": "exemplars:adoptions",
    "learning": "exemplars:learning",
    "coverage": "exemplars:coverage-list",
    "sessions": "awards:sessions",
    "decisions": "awards:decisions",
    "annulments": "awards:annulments",
    "register": "awards:register",
    "letters": "awards:letters",
    "reviews": "reports:reviews",
    "papers": "reports:papers",
    "numbers": "organizations:numbers",
}


def test_an_export_keeps_filter_and_order_of_the_list(client, place, officer):
    for name in ("Trần Văn Bình", "Lê Thị Ánh", "Đỗ Văn Ân"):
        NominationFactory(
            unit=place.commune, subject=SubjectFactory(name=name, unit=place.commune), name=name
        )
    client.force_login(officer)

    rows = sheet(client.get(address("nominations", q="van", sort="name", page="7")))

    assert [row[1] for row in rows[1:]] == ["Đỗ Văn Ân", "Trần Văn Bình"]


def test_a_filter_that_does_not_validate_exports_nothing(client, place, officer):
    NominationFactory(unit=place.commune)
    client.force_login(officer)

    assert len(sheet(client.get(address("nominations", kind="ngựa")))) == 1


def test_only_what_one_may_see_is_exported(client, place, officer):
    NominationFactory(unit=place.commune)
    NominationFactory(unit=place.sister)
    client.force_login(officer)

    rows = sheet(client.get(address("nominations")))

    assert [row[rows[0].index("Đơn vị đề nghị")] for row in rows[1:]] == ["xã Bình Thử"]


def test_days_are_days_and_money_is_numbers_under_vietnamese_headings(client, place, standing):
    decision_of(place.district, [dossier(plan_of(place.district), place.commune)], prize=1_350_000)
    client.force_login(standing)

    headings, row = sheet(client.get(address("register")))

    found = dict(zip(headings, row, strict=False))  # empty cells at the end are left out
    assert found["Ngày quyết định"] == datetime.datetime(2023, 6, 9)  # noqa: DTZ001 - Excel knows no zone
    assert (found["Tiền thưởng (đồng)"], found["Quyết định số"]) == (1_350_000, "1842/QĐ-UBND")
    assert headings[:3] == ["STT", "Tên", "Chức vụ, địa chỉ khi đó"]


def test_the_register_of_papers_exports_exactly_what_is_filtered_in_the_columns_of_the_decree(
    client, place, clerk
):
    kept = NumberSeriesFactory(unit=place.district, symbol="KH-UBND", year=2024)
    for number, note in ((2, ""), (1, "Bản sao")):
        IssuedNumberFactory(
            series=kept, number=number, signatory="Lê An", recipients="Sở Nội vụ\nLưu", copies=9, remarks=note
        )
    IssuedNumberFactory(series=NumberSeriesFactory(unit=place.district))
    client.force_login(clerk)

    headings, *lines = sheet(client.get(address("numbers", series=kept.pk, sort="number")))

    assert headings[1:9] == [
        "Số, ký hiệu văn bản",
        "Ngày, tháng văn bản",
        "Tên loại và trích yếu nội dung văn bản",
        "Người ký",
        "Nơi nhận văn bản",
        "Đơn vị, người nhận bản lưu",
        "Số lượng bản",
        "Ghi chú",
    ]
    assert [(row[1], row[3], row[4], row[7], row[8]) for row in lines] == [
        ("01/KH-UBND", "Kế hoạch: Về việc thử", "Lê An", 9, "Bản sao"),
        ("02/KH-UBND", "Kế hoạch: Về việc thử", "Lê An", 9, None),
    ]


def test_the_file_is_named_for_its_list_and_the_day(client, standing):
    client.force_login(standing)

    response = client.get(address("register"))

    assert response["Content-Disposition"] == f'attachment; filename="so-khen-thuong-{today():%Y-%m-%d}.xlsx"'


@pytest.mark.parametrize("text", ["=HYPERLINK(1)", "+84", "-2", "@SUM(A1)", "#N/A"])
def test_what_could_be_a_formula_stays_the_same_text_and_is_none(client, place, officer, text):
    cell = cell_of_name(client, place, officer, text)

    assert (cell.value, cell.data_type, cell.quotePrefix) == (text, "s", True)


def test_other_text_is_a_plain_cell(client, place, officer):
    cell = cell_of_name(client, place, officer, "a=b, 1-2")

    assert (cell.value, cell.data_type, cell.quotePrefix) == ("a=b, 1-2", "s", False)


def cell_of_name(client, place, officer, name):
    """Of a dossier's name, as Excel reads it."""
    NominationFactory(unit=place.commune, name=name)
    client.force_login(officer)
    return load_workbook(BytesIO(b"".join(client.get(address("nominations"))))).active["B2"]


def test_an_unknown_list_is_not_found(client, standing):
    client.force_login(standing)

    assert client.get(address("passwords")).status_code == 404
