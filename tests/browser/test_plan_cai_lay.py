"""Thị xã Cai Lậy, 11/11/2021: a quarter is helped on, and what stands in its way removed in time."""

import pytest
from playwright.sync_api import expect

from exemplars.models import Exemplar, Stage
from organizations.models import Role, UnitKind
from reports.models import MilestoneReview
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
    recorded_plan,
    recording_ends,
    the_office_verifies,
    the_team_writes,
    work_is_done,
)
from tests.factories import AssignmentFactory, UnitFactory

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

MODEL = "Tổ tự quản giữ khu phố văn hóa nhiều năm liền"
HALL = "Khu phố chưa có nhà văn hóa nên tổ khó họp."
LENT = "Thị xã cho mượn phòng của trường tiểu học, lắp thêm đèn."
GUIDE, LIGHT = "Tập huấn cách giữ nếp họp tổ", "Mua bảng tin, đèn cho chỗ họp"
TAUGHT = "Đã tập huấn hai buổi, 24 tổ trưởng dự."
YEARS = ("Sơ kết năm 2022", "Sơ kết năm 2023", "Sơ kết năm 2024")
CRITERIA = ("Số năm liên tục đạt danh hiệu văn hóa", "Mô hình được kiểm chứng, có nơi làm theo")
REPORT = {
    "direction": "Ban Chỉ đạo các cấp tổ chức học tập kinh nghiệm, nhân rộng mô hình.",
    "awards": "Biểu dương kịp thời nhân tố mới.",
    "limits": "Một số khu phố thiếu chỗ họp.",
    "lessons": "Vướng mắc báo lên trong tuần thì gỡ được trong tháng.",
    "tasks": "Năm sau mỗi phường có một khu phố làm theo.",
}


@pytest.fixture
def town():
    return Town()


class Town:
    """The town with the office that advises it, a ward with the quarter of the plan, and another ward."""

    def __init__(self):
        above = province("Tiền Giang")
        self.unit = UnitFactory(
            parent=above, name="thị xã Cai Lậy", kind=UnitKind.TOWN, has_council=True, place="Cai Lậy"
        )
        self.culture = agency(self.unit, "Phòng Văn hóa và Thông tin")
        self.bureau = agency(self.unit, "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân")
        self.ward = UnitFactory(parent=self.unit, name="phường Thử Một", kind=UnitKind.WARD)
        self.other_ward = UnitFactory(parent=self.unit, name="phường Thử Hai", kind=UnitKind.WARD)
        self.quarter = UnitFactory(parent=self.ward, name="khu phố Thử Văn", kind=UnitKind.QUARTER)
        self.standing = person(self.unit, Role.STANDING, "Phạm Thị Thường Trực")
        self.chairman = person(self.unit, Role.CHAIRMAN, "Võ Văn Chủ Tịch")
        self.clerk = person(self.unit, Role.CLERK, "Cao Thị Văn Thư")
        self.adviser = person(self.culture, Role.OFFICER, "Phạm Thị Tham Mưu", title="Phó Trưởng phòng")
        self.secretary = person(self.bureau, Role.OFFICER, "Ngô Văn Theo Dõi")
        self.officer = person(self.ward, Role.OFFICER, "Lâm Thị Phường")
        self.head = person(self.ward, Role.HEAD, "Đỗ Văn Phường")
        self.chief = person(self.quarter, Role.OFFICER, "Huỳnh Văn Tổ", title="Trưởng khu phố")
        self.next_officer = person(self.other_ward, Role.OFFICER, "Tô Thị Hàng Xóm")
        self.next_head = person(self.other_ward, Role.HEAD, "Kha Văn Hàng Xóm")


def test_cai_lay_2021(desk, settings, town):
    settings.PORTAL_TODAY = "2021-11-11"
    plan = recorded_plan("cai-lay-2021", town.unit)
    works = the_offices_are_given_their_work(plan, town)
    recording_ends(desk, plan, town.standing)
    desk.sees("Ấp, khu phố nhiều năm đạt danh hiệu văn hóa", *CRITERIA, *YEARS, "Văn phòng Hội đồng nhân dân")
    settings.PORTAL_TODAY = "2021-12-20"
    model = a_quarter_of_culture_is_found(desk, plan, town)
    settings.PORTAL_TODAY = "2022-02-10"
    it_is_helped_on(desk, model, town)
    settings.PORTAL_TODAY = "2022-03-01"
    an_obstacle_is_reported(desk, model, town)
    settings.PORTAL_TODAY = "2022-03-04"
    it_is_removed_in_time(desk, model, town)
    settings.PORTAL_TODAY = "2022-04-25"
    a_helper_is_late_and_done(desk, model, town)
    settings.PORTAL_TODAY = "2022-07-05"
    it_is_verified(desk, plan, model, town)
    settings.PORTAL_TODAY = "2022-09-20"
    it_tells_others_how(desk, plan, model, town)
    settings.PORTAL_TODAY = "2022-12-01"
    the_year_is_reviewed(desk, plan, works, town)
    settings.PORTAL_TODAY = "2023-12-01"
    every_year_asks_again(desk, town)
    settings.PORTAL_TODAY = "2025-06-11"
    it_is_commended(desk, model, town)
    the_five_years_are_reviewed(desk, plan, works, town)
    plan_ends(desk, plan, town.standing)


