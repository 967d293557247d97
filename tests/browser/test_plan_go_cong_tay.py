"""197/KH-UBND, Gò Công Tây, 22/09/2021: registered, explained, seen, copied, reviewed, and handed on."""

import datetime

import pytest
from playwright.sync_api import expect

from awards.models import DecisionStatus
from campaigns.models import PlanStatus
from exemplars.models import Exemplar, Nomination
from gatherings.models import ConferenceStatus
from organizations.models import Role, UnitKind
from organizations.numbering import start_after
from organizations.reform import end_unit
from reports.models import MilestoneReview
from tests.browser.dossiers import CERTIFICATE, minutes_file
from tests.browser.plans import (
    a_part_is_sent,
    a_review_begins,
    a_review_is_issued,
    a_round_is_called,
    agency,
    board_tells,
    it_moves,
    parts_are_put_together,
    person,
    plan_ends,
    province,
    the_office_verifies,
    the_plan,
    the_team_writes,
    work_is_done,
)
from tests.factories import ConferenceFactory, DecisionFactory, UnitFactory, WorkFieldFactory
from tests.reports.stories import award, issued, issued_number, moment

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

REFORM = datetime.date(2025, 7, 1)
MODEL = "Tạo hình cây kiểng từ cây vườn"
ANALYSIS = {
    "practice": "Chọn cây trong vườn, uốn dáng hai năm, bán theo đơn đặt.",
    "causes": "Chịu học nghề, có người đặt mua trước khi trồng.",
    "needs": "Vườn từ 500 m2 và một người biết uốn cây.",
}
INCOME = {
    "figures-0-name": "Thu nhập của hộ",
    "figures-0-measure": "triệu đồng/năm",
    "figures-0-before": "60",
    "figures-0-after": "145",
}
OF_HOUSEHOLDS = ("Đóng góp công sức, đất đai, tài sản cho cộng đồng", "Giúp đỡ hộ khó khăn, đoàn kết xóm ấp")
THIN, FULL = "Xã đã làm tốt.", "Xã có 1 mô hình cây kiểng: thu nhập của hộ từ 60 lên 145 triệu đồng/năm."
INTERIM, FINAL = "Sơ kết ba năm 2021-2023", "Tổng kết năm năm 2021-2025"
REPORT = {
    "communication": "Đài truyền thanh huyện mở chuyên mục về điển hình.",
    "lessons": "Phân tích được vì sao thành công thì nơi khác mới làm theo được.",
    "tasks": "Tiếp tục tuyên truyền, xây dựng và nhân điển hình trong năm 2024.",
    "limits": "Có nơi chọn điển hình cho đủ số lượng.",
}
DIRECTIONS = "Giai đoạn 2026-2030 mỗi ấp có một mô hình được nơi khác làm theo."


@pytest.fixture
def district(law):
    """The district of the plan with the offices and communes that it names, and the people in them."""
    return District()


class District:
    def __init__(self):
        self.province = province("Tiền Giang")
        self.unit = UnitFactory(
            parent=self.province,
            name="huyện Gò Công Tây",
            kind=UnitKind.DISTRICT,
            has_council=True,
            place="Gò Công Tây",
        )
        self.home_affairs = agency(self.unit, "Phòng Nội vụ")
        self.front = agency(self.unit, "Ủy ban Mặt trận Tổ quốc Việt Nam huyện")
        self.teaching = agency(self.unit, "Ban Tuyên giáo Huyện ủy")
        self.broadcaster = agency(self.unit, "Trung tâm Văn hóa - Thể thao và Truyền thanh")
        self.commune = UnitFactory(parent=self.unit, name="xã Thạnh Nhựt")
        self.neighbour = UnitFactory(parent=self.unit, name="xã Thạnh Trị")
        self._seat_people()

    def _seat_people(self):
        self.standing = person(self.unit, Role.STANDING, "Nguyễn Văn Thường Trực")
        self.chairman = person(self.unit, Role.CHAIRMAN, "Lê Hoàng Tấn", title="Chủ tịch")
        self.clerk = person(self.unit, Role.CLERK, "Phan Thị Vân")
        self.inspector = person(self.home_affairs, Role.OFFICER, "Đặng Minh Soi", title="Phó Trưởng phòng")
        self.speaker = person(self.broadcaster, Role.OFFICER, "Lưu Thị Thanh Vang")
        self.officer = person(self.commune, Role.OFFICER, "Trần Thị Mộng Nghi")
        self.head = person(self.commune, Role.HEAD, "Trần Văn Bé Ba")
        self.commune_standing = person(self.commune, Role.STANDING, "Huỳnh Công Lập")
        self.next_officer = person(self.neighbour, Role.OFFICER, "Đoàn Văn Kề")
        self.next_head = person(self.neighbour, Role.HEAD, "Mai Thị Bên")

    @property
    def named(self):
        return {
            "H823-NV": self.home_affairs,
            "H823-MT": self.front,
            "H823-TG": self.teaching,
            "H823-TT": self.broadcaster,
            "X28675": self.commune,
        }


