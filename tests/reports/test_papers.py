"""What stands in each paper, told by value, and that its print keeps the layout of the law."""

import datetime
from itertools import pairwise

import pytest

from awards.models import DecisionStatus, SessionStatus
from law.models import VoteRule
from organizations.models import UnitKind
from reports.figures import figures
from reports.models import SOURCES, PaperKind, ReviewStatus
from reports.papers.document import (
    Bullet,
    Figure,
    Heading,
    Item,
    PaperError,
    Paragraph,
    Row,
    ScoreLine,
    Section,
    Table,
)
from reports.papers.sources import document_of, is_printable, records_of
from reports.pdf import render
from tests.factories import (
    AnnulmentItemFactory,
    AwardTypeFactory,
    DecisionFactory,
    PlanFactory,
    SuccessionFactory,
    UnitFactory,
)
from tests.reports.pages import line, lines, pages_of
from tests.reports.papers_samples import heads_too_narrow

DISTRICT = "huyện Gò Thử"
COMMITTEE = f"Ủy ban nhân dân {DISTRICT}"


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
    assert titles(paper.body, Heading) == ["1 Mục đích", f"1 {COMMITTEE}"]
    assert texts(paper.body, Bullet) == ["Nêu gương."]
    assert rows(tables(paper)[0]) == [
        ("plain", "1", "Sáng kiến", "30"),
        ("plain", "2", "Nhân rộng", "20"),
        ("total", "", "Tổng cộng", "50"),
    ]
    assert (
        "Hướng dẫn, đôn đốc; phối hợp với Phòng VHTT; hoàn thành chậm nhất vào ngày 30 tháng 10 "
        "năm 2021." in texts(paper.body, Paragraph)
    )


@pytest.mark.parametrize(
    ("title", "legal_bases", "opening"),
    [
        (
            "Nhân rộng điển hình",
            "Luật Thi đua, khen thưởng",
            "Thực hiện Kế hoạch số {number} ngày 22 tháng 9 năm 2021 của " + COMMITTEE + " về {title}, ",
        ),
        ("Nhân rộng điển hình", "Kế hoạch số {number} của huyện", "Thực hiện Kế hoạch số {number}, "),
        ("Thực hiện Kế hoạch số {number}", "", ""),
    ],
)
def test_a_plan_cites_the_one_it_carries_out_once_in_full(story, title, legal_bases, opening):
    above = {"number": story.plan.number_text, "title": story.plan.title.lower()}
    plan = PlanFactory(
        unit=story.plan.unit,
        implements=story.plan,
        title=title.format(**above),
        legal_bases=legal_bases.format(**above),
    )

    first = document(PaperKind.PLAN, plan).body[0].text

    assert first.startswith(f"{opening.format(**above)}{COMMITTEE} ban hành Kế hoạch ")


def test_a_timetable_tells_days_as_papers_write_them_and_has_no_empty_column(story):
    story.plan.milestones.update(
        due_on=datetime.date(2023, 6, 5),
        covers_from=datetime.date(2021, 1, 1),
        covers_to=datetime.date(2023, 5, 31),
        occasion="",
    )
    assert rows(tables(document(PaperKind.PLAN, story.plan))[-1])[0][2::2] == (
        "05/6/2023",
        "Đánh giá từ ngày 01/01/2021 đến ngày 31/5/2023",
    )

    story.plan.milestones.update(covers_from=None, covers_to=None)
    assert len(tables(document(PaperKind.PLAN, story.plan))[-1].columns) == 3


def test_a_committee_asks_associations_and_tells_who_helps_in_the_same_sentence(story):
    front = UnitFactory(parent=story.plan.unit, name="Mặt trận huyện", kind=UnitKind.ASSOCIATION)
    story.plan.assignments.update(unit=front, partners="Các đoàn thể.", due_on=None)

    paper = document(PaperKind.PLAN, story.plan)

    assert titles(paper.body, Heading)[-1] == "1 Đề nghị Mặt trận huyện"
    assert "Hướng dẫn, đôn đốc; phối hợp với các đoàn thể." in texts(paper.body, Paragraph)


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


