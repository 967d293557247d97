"""The sample of every paper: printed, it holds each word of its data, between its margins, in its outline."""

import re
from functools import cache

import pymupdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.numerals import in_words
from core.templatetags.vietnamese import so
from core.text import nfc
from law.models import PaperForm, SubjectKind
from reports.catalogue import ENTRIES, GROUPS
from reports.models import SOURCES, PaperKind
from reports.papers import lists, payment
from reports.papers.document import Heading, Part, Section, Table
from reports.papers.sources import OF_KIND
from reports.pdf import render
from reports.samples import conference, council, dossiers, movement
from reports.samples.people import COMMUNE, by_committee, names, people

from .pages import BOTTOM, LEFT, MM, RIGHT, TOP, pages_of
from .papers_samples import EVERY_SAMPLE, heads_too_narrow

SAMPLES = EVERY_SAMPLE
SIDE = 20  # margins of a page that lies down, in millimetres
HISTORY = "Các hình thức đã được khen thưởng"


@cache
def printed(slug):
    return render(SAMPLES[slug]())


def body_of(page):
    """A page without its number."""
    return pymupdf.Rect(0, TOP * MM, page.rect.width, page.rect.height)


def squeezed(text):
    return "".join(text.split())


def words_of(content):
    return "".join(squeezed(page.get_text(clip=body_of(page))) for page in pages_of(content))


def blocks_of(document):
    return [*document.body, *(block for annex in document.annexes for block in annex.body)]


def cells_of(document):
    return [
        cell
        for block in blocks_of(document)
        if isinstance(block, Table)
        for row in block.rows
        for cell in row.cells
    ]


def told_in(document):
    """Every text of a paper: lines, cells, names and offices."""
    lines = [getattr(block, "line", getattr(block, "text", "")) for block in document.body]
    signed = [text for signature in document.signatures for text in (signature.office, signature.name)]
    ends = [*document.legal_bases, *document.addressees, *document.recipients, *signed]
    return [*(text.rstrip(" .;:/") for text in [*lines, *ends]), *cells_of(document)]


def outline(document):
    return [block.title for block in document.body if isinstance(block, Section | Part)]


def headings(document):
    return [block.title for block in document.body if isinstance(block, Heading)]


# --- All samples -------------------------------------------------------------------------------------


def test_every_kind_of_paper_has_a_sample_in_a_group():
    assert {entry.kind for entry in ENTRIES} == set(PaperKind)
    assert {entry.group for entry in ENTRIES} == set(range(1, len(GROUPS) + 1))
    assert len({entry.slug for entry in ENTRIES}) == len(ENTRIES)
    assert set(SOURCES) == set(OF_KIND)


@pytest.mark.parametrize("slug", SAMPLES)
def test_a_sample_holds_every_word_of_its_data_composed_and_in_one_typeface(slug):
    document, content = SAMPLES[slug](), printed(slug)
    shown = words_of(content)

    assert [text for text in told_in(document) if squeezed(text) not in shown] == []
    assert shown == nfc(shown)
    fonts = {font[3].split("+")[-1] for page in pages_of(content) for font in page.get_fonts()}
    assert fonts <= {"Tinos", "Tinos-Bold", "Tinos-Italic", "Tinos-Bold-Italic"}


@pytest.mark.parametrize("slug", SAMPLES)
def test_a_sample_keeps_its_margins(slug):
    for page in pages_of(printed(slug)):
        lies = page.rect.width > page.rect.height
        left, right = (SIDE, SIDE) if lies else (LEFT, RIGHT)
        words = page.get_text("words", clip=body_of(page))
        assert min(word[0] for word in words) >= left * MM - 1
        assert max(word[2] for word in words) <= page.rect.width - right * MM + 1
        assert max(word[3] for word in words) <= page.rect.height - BOTTOM * MM + 2


# --- Outlines ----------------------------------------------------------------------------------------

LIFE = ["Sơ lược lý lịch", "Thành tích đạt được", HISTORY]
STANDING = ["Sơ lược đặc điểm, tình hình", "Thành tích đạt được", HISTORY]
FRIENDS = ["Thông tin chung", "Thành tích, đóng góp", HISTORY]
OUTLINES = {
    "report-person": LIFE,
    "report-fighter": LIFE,
    "report-hero-person": LIFE,
    "report-collective": STANDING,
    "report-flag": STANDING,
    "report-hero-collective": STANDING,
    "report-household": ["Sơ lược về hộ gia đình", "Thành tích, đóng góp", HISTORY],
    "report-exceptional": ["Thông tin chung", "Thành tích đột xuất"],
    "report-movement": ["Thông tin chung", "Thành tích trong phong trào thi đua"],
    "report-devotion": ["Sơ lược lý lịch", "Tóm tắt quá trình công tác", HISTORY, "Kỷ luật"],
    "report-foreign-person": FRIENDS,
    "report-foreign-collective": FRIENDS,
    "report-hamlet": ["Đặc điểm, tình hình", "Kết quả xây dựng thôn, tổ dân phố văn hóa", HISTORY],
    "registration": ["Thông tin chung", "Nội dung đăng ký", "Đề nghị hỗ trợ, bồi dưỡng"],
    "appraisal": [
        "Thông tin hồ sơ",
        "Thành phần hồ sơ",
        "Đối chiếu quy định và sổ khen thưởng",
        "Ý kiến thẩm định",
        "Kết luận",
    ],
    "directions": ["Bối cảnh", "Mục tiêu", "Nhiệm vụ, giải pháp", "Tổ chức thực hiện"],
    "conference": [
        "Mục đích, yêu cầu",
        "Thời gian, địa điểm",
        "Thành phần, số lượng, tiêu chuẩn đại biểu",
        "Nội dung, chương trình",
        "Phân công thực hiện",
        "Kinh phí",
    ],
}


