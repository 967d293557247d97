"""Khánh Hòa, 02/12/2021: a new model is looked at again and again, mended, made known and copied."""

import pytest
from playwright.sync_api import expect

from exemplars.models import Exemplar, Stage
from organizations.models import Role, UnitKind
from reports.models import MilestoneReview
from tests.browser.plans import (
    a_part_is_sent,
    a_review_begins,
    a_review_is_issued,
    board_tells,
    it_moves,
    parts_are_put_together,
    person,
    plan_ends,
    province,
    recorded_plan,
    recording_ends,
    work_is_done,
)
from tests.factories import AssignmentFactory, UnitFactory

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

MODEL = "Nuôi biển bằng lồng tròn vật liệu mới"
FIRST, FALLEN, RISEN = (4, 4, 4, 3), (3, 3, 3, 2), (5, 4, 5, 4)  # of twenty: 15, 11, 18
GROUNDS = {
    "effect": "Hai mươi hộ có việc làm quanh năm.",
    "efficiency": "Lãi bằng một phần ba vốn bỏ ra.",
    "capacity": "Còn ba vùng nước nuôi được.",
    "influence": "Hai hợp tác xã đã đến hỏi cách làm.",
}
REPORT = {
    "direction": "Tỉnh ban hành kế hoạch; mỗi huyện, thị xã có tiêu chí riêng.",
    "awards": "Khen thưởng kịp thời điển hình qua từng năm.",
    "limits": "Có nơi còn đợi đến kỳ tổng kết mới đánh giá mô hình.",
    "lessons": "Đánh giá thường xuyên thì mô hình sửa được khi còn mới.",
    "tasks": "Giữ nhịp đánh giá sáu tháng một lần.",
}


def test_khanh_hoa_2021(desk, settings):
    settings.PORTAL_TODAY = "2021-12-02"
    khanh_hoa = province("Khánh Hòa")
    van_ninh = UnitFactory(parent=khanh_hoa, name="huyện Vạn Ninh", kind=UnitKind.DISTRICT)
    ninh_hoa = UnitFactory(parent=khanh_hoa, name="thị xã Ninh Hòa", kind=UnitKind.TOWN)
    standing = person(khanh_hoa, Role.STANDING, "Nguyễn Thị Thu Hằng")
    officer = person(van_ninh, Role.OFFICER, "Trần Quốc Bảo")
    head = person(van_ninh, Role.HEAD, "Lê Thanh Hải")
    neighbour = person(ninh_hoa, Role.OFFICER, "Phạm Thị Diễm")
    plan = recorded_plan("khanh-hoa-2021", khanh_hoa)
    criteria = AssignmentFactory(
        plan=plan,
        unit=van_ninh,
        task="Xây dựng tiêu chí điển hình của tập thể, của cá nhân, lồng ghép với các phong trào đang có.",
    )

    recording_ends(desk, plan, standing)
    desk.sees("hộ gia đình xuất sắc", "hiệu quả và khả năng phát triển của từng mô hình")
    desk.sees("Tổng kết giai đoạn 2021-2025", "31/12/2025", "Xây dựng tiêu chí điển hình")
    settings.PORTAL_TODAY = "2022-03-15"
    work_is_done(desk, criteria, officer, "Đã ban hành tiêu chí của tập thể và của cá nhân.")
    board_tells(desk, plan, standing, done=1, of=1)
    model = a_new_model_is_taken_up(desk, plan, officer, head, standing)
    it_is_evaluated_on_its_rhythm(desk, settings, model, officer, standing)
    settings.PORTAL_TODAY = "2023-10-02"
    another_unit_works_by_it(desk, model, officer, neighbour, standing)
    it_is_made_known(desk, plan, model, standing)
    settings.PORTAL_TODAY = "2025-12-31"
    review = the_final_review_is_written(desk, plan, standing, officer, head)
    the_review_is_issued(desk, review, standing)
    plan_ends(desk, plan, standing)


# --- The model: found, registered, nurtured, verified --------------------------------------------------


def a_new_model_is_taken_up(desk, plan, officer, head, standing):
    desk.seat(officer).go("exemplars:exemplar-new")
    desk.choose("kind", "tập thể")
    desk.choose("about", "Mô hình")
    desk.choose("rhythm", "6 tháng")
    desk.page.locator("#id_plan").select_option(value=str(plan.pk))
    desk.fill(name="Tổ hợp tác nuôi biển Vạn Hưng", title=MODEL, found_on="20/12/2021")
    desk.fill(practice="Lồng tròn chịu được sóng, đặt xa bờ.")
    desk.press("Lưu", "Đã thêm điển hình.")
    model = Exemplar.objects.get()
    it_moves(desk, model, head, "Đăng ký", "Đã đăng ký")
    it_moves(desk, model, officer, "Bồi dưỡng", "Đang bồi dưỡng")
    seen = "Đoàn của tỉnh đến xem ngày 10/3/2022: đúng như đăng ký."
    it_moves(desk, model, standing, "Kiểm chứng đạt", "Đã kiểm chứng", seen)
    return model


# --- Evaluated on its rhythm: silent, falling, mended, risen -------------------------------------------


