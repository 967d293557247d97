"""Papers printed on a dossier's way to be signed by hand: what they say, who prints and sees them."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from core import jobs
from core.calendar import today
from exemplars.models import Nomination, NominationStatus, Stage
from law.models import AwardGroup, AwardType, MeritKind, PaperForm, SubjectKind
from reports import printing
from reports.models import Paper, PaperKind
from reports.papers import achievement
from reports.papers.document import BLANK, Bullet, Heading, Paragraph, ScoreLine, Section, Table
from reports.papers.sources import document_of, is_printable, kinds_of, may_print, on_form, records_of
from tests.factories import (
    AssignmentFactory,
    AwardTypeFactory,
    CertificateFactory,
    DecisionFactory,
    EvidenceFactory,
    ExemplarFigureFactory,
    FormNumberFactory,
    NominationFactory,
    PlanFactory,
    SelfScoreFactory,
    SupportTaskFactory,
)
from tests.factories.awards import add_many
from tests.reports import stories

K, S, F = PaperKind, NominationStatus, PaperForm


def document(kind, record):
    return document_of(kind, records_of(kind).get(pk=record.pk))


def texts(paper, kind=Paragraph):
    return [block.text for block in paper.body if isinstance(block, kind)]


def tables(paper):
    return [[row.cells for row in block.rows] for block in paper.body if isinstance(block, Table)]


def facts(paper):
    return {block.label: block.value for block in paper.body if isinstance(block, ScoreLine)}


# --- Báo cáo thành tích ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "merit", "code", "form"),
    [
        (SubjectKind.PERSON, MeritKind.SERVICE, "GKX", F.REPORT_PERSON),
        (SubjectKind.PERSON, "", "LDTT", F.REPORT_PERSON),
        (SubjectKind.COLLECTIVE, MeritKind.SERVICE, "GKX", F.REPORT_COLLECTIVE),
        (SubjectKind.HOUSEHOLD, MeritKind.MOVEMENT, "GKX", F.REPORT_HOUSEHOLD),
        (SubjectKind.HOUSEHOLD, MeritKind.EXCEPTIONAL, "GKX", F.REPORT_EXCEPTIONAL),
        (SubjectKind.PERSON, MeritKind.MOVEMENT, "GKX", F.REPORT_MOVEMENT),
        (SubjectKind.PERSON, MeritKind.DEVOTION, "BKT", F.REPORT_DEVOTION),
        (SubjectKind.COLLECTIVE, MeritKind.FOREIGN, "BKT", F.REPORT_FOREIGN_COLLECTIVE),
        (SubjectKind.PERSON, MeritKind.FOREIGN, "BKT", F.REPORT_FOREIGN_PERSON),
        (SubjectKind.COLLECTIVE, "", "COCP", F.REPORT_FLAG),
        (SubjectKind.PERSON, "", "CSTDTQ", F.REPORT_FIGHTER),
        (SubjectKind.COLLECTIVE, "", "TTDPVH", F.REPORT_HAMLET),
    ],
)
def test_a_dossier_takes_the_report_of_its_subject_merit_and_award(kind, merit, code, form):
    nomination = Nomination(kind=kind, merit=merit, award=AwardType(code=code))

    assert achievement.form_of(nomination) == form


def test_every_report_that_a_dossier_may_take_has_an_outline():
    assert {form for form in F if form.value.startswith("report_")} == set(achievement.OUTLINES)


@pytest.fixture
def dossier(story):
    """A person's dossier, not yet sent, with all that a report tells."""
    plan, unit = story.plan, story.dossiers[0].unit
    nomination = NominationFactory(
        unit=unit,
        plan=plan,
        subject=story.dossiers[0].subject,
        award=AwardTypeFactory(code="BKX", title="Bằng khen của Chủ tịch Ủy ban nhân dân cấp huyện"),
        merit=MeritKind.SERVICE,
        position="Giáo viên",
        id_number="082186000123",
        background="Chủ nhiệm lớp 4/2.",
        achievements="1. Giảng dạy\n- 34/34 học sinh hoàn thành chương trình.",
        achieved_from=datetime.date(2023, 1, 1),
        achieved_to=datetime.date(2023, 12, 31),
    )
    SelfScoreFactory(
        nomination=nomination, criterion=plan.criteria.get(text="Sáng kiến"), points=27, reason="Số 14/SK"
    )
    EvidenceFactory(nomination=nomination, kind="initiative", title="Góc đọc sách lưu động")
    return nomination


