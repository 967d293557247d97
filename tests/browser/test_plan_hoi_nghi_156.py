"""156/KH-UBND, 15/10/2019: conferences in the wards, and from them to that of the city."""

import datetime

import pymupdf
import pytest
from playwright.sync_api import expect

from core import jobs
from exemplars.models import Stage, WorkerGroup
from gatherings.models import Conference, ConferenceStatus, Delegate, DelegateStatus
from organizations.models import Role, UnitKind
from reports.models import Paper, PaperKind
from tests.browser.plans import (
    board_tells,
    person,
    plan_ends,
    recorded_plan,
    recording_ends,
    work_is_done,
)
from tests.factories import (
    AssignmentFactory,
    AwardEntryFactory,
    AwardTypeFactory,
    ConferenceFactory,
    DelegateFactory,
    ExemplarFactory,
    NominationFactory,
    UnitFactory,
)
from tests.reports.stories import decision_of, moment

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

WARDS_DAY, CITYS_DAY = "Hội nghị cấp xã, phường", "Hội nghị thành phố lần thứ V"
TASK = "Tổ chức Hội nghị điển hình tiên tiến cấp xã, phường trong quý I năm 2020."
TALKS = "Tham luận của điển hình tiên tiến"
FIVE = ("kế hoạch hội nghị", "giấy mời", "chương trình hội nghị", "danh sách đại biểu", "kịch bản hội nghị")
HANH = {
    "name": "Thạch Thị Hạnh",
    "ethnicity": "Khmer",
    "position": "Công nhân vệ sinh",
    "ground": "Mười năm giữ sạch khu phố",
}
TAM, BAY = {"name": "Lý Văn Tám", "position": "Cán bộ khu phố"}, {"name": "Lê Văn Bảy", "position": "Thợ hồ"}


def test_156_kh_ubnd(desk, settings):
    settings.PORTAL_TODAY = "2019-10-15"
    town = UnitFactory(name="thành phố Thử Hòa", kind=UnitKind.CITY, has_council=True)
    wards = [
        UnitFactory(parent=town, name=f"phường {n}", kind=UnitKind.WARD, has_council=True) for n in (1, 2)
    ]
    quarter = UnitFactory(parent=wards[0], name="khu phố Thử An", kind=UnitKind.QUARTER)
    standing = person(town, Role.STANDING, "Trần Thị Mỹ Nương")
    clerk = person(town, Role.CLERK, "Huỳnh Thị Lan")
    of_ward = person(wards[0], Role.STANDING, "Nguyễn Văn Phước")
    officer = person(wards[0], Role.OFFICER, "Đinh Thị Cẩm Tú")
    plan = recorded_plan("hoi-nghi-156", town)
    works = [AssignmentFactory(plan=plan, unit=ward, task=TASK, due_on="2020-03-31") for ward in wards]

    recording_ends(desk, plan, standing)
    desk.sees(WARDS_DAY, "31/03/2020", CITYS_DAY, "25/04/2020", "là điểm chỉ đạo của tỉnh")
    settings.PORTAL_TODAY = "2020-01-20"
    above = the_citys_is_prepared(desk, plan, standing, wards)
    settings.PORTAL_TODAY = "2020-02-10"
    below = a_ward_prepares_its_own(desk, plan, of_ward, above, quarter)
    the_wards_is_held(desk, settings, of_ward, below)
    the_other_ward_held_its_own(plan, wards[1], above)
    work_is_done(desk, works[0], officer, "Phường đã tổ chức hội nghị ngày 12/3/2020, 2 đại biểu dự.")
    board_tells(desk, plan, standing, done=1, of=2)
    delegates_come_up(desk, standing, officer, above)
    the_programme_fits(desk, plan, standing, above, wards[0])
    honours_stand_by_rank(desk, standing, above, wards)
    invitations_go_out(desk, settings, standing, clerk, above)
    the_five_papers_are_made(desk, standing, above)
    the_citys_is_held(desk, settings, standing, above)
    settings.PORTAL_TODAY = "2020-05-15"
    plan_ends(desk, plan, standing)


# --- Prepared from above, held from below ---------------------------------------------------------------


