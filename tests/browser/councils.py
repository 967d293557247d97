"""What people do from a council's session to the issued decision, step by step."""

import re

import pymupdf
from playwright.sync_api import expect

SESSION = "Xét khen thưởng chuyên đề hiến đất làm đường"
ABSENT = 2  # of the thirteen members
READY_WITHIN = 60_000  # milliseconds, for a paper on a busy machine


def prepare_session(standing, names, session=SESSION, day="15/11/2024"):
    """A session with `names` on its agenda, and its members called; back on the list of sessions."""
    standing.go("/hoi-dong/")
    standing.follow("Lập phiên họp")
    standing.fill(
        {"Nội dung phiên họp": session, "Thời gian họp": f"{day} 14:00", "Địa điểm": "Phòng họp số 1"}
    )
    standing.press("Lưu")
    standing.is_told("Đã lưu phiên họp.")
    standing.follow("Chọn hồ sơ")
    for name in names:
        standing.tick(name)
    standing.press("Đưa hồ sơ đã đánh dấu vào chương trình")
    standing.is_told(f"Đã đưa {len(names)} hồ sơ vào chương trình.")
    move(standing, "/hoi-dong/", "Triệu tập phiên họp", "Đã triệu tập phiên họp.", name=session, asks=True)


def move(person, where, button, told, *, name, asks=False):
    """From the list `where` to the record `name`, and the button of one move; back on the list.

    A step that cannot be taken back `asks` once more.
    """
    if person.path != where:
        person.go(where)
    person.follow(name)
    if asks:
        person.follow(button)
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
    for field in member.all_of(member.page.get_by_label(re.compile(r"^Điểm tiêu chí"))):
        field.fill(str(points))
    member.fill({"Nhận xét": comment})
    member.press("Gửi phiếu")
    member.is_told("Đã gửi phiếu nhận xét")


def take_attendance(standing, tellers, session=SESSION, absent=ABSENT):
    """All are there but the last ones; the two tellers are chosen among those present."""
    standing.go("/hoi-dong/")
    standing.follow(session)
    standing.follow("Điểm danh")
    groups = standing.page.get_by_role("group").filter(has=standing.page.get_by_label("Lý do vắng"))
    seats = standing.all_of(groups)
    present = len(seats) - absent
    for seat in seats[:present]:
        seat.get_by_label("Có mặt", exact=True).check()
    for seat in seats[present:]:
        seat.get_by_label("Vắng", exact=True).check()
        seat.get_by_label("Lý do vắng").fill("Đi công tác")
        seat.get_by_label("Ý kiến bằng văn bản").fill("Đồng ý với các hồ sơ.")
    standing.press("Lưu điểm danh")
    standing.is_told("Đã lưu điểm danh.")
    for label, teller in zip(("Người kiểm phiếu thứ nhất", "Người kiểm phiếu thứ hai"), tellers, strict=True):
        standing.field(label).select_option(label=teller)
    standing.press("Cử tổ kiểm phiếu")
    standing.is_told("Đã cử tổ kiểm phiếu.")


def count(teller, ballots, votes, session=SESSION):
    """`ballots`: handed out, returned, valid, invalid; `votes` is {name: (for, against)}."""
    teller.go("/hoi-dong/")
    teller.follow(session)
    teller.follow("Nhập kết quả kiểm phiếu")
    labels = ("Số phiếu phát ra", "Số phiếu thu vào", "Số phiếu hợp lệ", "Số phiếu không hợp lệ")
    teller.fill(dict(zip(labels, map(str, ballots), strict=True)))
    for name, (votes_for, votes_against) in votes.items():
        teller.field(f"Số phiếu đồng ý với {name}").fill(str(votes_for))
        teller.field(f"Số phiếu không đồng ý với {name}").fill(str(votes_against))
    teller.press("Ghi số phiếu")


def confirm_count(teller, session=SESSION):
    teller.go("/hoi-dong/")
    teller.follow(session)
    teller.follow("Xác nhận kiểm phiếu")
    teller.press("Số đúng, xác nhận")
    teller.is_told("Đã xác nhận.")


def hold(standing, tellers, names, session, day, ballots):
    """A session from its preparation to its close: the tellers are the two people at their browsers."""
    prepare_session(standing, names, session, day)
    take_attendance(standing, [named for named, _ in tellers], session, absent=0)
    (_, first), (_, second) = tellers
    count(first, (ballots, ballots, ballots, 0), dict.fromkeys(names, (ballots, 0)), session)
    first.is_told("Đã ghi số phiếu.")
    confirm_count(second, session)
    move(standing, "/hoi-dong/", "Kết thúc phiên họp", "Đã kết thúc phiên họp.", name=session, asks=True)


def send_up(standing, chairman, clerk, title, names):
    """The letter with all that waits to be sent up, from its draft on; its printed text with the list."""
    standing.go("/to-trinh/")
    standing.follow("Soạn tờ trình")
    standing.fill({"Trích yếu": title})
    standing.press("Lưu")
    standing.is_told("Đã lưu dự thảo tờ trình.")
    standing.sees(*names)
    standing.press("Trình ký")
    standing.is_told("Đã trình ký.")
    move(chairman, "/to-trinh/", "Ký tờ trình", "Đã ký.", name=title)
    move(clerk, "/to-trinh/", "Cấp số, gửi đi", "Đã cấp số và gửi.", name=title, asks=True)
    clerk.follow(title)
    paper = print_paper(clerk, "Tờ trình")
    assert all(text in paper for text in ("TỜ TRÌNH", "DANH SÁCH", *names))
    return paper


def draft_decision(standing, names):
    """The title of the draft that names them all, which waits for the chairman."""
    standing.go("/quyet-dinh/")
    standing.follow("Soạn quyết định")
    first, *_ = names
    standing.main.locator("section.panel", has_text=first).get_by_role("checkbox").check()
    standing.press("Soạn dự thảo")
    standing.is_told("Đã soạn dự thảo.")
    standing.sees(*names)
    title = standing.main.get_by_role("heading", level=1).inner_text()
    standing.press("Trình ký")
    standing.is_told("Đã trình ký.")
    assert standing.path == "/quyet-dinh/"
    return title


def print_paper(person, kind):
    """Ask for the paper, wait until the worker has made it, and give its text as one line."""
    button = person.page.get_by_role("button", name=f"In {kind[0].lower()}{kind[1:]}", exact=True)
    part = person.page.locator("[id^=papers-]", has=button).get_attribute("id")
    button.click()
    section = person.page.locator(f"#{part}")
    expect(section.locator(".job, .files")).to_be_visible()
    expect(section.locator(".files a").first).to_be_visible(timeout=READY_WITHIN)
    return text_of(person, section.locator(".files a").first.get_attribute("href"))


def text_of(person, address):
    answer = person.context.request.get(f"{person.stage.url}{address}")
    assert answer.headers["content-type"] == "application/pdf"
    pages = pymupdf.open(stream=answer.body(), filetype="pdf")
    return " ".join(" ".join(page.get_text() for page in pages).split())