def test_a_report_tells_the_facts_the_deeds_the_points_and_the_awards(dossier, story):
    story.decision.entries.update(annulled_on=None)
    paper = document(K.ACHIEVEMENT, dossier)

    assert (paper.title.kind, paper.title.subject) == (
        "BÁO CÁO THÀNH TÍCH",
        "Đề nghị tặng Bằng khen của Chủ tịch Ủy ban nhân dân huyện Gò Thử",
    )
    assert (paper.letterhead.code, paper.letterhead.place, paper.draft) == ("", "Bình Thử", False)
    assert facts(paper)["Chức vụ, nghề nghiệp"] == "Giáo viên"
    assert set(facts(paper)["Quê quán"]) == {"…"}
    assert "082186000123" not in str(paper)
    assert "Chủ nhiệm lớp 4/2." in texts(paper)
    assert texts(paper, Bullet) == ["34/34 học sinh hoàn thành chương trình.", "Góc đọc sách lưu động"]
    assert texts(paper)[1].startswith("Thành tích thực hiện Kế hoạch số ")
    assert texts(paper)[1].endswith(", từ ngày 01/01/2023 đến ngày 31/12/2023.")
    points, titles, forms = tables(paper)
    assert points == [("1", "Sáng kiến", "30", "27", "Số 14/SK"), ("", "Tổng cộng", "30", "27", "")]
    assert titles == [("\N{NO-BREAK SPACE}",) * 3] * 2
    assert [(year, award) for year, award, _ in forms] == [("2023", "Giấy khen thử")]
    assert forms[0][2].endswith("ngày 09/6/2023 của Chủ tịch Ủy ban nhân dân huyện Gò Thử")
    assert [signature.name for signature in paper.signatures] == ["", dossier.name]


def test_an_award_that_was_annulled_is_not_told(dossier, story):
    story.decision.entries.update(annulled_on=datetime.date(2024, 5, 1))

    assert "Giấy khen thử" not in str(document(K.ACHIEVEMENT, dossier))


def test_titles_and_forms_stand_apart(dossier, story):
    story.decision.entries.update(annulled_on=None)
    story.dossiers[0].award.group = AwardGroup.TITLE
    story.dossiers[0].award.save()

    *_, titles, forms = tables(document(K.ACHIEVEMENT, dossier))

    assert (titles[0][1], set(forms[0])) == ("Giấy khen thử", {"\N{NO-BREAK SPACE}"})


def test_an_empty_dossier_prints_a_form_to_be_filled_in(place):
    place.hamlet.place = ""  # its papers name the commune's seat
    place.hamlet.save()
    paper = document(K.ACHIEVEMENT, NominationFactory(unit=place.hamlet, kind=SubjectKind.COLLECTIVE))

    assert paper.title.subject == "Đề nghị tặng danh hiệu, hình thức khen thưởng"
    assert [block.title for block in paper.body if isinstance(block, Heading)][1:5] == list(achievement.WORK)
    assert paper.letterhead.place == "Bình Thử"


def test_a_form_carries_the_number_and_heading_of_its_day(dossier, settings):
    settings.PORTAL_TODAY = "2023-05-05"
    number = "Mẫu số 02, kèm theo Nghị định số 91/2017/NĐ-CP"
    assert document(K.ACHIEVEMENT, dossier).form_number == number

    settings.PORTAL_TODAY = "2026-11-22"
    assert document(K.ACHIEVEMENT, dossier).form_number == ""

    FormNumberFactory(
        form=F.REPORT_PERSON, text="Mẫu số 99", heading="Bản thành tích", valid_from=datetime.date(2026, 1, 1)
    )
    paper = document(K.ACHIEVEMENT, dossier)
    assert (paper.form_number, paper.title.kind) == ("Mẫu số 99", "BẢN THÀNH TÍCH")


def test_a_kind_of_which_the_law_knows_no_form_has_no_number(story, law):
    paper = document(K.NOTICE, story.decision)

    assert on_form(paper, K.NOTICE) == paper


