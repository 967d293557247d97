"""Each of the five plans, lived in the browser from its issue to its last milestone."""

import pytest
from playwright.sync_api import expect

from exemplars.models import Exemplar, Stage
from gatherings.models import Contest, Entry
from organizations.models import Role
from tests.browser.plans import (
    agency,
    board_tells,
    person,
    plan_ends,
    province,
    recorded_plan,
    recording_ends,
    work_is_done,
)
from tests.factories import AssignmentFactory, UnitFactory

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

A_READER_TAKES = 4_200  # milliseconds: a form sent sooner is a robot's


# --- Tây Ninh: a contest in writing finds those whom nobody knows -------------------------------------


def test_tay_ninh_2021(desk, settings):
    settings.PORTAL_TODAY = "2021-02-26"
    tay_ninh = province("Tây Ninh")
    commune = UnitFactory(parent=tay_ninh, name="xã Phước Vinh")
    culture = agency(tay_ninh, "Sở Văn hóa, Thể thao và Du lịch")
    standing = person(tay_ninh, Role.STANDING, "Lê Hữu Tâm")
    officer = person(culture, Role.OFFICER, "Phan Thị Ngọc Ánh")
    judge = person(tay_ninh, Role.MEMBER, "Võ Minh Khôi")
    plan = recorded_plan("tay-ninh-2021", tay_ninh)
    work = AssignmentFactory(
        plan=plan,
        unit=culture,
        task="Chủ trì tổ chức cuộc thi viết “Gương người tốt quanh ta”, hai năm một lần.",
        partners="Hội Nhà báo tỉnh, Báo Tây Ninh, Đài Phát thanh và Truyền hình, Mặt trận Tổ quốc tỉnh",
    )

    recording_ends(desk, plan, standing)
    desk.sees("Kết thúc giai đoạn một 2021-2023", "31/12/2023", "31/12/2025", "Hội Nhà báo tỉnh")
    board_tells(desk, plan, standing, done=0, of=1)
    contest = a_contest_opens(desk, plan, standing, judge)
    settings.PORTAL_TODAY = "2021-08-02"
    entry = anybody_writes(desk, contest, commune)
    the_place_confirms(desk, entry, standing)
    the_best_is_chosen(desk, contest, standing, judge)
    who_was_written_about_is_found(desk, entry, standing, commune)
    settings.PORTAL_TODAY = "2025-12-31"
    work_is_done(desk, work, officer, "Đã tổ chức hai cuộc thi viết, 2021-2022 và 2023-2024.")
    board_tells(desk, plan, standing, done=1, of=1)
    plan_ends(desk, plan, standing)


def a_contest_opens(desk, plan, standing, judge):
    desk.seat(standing).go("gatherings:contest-new")
    desk.fill(name="Gương người tốt quanh ta", edition="lần thứ I, 2021-2022")
    desk.fill(about="Viết về người đóng góp thầm lặng ở địa bàn dân cư.", opens_on="01/07/2021")
    desk.fill(closes_on="31/05/2022", min_words="10", round_1="Chung khảo", round_2="")
    desk.page.locator("#id_plan").select_option(value=str(plan.pk))
    desk.page.get_by_label(judge.full_name).check()
    desk.page.locator("main form button[type=submit]").last.click()
    desk.told("Đã lưu cuộc thi.")
    contest = Contest.objects.get()
    desk.open(contest).press("Mở nhận bài", "Đã mở nhận bài.")
    return contest


def anybody_writes(desk, contest, commune):
    """From the public pages, without an account."""
    desk.leave()
    desk.go("gatherings:public-contest", contest.pk).follow("Gửi bài dự thi")
    desk.fill(hero="Nguyễn Thị Sáu Lành", hero_about="Nông dân", title="Bếp cháo của bà Sáu")
    desk.fill(text="Mười năm nay, mỗi sáng bà Sáu nấu cháo cho người bệnh nghèo.")
    desk.fill(author="Tạ Thị Mộng Tuyền", address="Thành phố Tây Ninh", contact="0900 000 000")
    desk.page.locator("#id_unit").select_option(value=str(commune.pk))
    desk.page.locator("#id_is_true").check()
    desk.page.wait_for_timeout(A_READER_TAKES)
    desk.press("Gửi bài")
    desk.sees("Bài dự thi mã", "đang kiểm tra")
    return Entry.objects.get()


def the_place_confirms(desk, entry, standing):
    desk.seat(standing).go("home").follow("Bếp cháo của bà Sáu")
    desk.press("Hợp lệ", "Đã ghi bài hợp lệ.")
    desk.open(entry).press("Cấp số công văn xác nhận", "Đã cấp số công văn xác nhận.")
    desk.confirm("Nơi cư trú xác nhận", "Ủy ban nhân dân xã Phước Vinh xác nhận người thật, việc thật.")
    desk.told("Đã ghi nơi cư trú xác nhận.")
    desk.leave()
    desk.go("gatherings:public-entry-state", entry.code).sees("Bài đã được xác nhận và được đưa vào chấm.")


def the_best_is_chosen(desk, contest, standing, judge):
    desk.seat(standing).open(contest).press("Đóng nhận bài, bắt đầu chấm", "Đã đóng nhận bài.")
    desk.seat(judge).go("gatherings:judging", contest.pk).follow("Bếp cháo của bà Sáu")
    expect(desk.page.get_by_role("main")).not_to_contain_text("Tạ Thị Mộng Tuyền")
    desk.fill(points="92,5")
    desk.press("Lưu điểm", "Đã chấm bài")
    desk.seat(standing).open(contest).press("Kết thúc vòng, xếp hạng", "Đã kết thúc vòng chung khảo")
    desk.follow("Ghi giải thưởng")
    desk.page.get_by_label("Bếp cháo của bà Sáu").fill("Giải Nhất")
    desk.press("Lưu giải thưởng", "Đã ghi giải thưởng.")
    desk.open(contest).press("Công bố kết quả", "Đã công bố kết quả.")
    desk.leave()
    kept_for_minutes = "?ket-qua"  # the page as it was stays in the browser's cache
    desk.go("gatherings:public-contest", contest.pk, query=kept_for_minutes)
    desk.sees("Giải Nhất", "Viết về Nguyễn Thị Sáu Lành")


def who_was_written_about_is_found(desk, entry, standing, commune):
    desk.seat(standing).open(entry).press(
        "Đưa vào sổ điển hình", "Đã đưa vào sổ điển hình, giai đoạn Phát hiện."
    )
    exemplar = Exemplar.objects.get()
    desk.seat(person(commune, Role.OFFICER, "Trần Thị Hoài Thu")).go("exemplars:exemplars")
    desk.follow("Bếp cháo của bà Sáu")
    desk.sees("Phát hiện", "Nguyễn Thị Sáu Lành")
    assert (exemplar.status, exemplar.unit) == (Stage.FOUND, commune)