def test_go_cong_tay_197_kh_ubnd(desk, settings, district, tmp_path):
    settings.PORTAL_TODAY = "2021-09-22"
    plan = the_plan("gct-197", district.unit, district.named, issued_on=None, signatory="")
    it_is_issued(desk, plan, district)
    settings.PORTAL_TODAY = "2021-10-20"
    the_commune_answers_with_its_own_plan(desk, plan, district)
    model = an_exemplar_is_registered(desk, plan, district)
    the_commune_has_done_its_work(desk, plan, district)
    settings.PORTAL_TODAY = "2022-01-04"
    the_late_are_urged(desk, plan, district)
    settings.PORTAL_TODAY = "2022-05-12"
    the_standing_office_looks_itself(desk, plan, model, district)
    settings.PORTAL_TODAY = "2022-09-20"
    others_learn_from_it(desk, plan, model, district)
    settings.PORTAL_TODAY = "2022-10-03"
    it_is_proposed_for_an_award(desk, model, district, minutes_file(tmp_path))
    settings.PORTAL_TODAY = "2022-11-21"
    it_is_commended(desk, model, district)
    settings.PORTAL_TODAY = "2023-05-22"
    three_years_are_reviewed(desk, settings, plan, district)
    settings.PORTAL_TODAY = "2025-06-11"
    five_years_are_reviewed(desk, settings, plan, district)
    settings.PORTAL_TODAY = "2025-06-27"
    the_conference_was_held(desk, plan, district)
    settings.PORTAL_TODAY = "2025-12-31"
    the_successor_goes_on(desk, plan, model, district)


# --- Issued, answered, registered ----------------------------------------------------------------------


def it_is_issued(desk, plan, district):
    start_after(unit=district.unit, symbol=plan.symbol, year=2021, last=196)
    desk.seat(district.standing).open(plan)
    desk.confirm("Trình ký")
    desk.seat(district.chairman).open(plan)
    desk.confirm("Ký kế hoạch")
    desk.seat(district.clerk).open(plan).follow("Cấp số, ban hành")
    desk.press("Cấp số, ban hành", "Đã ban hành kế hoạch số 197/KH-UBND.")
    desk.open(plan).sees("Đã ban hành", "22/09/2021", *OF_HOUSEHOLDS)
    desk.sees(INTERIM, "11/06/2023", FINAL, "20/06/2025")
    board_tells(desk, plan, district.standing, done=0, of=6)


def the_commune_answers_with_its_own_plan(desk, plan, district):
    """A plan of its own, which the board of the district's plan then names beside the commune."""
    number = issued_number(district.commune, "KH-UBND", 45, datetime.date(2021, 10, 18))
    own = the_plan(
        "thanh-nhut-2021", district.commune, implements=plan, status=PlanStatus.ISSUED, number=number
    )
    work = plan.assignments.get(unit=district.commune)
    desk.seat(district.commune_standing).open(work).sees("Đơn vị chưa có kế hoạch riêng")
    desk.follow("Gắn kế hoạch đã có")
    desk.page.locator("#id_plan").select_option(value=str(own.pk))
    desk.press("Gắn kế hoạch", "Đã ghi kế hoạch thực hiện.")
    desk.seat(district.standing).go("campaigns:plan-board", plan.pk)
    expect(desk.page.get_by_role("row", name="Xã Thạnh Nhựt")).to_contain_text("Kế hoạch số 45/KH-UBND")


