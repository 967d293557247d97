"""What stands in each paper, told by value, and that its print keeps the layout of the law."""

import datetime

import pytest

from awards.models import DecisionStatus, SessionStatus
from organizations.models import UnitKind
from reports.models import PaperKind, ReviewStatus
from reports.papers.document import Bullet, Heading, PaperError, Paragraph, Row, ScoreLine, Section, Table
from reports.papers.sources import document_of, is_printable, records_of
from reports.pdf import render
from tests.factories import DecisionFactory, PlanFactory, SuccessionFactory, UnitFactory
from tests.reports.pages import line, lines, pages_of

COMMITTEE = "Ủy ban nhân dân huyện Gò Thử"


def document(kind, record):
    return document_of(kind, records_of(kind).get(pk=record.pk))


def texts(blocks, kind):
    return [block.text for block in blocks if isinstance(block, kind)]


def titles(blocks, kind):
    return [f"{block.number} {block.title}".strip() for block in blocks if isinstance(block, kind)]


def rows(block):
    return [(row.kind, *row.cells) for row in block.rows]


def tables(paper):
    return [block for block in paper.body if isinstance(block, Table)]


def test_a_plan_has_its_parts_in_order_with_criteria_timetable_and_duties(story):
    paper = document(PaperKind.PLAN, story.plan)

    assert titles(paper.body, Section) == [
        "I Mục đích, yêu cầu",
        "II Tiêu chí lựa chọn",
        "III Tiến độ thực hiện",
        "IV Tổ chức thực hiện",
        "V Kinh phí thực hiện",
    ]
    assert titles(paper.body, Heading) == ["1 Mục đích", "1 Huyện Gò Thử"]
    assert texts(paper.body, Bullet) == ["Nêu gương."]
    assert rows(tables(paper)[0]) == [
        ("plain", "1", "Sáng kiến", "30"),
        ("plain", "2", "Nhân rộng", "20"),
        ("total", "", "Tổng cộng", "50"),
    ]
    assert (
        "Hướng dẫn, đôn đốc; phối hợp với Phòng VHTT; hoàn thành trong ngày 30 tháng 10 năm 2021."
        in texts(paper.body, Paragraph)
    )


def test_a_plan_is_numbered_dated_signed_and_sent(story):
    paper = document(PaperKind.PLAN, story.plan)

    assert paper.letterhead.issuer == "Ủy ban nhân dân\nhuyện Gò Thử"
    assert (paper.letterhead.place, paper.letterhead.date) == ("Gò Thử", datetime.date(2021, 9, 22))
    assert paper.letterhead.code == f"{story.plan.number.number:02d}/KH-UBND"
    assert paper.signatures[0].office == "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH"
    assert (paper.signatures[0].name, paper.recipients) == (
        "Trần Thị Ngọc Hương",
        ("Như trên", "Lưu: VT, NV"),
    )
    assert not paper.draft


def test_a_draft_has_neither_number_nor_day_nor_signatory(place):
    paper = document(PaperKind.PLAN, PlanFactory(unit=place.district))

    assert (paper.letterhead.number, paper.letterhead.date, paper.draft) == (None, None, True)
    assert (paper.signatures[0].name, paper.recipients) == ("", ("Lưu: VT",))


def test_a_paper_goes_out_under_the_name_of_its_day(place):
    place.district.ends_on = datetime.date(2025, 6, 30)
    place.district.save()
    heir = UnitFactory(
        name="xã Mới", authority="Ủy ban nhân dân xã Mới", place="Mới", starts_on=datetime.date(2025, 7, 1)
    )
    SuccessionFactory(predecessor=place.district, successor=heir)

    issued = document(PaperKind.PLAN, PlanFactory(unit=place.district, issued=True))
    draft = document(PaperKind.PLAN, PlanFactory(unit=place.district))

    assert (issued.issued_by, issued.letterhead.place) == (COMMITTEE, "Gò Thử")
    assert (draft.issued_by, draft.letterhead.place) == ("Ủy ban nhân dân xã Mới", "Mới")