def the_offices_are_given_their_work(plan, town):
    """As the text has it: one office advises, another helps it and follows the units."""
    tasks = (
        (
            town.culture,
            "Tham mưu các biện pháp tổ chức học tập kinh nghiệm, nhân rộng mô hình.",
            "2022-12-15",
        ),
        (town.culture, "Tổ chức tổng kết kế hoạch theo quy định.", "2025-06-16"),
        (town.bureau, "Phối hợp tham mưu, theo dõi các đơn vị gửi kết quả thực hiện.", None),
    )
    return [AssignmentFactory(plan=plan, unit=unit, task=task, due_on=due) for unit, task, due in tasks]


# --- Found, helped on, freed of what stood in its way ---------------------------------------------------


def a_quarter_of_culture_is_found(desk, plan, town):
    desk.seat(town.officer).go("exemplars:exemplar-new")
    desk.choose("kind", "tập thể")
    desk.choose("about", "Mô hình")
    desk.page.locator("#id_plan").select_option(value=str(plan.pk))
    desk.choose("unit", "khu phố Thử Văn")
    desk.fill(name="Ban Nhân dân khu phố Thử Văn", title=MODEL, found_on="06/12/2021")
    desk.fill(practice="Mỗi tổ tự quản phụ trách một đoạn đường, một tháng họp một lần.")
    desk.press("Lưu", "Đã thêm điển hình.")
    model = Exemplar.objects.get()
    it_moves(desk, model, town.head, "Đăng ký", "Đã đăng ký")
    return model


def it_is_helped_on(desk, model, town):
    """A plan of support names who helps with what, for how much money, until when."""
    it_moves(desk, model, town.officer, "Bồi dưỡng", "Đang bồi dưỡng")
    desk.follow("Lập kế hoạch bồi dưỡng")
    desk.fill(goal="Cả 24 tổ họp đều mỗi tháng.", starts_on="10/02/2022", ends_on="31/12/2022")
    row = {"task": GUIDE, "due_on": "20/04/2022", "money": "3000000"}
    desk.fill(**{f"tasks-0-{name}": value for name, value in row.items()})
    desk.page.locator("#id_tasks-0-helper_unit").select_option(value=str(town.culture.pk))
    row = {"task": LIGHT, "due_on": "31/08/2022", "helper": "Các hộ trong khu phố góp"}
    desk.fill(**{f"tasks-1-{name}": value for name, value in row.items()})
    desk.press("Lưu", "Đã lưu kế hoạch bồi dưỡng.")
    desk.sees("Cả 24 tổ họp đều mỗi tháng.", "Phòng Văn hóa và Thông tin", "3.000.000")


def an_obstacle_is_reported(desk, model, town):
    """By the people on the spot; it waits at the office that can remove it."""
    desk.seat(town.chief).open(model).follow("Báo vướng mắc")
    desk.fill(what=HALL)
    desk.press("Báo", "Đã báo khó khăn, vướng mắc.")
    desk.sees(HALL, "Chưa tháo gỡ")
    desk.seat(town.standing).go("exemplars:exemplars")
    desk.choose("attention", "Có vướng mắc")
    expect(desk.page.locator(".list-bar")).to_contain_text("Có 1 kết quả")


def it_is_removed_in_time(desk, model, town):
    desk.seat(town.standing).go("home").sees("Khó khăn, vướng mắc cần tháo gỡ", "báo ngày 01/03/2022")
    desk.follow(HALL)
    desk.follow("Ghi tháo gỡ")
    desk.sees("Huỳnh Văn Tổ báo ngày 01/03/2022", HALL)
    desk.fill(how=LENT)
    desk.press("Ghi đã tháo gỡ", "Đã ghi tháo gỡ.")
    desk.go("home").sees_no("Khó khăn, vướng mắc cần tháo gỡ")
    desk.seat(town.chief).open(model).sees("Đã tháo gỡ", "tháo gỡ ngày 04/03/2022", LENT)


def a_helper_is_late_and_done(desk, model, town):
    """An office that helps sees the exemplar for it, and is told on its first page that it is late."""
    desk.seat(town.adviser).go("home").sees("Việc hỗ trợ điển hình", GUIDE)
    desk.follow(GUIDE)
    desk.sees("quá hạn")
    desk.follow("Ghi kết quả")
    desk.fill(done_on="22/04/2022", result=TAUGHT)
    desk.press("Lưu", "Đã ghi kết quả.")
    desk.seat(town.chief).open(model).sees(TAUGHT, "xong 22/04/2022")
    desk.sees_no("quá hạn")


# --- Verified, heard, copied ----------------------------------------------------------------------------