def the_citys_is_prepared(desk, plan, standing, wards):
    desk.seat(standing).go("home").sees("Hội nghị theo kế hoạch, chưa lập", WARDS_DAY)
    conference = begun(
        desk,
        plan,
        CITYS_DAY,
        name="Hội nghị điển hình tiên tiến thành phố lần thứ V (2020-2025)",
        on="22/04/2020",
        delegates_due_on="10/04/2020",
        delegates_total="4",
        women="2",
        minorities="1",
        workers="2",
        standards="Điển hình, nhân tố mới được quần chúng, tập thể suy tôn.",
    )
    quotas = {wards[0]: {"number": 2, "minorities": 1, "workers": 2}, wards[1]: {"number": 2, "women": 1}}
    delegates_are_asked_for(desk, conference, quotas, "Đã lưu chỉ tiêu đại biểu.")
    return conference


def begun(desk, plan, day, *, name, on, above=None, **more):
    """From the day that the plan sets, at the desk of who prepares it."""
    desk.open(plan).follow(f"Lập hội nghị: {day}")
    desk.fill(name=name, starts_at=f"07:30 {on}", ends_at=f"11:00 {on}", **more)
    desk.fill(place="Hội trường Ủy ban nhân dân", chair="Ông Trần Trung Hiền, Chủ tịch")
    if above:
        desk.choose("above", above.name)
    desk.press("Lưu", "Đã lập hội nghị với chương trình thường dùng.")
    desk.sees(plan.outside_number, day)
    return Conference.objects.latest("pk")


def delegates_are_asked_for(desk, conference, quotas, told):
    """`quotas` is {unit: {column: number}}."""
    desk.go("gatherings:conference-delegates", conference.pk).follow("Giao chỉ tiêu")
    for unit, numbers in quotas.items():
        desk.fill(**{f"u{unit.pk}-{column}": str(number) for column, number in numbers.items()})
    desk.press("Lưu chỉ tiêu", told)
    desk.open(conference).press("Đề nghị cử đại biểu", "Đã đề nghị các đơn vị cử đại biểu.")


def a_ward_prepares_its_own(desk, plan, of_ward, above, quarter):
    desk.seat(of_ward).go("campaigns:plans")
    name = "Hội nghị điển hình tiên tiến phường 1"
    conference = begun(desk, plan, WARDS_DAY, name=name, on="12/03/2020", above=above)
    desk.sees("Tiến tới", above.name)
    delegates_are_asked_for(desk, conference, {quarter: {"number": 2}}, "Đã lưu chỉ tiêu đại biểu.")
    for facts, sex, group in ((HANH, "Nữ", WorkerGroup.DIRECT), (TAM, "Nam", None)):
        one_is_sent(desk, conference, facts, sex, group, unit=quarter)
    return conference


def one_is_sent(desk, conference, facts, sex, group=None, *, unit=None):
    desk.go("gatherings:conference-delegates", conference.pk).follow("Cử đại biểu")
    who_it_is(desk, facts, sex, group)
    if unit:
        desk.page.locator("#id_unit").select_option(value=str(unit.pk))
    desk.press("Lưu", f"Đã cử đại biểu {facts['name']}.")


def who_it_is(desk, facts, sex, group):
    desk.fill(**facts)
    desk.choose("sex", sex)
    if group:
        desk.choose("worker_group", group.label)


def the_wards_is_held(desk, settings, of_ward, conference):
    desk.open(conference).press("Gửi giấy mời", "Đã ghi gửi giấy mời.")
    settings.PORTAL_TODAY = "2020-03-12"
    it_takes_place(desk.seat(of_ward), conference, present=2)


def it_takes_place(desk, conference, *, present, absent=0):
    """Held, its roll taken, and over."""
    desk.open(conference).press("Ghi đã tổ chức", "Đã ghi hội nghị đã tổ chức.")
    desk.go("gatherings:conference-delegates", conference.pk).follow("Điểm danh")
    marks = desk.page.get_by_label("Có mặt", exact=True)
    expect(marks).to_have_count(present + absent)
    for number in range(present):
        marks.nth(number).check()
    for number in range(present, present + absent):
        desk.page.get_by_label("Vắng", exact=True).nth(number).check()
    desk.press("Lưu điểm danh", "Đã lưu điểm danh.")
    desk.open(conference).press("Kết thúc", "Đã kết thúc hội nghị.")


def the_other_ward_held_its_own(plan, ward, above):
    start = moment(datetime.date(2020, 3, 20), hour=8)
    conference = ConferenceFactory(
        unit=ward,
        plan=plan,
        milestone=plan.milestones.get(name=WARDS_DAY),
        above=above,
        name="Hội nghị điển hình tiên tiến phường 2",
        starts_at=start,
        ends_at=start + datetime.timedelta(hours=3),
        status=ConferenceStatus.CLOSED,
        asked_on=datetime.date(2020, 2, 14),
    )
    for name in ("Ngô Thị Sen", "Mai Thị Liễu"):
        DelegateFactory(conference=conference, unit=ward, name=name, status=DelegateStatus.ATTENDED)