def it_is_evaluated_on_its_rhythm(desk, settings, model, officer, standing):
    settings.PORTAL_TODAY = "2022-09-20"
    the_first_page_asks_for_it(desk, officer, "không có tin từ 15/03/2022")
    desk.sees("Quá hạn đánh giá", "hẹn 6 tháng một lần")
    a_score_needs_its_ground(desk)
    evaluate(desk, FIRST)
    desk.sees_no("Quá hạn đánh giá")
    settings.PORTAL_TODAY = "2023-03-15"
    evaluate(desk.seat(standing).open(model), FALLEN)
    desk.sees("Kết quả giảm sút")
    the_first_page_asks_for_it(desk, officer, "điểm giảm từ 15 còn 11")
    the_model_is_mended(desk, "Đặt lồng trong vịnh, thêm người trực khi có bão.")
    the_list_tells(desk, standing, "Kết quả giảm sút", "Có 1 kết quả")
    settings.PORTAL_TODAY = "2023-09-14"
    evaluate(desk.seat(officer).open(model), RISEN)
    desk.sees_no("Kết quả giảm sút")
    desk.sees("18/20", "11/20", "15/20")
    the_list_tells(desk, standing, "Kết quả giảm sút", "Không có kết quả")


def the_first_page_asks_for_it(desk, user, why):
    desk.seat(user).go("home").sees("Điển hình cần đánh giá lại", why)
    desk.follow(MODEL)


def a_score_needs_its_ground(desk):
    """The page stays, and says at the one field what is missing."""
    desk.follow("Ghi đánh giá")
    type_scores(desk, FIRST, GROUNDS | {"influence": ""})
    desk.press("Lưu")
    expect(desk.page.locator("#id_influence_ground")).to_have_attribute("aria-invalid", "true")
    expect(desk.page.locator("main [aria-invalid=true]")).to_have_count(1)
    desk.page.go_back()
    desk.page.go_back()


def evaluate(desk, points):
    desk.follow("Ghi đánh giá")
    type_scores(desk, points, GROUNDS)
    desk.press("Lưu", "Đã ghi đánh giá.")
    desk.sees(f"{sum(points)}/20", *GROUNDS.values())


def type_scores(desk, points, grounds):
    for score, mark in zip(GROUNDS, points, strict=True):
        desk.page.locator(f"#id_{score}").select_option(value=str(mark))
        desk.fill(**{f"{score}_ground": grounds[score]})


def the_model_is_mended(desk, practice):
    """What an evaluation taught goes into how the model works."""
    desk.follow("Sửa")
    desk.fill(practice=practice)
    desk.press("Lưu")
    desk.sees(practice)


def the_list_tells(desk, user, flag, found):
    desk.seat(user).go("exemplars:exemplars").choose("attention", flag)
    expect(desk.page.locator(".list-bar")).to_contain_text(found)


# --- Spread and made known ------------------------------------------------------------------------------


def another_unit_works_by_it(desk, model, officer, neighbour, standing):
    it_moves(desk, model, standing, "Nhân rộng", "Đang nhân rộng")
    desk.seat(officer).open(model).follow("Ghi nơi làm theo")
    desk.choose("unit", "thị xã Ninh Hòa")
    desk.fill(since="15/09/2023", evidence="Biên bản đến học ngày 10/9/2023.")
    desk.press("Lưu", "Đã ghi nơi làm theo.")
    desk.sees("1 nơi chờ xác nhận")
    spread_counts(desk, model, places=0, waiting=1)
    desk.seat(neighbour).go("home").follow("thị xã Ninh Hòa")
    desk.confirm("Xác nhận đã làm theo")
    desk.seat(standing).go("home").follow("thị xã Ninh Hòa")
    desk.confirm("Xác nhận của Thường trực")
    spread_counts(desk, model, places=1, waiting=0)
    desk.sees("thị xã Ninh Hòa", "2023")


def spread_counts(desk, model, *, places, waiting):
    desk.go("exemplars:spread", model.pk)
    desk.counts("Nơi làm theo", places)
    desk.counts("Chờ xác nhận", waiting)


def it_is_made_known(desk, plan, model, standing):
    desk.seat(standing).open(model).follow("Ghi tin, bài")
    desk.fill(title="Người Vạn Hưng ra khơi nuôi cá", outlet="Báo Khánh Hòa", published_on="25/09/2023")
    desk.fill(link="https://baokhanhhoa.example/nuoi-bien", reach="12000")
    it_is_saved_under(desk, plan)
    desk.open(model).follow("Ghi buổi học tập")
    desk.choose("kind", "Giao lưu điển hình")
    desk.fill(title="Gặp người nuôi biển", held_on="28/09/2023", place="Nha Trang", attendance="150")
    it_is_saved_under(desk, plan)
    desk.open(model).sees("Người Vạn Hưng ra khơi nuôi cá", "Báo Khánh Hòa", "Gặp người nuôi biển")


def it_is_saved_under(desk, plan):
    desk.page.locator("#id_plan").select_option(value=str(plan.pk))
    desk.press("Lưu")
    desk.sees(plan.title)


# --- The last milestone ---------------------------------------------------------------------------------


def the_final_review_is_written(desk, plan, standing, officer, head):
    """What was made known and copied stands in the draft; a unit says how its model was evaluated."""
    a_review_begins(desk, plan.milestones.get().name, standing, ["huyện Vạn Ninh"], **REPORT)
    review = MilestoneReview.objects.get()
    desk.open(review).sees("Đã tổ chức 1 buổi học tập", "Có 1 tin, bài", "được 1 nơi ở 1 đơn vị")
    desk.counts("Nơi làm theo", 1)
    words = "Mô hình nuôi biển được đánh giá ba lần, sửa một lần, thị xã Ninh Hòa làm theo."
    a_part_is_sent(desk, "huyện Vạn Ninh", officer, head, words)
    parts_are_put_together(desk, review, standing, words)
    return review


def the_review_is_issued(desk, review, standing):
    chairman = person(review.unit, Role.CHAIRMAN, "Nguyễn Tấn Tuân")
    clerk = person(review.unit, Role.CLERK, "Đỗ Thị Mai")
    a_review_is_issued(desk, review, standing, chairman, clerk)
    desk.counts("Nơi làm theo", 1)
    assert Exemplar.objects.get().status == Stage.SPREAD
