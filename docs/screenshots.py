"""Takes the pictures of the docs: plays a little in the demonstration and looks at its pages and papers."""

import os
import tempfile
from pathlib import Path

import django
import pypdfium2
from PIL import Image
from playwright.sync_api import sync_playwright

django.setup()

from django.urls import reverse  # noqa: E402  needs Django set up

from reports.catalogue import ENTRIES, GROUPS  # noqa: E402
from tests.browser import dossiers  # noqa: E402
from tests.browser.conftest import QUIET  # noqa: E402
from tests.browser.stage import Person, Stage  # noqa: E402

DAY = "2026-11-20"
DOCS = Path(__file__).parent
PAPERS = DOCS / "papers"
GUIDES = DOCS / "huong-dan" / "hinh"
PLAN = "Phát hiện, bồi dưỡng và nhân rộng điển hình tiên tiến giai đoạn 2026-2030 trên địa bàn xã Vĩnh Bình"
OFFICE, NAME = "xã Vĩnh Bình", "Lê Thị Mộng Cầm"
WIDTH, COLOURS = 1280, 128
DPI, GREYS = 68, 16  # of the papers
INTRO = """The first page of each paper that the portal prints, as the catalogue (`/quan-tri/mau-van-ban/`)
shows it, with invented people. `script/screenshots` takes these pictures anew."""
REQUESTS = {
    "Tóm tắt thành tích": "Nêu rõ chiều dài đoạn đường.",
    "Thành tích đạt được": "Ghi trị giá phần đất đã hiến và số hộ tham gia.",
}


def main():
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=os.environ["CHROMIUM"], args=QUIET)
        shared = Path(folder) / "shared"
        shared.mkdir()
        stage = Stage(Path(folder) / "portal", shared, DAY, dossiers=320)
        try:
            people = {
                name: Person(browser, stage, name)
                for name in ("canbo", "thutruong", "thuongtruc", "uyvien1", "chutich", "vanthu", "quantri")
            }
            take_all(people, Path(folder))
        finally:
            stage.end_all()


def take_all(people, folder):
    for folder_of_pictures in (GUIDES, DOCS / "images"):
        folder_of_pictures.mkdir(parents=True, exist_ok=True)
    look(people["thuongtruc"], "/", DOCS / "images" / "viec-cua-toi.png", whole=True, height=860)
    a_dossier_is_written_and_returned(people["canbo"], people["thutruong"], people["thuongtruc"], folder)
    a_plan_is_followed(people["canbo"], people["thuongtruc"])
    the_council_works(people["thuongtruc"], people["uyvien1"])
    papers_are_signed(people["chutich"], people["vanthu"])
    look(people["quantri"], "/quan-tri/", GUIDES / "quan-tri.png")
    look(people["quantri"], "/quan-tri/organizations/unit/import/", GUIDES / "quan-tri-nhap-du-lieu.png")
    papers_are_shown(people["quantri"])


def a_dossier_is_written_and_returned(officer, head, standing, folder):
    officer.go("/ho-so/")
    look(officer, "/", GUIDES / "can-bo-viec-cua-toi.png")
    award = "Giấy khen của Chủ tịch Ủy ban nhân dân cấp xã (cấp xã quyết định)"
    dossiers.begin(officer, "Cá nhân", NAME, award=award, plan=PLAN)
    dossiers.write(officer, "Cá nhân")
    officer.fill({"Năm xét": "2026", "Thành tích từ ngày": "01/01/2026", "Đến hết ngày": "31/10/2026"})
    dossiers.attach(officer, dossiers.minutes_file(folder))
    look(officer, officer.path, GUIDES / "can-bo-soan-ho-so.png", height=1000)
    officer.press("Kiểm tra để trình")
    look(officer, officer.path, GUIDES / "can-bo-kiem-tra.png")
    officer.press("Chuyển thủ trưởng")
    look(head, "/", GUIDES / "thu-truong-viec-cua-toi.png")
    head.follow(NAME)
    head.follow("Kiểm tra và trình")
    look(head, head.path, GUIDES / "thu-truong-trinh.png")
    dossiers.submit(head, NAME, office=OFFICE)
    dossiers.receive(standing, NAME)
    standing.follow(NAME)
    look(standing, standing.path, GUIDES / "thuong-truc-tham-dinh.png")
    standing.follow("Trả lại để bổ sung")
    dossiers.give_back(standing, NAME, REQUESTS)
    officer.go(dossiers.WAITING)
    officer.follow(NAME)
    look(officer, officer.path, GUIDES / "can-bo-bi-tra-lai.png")