@pytest.mark.parametrize("slug", OUTLINES)
def test_a_paper_has_its_sections_in_order(slug):
    assert outline(SAMPLES[slug]()) == OUTLINES[slug]


def test_each_form_of_the_report_of_achievement_has_a_sample():
    reports = {form for form in PaperForm if form.value.startswith("report_")}

    assert {
        form for entry in ENTRIES for form in entry.forms if entry.kind == PaperKind.ACHIEVEMENT
    } == reports


@pytest.mark.parametrize(
    ("slug", "expected"),
    [
        ("judging", ["Thành phần", "Nội dung", "Kết luận"]),
        (
            "verification",
            [
                "Thành phần",
                "Nội dung kiểm chứng",
                "Ý kiến của Nhân dân nơi cư trú, của đơn vị",
                "Kết luận, kiến nghị",
            ],
        ),
    ],
)
def test_minutes_have_their_headings_in_order(slug, expected):
    assert headings(SAMPLES[slug]()) == expected


def test_statistics_have_the_five_forms_and_the_fund_with_sums_that_add_up():
    paper = movement.statistical(labels={"movements": "Biểu số 0601.N"})
    by_scope = paper.annexes[0].body[0].rows[0].cells

    assert [annex.label for annex in paper.annexes] == ["Biểu số 0601.N", *["Phụ lục"] * 5]
    assert int(by_scope[1]) == sum(map(int, by_scope[2:6])) == sum(map(int, by_scope[6:11]))
    assert paper.annexes[2].body[0].rows[-1].cells[:3] == ("Tổng cộng", "30", "23")
    assert paper.annexes[5].body[0].rows[-1].cells == ("", "Tổng cộng", "381.500.000", "1,55%")


# --- One row, very many rows -------------------------------------------------------------------------

LISTS = (
    dossiers.meeting,
    dossiers.returned,
    council.ballots,
    council.proposed,
    council.announced,
    council.paid,
    council.written,
    movement.tasks_by_letter,
    movement.tasks_by_decision,
    movement.registered_list,
    movement.next_years,
    conference.delegates,
)


def plain_rows(document):
    tables = [block for block in blocks_of(document) if isinstance(block, Table)]
    return [row for table in tables for row in table.rows if row.kind == "plain"]


@pytest.mark.parametrize("sample", LISTS)
def test_a_list_has_a_row_for_each(sample):
    assert len(plain_rows(sample(51))) - len(plain_rows(sample(50))) == 1
    assert plain_rows(sample(1))


@pytest.mark.parametrize("sample", [dossiers.meeting, council.announced, council.paid])
def test_a_list_of_one_is_printed(sample):
    document = sample(1)
    shown = words_of(render(document))

    assert [cell for cell in cells_of(document) if squeezed(cell) not in shown] == []


def test_very_many_rows_run_over_pages_that_repeat_their_head():
    document = conference.delegates(200)
    content = render(document)
    shown = words_of(content)

    assert [cell for cell in cells_of(document) if squeezed(cell) not in shown] == []
    assert all("STT" in page.get_text() for page in pages_of(content))


def test_a_payment_of_very_many_has_everybody_once_and_the_sum_at_its_end():
    document = council.paid(1_200)
    shown = words_of(render(document))
    rows = [row.cells for row in document.annexes[0].body[0].rows if row.kind == "plain"]

    assert len(rows) == 1_200
    assert all(squeezed(name + post)[:40] in shown for _, name, post, *_ in rows[::37])
    assert f"Tổngcộng{document.annexes[0].body[0].rows[-1].cells[4]}" in shown


# --- Any names, any counts ---------------------------------------------------------------------------

PAYEES = st.builds(
    payment.Payee,
    kind=st.sampled_from(SubjectKind.values),
    name=st.sampled_from(names(40)),
    description=st.just("Ấp Lợi An"),
    award=st.sampled_from(["Giấy khen", "Lao động tiên tiến"]),
    amount=st.integers(min_value=10_000, max_value=90_000_000),
)


@given(st.lists(PAYEES, max_size=30))
def test_everybody_is_paid_in_the_own_group_and_the_sums_agree(payees):
    paper = payment.paper(payment.Payment(by_committee(), COMMUNE, "Quyết định", "", tuple(payees)))
    total = sum(payee.amount for payee in payees)
    groups = {}
    for row in paper.annexes[0].body[0].rows:
        if row.kind == "group":
            groups[re.sub(r"^\w+\. ", "", row.cells[0])] = found = []
        elif row.kind == "plain":
            found.append((row.cells[1], row.cells[4]))

    assert groups == {
        kind.label.upper(): [(payee.name, so(payee.amount)) for payee in payees if payee.kind == kind]
        for kind in SubjectKind
        if any(payee.kind == kind for payee in payees)
    }
    assert paper.body[0].rows[-1].cells == ("", "Tổng cộng", so(len(payees)), so(total))
    assert in_words(total) in paper.body[1].text.lower()


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from(SubjectKind.values)), max_size=40))
def test_counts_add_up_over_rows_and_columns(pairs):
    rows = [row.cells for row in lists.counts("Đơn vị", pairs).rows]

    assert all(int(row[5]) == sum(map(int, row[2:5])) for row in rows)
    assert int(rows[-1][5]) == len(pairs)


def test_people_of_samples_are_all_different():
    assert len({name for name, _, _ in people(700)}) == 700


@pytest.mark.parametrize("slug", sorted(SAMPLES))
def test_every_word_of_the_head_of_a_table_has_room_in_its_column(slug):
    assert heads_too_narrow(SAMPLES[slug]()) == []