# --- Bình xét, thẩm định, trả, kết quả -----------------------------------------------------------------


def test_judging_names_all_on_whom_the_unit_still_works(sources, story):
    first = sources[K.JUDGING]
    other = NominationFactory(
        unit=first.unit, plan=first.plan, year=2023, award=first.award, kind=SubjectKind.HOUSEHOLD
    )
    NominationFactory(unit=story.dossiers[2].unit, plan=first.plan, year=2023)  # of another unit
    paper = document(K.JUDGING, first)

    assert [row[1:4] for row in tables(paper)[0]] == [
        ("Đặng Thị Mỹ Duyên", "", "Giấy khen thử"),
        (str(other), "", "Giấy khen thử"),
    ]
    assert paper.letterhead.place == ""
    assert [signature.office for signature in paper.signatures] == ["THƯ KÝ", "CHỦ TỌA"]


def test_an_appraisal_shows_files_rules_opinion_and_conclusion(story):
    dossier = story.dossiers[0]
    EvidenceFactory(nomination=dossier, kind="minutes", title="Biên bản bình xét của trường")
    type(dossier).objects.filter(pk=dossier.pk).update(appraisal="Đủ minh chứng.")
    paper = document(K.APPRAISAL, dossier)
    sections = [block.title for block in paper.body if isinstance(block, Section)]
    files, rules = tables(paper)

    assert sections[-2:] == ["Ý kiến thẩm định", "Kết luận"]
    assert facts(paper)["Đơn vị đề nghị"] == "Ủy ban nhân dân xã Bình Thử"
    assert files == [("1", "Biên bản bình xét", "Biên bản bình xét của trường")]
    assert all(outcome in ("Đạt", "Chưa rõ", "Không đạt") for *_, outcome, _ in rules)
    assert texts(paper)[-2:] == ["Đủ minh chứng.", "Hồ sơ đủ điều kiện trình Hội đồng"]


def test_an_appraisal_under_way_leaves_room_for_opinion_and_conclusion(story):
    dossier = story.dossiers[2]
    stories.happen(dossier, S.RECEIVED, stories.ARRIVED)
    paper = document(K.APPRAISAL, dossier)

    assert set("".join(texts(paper)[-6:])) == {"…"}


def test_a_return_slip_says_part_by_part_what_to_mend(sources, story):
    slip = sources[K.RETURN]
    paper = document(K.RETURN, slip)

    assert tables(paper) == [[("1", "Thành tích đạt được", "Nêu rõ số liệu.")]]
    assert "Gửi lại trong tuần." in texts(paper)
    assert paper.addressees == ("Ủy ban nhân dân xã Bình Thử",)
    assert paper.signatures[0].name == slip.by.full_name


def test_the_unit_is_told_the_decision_the_votes_or_the_reasons(story):
    awarded, _, failed = story.dossiers
    refused = stories.dossier(story.plan, awarded.unit, kind=SubjectKind.PERSON)
    type(refused).objects.filter(pk=refused.pk).update(status=S.INELIGIBLE, appraisal="Thiếu minh chứng.")
    type(failed).objects.filter(pk=failed.pk).update(status=S.NOT_PASSED)
    type(awarded).objects.filter(pk=awarded.pk).update(status=S.AWARDED)

    assert texts(document(K.RESULT, awarded))[1].startswith("Được khen thưởng theo Quyết định số ")
    assert texts(document(K.RESULT, failed))[1] == (
        "Hội đồng không thông qua tại phiên họp ngày 02/6/2023: 1/3 phiếu đồng ý (33,3%)."
    )
    assert texts(document(K.RESULT, refused))[1:3] == [
        "Hồ sơ không đủ điều kiện trình Hội đồng, lý do:",
        "Thiếu minh chứng.",
    ]


# --- Hội đồng, sau quyết định ------------------------------------------------------------------------