@pytest.mark.parametrize(
    ("title", "office"),
    [
        ("Chủ tịch", "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH"),
        ("Quyền Chủ tịch", "TM. ỦY BAN NHÂN DÂN\nQ. CHỦ TỊCH"),
        ("Phó Chủ tịch phụ trách", "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH"),
        ("TL. Chánh Văn phòng", "TL. CHỦ TỊCH\nCHÁNH VĂN PHÒNG"),
        ("TUQ. Giám đốc Sở Nội vụ", "TUQ. CHỦ TỊCH\nGIÁM ĐỐC SỞ NỘI VỤ"),
    ],
)
def test_who_signs_for_whom_is_said_above_the_name(story, title, office):
    story.plan.signatory_title = title

    assert document_of(PaperKind.PLAN, story.plan).signatures[0].office == office


def test_urgency_of_a_record_stands_on_its_paper(story):
    story.plan.urgency = "express"

    assert document_of(PaperKind.PLAN, story.plan).letterhead.urgency == "Hỏa tốc"


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


def test_groups_are_numbered_as_they_stand_and_the_title_names_them_alone(story):
    story.letter.nominations.remove(story.dossiers[1])

    annex = document(PaperKind.SUBMISSION, story.letter).annexes[0]

    assert [row.cells[0] for row in annex.body[0].rows if row.kind == "group"] == [
        "I. CÁ NHÂN",
        "II. HỘ GIA ĐÌNH",
    ]
    assert annex.title == "Danh sách cá nhân, hộ gia đình\nđề nghị khen thưởng"
    assert annex.body[0].columns[1].title == "Họ và tên, hộ gia đình"


def test_cells_of_a_list_begin_with_a_capital(story):
    person = story.dossiers[0]
    person.position, person.summary = "giáo viên", "mở lớp học ban đêm"
    person.save()

    annex = document(PaperKind.SUBMISSION, story.letter).annexes[0]

    assert annex.body[0].rows[1].cells[2:4] == ("Giáo viên", "Mở lớp học ban đêm")


@pytest.mark.parametrize(
    ("achievement", "told"),
    [
        ("Đã có thành tích xuất sắc.", "vì đã có thành tích xuất sắc"),
        ("Có thành tích xuất sắc", "vì đã có thành tích xuất sắc"),
        ("Hoàn thành xuất sắc nhiệm vụ", "vì đã hoàn thành xuất sắc nhiệm vụ"),
        ("Vì đã cứu người", "vì đã cứu người"),
        ("Cứu hai em nhỏ", "vì đã có thành tích: cứu hai em nhỏ"),
    ],
)
def test_a_decision_tells_in_one_sentence_why_it_rewards(story, achievement, told):
    story.decision.achievement = achievement  # in memory: the paper asks for nothing else

    assert f"(có danh sách kèm theo) {told}." in document_of(PaperKind.DECISION, story.decision).body[0].text


@pytest.mark.parametrize(
    ("funding", "told"),
    [
        ("Quỹ thi đua, khen thưởng năm 2023", "trích từ Quỹ thi đua, khen thưởng năm 2023"),
        ("Ngân sách xã.", "trích từ ngân sách xã"),
        ("Chi từ ngân sách xã", "chi từ ngân sách xã"),
    ],
)
def test_a_decision_tells_where_the_money_comes_from(story, funding, told):
    story.decision.funding = funding

    text = document_of(PaperKind.DECISION, story.decision).body[1].text

    assert text == f"Kèm theo khen thưởng là tiền thưởng, tổng số tiền là 900.000 đồng, {told}."


def test_an_award_is_told_by_the_office_that_gives_it(story):
    award = story.dossiers[0].award
    award.name, award.title = "Giấy khen của Chủ tịch UBND cấp huyện", "Danh hiệu “Thử”"
    award.save()

    decision, letter = (
        document(kind, getattr(story, name))
        for kind, name in (
            (PaperKind.DECISION, "decision"),
            (PaperKind.SUBMISSION, "letter"),
        )
    )

    assert decision.body[0].text.startswith("Tặng danh hiệu “Thử” cho 01 cá nhân và 01 tập thể")
    assert decision.annexes[0].title.endswith("được tặng danh hiệu “Thử”")
    assert decision.annexes[0].body[0].rows[1].cells[4] == f"Giấy khen của Chủ tịch UBND {DISTRICT}"
    assert rows(tables(letter)[0])[0][2] == f"Giấy khen của Chủ tịch UBND {DISTRICT}"