def test_an_agency_prints_the_committee_above_it(place):
    agency = UnitFactory(
        parent=place.district, name="Phòng Nội vụ", kind=UnitKind.AGENCY, head_title="Trưởng phòng"
    )

    paper = document(PaperKind.PLAN, PlanFactory(unit=agency))

    assert (paper.letterhead.parent, paper.letterhead.issuer) == (
        "Ủy ban nhân dân\nhuyện Gò Thử",
        "Phòng Nội vụ",
    )
    assert paper.signatures[0].office == "TRƯỞNG PHÒNG"


def test_a_plan_issued_outside_the_portal_is_not_printed(place):
    plan = PlanFactory(unit=place.district, outside_number="156/KH-UBND")

    assert not is_printable(PaperKind.PLAN, plan)


def test_a_decision_lists_three_groups_with_prizes_and_their_sum(story):
    paper = document(PaperKind.DECISION, story.decision)

    assert rows(paper.annexes[0].body[0]) == [
        ("group", "I. CÁ NHÂN"),
        ("plain", "1", "Lê Thị Kim Ngân", "Giáo viên", "", "Giấy khen thử", "450.000"),
        ("group", "II. TẬP THỂ"),
        ("plain", "1", "Ấp Thạnh Hưng", "Xã Bình Thử", "", "Giấy khen thử", "450.000"),
        ("total", "", "Tổng cộng", "", "", "", "900.000"),
    ]


def test_a_decision_has_three_articles_and_the_chairmans_own_authority(story):
    paper = document(PaperKind.DECISION, story.decision)

    assert [article.text for article in paper.body] == [
        "Tặng Giấy khen của Chủ tịch Ủy ban nhân dân cho 01 cá nhân và 01 tập thể (có danh sách kèm theo) "
        "vì đã có thành tích xuất sắc.",
        "Kèm theo khen thưởng là tiền thưởng trích từ Quỹ thi đua, khen thưởng, tổng số tiền là "
        "900.000 đồng.",
        "Quyết định này có hiệu lực kể từ ngày ký. Các cơ quan, đơn vị liên quan và các đối tượng có tên "
        "trong danh sách chịu trách nhiệm thi hành Quyết định này",
    ]
    assert paper.title.authority == f"CHỦ TỊCH {COMMITTEE.upper()}"
    assert (paper.signatures[0].office, paper.recipients) == ("CHỦ TỊCH", ("Như Điều 3", "Lưu: VT, NV"))


def test_a_dropped_decision_is_not_printed(place):
    assert not is_printable(PaperKind.DECISION, DecisionFactory(status=DecisionStatus.DROPPED))


def test_a_letter_counts_by_title_and_cites_the_meeting(story):
    paper = document(PaperKind.SUBMISSION, story.letter)

    assert rows(tables(paper)[0]) == [
        ("plain", "1", "Giấy khen thử", "1", "1", "1", "3"),
        ("total", "", "Tổng cộng", "1", "1", "1", "3"),
    ]
    assert paper.legal_bases[-1] == (
        "Căn cứ Biên bản họp số 05/BB-HĐTĐKT ngày 02 tháng 6 năm 2023 của Hội đồng Thi đua - Khen thưởng "
        "huyện Gò Thử"
    )
    assert (paper.addressees, paper.recipients) == (("tỉnh Thử",), ("Như trên", "Lưu: VT"))
    assert paper.annexes[0].body[0].rows[-1] == Row(
        ("1", "Hộ Phan Văn Ửng", "Ấp Lợi An", "Hiến đất", "Giấy khen thử")
    )


def test_minutes_tell_who_came_what_was_voted_and_when_it_ended(story):
    paper = document(PaperKind.MINUTES, story.session)

    assert (paper.letterhead.code, paper.letterhead.place) == ("05/BB-HĐTĐKT", "")
    assert texts(paper.body, Paragraph)[:3] == [
        "Thời gian bắt đầu: 08 giờ 00 phút, ngày 02 tháng 6 năm 2023.",
        "Địa điểm: Phòng họp số 1.",
        "Có mặt: 2/3 thành viên Hội đồng, gồm:",
    ]
    assert texts(paper.body, Bullet) == ["Đỗ Hoàng Ẩn, Phó Trưởng phòng, Ủy viên, lý do: đi công tác."]
    assert rows(tables(paper)[0]) == [
        ("plain", "1", "Lê Thị Kim Ngân", "Giấy khen thử", "2", "0", "66,7%", "Thông qua"),
        ("plain", "2", "Ấp Thạnh Hưng", "Giấy khen thử", "2", "0", "66,7%", "Thông qua"),
        ("plain", "3", "Hộ Phan Văn Ửng", "Giấy khen thử", "1", "1", "33,3%", "Không thông qua"),
    ]
    assert [signature.name for signature in paper.signatures] == ["Cao Thị Bích Vân", "Nguyễn Văn Quý"]