def a_plan_is_followed(officer, standing):
    standing.go("/ke-hoach/?q=2026-2030")
    standing.main.locator("tbody th a").first.click()
    standing.follow("Bảng tiến độ theo đơn vị, theo mốc")
    look(standing, standing.path, GUIDES / "thuong-truc-tien-do.png", height=1000)
    officer.go("/phan-cong/?mine=co&state=due")
    officer.main.locator("tbody th a").first.click()
    officer.follow("Báo cáo tiến độ")
    look(officer, officer.path, GUIDES / "can-bo-bao-cao-tien-do.png", height=1000)


def the_council_works(standing, member):
    look(standing, "/ho-so/?status=received", GUIDES / "thuong-truc-ho-so.png")
    standing.go("/hoi-dong/?status=convened")
    standing.main.locator("tbody th a").first.click()
    look(standing, standing.path, GUIDES / "thuong-truc-phien-hop.png")
    standing.go("/bao-cao/")
    standing.main.locator("tbody th a").first.click()
    look(standing, standing.path, GUIDES / "thuong-truc-bao-cao.png", height=1000)
    member.go("/hoi-dong/?status=convened")
    member.main.locator("tbody th a").first.click()
    member.follow("Nhận xét hồ sơ")
    look(member, member.path, GUIDES / "uy-vien-danh-sach.png")
    member.main.locator(".tasks a").first.click()
    look(member, member.path, GUIDES / "uy-vien-cham-diem.png", height=900)


def papers_are_signed(chairman, clerk):
    look(chairman, "/", GUIDES / "chu-tich-viec-cua-toi.png")
    chairman.go("/quyet-dinh/?status=for_signature")
    chairman.main.locator("tbody th a").first.click()
    look(chairman, chairman.path, GUIDES / "chu-tich-ky.png")
    chairman.press("Ký quyết định")
    look(clerk, "/", GUIDES / "van-thu-viec-cua-toi.png")
    clerk.go("/quyet-dinh/?status=signed")
    clerk.main.locator("tbody th a").first.click()
    look(clerk, clerk.path, GUIDES / "van-thu-cap-so.png")
    look(clerk, "/so-van-ban/", GUIDES / "van-thu-so-van-ban.png")


def papers_are_shown(administrator):
    """The first page of every paper of the catalogue, and the page of docs/papers that shows them."""
    PAPERS.mkdir(exist_ok=True)
    for old in PAPERS.glob("*.png"):
        old.unlink()
    rows = ["# Papers", "", INTRO]
    group = 0
    for entry in ENTRIES:
        if entry.group != group:
            group = entry.group
            rows += ["", f"## {group}. {GROUPS[group - 1]}", ""]
        address = administrator.stage.url + reverse("reports:catalogue-sample", args=[entry.slug])
        pages = first_page(administrator.context.request.get(address).body(), PAPERS / f"{entry.slug}.png")
        told = f"{entry.label}, {pages} trang" if pages > 1 else entry.label
        rows += [f"![{told}]({entry.slug}.png)", f"*{told}*", ""]
    (PAPERS / "README.md").write_text("\n".join(rows).rstrip() + "\n")


def first_page(content, file):
    """Its picture; how many pages the paper has."""
    with pypdfium2.PdfDocument(content) as paper:
        page = paper[0].render(scale=DPI / 72, grayscale=True).to_pil()
        framed = Image.new("L", (page.width + 2, page.height + 2), 0xB0)
        framed.paste(page, (1, 1))
        framed.quantize(GREYS).save(file, optimize=True)
        return len(paper)


def look(person, path, file, *, whole=False, height=760):
    """A picture of the page below its banner, or of the whole window; at most `height` pixels high."""
    if person.path != path or path == "/":
        person.go(path)
    person.page.wait_for_load_state("networkidle")
    person.page.set_viewport_size({"width": WIDTH, "height": 2400})
    person.page.evaluate("scrollTo(0, 0)")
    top = 0 if whole else person.page.locator(".frame, #main").first.bounding_box()["y"]
    last = person.page.locator("main > *").last.bounding_box()
    height = min(height, last["y"] + last["height"] + 24 - top)
    person.page.screenshot(path=file, clip={"x": 0, "y": top, "width": WIDTH, "height": height})
    Image.open(file).convert("RGB").quantize(COLOURS).save(file, optimize=True)


if __name__ == "__main__":
    main()
