"""What people do from a council's session to the issued decision, step by step."""

import re

import pymupdf
from playwright.sync_api import expect

SESSION = "Xét khen thưởng chuyên đề hiến đất làm đường"
ABSENT = 2  # of the thirteen members
READY_WITHIN = 60_000  # milliseconds, for a paper on a busy machine


def prepare_session(standing, names):
    """A session of today with `names` on its agenda, and its members called; stays on its page."""
    standing.go("/hoi-dong/")
    standing.follow("Lập phiên họp")
    standing.fill(
        {"Nội dung phiên họp": SESSION, "Thời gian họp": "15/11/2024 14:00", "Địa điểm": "Phòng họp số 1"}
    )
    standing.press("Lưu")
    standing.is_told("Đã lưu phiên họp.")
    standing.follow("Chọn hồ sơ")
    for name in names:
        standing.tick(name)
    standing.press("Đưa hồ sơ đã đánh dấu vào chương trình")
    standing.is_told(f"Đã đưa {len(names)} hồ sơ vào chương trình.")
    move(standing, "/hoi-dong/", "Triệu tập phiên họp", "Đã triệu tập phiên họp.", name=SESSION)


def move(person, where, button, told, *, name):
    """From the list `where` to the record `name`, and the button of one move; back on the list."""
    if person.path != where:
        person.go(where)
    person.follow(name)
    person.press(button)
    person.is_told(told)
    assert person.path == where


def open_sheet(member, name):
    member.go("/hoi-dong/")
    member.follow(SESSION)
    member.follow("Nhận xét hồ sơ")
    member.page.get_by_role("link", name=re.compile(rf"^\d+\. {name}$")).click()


def score(member, name, points, comment):
    open_sheet(member, name)
    for field in member.page.get_by_label(re.compile(r"^Điểm tiêu chí")).all():
        field.fill(str(points))
    member.fill({"Nhận xét": comment})
    member.press("Gửi phiếu")
    member.is_told("Đã gửi phiếu nhận xét")


def take_attendance(standing, tellers):
    """All are there but the last ones; the two tellers are chosen among those present."""
    standing.go("/hoi-dong/")
    standing.follow(SESSION)
    standing.follow("Điểm danh")
    seats = standing.page.get_by_role("group").filter(has=standing.page.get_by_label("Lý do vắng"))
    for seat in seats.all()[:-ABSENT]:
        seat.get_by_label("Có mặt", exact=True).check()
    for seat in seats.all()[-ABSENT:]:
        seat.get_by_label("Vắng", exact=True).check()
        seat.get_by_label("Lý do vắng").fill("Đi công tác")
        seat.get_by_label("Ý kiến bằng văn bản").fill("Đồng ý với các hồ sơ.")
    standing.press("Lưu điểm danh")
    standing.is_told("Đã lưu điểm danh.")
    for label, teller in zip(("Người kiểm phiếu thứ nhất", "Người kiểm phiếu thứ hai"), tellers, strict=True):
        standing.field(label).select_option(label=teller)
    standing.press("Cử tổ kiểm phiếu")
    standing.is_told("Đã cử tổ kiểm phiếu.")


def count(teller, ballots, votes):
    """`ballots`: handed out, returned, valid, invalid; `votes` is {name: (for, against)}."""
    teller.go("/hoi-dong/")
    teller.follow(SESSION)
    teller.follow("Nhập kết quả kiểm phiếu")
    labels = ("Số phiếu phát ra", "Số phiếu thu vào", "Số phiếu hợp lệ", "Số phiếu không hợp lệ")
    teller.fill(dict(zip(labels, map(str, ballots), strict=True)))
    for name, (votes_for, votes_against) in votes.items():
        teller.field(f"Số phiếu đồng ý với {name}").fill(str(votes_for))
        teller.field(f"Số phiếu không đồng ý với {name}").fill(str(votes_against))
    teller.press("Ghi số phiếu")


def confirm_count(teller):
    teller.go("/hoi-dong/")
    teller.follow(SESSION)
    teller.follow("Xác nhận kiểm phiếu")
    teller.press("Số đúng, xác nhận")
    teller.is_told("Đã xác nhận.")


def print_paper(person, panel, button):
    """Press the button, wait until the worker has made the paper, and give its text as one line."""
    section = person.page.locator(
        "section.panel", has=person.page.get_by_role("heading", name=panel, exact=True)
    )
    section.get_by_role("button", name=button).click()
    expect(section.locator(".job, .files")).to_be_visible()
    expect(section.locator(".files a").first).to_be_visible(timeout=READY_WITHIN)
    return text_of(person, section.locator(".files a").first.get_attribute("href"))


def text_of(person, address):
    answer = person.context.request.get(f"{person.stage.url}{address}")
    assert answer.headers["content-type"] == "application/pdf"
    pages = pymupdf.open(stream=answer.body(), filetype="pdf")
    return " ".join(" ".join(page.get_text() for page in pages).split())