def it_is_verified(desk, plan, model, town):
    a_round_is_called(
        desk,
        plan,
        model,
        town.standing,
        town.adviser,
        name="Kiểm tra, kiểm chứng mô hình, nhân tố mới",
        between=("01/07/2022", "15/07/2022"),
        day="05/07/2022",
    )
    the_team_writes(
        desk,
        model,
        town.adviser,
        visited_at="08:00 04/07/2022",
        practice="Khu phố đạt danh hiệu văn hóa bảy năm liền, sổ họp tổ đủ.",
        neighbours="Các hộ của tổ 3",
        opinion="Từ khi có chỗ họp, tổ họp đều.",
    )
    the_office_verifies(desk, model, town.standing)


def it_tells_others_how(desk, plan, model, town):
    """The exemplar itself reports how it works, before units that then work as it does."""
    it_moves(desk, model, town.standing, "Nhân rộng", "Đang nhân rộng")
    desk.follow("Ghi buổi học tập")
    desk.choose("kind", "Báo cáo kinh nghiệm")
    desk.page.locator("#id_plan").select_option(value=str(plan.pk))
    desk.fill(title="Khu phố Thử Văn kể cách làm", held_on="15/09/2022", attendance="80")
    desk.fill(place="Hội trường thị xã", find_guests="Thử Hai")
    desk.page.locator("button[name=find][value=find_guests]").click()
    desk.page.get_by_label("phường Thử Hai").check()
    desk.press("Lưu")
    desk.seat(town.chief).open(model).sees("Khu phố Thử Văn kể cách làm")
    desk.seat(town.standing).open(model).follow("Ghi nơi làm theo")
    desk.choose("unit", "phường Thử Hai")
    desk.fill(since="19/09/2022", evidence="Nghị quyết của phường về tổ tự quản.")
    desk.press("Lưu", "Đã ghi nơi làm theo.")
    desk.seat(town.next_officer).go("home").follow("phường Thử Hai")
    desk.confirm("Xác nhận đã làm theo")
    desk.seat(town.standing).go("home").follow("phường Thử Hai")
    desk.confirm("Xác nhận của Thường trực")
    desk.open(model).sees("1 nơi làm theo")


# --- Reviewed each year, and at the end -----------------------------------------------------------------


def the_year_is_reviewed(desk, plan, works, town):
    work_is_done(
        desk, works[0], town.adviser, "Đã tổ chức một buổi báo cáo kinh nghiệm, một phường làm theo."
    )
    units = ["phường Thử Một", "phường Thử Hai"]
    a_review_begins(desk, YEARS[0], town.standing, units, **REPORT)
    review = MilestoneReview.objects.get()
    theirs = "Khu phố Thử Văn được gỡ một vướng mắc, mở thêm chỗ họp."
    a_part_is_sent(desk, town.ward, town.officer, town.head, theirs)
    a_part_is_sent(desk, town.other_ward, town.next_officer, town.next_head, "Đã lập sáu tổ tự quản.")
    parts_are_put_together(desk, review, town.standing, theirs, "Đã lập sáu tổ tự quản.")
    a_review_is_issued(desk, review, town.standing, town.chairman, town.clerk)
    desk.sees("Báo cáo sơ kết", theirs, "Đã lập sáu tổ tự quản.", REPORT["lessons"])
    desk.counts("Nơi làm theo", 1)
    desk.counts("Buổi học tập, giao lưu", 1)


def every_year_asks_again(desk, town):
    desk.seat(town.standing).go("home").sees("Sơ kết, tổng kết đến hạn", YEARS[1])
    desk.sees_no(YEARS[0])
    desk.sees_no(YEARS[2])


def it_is_commended(desk, model, town):
    """Chosen at the regular evaluation, of those with a great effect that spreads far."""
    desk.seat(town.standing).go("home").sees("Điển hình cần đánh giá lại")
    desk.follow(MODEL)
    desk.follow("Ghi đánh giá")
    for score in ("effect", "efficiency", "capacity", "influence"):
        desk.page.locator(f"#id_{score}").select_option(value="5")
        desk.fill(**{f"{score}_ground": "Khu phố giữ danh hiệu mười năm liền."})
    desk.press("Lưu", "Đã ghi đánh giá.")
    desk.sees("20/20")
    paper = "Biểu dương tại hội nghị tổng kết của thị xã."
    it_moves(desk, model, town.standing, "Biểu dương, khen thưởng", "Đã biểu dương, khen thưởng", paper)


def the_five_years_are_reviewed(desk, plan, works, town):
    a_review_begins(desk, "Tổng kết giai đoạn 2021-2025", town.standing, ["phường Thử Một"], **REPORT)
    review = MilestoneReview.objects.latest("pk")
    words = "Khu phố Thử Văn đạt danh hiệu văn hóa mười năm liền."
    a_part_is_sent(desk, town.ward, town.officer, town.head, words)
    parts_are_put_together(desk, review, town.standing, words)
    a_review_is_issued(desk, review, town.standing, town.chairman, town.clerk)
    desk.sees("Báo cáo tổng kết", words)
    work_is_done(desk, works[1], town.adviser, "Đã tổng kết, có báo cáo kèm theo.")
    board_tells(desk, plan, town.standing, done=2, of=3)
    desk.counts("Chưa có tin", 1)
    assert Exemplar.objects.get().status == Stage.COMMENDED