def test_a_decision_has_three_articles_and_the_chairmans_own_authority(story):
    paper = document(PaperKind.DECISION, story.decision)

    assert [article.text for article in paper.body] == [
        "Tặng Giấy khen của Chủ tịch Ủy ban nhân dân cho 01 cá nhân và 01 tập thể (có danh sách kèm theo) "
        "vì đã có thành tích xuất sắc.",
        "Kèm theo khen thưởng là tiền thưởng, tổng số tiền là 900.000 đồng, trích từ Quỹ thi đua, "
        "khen thưởng.",
        "Quyết định này có hiệu lực kể từ ngày ký. Các cơ quan, đơn vị liên quan và các đối tượng có tên "
        "trong danh sách chịu trách nhiệm thi hành Quyết định này",
    ]
    assert paper.title.authority == f"CHỦ TỊCH {COMMITTEE.upper()}"
    assert (paper.signatures[0].office, paper.recipients) == ("CHỦ TỊCH", ("Như Điều 3", "Lưu: VT, NV"))


def test_an_annulment_in_part_names_whom_by_which_law_and_what_is_returned(story):
    paper = document(PaperKind.ANNULMENT, story.annulment)

    cited = (
        f"Quyết định số {story.decision.number_text} ngày 09 tháng 6 năm 2023 của Chủ tịch {COMMITTEE} "
        "về việc khen thưởng"
    )
    assert [article.text for article in paper.body] == [
        "Hủy bỏ việc tặng Giấy khen của Chủ tịch Ủy ban nhân dân cho 01 cá nhân (có danh sách kèm theo) "
        f"tại {cited}. Các nội dung khác của Quyết định này giữ nguyên. Lý do: gian dối trong kê khai thành "
        "tích (điểm a khoản 2 Điều 93 Luật Thi đua, khen thưởng); theo Kết luận số 12/KL-TTr ngày 02/5/2024, "
        "bà Lê Thị Kim Ngân kê khai không đúng.",
        "Thu hồi hiện vật khen thưởng và tiền thưởng đã nhận, tổng số tiền phải thu hồi là 450.000 đồng. "
        "Các đối tượng nộp lại cho Phòng Nội vụ trong thời hạn 15 ngày.",
        "Quyết định này có hiệu lực kể từ ngày ký. Các cơ quan, đơn vị liên quan và các đối tượng có tên "
        "trong danh sách chịu trách nhiệm thi hành Quyết định này",
    ]
    assert paper.title.authority == f"CHỦ TỊCH {COMMITTEE.upper()}"
    assert (paper.signatures[0].office, paper.recipients) == ("CHỦ TỊCH", ("Như Điều 3", "Lưu: VT"))
    (annex,) = paper.annexes
    assert annex.title == "Danh sách cá nhân\nbị hủy bỏ khen thưởng"
    assert rows(annex.body[0]) == [
        ("group", "I. CÁ NHÂN"),
        ("plain", "1", "Lê Thị Kim Ngân", "", "Giấy khen thử", "450.000"),
        ("total", "", "Tổng cộng", "", "", "450.000"),
    ]


def test_an_annulment_of_all_names_the_decision_whole(story):
    AnnulmentItemFactory(
        annulment=story.annulment, entry=story.decision.entries.get(nomination=story.dossiers[1])
    )

    text = document(PaperKind.ANNULMENT, story.annulment).body[0].text

    assert text.startswith(f"Hủy bỏ Quyết định số {story.decision.number_text} ngày 09 tháng 6 năm 2023")
    assert "đối với 01 cá nhân và 01 tập thể (có danh sách kèm theo). Lý do: " in text


def test_before_the_law_of_2022_no_article_of_it_is_named(story):
    story.annulment.issued_on = datetime.date(2023, 12, 31)  # in memory: the paper asks for nothing else

    text = document_of(PaperKind.ANNULMENT, story.annulment).body[0].text

    assert "Lý do: gian dối trong kê khai thành tích; theo Kết luận" in text