def test_a_ballot_has_two_empty_boxes_for_each_and_no_signature(story):
    paper = document(K.BALLOT, story.session)

    assert [row[1:] for row in tables(paper)[0]] == [
        ("Lê Thị Kim Ngân", "Giáo viên", "Giấy khen thử", "", ""),
        ("Ấp Thạnh Hưng", "Xã Bình Thử", "Giấy khen thử", "", ""),
        ("Hộ Phan Văn Ửng", "Ấp Lợi An", "Giấy khen thử", "", ""),
    ]
    assert (paper.signatures, paper.recipients) == ((), ())


def test_the_chairman_is_asked_with_counts_prizes_and_the_list(story, standing):
    paper = document(K.PROPOSAL, story.decision)

    assert paper.letterhead.symbol == "TTr-HĐTĐKT"
    assert paper.addressees == ("Chủ tịch Ủy ban nhân dân huyện Gò Thử",)
    assert tables(paper)[0][-1] == ("", "Tổng cộng", "1", "1", "0", "2")
    assert "Dự kiến tiền thưởng kèm theo: 900.000 đồng." in texts(paper)
    assert paper.annexes[0].body[0].rows[-1].cells[-1] == "900.000"
    assert paper.signatures[0].office == "TL. CHỦ TỊCH HỘI ĐỒNG\nỦY VIÊN THƯỜNG TRỰC"
    assert paper.signatures[0].name == standing.full_name


@pytest.fixture
def given(story):
    """The decision, with both of its awards still counting."""
    story.decision.entries.update(annulled_on=None)
    return story.decision


def test_units_are_told_whom_of_theirs_the_decision_names(given):
    paper = document(K.NOTICE, given)

    assert paper.addressees == ("Ủy ban nhân dân xã Bình Thử", "Ấp Thử")
    assert paper.letterhead.year == given.issued_on.year != today().year
    assert tables(paper)[0] == [
        ("1", "Ủy ban nhân dân xã Bình Thử", "1", "0", "0", "1"),
        ("2", "Ấp Thử", "0", "1", "0", "1"),
        ("", "Tổng cộng", "1", "1", "0", "2"),
    ]
    assert [row.cells for row in paper.annexes[0].body[0].rows] == [
        ("I. Ủy ban nhân dân xã Bình Thử",),
        ("1", "Lê Thị Kim Ngân", "", "Giấy khen thử"),
        ("II. Ấp Thử",),
        ("1", "Ấp Thạnh Hưng", "", "Giấy khen thử"),
    ]


def test_money_is_paid_for_what_still_counts(given):
    given.entries.filter(nomination__kind=SubjectKind.PERSON).update(annulled_on=datetime.date(2024, 5, 1))
    paper = document(K.PAYMENT, given)

    assert [row.cells[1:] for row in paper.annexes[0].body[0].rows[1:]] == [
        ("Ấp Thạnh Hưng", "", "Giấy khen thử", "450.000", ""),
        ("Tổng cộng", "", "", "450.000", ""),
    ]
    assert texts(paper)[-1] == "Tổng số tiền bằng chữ: Bốn trăm năm mươi nghìn đồng"
    assert len(paper.signatures) == 3


def test_the_golden_book_keeps_who_lost_the_award_with_a_note(given):
    given.entries.filter(nomination__kind=SubjectKind.PERSON).update(annulled_on=datetime.date(2024, 5, 1))
    rows = [row.cells for row in document(K.GOLDEN_BOOK, given).annexes[0].body[0].rows]

    assert [(row[1], row[2], row[-1]) for row in rows] == [
        ("", "Lê Thị Kim Ngân", "Hủy bỏ ngày 01/5/2024"),
        ("", "Ấp Thạnh Hưng", ""),
    ]


def test_the_golden_book_goes_by_the_numbers_of_the_certificates(given):
    entry = given.entries.get(nomination__kind=SubjectKind.COLLECTIVE)
    CertificateFactory(entry=entry, unit=given.unit, year=2023, number=7)
    rows = [row.cells for row in document(K.GOLDEN_BOOK, given).annexes[0].body[0].rows]

    assert [row[1:3] for row in rows] == [("07", "Ấp Thạnh Hưng"), ("", "Lê Thị Kim Ngân")]