# --- Delegates: from below, within quota and structure, replaced -----------------------------------------


def delegates_come_up(desk, standing, officer, above):
    desk.seat(standing).go("gatherings:conference-delegates", above.pk).follow("Chọn từ cấp dưới")
    desk.sees(TAM["name"])
    for name in (HANH["name"], "Ngô Thị Sen", "Mai Thị Liễu"):
        desk.page.get_by_label(name).check()
    desk.press("Chọn những người đã đánh dấu", "Đã chọn 3 đại biểu từ hội nghị cấp dưới.")
    desk.sees("còn 1 đại biểu", "còn thiếu 1")
    the_ward_fills_its_quota(desk, officer, above)
    another_comes_instead(desk, officer, above)
    desk.seat(standing).go("home").sees("Đại biểu hội nghị chờ duyệt")
    desk.follow(BAY["name"])
    desk.sees("Thay cho", TAM["name"])
    desk.press("Duyệt", "Đã duyệt đại biểu.")
    desk.go("gatherings:conference-delegates", above.pk).sees_no("còn thiếu")
    desk.counts("Đại biểu chính thức đã cử", "4 / 4")


def the_ward_fills_its_quota(desk, officer, above):
    desk.seat(officer).go("home").sees("Cử đại biểu dự hội nghị", "đã cử 1/2")
    one_is_sent(desk, above, TAM, "Nam")
    desk.sees("thiếu 1 trực tiếp lao động")
    desk.follow("Cử đại biểu")
    who_it_is(desk, BAY, "Nam", WorkerGroup.DIRECT)
    desk.press("Lưu")
    desk.sees("Phường 1 đã cử đủ 2 đại biểu theo chỉ tiêu.")


def another_comes_instead(desk, officer, above):
    """The structure asks for one who works with his hands: the seat goes to him, with the reason."""
    desk.open(Delegate.objects.get(conference=above, name=TAM["name"])).follow("Thay người khác")
    who_it_is(desk, BAY, "Nam", WorkerGroup.DIRECT)
    desk.fill(note="Để đủ cơ cấu người trực tiếp lao động.")
    desk.press("Lưu", f"Đã cử {BAY['name']} thay {TAM['name']}.")
    desk.sees_no("thiếu 1 trực tiếp lao động")


# --- Programme, talks, honours --------------------------------------------------------------------------


def the_programme_fits(desk, plan, standing, above, ward):
    for title in ("Giữ sạch khu phố", "Nuôi heo đất giúp người nghèo"):
        ExemplarFactory(unit=ward, plan=plan, status=Stage.VERIFIED, title=title, found_on="2019-11-01")
    desk.seat(standing).go("gatherings:conference-programme", above.pk)
    desk.sees("Giải lao", "07:30 – 07:50")
    for minutes, title in (("25", "Giữ sạch khu phố"), ("20", "Nuôi heo đất giúp người nghèo")):
        a_talk_is_chosen(desk, title, minutes)
    desk.sees("Các tham luận cần 45 phút, chương trình dành 40 phút cho phần tham luận.")
    desk.follow(TALKS)
    desk.fill(minutes="70")
    desk.press("Lưu")
    desk.sees("quá giờ kết thúc 11:00")
    desk.fill(minutes="50")
    desk.press("Lưu", "Đã lưu chương trình.")
    desk.sees_no("Các tham luận cần")
    the_break_comes_before_the_talks(desk)


def a_talk_is_chosen(desk, title, minutes):
    desk.follow("Thêm tham luận")
    choice = desk.page.locator("#id_exemplar option", has_text=title)
    desk.page.locator("#id_exemplar").select_option(value=choice.get_attribute("value"))
    desk.fill(title=f"Cách làm: {title}", speaker=f"Bà {HANH['name']}", minutes=minutes)
    desk.press("Lưu", "Đã lưu chương trình.")


def the_break_comes_before_the_talks(desk):
    row = desk.page.get_by_role("row").filter(has_text="Giải lao").first
    expect(row).to_contain_text("09:25 – 09:35")
    row.get_by_role("button", name="lên").click()
    desk.told("Đã chuyển “Giải lao” lên.")
    expect(row).to_contain_text("08:35 – 08:45")


