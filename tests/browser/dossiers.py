"""What people do with a dossier in the browser, step by step; each leaves the person on a list."""

import re

import pymupdf
from playwright.sync_api import expect

PLAN = "Xây dựng và nhân rộng điển hình tiên tiến giai đoạn 2021-2025"
CERTIFICATE = "Giấy khen của Chủ tịch Ủy ban nhân dân cấp huyện (cấp huyện quyết định)"
OFFICE = "huyện Gò Công Tây"
DRAFTS = "/ho-so/?status=draft&sort=name"
WAITING = "/ho-so/?status=waiting"
SUMMARY = "Đã có thành tích vận động Nhân dân hiến đất làm đường"
ACHIEVEMENTS = "Vận động 32 hộ hiến 1.450 m2 đất làm 2,1 km đường ấp."
PROPOSAL = {
    "Loại hình khen thưởng": "Phong trào thi đua",
    "Năm xét": "2024",
    "Thành tích từ ngày": "01/01/2024",
    "Đến hết ngày": "31/10/2024",
    "Lĩnh vực": "Nông nghiệp, nông thôn",
    "Tóm tắt thành tích ghi trong quyết định": SUMMARY,
    "Thành tích đạt được": ACHIEVEMENTS,
}
FACTS = {
    "Cá nhân": {
        "Giới tính": "Nữ",
        "Chức vụ, nghề nghiệp": "Nông dân",
        "Nơi công tác hoặc nơi ở": "ấp Thạnh Lợi, xã Thạnh Nhựt",
        "Nhóm": "Người trực tiếp lao động, công tác",
    },
    "Tập thể": {"Loại tập thể": "Tổ, nhóm, câu lạc bộ, mô hình", "Tổng số người": "24", "Trong đó nữ": "11"},
    "Hộ gia đình": {"Số nhân khẩu": "5", "Ấp, khu phố, thôn": "ấp Hòa Bình"},
}


def minutes_file(folder):
    """A PDF such as an office scans."""
    paper, path = pymupdf.open(), folder / "bien-ban-binh-xet.pdf"
    paper.new_page().insert_text((72, 72), "Bien ban binh xet")
    paper.save(path)
    return path


def begin(officer, kind, name, award=CERTIFICATE, plan=PLAN):
    """From the list of drafts to the page on which the new dossier is written."""
    officer.go(DRAFTS)
    officer.follow("Lập hồ sơ")
    officer.tick(kind)
    officer.fill({"Trong kế hoạch": plan, "Tìm đối tượng đã có": name})
    expect(officer.field("Tên đối tượng mới")).to_have_value(name)
    officer.fill({"Danh hiệu, hình thức đề nghị": award})
    officer.press("Lập hồ sơ")
    officer.is_told("Đã lập hồ sơ.")


def write(officer, kind, **proposal):
    """Fill in all that the dossier needs but its files."""
    officer.fill(FACTS[kind] | PROPOSAL | proposal)
    for points in officer.all_of(officer.page.locator("input[data-points]")):
        points.fill("10")


def attach(officer, file):
    officer.fill({"Loại tài liệu": "Biên bản bình xét"})
    officer.field("Tệp").set_input_files(file)
    officer.press("Lưu và tải tệp lên")
    officer.is_told("Đã thêm tệp vào hồ sơ.")


def propose(officer):
    officer.press("Kiểm tra để trình")
    officer.sees("Hồ sơ đủ các mục bắt buộc.")
    officer.press("Chuyển thủ trưởng")
    officer.is_told("Đã chuyển hồ sơ cho thủ trưởng.")


def submit(head, name, office=OFFICE):
    head.go(WAITING)
    head.follow(name)
    head.follow("Kiểm tra và trình")
    head.press(f"Trình {office}")
    head.is_told("Đã trình hồ sơ.")
    assert head.path == WAITING


def receive(standing, name):
    standing.go(WAITING)
    standing.follow(name)
    standing.press("Tiếp nhận")
    standing.is_told("Đã tiếp nhận hồ sơ.")
    assert standing.path == WAITING


def give_back(standing, name, requests):
    """`requests` is {label of the part: what to mend}."""
    standing.go(WAITING)
    standing.follow(name)
    standing.follow("Trả lại để bổ sung")
    standing.fill(requests)
    standing.press("Trả lại hồ sơ")
    standing.is_told("Đã trả hồ sơ kèm nội dung cần bổ sung.")
    assert standing.path == WAITING


def appraise(standing, name):
    standing.go(WAITING)
    standing.follow(name)
    standing.follow("Ghi ý kiến thẩm định")
    standing.tick("Đủ điều kiện, trình Hội đồng xét")
    standing.fill({"Ý kiến thẩm định": "Đủ thành phần, đúng đối tượng, thành tích có xác nhận."})
    standing.press("Ghi kết luận")
    standing.is_told("Đã ghi kết luận thẩm định.")


def bring_to_appraisal(
    officer, head, standing, kind, name, file, award=CERTIFICATE, plan=PLAN, office=OFFICE, **proposal
):
    """The short path: nothing is wrong with the dossier, and nobody sends it back."""
    begin(officer, kind, name, award, plan)
    write(officer, kind, **proposal)
    attach(officer, file)
    propose(officer)
    submit(head, shown(kind, name), office)
    receive(standing, shown(kind, name))
    appraise(standing, shown(kind, name))


def shown(kind, name):
    return f"Hộ {name}" if kind == "Hộ gia đình" else name


def saved_itself(officer):
    expect(officer.page.locator("[data-autosave-status]")).to_contain_text(
        re.compile(r"Đã lưu lúc \d\d:\d\d")
    )