def test_units_are_given_the_tasks_of_a_plan_by_letter(place):
    plan = PlanFactory(
        unit=place.district, issued=True, title="Xây dựng điển hình", recipients="Lưu: VT, NV."
    )
    AssignmentFactory(
        plan=plan, unit=place.commune, task="Đăng ký điển hình.", due_on=datetime.date(2021, 10, 30)
    )
    paper = document(K.ASSIGNMENT, plan)

    assert (paper.title.kind, paper.title.subject) == (
        "",
        "giao nhiệm vụ thực hiện Kế hoạch xây dựng điển hình",
    )
    assert paper.letterhead.symbol == "UBND-NV"
    assert paper.recipients == ("Như trên", "Lưu: VT, NV")
    assert tables(paper) == [[("1", "Đăng ký điển hình.", "Ủy ban nhân dân xã Bình Thử", "", "30/10/2021")]]


def test_a_plan_that_gives_nobody_a_task_gives_no_letter(place):
    assert not is_printable(K.ASSIGNMENT, PlanFactory(unit=place.district, issued=True))


def test_an_exemplar_is_registered_with_its_practice(sources):
    paper = document(K.REGISTRATION, sources[K.REGISTRATION])

    assert facts(paper)["Tên mô hình, việc làm tiêu biểu"] == "Vườn thanh long hữu cơ"
    assert texts(paper, Bullet) == ["Ủ phân."]


def test_a_registration_tells_the_figures_and_the_support_asked_for(sources):
    exemplar = sources[K.REGISTRATION]
    ExemplarFigureFactory(exemplar=exemplar)
    SupportTaskFactory(plan__exemplar=exemplar, money=4_000_000)

    paper = document(K.REGISTRATION, exemplar)

    assert tables(paper) == [[("1", "Thu nhập mỗi hộ (triệu đồng/năm)", "30", "45")]]
    assert texts(paper, Bullet)[-1] == "Tập huấn kỹ thuật (Hội Nông dân), 4.000.000 đồng."


def test_what_units_registered_for_a_plan_is_listed_by_field(sources):
    paper = document(K.REGISTRATIONS, sources[K.REGISTRATIONS])

    ((row,),) = [[row for row in rows if row[0] == "1"] for rows in tables(paper)]
    assert (row[1], row[3], row[4]) == ("Đường hoa", "Sạch đẹp.", "2022")


@pytest.mark.parametrize(
    ("recipients", "symbol"),
    [
        ("- Như trên;\n- Lưu: VT, VHXH (02).", "UBND-VHXH"),
        ("- Như trên;\n- Lưu: VT.", f"UBND-{BLANK}"),
        ("", f"UBND-{BLANK}"),
    ],
)
def test_a_letter_leaves_room_for_who_drafts_it_where_the_plan_does_not_say(story, recipients, symbol):
    story.plan.recipients = recipients  # in memory: the paper asks for nothing else

    assert document_of(K.ASSIGNMENT, story.plan).letterhead.symbol == symbol


def test_no_list_is_printed_where_nothing_was_registered(story):
    assert not is_printable(K.REGISTRATIONS, story.plan)


def test_reading_a_record_takes_few_queries(sources):
    counts = {}
    for kind, record in sources.items():
        with CaptureQueriesContext(connection) as queries:
            document(kind, record)
        counts[kind] = len(queries)

    assert {kind: count for kind, count in counts.items() if count > 26} == {}


def test_more_than_a_thousand_subjects_are_read(place):
    decision = DecisionFactory(unit=place.district)
    add_many(decision, NominationFactory(unit=place.commune), 1_001)

    items = records_of(K.DECISION).get(pk=decision.pk).items.all()

    assert [str(item.nomination) for item in items][-1] == "Nguyễn Văn 1000"


# --- Who prints and sees them, and when ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "status", "printable"),
    [
        (K.ACHIEVEMENT, S.DRAFT, True),
        (K.JUDGING, S.DRAFT, True),
        (K.JUDGING, S.SUBMITTED, False),
        (K.APPRAISAL, S.SUBMITTED, False),
        (K.APPRAISAL, S.RECEIVED, True),
        (K.RESULT, S.PASSED, False),
        (K.RESULT, S.INELIGIBLE, True),
    ],
)
def test_a_paper_is_printed_at_its_time(kind, status, printable):
    assert is_printable(kind, Nomination(status=status)) is printable