def test_an_annulled_decision_prints_what_it_gave_and_is_no_draft(story):
    story.decision.status = DecisionStatus.ANNULLED
    story.decision.save()

    paper = document(PaperKind.DECISION, story.decision)

    assert (paper.draft, rows(paper.annexes[0].body[0])[-1][-1]) == (False, "900.000")


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
    assert titles(paper.body, Section) == ["I Thành phần", "II Nội dung", "III Kết luận"]
    assert texts(paper.body, Bullet) == ["Đỗ Hoàng Ẩn, Phó Trưởng phòng, Ủy viên, lý do: đi công tác."]
    assert rows(tables(paper)[0]) == [
        ("group", "I. Giấy khen thử"),
        ("plain", "1", "Lê Thị Kim Ngân", "2", "0", "66,7%", "Thông qua"),
        ("plain", "2", "Ấp Thạnh Hưng", "2", "0", "66,7%", "Thông qua"),
        ("plain", "3", "Hộ Phan Văn Ửng", "1", "1", "33,3%", "Không thông qua"),
    ]
    assert [signature.name for signature in paper.signatures] == ["Cao Thị Bích Vân", "Nguyễn Văn Quý"]


def test_votes_stand_under_the_award_that_was_proposed_numbered_through(story):
    first, second = (AwardTypeFactory(code=name, name=f"Danh hiệu {name}") for name in ("một", "hai"))
    for dossier, award in zip(story.dossiers, (first, second, first), strict=True):
        dossier.award = award
        dossier.save()

    votes = tables(document(PaperKind.MINUTES, story.session))[0]

    assert [row.cells[:2] for row in votes.rows] == [
        ("I. Danh hiệu một",),
        ("1", "Lê Thị Kim Ngân"),
        ("2", "Hộ Phan Văn Ửng"),
        ("II. Danh hiệu hai",),
        ("3", "Ấp Thạnh Hưng"),
    ]


def test_minutes_tell_why_a_member_is_absent_and_that_he_wrote(story):
    absent = story.session.members.get(present=False)
    absent.absence_reason, absent.written_opinion, absent.title = "Nghỉ phép.", "Nhất trí.", "Ủy viên"
    absent.save()

    minutes, tally = (document(kind, story.session) for kind in (PaperKind.MINUTES, PaperKind.TALLY))

    assert texts(minutes.body, Bullet) == [
        "Đỗ Hoàng Ẩn, Ủy viên, lý do: nghỉ phép, đã gửi ý kiến bằng văn bản."
    ]
    wrote = "Số thành viên vắng mặt gửi ý kiến bằng văn bản"
    assert [block.value for block in tally.body if getattr(block, "label", "") == wrote] == ["01 người"]


def test_a_tally_sheet_tells_by_which_share_of_votes_each_award_passes(story, law):
    award = story.dossiers[0].award
    award.name = "Giấy khen của Chủ tịch UBND cấp huyện"
    award.save()
    story.session.items.update(rule=VoteRule.objects.filter(numerator=1, denominator=2).first())

    paper = document(PaperKind.TALLY, story.session)

    assert texts(paper.body, Paragraph)[1] == (
        f"Giấy khen của Chủ tịch {COMMITTEE}: thông qua khi số phiếu đồng ý đạt trên 50% tổng số thành viên "
        "Hội đồng."
    )


def test_a_tally_sheet_holds_the_tellers_counts(story):
    paper = document(PaperKind.TALLY, story.session)

    assert paper.letterhead.code == "06/BB-HĐTĐKT"  # the minutes have 05
    assert {block.label: block.value for block in paper.body if isinstance(block, ScoreLine)} == {
        "Tổng số thành viên Hội đồng": "03 người",
        "Số thành viên có mặt": "02 người",
        "Số thành viên vắng mặt": "01 người",
        "Số thành viên vắng mặt gửi ý kiến bằng văn bản": "00 người",
        "Số phiếu phát ra": "02 phiếu",
        "Số phiếu thu vào": "02 phiếu",
        "Số phiếu hợp lệ": "02 phiếu",
        "Số phiếu không hợp lệ": "00 phiếu",
    }
    assert texts(paper.body, Item) == [
        "Đỗ Hoàng Ẩn, Phó Trưởng phòng, Ủy viên, Tổ trưởng.",
        "Lý Thị Ngọc Yến, Phó Trưởng phòng, Ủy viên, Tổ viên.",
    ]
    assert [(signature.office, signature.name) for signature in paper.signatures] == [
        ("TỔ VIÊN", "Lý Thị Ngọc Yến"),
        ("TỔ TRƯỞNG", "Đỗ Hoàng Ẩn"),
    ]


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


