"""The plan's own years: the interim and the final review, then a plan for the years to come."""

import pytest
from playwright.sync_api import expect

from tests.browser.councils import move, print_paper

pytestmark = pytest.mark.browser

DAY, INTERIM_DAY, FINAL_DAY = "2023-06-01", "2023-06-08", "2025-06-16"
PLAN = "Xây dựng và nhân rộng điển hình tiên tiến giai đoạn 2021-2025"
NEW_PLAN = "Xây dựng và nhân rộng điển hình tiên tiến giai đoạn 2026-2030"
NARRATIVE = {
    "Phát động, tuyên truyền": "Đài truyền thanh huyện phát 48 tin, bài về điển hình.",
    "Bài học kinh nghiệm": "Người đứng đầu trực tiếp đi cơ sở thì có điển hình thật.",
    "Phương hướng, nhiệm vụ": "Mỗi xã giới thiệu ít nhất ba điển hình mỗi năm.",
}


def test_both_reviews_and_the_next_plan(enter, stage):
    a_review_is_issued(enter, stage, INTERIM_DAY, "Sơ kết")
    a_review_is_issued(enter, stage, FINAL_DAY, "Tổng kết")
    the_plan_is_copied_and_issued(enter)


def a_review_is_issued(enter, stage, day, word):
    stage.move_on_to(day)
    standing, chairman, clerk = (enter(name) for name in ("thuongtruc", "chutich", "vanthu"))
    title = a_review_is_written(standing, word)
    figures_lead_to_their_lists(standing)
    move_on_its_page(standing, "Trình ký", "Đã trình ký báo cáo.")
    move(chairman, "/bao-cao/", "Ký báo cáo", "Đã ký báo cáo.", name=title)
    number_and_date(clerk, "/bao-cao/", title, "Đã ban hành báo cáo và chốt số liệu.")
    the_review_is_frozen_and_printed(clerk, title, f"Báo cáo {word.lower()}")


def a_review_is_written(standing, word):
    """The title of the draft; the person stands on its page."""
    standing.go("/bao-cao/lap/")
    choice = (
        standing.field("Mốc cần báo cáo").locator("option", has_text=f"{word}").filter(has_text="197/KH-UBND")
    )
    standing.field("Mốc cần báo cáo").select_option(value=choice.get_attribute("value"))
    standing.press("Lập dự thảo")
    for label, text in NARRATIVE.items():
        standing.fill({label: text})
    standing.press("Lưu dự thảo")
    standing.is_told("Đã lưu dự thảo báo cáo.")
    standing.sees(*NARRATIVE.values())
    return standing.main.get_by_role("heading", level=1).inner_text()


def figures_lead_to_their_lists(standing):
    """The number of dossiers is that of the list behind it; back on the review's page."""
    figure = standing.main.locator(".figures a").first
    counted, review = figure.inner_text(), standing.path
    figure.click()
    expect(standing.main.locator(".list-bar")).to_contain_text(f"Có {counted} kết quả")
    standing.go(review)


def move_on_its_page(person, button, told):
    person.press(button)
    person.is_told(told)


def number_and_date(clerk, where, name, told):
    clerk.go(where)
    clerk.follow(name)
    clerk.follow("Cấp số, ban hành")
    clerk.press("Cấp số, ban hành")
    clerk.is_told(told)
    assert clerk.path == where


def the_review_is_frozen_and_printed(clerk, title, kind):
    clerk.follow(title)
    clerk.sees("Đã chốt khi ban hành", "Báo cáo")
    expect(clerk.page.get_by_role("link", name="Soạn tiếp")).to_have_count(0)
    paper = print_paper(clerk, kind)
    assert "BÁO CÁO" in paper
    assert all(text in paper for text in NARRATIVE.values())
    assert title.casefold() in paper.casefold()


def the_plan_is_copied_and_issued(enter):
    standing, chairman, clerk = (enter(name) for name in ("thuongtruc", "chutich", "vanthu"))
    standing.go("/ke-hoach/?q=197%2FKH-UBND")
    standing.follow(PLAN)
    standing.follow("Lập kế hoạch mới từ kế hoạch này")
    standing.press("Lập dự thảo")
    standing.is_told("Đã lập dự thảo từ kế hoạch trước.")
    expect(standing.field("Trích yếu")).to_have_value(NEW_PLAN)
    standing.press("Lưu dự thảo")
    standing.is_told("Đã lưu dự thảo.")
    standing.follow("Trình ký")
    move_on_its_page(standing, "Trình ký", "Đã trình ký kế hoạch.")
    chairman.go("/ke-hoach/?status=for_signature")
    chairman.follow(NEW_PLAN)
    chairman.follow("Ký kế hoạch")
    move_on_its_page(chairman, "Ký kế hoạch", "Đã ký kế hoạch.")
    number_and_date(clerk, "/ke-hoach/?q=2026-2030", NEW_PLAN, "Đã ban hành kế hoạch số")
    clerk.follow(NEW_PLAN)
    paper = print_paper(clerk, "Kế hoạch")
    assert "KẾ HOẠCH" in paper
    assert "giai đoạn 2026-2030" in paper