def test_a_registration_is_printed_while_the_exemplar_is_followed(sources):
    exemplar = sources[K.REGISTRATION]
    exemplar.status = Stage.DROPPED

    assert not is_printable(K.REGISTRATION, exemplar)


PREPARING, OFFICE = {"officer", "head"}, {"standing", "chairman", "clerk"}


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


def test_what_may_change_yet_is_printed_by_those_who_work_on_it(sources, people, desk_of):
    for kind in (K.ACHIEVEMENT, K.APPRAISAL):
        sources[kind].status = S.RECEIVED
    printers = {
        kind: {name for name, user in people.items() if may_print(kind, sources[kind], desk_of(user))}
        for kind in (K.JUDGING, K.ACHIEVEMENT, K.APPRAISAL, K.PAYMENT)
    }

    assert printers == {
        K.JUDGING: PREPARING,
        K.ACHIEVEMENT: PREPARING | OFFICE,
        K.APPRAISAL: OFFICE,
        K.PAYMENT: OFFICE,
    }


def test_a_report_is_seen_by_who_prepared_it_and_by_who_printed_it(sources, people, desk_of, standing):
    dossier = sources[K.ACHIEVEMENT]
    type(dossier).objects.filter(pk=dossier.pk).update(status=S.RECEIVED)
    paper = printing.ask_for(K.ACHIEVEMENT, records_of(K.ACHIEVEMENT).get(pk=dossier.pk), by=standing)
    jobs.run(paper.job_id)
    paper.refresh_from_db()

    seen = {name for name, user in people.items() if Paper.objects.visible_to(desk_of(user)).exists()}

    assert (paper.title, paper.draft, paper.state) == ("Báo cáo thành tích: Lê Thị Kim Ngân", True, "Để ký")
    assert paper.filename == "Báo cáo thành tích - Lê Thị Kim Ngân.pdf"
    assert seen == {"officer", "head", "standing"}


def test_one_office_does_not_throw_away_the_sheet_of_another(sources, place, clerk):
    dossier = sources[K.APPRAISAL]
    type(dossier).objects.filter(pk=dossier.pk).update(status=S.RECEIVED)
    for holder in (place.district, place.province):
        type(dossier).objects.filter(pk=dossier.pk).update(holder=holder)
        paper = printing.ask_for(K.APPRAISAL, records_of(K.APPRAISAL).get(pk=dossier.pk), by=clerk)
        jobs.run(paper.job_id)

    assert [paper.unit for paper in Paper.objects.order_by("pk")] == [place.district, place.province]


def test_a_page_offers_all_kinds_that_its_record_gives_now(client, sources, clerk, officer):
    decision, dossier = sources[K.DECISION], sources[K.JUDGING]
    shown = {}
    for user, about, record in (
        (clerk, "decision", decision),
        (officer, "decision", decision),
        (officer, "nomination", dossier),
    ):
        client.force_login(user)
        response = client.get(reverse("reports:papers-about", args=[about, record.pk]))
        shown[user.username, about] = [label for label, _ in response.context["blocks"]]

    assert shown == {
        ("vanthu", "decision"): [kind.label for kind in kinds_of(decision)],
        ("canbo", "decision"): ["Tờ trình Chủ tịch", "Quyết định", "Thông báo kết quả khen thưởng"],
        ("canbo", "nomination"): ["Báo cáo thành tích", "Biên bản bình xét"],
    }


@pytest.mark.parametrize(
    ("headers", "template"),
    [({}, "reports/papers_about_page.html"), ({"HX-Request": "true"}, "reports/papers_about.html")],
)
def test_what_a_record_gives_is_a_page_or_a_part_of_one(client, story, clerk, headers, template):
    client.force_login(clerk)

    response = client.get(reverse("reports:papers-about", args=["plan", story.plan.pk]), headers=headers)

    assert response.templates[-1].name == template or template in [found.name for found in response.templates]


def test_a_record_of_an_unknown_sort_is_not_found(client, story, clerk):
    client.force_login(clerk)

    assert client.get(reverse("reports:papers-about", args=["user", clerk.pk])).status_code == 404
    assert client.get(reverse("reports:papers-of", args=["statistics", story.plan.pk])).status_code == 404