@pytest.mark.parametrize(
    ("addressees", "end"),
    [
        ("", ""),
        ("- Ủy ban nhân dân tỉnh;", ", kính gửi Ủy ban nhân dân tỉnh xem xét, chỉ đạo"),
        (
            "Tỉnh ủy\nHội đồng nhân dân tỉnh\nỦy ban nhân dân tỉnh",
            ", kính gửi Tỉnh ủy, Hội đồng nhân dân tỉnh và Ủy ban nhân dân tỉnh xem xét, chỉ đạo",
        ),
    ],
)
def test_a_review_opens_with_its_plan_and_ends_with_whom_it_is_for(story, addressees, end):
    story.review.addressees = addressees  # in memory: the paper asks for nothing else
    plan = story.review.plan

    paper = document_of(PaperKind.INTERIM, story.review)

    cited = f"Thực hiện Kế hoạch số {plan.number_text} ngày 22 tháng 9 năm 2021 của {COMMITTEE} về "
    assert paper.body[0].text.startswith(cited)
    assert paper.body[-1].text == f"Trên đây là báo cáo của {COMMITTEE}{end}"


def test_the_tallest_drawing_of_a_review_comes_last(story):
    paper = document(PaperKind.INTERIM, story.review)

    assert [block.caption for block in paper.body if isinstance(block, Figure)] == [
        "Biểu đồ 1. Hồ sơ đề nghị và được khen theo đối tượng",
        "Biểu đồ 2. Hồ sơ đề nghị và được khen qua các năm",
        "Biểu đồ 3. Hồ sơ đề nghị và được khen theo đơn vị",
    ]


def test_below_each_drawing_of_a_review_stand_its_figures(story):
    body = document(PaperKind.INTERIM, story.review).body
    below = [after for block, after in pairwise(body) if isinstance(block, Figure)]

    assert [block.caption for block in below] == [
        "Bảng 2. Theo đối tượng",
        "Bảng 7. Theo năm xét",
        "Bảng 8. Theo đơn vị",
    ]
    assert rows(below[2])[-1] == ("total", "", "Tổng cộng", "3", "2", "66,7%")


def test_of_very_many_units_the_drawing_and_the_table_below_show_the_largest(story):
    found = figures(story.review)
    (units,) = (data for data in found["tables"] if data["key"] == "unit")
    units["rows"] = [
        {"name": f"Xã {n}", "value": n, "counts": units["total"] | {"submitted": n}} for n in range(25)
    ]
    story.review.figures = found

    *_, (drawing, below) = (
        (block, after)
        for block, after in pairwise(document_of(PaperKind.INTERIM, story.review).body)
        if isinstance(block, Figure)
    )

    assert drawing.caption.endswith("theo đơn vị (20 đơn vị nhiều hồ sơ nhất)")
    assert [row.cells[1] for row in below.rows] == [f"Xã {n}" for n in range(5, 25)]


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
        ("plain", "1", "Cá nhân", "1", "1", "100%"),
        ("plain", "2", "Tập thể", "1", "1", "100%"),
    ]
    assert rows(paper.annexes[0].body[0])[-1] == (
        *("total", "", "Tổng cộng", "3", "2", "1", "0", "0", "0", "0", "66,7%"),
    )


@pytest.mark.parametrize("kind", [kind for kind in SOURCES if kind != PaperKind.FINAL])
def test_every_paper_prints_with_its_head_title_and_signature(sources, kind):
    paper = document(kind, sources[kind])

    page, *more = pages_of(render(paper))

    assert line(page, "CỘNG HÒA XÃ HỘI").font.endswith("Bold")
    kinds = [found for found in lines(page) if found.text == paper.title.kind]
    assert line(page, "Độc lập").size == 14
    assert [found.size for found in kinds] == ([14] if paper.title.kind else [])  # a letter has no title
    assert round(page.rect.width), round(page.rect.height) == (595, 842)
    words = " ".join(found.text for sheet in [page, *more] for found in lines(sheet))
    assert all(signature.name in words for signature in paper.signatures)


def test_every_word_of_the_head_of_a_table_has_room_in_its_column(sources):
    papers = {kind: document(kind, record) for kind, record in sources.items()}

    assert {kind: narrow for kind, paper in papers.items() if (narrow := heads_too_narrow(paper))} == {}


@pytest.mark.parametrize(
    "kind",
    [PaperKind.PLAN, PaperKind.DECISION, PaperKind.ANNULMENT, PaperKind.SUBMISSION, PaperKind.MINUTES],
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