def test_a_tally_sheet_holds_the_tellers_counts(story):
    paper = document(PaperKind.TALLY, story.session)

    assert paper.letterhead.code == "06/BB-HĐTĐKT"  # the minutes have 05
    assert {block.label: block.value for block in paper.body if isinstance(block, ScoreLine)} == {
        "Tổng số thành viên Hội đồng": "03 người",
        "Số thành viên có mặt": "02 người",
        "Số thành viên vắng mặt": "01 người",
        "Số phiếu phát ra": "02 phiếu",
        "Số phiếu thu vào": "02 phiếu",
        "Số phiếu hợp lệ": "02 phiếu",
        "Số phiếu không hợp lệ": "00 phiếu",
    }
    assert [signature.name for signature in paper.signatures] == ["Lý Thị Ngọc Yến", "Đỗ Hoàng Ẩn"]


def test_a_tally_sheet_waits_for_the_second_teller(story):
    story.session.tally.confirmed_by = None
    story.session.tally.save()

    with pytest.raises(PaperError, match="chưa in được"):
        document(PaperKind.TALLY, story.session)


@pytest.mark.parametrize(
    ("status", "printable"), [(SessionStatus.CONVENED, False), (SessionStatus.COUNTED, True)]
)
def test_minutes_are_printed_once_the_votes_are_counted(story, status, printable):
    story.session.status = status

    assert is_printable(PaperKind.MINUTES, story.session) is printable


def test_a_review_prints_its_words_its_figures_and_the_units(story):
    paper = document(PaperKind.INTERIM, story.review)

    assert titles(paper.body, Section)[:4] == [
        "I Công tác lãnh đạo, chỉ đạo",
        "II Phát động, tuyên truyền",
        "III Phát hiện, bồi dưỡng, nhân rộng",
        "IV Công tác khen thưởng",
    ]
    assert texts(paper.body, Bullet) == ["Hồ sơ còn chậm."]
    assert rows(tables(paper)[1])[:2] == [
        ("plain", "1", "Cá nhân", "1", "1", "100,0%"),
        ("plain", "2", "Tập thể", "1", "1", "100,0%"),
    ]
    assert rows(paper.annexes[0].body[0])[-1] == (
        *("total", "", "Tổng cộng", "3", "2", "1", "0", "0", "0", "0", "66,7%"),
    )


@pytest.mark.parametrize("kind", [kind for kind in PaperKind if kind != PaperKind.FINAL])
def test_every_paper_prints_with_its_head_title_and_signature(sources, kind):
    paper = document(kind, sources[kind])

    page, *more = pages_of(render(paper))

    assert line(page, "CỘNG HÒA XÃ HỘI").font.endswith("Bold")
    kinds = [found for found in lines(page) if found.text == paper.title.kind]
    assert [found.size for found in kinds] == [line(page, "Độc lập").size] == [14]
    assert round(page.rect.width), round(page.rect.height) == (595, 842)
    words = " ".join(found.text for sheet in [page, *more] for found in lines(sheet))
    assert all(signature.name in words for signature in paper.signatures)


@pytest.mark.parametrize(
    "kind", [PaperKind.PLAN, PaperKind.DECISION, PaperKind.SUBMISSION, PaperKind.MINUTES]
)
def test_reading_a_record_for_its_paper_takes_a_fixed_number_of_queries(
    sources, kind, django_assert_max_num_queries
):
    with django_assert_max_num_queries(20):
        document(kind, sources[kind])


def test_an_unwritten_part_is_left_out_of_an_issued_review(story):
    story.review.status = ReviewStatus.ISSUED  # in memory: the paper asks for nothing else

    paper = document_of(PaperKind.INTERIM, story.review)

    assert titles(paper.body, Section) == [
        "I Công tác khen thưởng",
        "II Khó khăn, hạn chế và nguyên nhân",
    ]