def an_exemplar_is_registered(desk, plan, district):
    """With the analysis that the plan asks for: how it works, why it succeeded, what others need."""
    WorkFieldFactory(name="Nông nghiệp, nông thôn")
    desk.seat(district.officer).go("exemplars:exemplar-new")
    desk.choose("kind", "hộ gia đình")
    desk.choose("about", "Mô hình")
    desk.choose("field", "Nông nghiệp, nông thôn")
    desk.page.locator("#id_plan").select_option(value=str(plan.pk))
    desk.fill(name="Nguyễn Văn Kiểng", title=MODEL, found_on="05/10/2021", **ANALYSIS, **INCOME)
    desk.press("Lưu", "Đã thêm điển hình.")
    model = Exemplar.objects.get()
    it_moves(desk, model, district.head, "Đăng ký", "Đã đăng ký")
    desk.sees("Nguyên nhân thành công", *ANALYSIS.values(), "Thu nhập của hộ", "145")
    return model


def the_commune_has_done_its_work(desk, plan, district):
    work = plan.assignments.get(unit=district.commune)
    work_is_done(desk, work, district.officer, "Xã có kế hoạch số 45, đã đăng ký 1 mô hình.")
    board_tells(desk, plan, district.standing, done=1, of=6)


# --- Urged, looked at ----------------------------------------------------------------------------------


def the_late_are_urged(desk, plan, district):
    """The board shows who is late; the office sees whom it will reach, and reaches nobody else."""
    work = plan.assignments.get(unit=district.broadcaster)
    desk.seat(district.standing).go("campaigns:plan-board", plan.pk)
    desk.counts("Quá hạn", 1)
    desk.follow("Đôn đốc")
    people = desk.page.get_by_role("table", name="Người nhận").locator("tbody tr")
    expect(people).to_have_count(1)
    expect(people).to_contain_text("Lưu Thị Thanh Vang")
    expect(people).to_contain_text("hạn 31/12/2021")
    desk.press("Gửi đôn đốc", "Đã gửi tới 1 người.")
    desk.seat(district.speaker).go("messages")
    desk.follow("Đôn đốc: 1 nhiệm vụ quá hạn của Kế hoạch số 197/KH-UBND")
    desk.sees("quá hạn", "Mở chuyên trang, chuyên mục về điển hình tiên tiến")
    work_is_done(desk, work, district.speaker, "Đã mở chuyên mục “Bông hoa đẹp”, phát hằng tuần.")
    desk.seat(district.standing).go("campaigns:plan-board", plan.pk)
    desk.counts("Quá hạn", 0)
    desk.counts("Đã hoàn thành", 2)


def the_standing_office_looks_itself(desk, plan, model, district):
    a_round_is_called(
        desk,
        plan,
        model,
        district.standing,
        district.inspector,
        name="Khảo sát mô hình, điển hình năm 2022",
        between=("10/05/2022", "20/05/2022"),
        day="12/05/2022",
    )
    the_team_writes(
        desk,
        model,
        district.inspector,
        visited_at="08:00 11/05/2022",
        practice="Vườn có 120 cây đã uốn dáng, sổ bán hàng ghi đủ.",
        neighbours="Tổ trưởng tổ nhân dân tự quản số 4",
        opinion="Hộ chỉ nghề cho năm nhà trong tổ.",
    )
    the_office_verifies(desk, model, district.standing)


# --- Learned from, proposed, commended -----------------------------------------------------------------


def others_learn_from_it(desk, plan, model, district):
    it_moves(desk, model, district.standing, "Nhân rộng", "Đang nhân rộng")
    desk.seat(district.officer).open(model).follow("Ghi buổi học tập")
    desk.choose("kind", "Trao đổi kinh nghiệm")
    desk.page.locator("#id_plan").select_option(value=str(plan.pk))
    desk.fill(title="Học uốn cây ở Thạnh Nhựt", held_on="15/09/2022", attendance="35")
    desk.fill(place="Vườn của hộ Nguyễn Văn Kiểng")
    desk.press("Lưu")
    desk.open(model).follow("Ghi nơi làm theo")
    desk.choose("unit", "xã Thạnh Trị")
    desk.fill(since="16/09/2022", evidence="Danh sách 12 hộ đã đến học.")
    desk.press("Lưu", "Đã ghi nơi làm theo.")
    desk.seat(district.next_officer).go("home").follow("xã Thạnh Trị")
    desk.confirm("Xác nhận đã làm theo")
    desk.seat(district.standing).go("home").follow("xã Thạnh Trị")
    desk.confirm("Xác nhận của Thường trực")
    desk.open(model).sees("1 nơi làm theo", "Học uốn cây ở Thạnh Nhựt")