def honours_stand_by_rank(desk, standing, above, wards):
    """What is higher is called first, whatever the decision named first."""
    low = AwardTypeFactory(code="GK-UBND", name="Giấy khen", rank=1)
    high = AwardTypeFactory(code="BK-UBND", name="Bằng khen", rank=9)
    people = {"Ngô Thị Sen": (wards[1], low), HANH["name"]: (wards[0], high)}
    day = datetime.date(2020, 4, 2)
    decision = decision_of(above.unit, [], title="Khen thưởng điển hình tiên tiến", on=day)
    for name, (ward, kind) in people.items():
        dossier = NominationFactory(unit=ward, award=kind, subject__name=name)
        AwardEntryFactory(nomination=dossier, award=kind, decision=decision, awarded_on=day)
    desk.seat(standing).go("gatherings:conference-honours", above.pk)
    desk.press("Đưa vào danh sách trao", "Đã đưa khen thưởng của Quyết định")
    expect(desk.page.get_by_role("heading", level=2).filter(has_text="Lượt")).to_have_text(
        ["Lượt 1: Bằng khen (1)", "Lượt 2: Giấy khen (1)"]
    )
    desk.page.get_by_label("Người trao lượt 1").fill("Lãnh đạo tỉnh")
    desk.page.get_by_role("button", name="Ghi").first.click()
    desk.told("Đã ghi người trao của lượt 1.")


# --- Papers, the day, the end ---------------------------------------------------------------------------


def invitations_go_out(desk, settings, standing, clerk, above):
    settings.PORTAL_TODAY = "2020-04-13"
    for label, series in (("Kế hoạch", "KH-UBND"), ("Giấy mời", "GM-UBND")):
        desk.seat(clerk).go("home").follow(above.name)
        desk.page.get_by_role("link", name=f"Cấp số {label}").click()
        desk.sees(f"Ký hiệu {series}")
        desk.fill(signatory="Trần Trung Hiền", signatory_title="Chủ tịch")
        desk.press("Cấp số", f"{label} đã được cấp số 01/{series}.")
        if label == "Kế hoạch":
            desk.seat(standing).open(above).press("Gửi giấy mời", "Đã ghi gửi giấy mời.")


def the_five_papers_are_made(desk, standing, above):
    desk.seat(standing).open(above)
    for paper in FIVE:
        desk.press(f"In {paper}")
    expect(desk.page.get_by_role("button", name="In ")).to_have_count(0)
    for paper in Paper.objects.filter(made_at=None):
        jobs.run(paper.job_id)
    expect(desk.page.get_by_text("Bản để ký")).to_have_count(2)
    expect(desk.page.get_by_text("Bản để phát")).to_have_count(3)
    said = {paper.kind: text_of(paper) for paper in Paper.objects.about(above)}
    for kind, words in expected().items():
        assert [word for word in words if word not in said[kind]] == [], kind


def expected():
    """{kind of paper: what it says}."""
    return {
        PaperKind.CONFERENCE: ["Số: 01/KH-UBND", "được quần chúng, tập thể suy tôn", "Phường 1"],
        PaperKind.INVITATION: ["Số: 01/GM-UBND", f"Bà {HANH['name']}", f"Ông {BAY['name']}"],
        PaperKind.PROGRAMME: ["08 giờ 35 Giải lao", "Cách làm: Giữ sạch khu phố", "25 phút"],
        PaperKind.DELEGATES: ["Tổng số 4 đại biểu, trong đó 3 nữ", BAY["name"], "Mai Thị Liễu"],
        PaperKind.SCRIPT: ["Lượt 1. Bằng khen", "người trao: Lãnh đạo tỉnh", "Lượt 2. Giấy khen"],
    }


def text_of(paper):
    with pymupdf.open(stream=paper.file.read()) as pages:
        return " ".join(" ".join(page.get_text() for page in pages).split())


def the_citys_is_held(desk, settings, standing, above):
    desk.open(above).press("Ghi đã tổ chức", "Chưa đến ngày hội nghị 22/04/2020.")
    settings.PORTAL_TODAY = "2020-04-22"
    it_takes_place(desk.seat(standing), above, present=3, absent=1)
    desk.go("gatherings:conference-levels", above.pk)
    desk.sees("3/3 hội nghị đã tổ chức", "Hội nghị điển hình tiên tiến phường 1", "Phường 2")