def it_is_proposed_for_an_award(desk, model, district, minutes):
    """What is known of the exemplar stands in the dossier already; the plan's criteria are scored in it."""
    desk.seat(district.officer).open(model).follow("Lập hồ sơ đề nghị")
    desk.choose("award", CERTIFICATE)
    desk.press("Lập hồ sơ", "Đã lập hồ sơ.")
    achievements = desk.page.locator("#id_achievements").input_value()
    assert ANALYSIS["practice"] in achievements
    assert "trước 60, sau 145" in achievements
    desk.choose("merit", "Phong trào thi đua")
    desk.fill(year="2022", achieved_from="01/01/2021", achieved_to="31/08/2022")
    desk.fill(
        summary="Đã có thành tích trong phát triển kinh tế vườn", household_size="4", hamlet="ấp Hòa Bình"
    )
    scores = desk.page.locator("input[data-points]")
    expect(scores).to_have_count(4)
    for points in scores.all():
        points.fill("18")
    desk.page.locator("#id_evidence-kind").select_option(label="Biên bản bình xét")
    desk.page.locator("#id_evidence-file").set_input_files(minutes)
    desk.press("Lưu và tải tệp lên", "Đã thêm tệp vào hồ sơ.")
    desk.press("Kiểm tra để trình")
    desk.sees("Hồ sơ đủ các mục bắt buộc.")
    desk.press("Chuyển thủ trưởng", "Đã chuyển hồ sơ cho thủ trưởng.")
    dossier = Nomination.objects.get()
    desk.seat(district.head).open(dossier).follow("Kiểm tra và trình")
    desk.press("Trình huyện Gò Công Tây", "Đã trình hồ sơ.")
    desk.seat(district.standing).open(dossier).sees(f"Điển hình “{MODEL}”")
    desk.press("Tiếp nhận", "Đã tiếp nhận hồ sơ.")


def it_is_commended(desk, model, district):
    """The decision is lived elsewhere; here the office learns of it, and says so of the exemplar."""
    on = datetime.date(2022, 11, 18)
    decision = issued(
        DecisionFactory, "QĐ-UBND", DecisionStatus.ISSUED, unit=district.unit, number=1842, on=on
    )
    award(Nomination.objects.get(), decision, on=on)
    desk.seat(district.standing).go("home").sees("Điển hình đã được khen, chờ ghi biểu dương")
    desk.follow(MODEL)
    desk.follow("Ghi “Đã biểu dương, khen thưởng”")
    desk.fill(note="Giấy khen của Chủ tịch Ủy ban nhân dân huyện, ngày 18/11/2022.")
    desk.press("Biểu dương, khen thưởng", "Đã ghi: đã biểu dương, khen thưởng.")


# --- Reviewed after three years and after five ---------------------------------------------------------


def three_years_are_reviewed(desk, settings, plan, district):
    """For 11/6/2023: one part comes back to be mended, one is late, and the report holds what all sent."""
    units = ["xã Thạnh Nhựt", "xã Thạnh Trị"]
    a_review_begins(desk, INTERIM, district.standing, units, **REPORT)
    review = MilestoneReview.objects.get()
    a_part_is_sent(desk, district.commune, district.officer, district.head, THIN)
    the_office_returns_it(desk, district, "Ghi rõ số liệu trước, sau.")
    a_part_is_sent(desk, district.commune, district.officer, district.head, FULL)
    settings.PORTAL_TODAY = "2023-06-06"
    desk.seat(district.standing).go("reports:review-parts", review.pk)
    desk.counts("Chờ đơn vị gửi", 1)
    desk.counts("Quá hạn", 1)
    desk.sees("Chưa khớp", "Đơn vị chưa gửi", "Xã Thạnh Trị")
    desk.follow("Nhắc đơn vị chưa gửi")
    desk.sees("Đoàn Văn Kề", "Mai Thị Bên")
    desk.press("Gửi nhắc", "Đã gửi tới 2 người.")
    words = "Mười hai hộ học uốn cây, bốn hộ đã bán được."
    a_part_is_sent(desk, district.neighbour, district.next_officer, district.next_head, words)
    parts_are_put_together(desk, review, district.standing, FULL, words)
    desk.go("reports:review-parts", review.pk).sees("Khớp")
    a_review_is_issued(desk, review, district.standing, district.chairman, district.clerk)
    desk.sees(FULL, words, REPORT["lessons"])
    desk.counts("Đề nghị", 1)
    desk.counts("Được khen thưởng", 1)
    desk.counts("Nơi làm theo", 1)


def the_office_returns_it(desk, district, why):
    desk.seat(district.standing).go("home").follow("xã Thạnh Nhựt")
    desk.confirm("Trả lại để bổ sung", why)
    desk.told("Đã trả lại phần báo cáo.")
    desk.seat(district.head).go("home").follow("xã Thạnh Nhựt")
    desk.sees("Trả lại để bổ sung", why)


def five_years_are_reviewed(desk, settings, plan, district):
    home_affairs = plan.assignments.filter(unit=district.home_affairs)
    for work in home_affairs:
        work_is_done(desk, work, district.inspector, "Đã hướng dẫn, kiểm tra, đôn đốc đủ năm năm.")
    texts = REPORT | {"tasks": DIRECTIONS}
    a_review_begins(desk, FINAL, district.standing, ["xã Thạnh Nhựt"], **texts)
    review = MilestoneReview.objects.latest("pk")
    words = "Sau năm năm có ba ấp làm theo mô hình cây kiểng."
    a_part_is_sent(desk, district.commune, district.officer, district.head, words)
    parts_are_put_together(desk, review, district.standing, words)
    settings.PORTAL_TODAY = "2025-06-20"
    a_review_is_issued(desk, review, district.standing, district.chairman, district.clerk)
    desk.sees("Báo cáo tổng kết", DIRECTIONS, words)
    board_tells(desk, plan, district.standing, done=4, of=6)


def the_conference_was_held(desk, plan, district):
    """Lived in the plan of 15/10/2019 from its beginning; here the last milestone is told to be reached."""
    day = datetime.date(2025, 6, 26)
    conference = ConferenceFactory(
        unit=district.unit,
        plan=plan,
        milestone=plan.milestones.get(kind="conference"),
        starts_at=moment(day, 7),
        ends_at=moment(day, 11),
        status=ConferenceStatus.CALLED,
        asked_on="2025-05-26",
    )
    desk.seat(district.standing).open(conference).sees("197/KH-UBND")
    desk.press("Ghi đã tổ chức", "Đã ghi hội nghị đã tổ chức.")
    desk.open(conference).press("Kết thúc", "Đã kết thúc hội nghị.")


# --- After the district --------------------------------------------------------------------------------


def the_successor_goes_on(desk, plan, model, district):
    """The district is gone since 1/7/2025; the commune that took over its files ends its plan."""
    commune = the_district_ends(district)
    officer = person(commune, Role.OFFICER, "Trần Thị Mộng Nghi", starts_on=REFORM)
    standing = person(commune, Role.STANDING, "Nguyễn Văn Thường Trực", starts_on=REFORM)
    desk.seat(district.standing).go("home").sees("Hôm nay tài khoản chưa giữ chức trách nào")
    desk.seat(officer).go("exemplars:exemplars").follow(MODEL)
    desk.sees("Đã biểu dương, khen thưởng", "1 nơi làm theo", ANALYSIS["causes"])
    desk.seat(standing).go("reports:reviews").sees("Sơ kết việc", "Tổng kết việc")
    board_tells(desk, plan, standing, done=4, of=6)
    plan_ends(desk, plan, standing)
    desk.open(plan).sees("Đã kết thúc", "huyện Gò Công Tây")


def the_district_ends(district):
    new_province = province("Đồng Tháp", starts_on=REFORM)
    commune = UnitFactory(parent=new_province, name="xã Vĩnh Bình", has_council=True, starts_on=REFORM)
    for unit in (district.commune, district.neighbour):
        end_unit(unit, REFORM, [commune])
    end_unit(district.unit, REFORM, [commune], subtree=True)
    end_unit(district.province, REFORM, [new_province])
    return commune
