"""The main job, each role at a browser of its own: from an empty dossier to the printed decision."""

import pytest
from playwright.sync_api import expect

from tests.browser import councils, dossiers

pytestmark = pytest.mark.browser

DAY = "2024-11-15"
PERSON, HOUSEHOLD, COLLECTIVE = "Lê Thị Mộng Cầm", "Trần Văn Chín Bảy", "Tổ tự quản đường hoa ấp Hòa Bình"
NAMES = {PERSON: "Cá nhân", f"Hộ {HOUSEHOLD}": "Hộ gia đình", COLLECTIVE: "Tập thể"}
TELLERS = (
    "Đặng Quốc Thái, Trưởng phòng Văn hóa và Thông tin",
    "Huỳnh Thị Mai Khanh, Trưởng phòng Giáo dục và Đào tạo",
)
REQUESTS = {"Tóm tắt thành tích": "Nêu chiều dài đoạn đường.", "Thành tích đạt được": "Ghi trị giá đất hiến."}
MENDED = {
    "Tóm tắt thành tích": f"{dossiers.SUMMARY} dài 2,1 km",
    "Thành tích đạt được": f"{dossiers.ACHIEVEMENTS} Trị giá 850 triệu đồng.",
}


def test_from_an_empty_nomination_to_the_printed_decision(enter, tmp_path):
    officer, head, standing = enter("canbo"), enter("thutruong"), enter("thuongtruc")
    file = dossiers.minutes_file(tmp_path)
    a_draft_survives_a_reload(officer, file)
    dossiers.propose(officer)
    assert officer.path == dossiers.DRAFTS
    dossiers.submit(head, PERSON)
    dossiers.receive(standing, PERSON)
    dossiers.give_back(standing, PERSON, REQUESTS)
    the_officer_mends_what_was_asked(officer)
    dossiers.submit(head, PERSON)
    dossiers.receive(standing, PERSON)
    both_see_what_changed(head, standing)
    dossiers.appraise(standing, PERSON)
    for kind, name in (("Hộ gia đình", HOUSEHOLD), ("Tập thể", COLLECTIVE)):
        dossiers.bring_to_appraisal(officer, head, standing, kind, name, file)

    members = [enter("uyvien1"), enter("uyvien2")]
    councils.prepare_session(standing, list(NAMES))
    members_score_without_seeing_each_other(*members)
    councils.take_attendance(standing, TELLERS)
    two_tellers_count(*members)
    minutes_and_tally_are_printed(standing)

    decision = councils.draft_decision(standing, list(NAMES))
    chairman, clerk = enter("chutich"), enter("vanthu")
    councils.move(chairman, "/quyet-dinh/", "Ký quyết định", "Đã ký.", name=decision)
    councils.move(
        clerk, "/quyet-dinh/", "Cấp số, ban hành", "Đã cấp số và ban hành.", name=decision, asks=True
    )
    the_register_names_all_three(officer)
    the_decision_is_printed(clerk, decision)


def a_draft_survives_a_reload(officer, file):
    dossiers.begin(officer, "Cá nhân", PERSON)
    dossiers.write(officer, "Cá nhân")
    dossiers.saved_itself(officer)
    officer.page.reload()
    expect(officer.field("Thành tích đạt được")).to_have_value(dossiers.ACHIEVEMENTS)
    expect(officer.field("Chức vụ, nghề nghiệp")).to_have_value("Nông dân")
    expect(officer.page.locator("[data-total]")).to_have_text("50")
    dossiers.attach(officer, file)


def the_officer_mends_what_was_asked(officer):
    officer.go(dossiers.WAITING)
    officer.follow(PERSON)
    officer.sees(*REQUESTS.values())
    officer.follow("Sửa")
    officer.sees(*(f"Cần sửa: {request}" for request in REQUESTS.values()))
    officer.fill(MENDED)
    dossiers.propose(officer)
    assert officer.path == dossiers.WAITING


def both_see_what_changed(*people):
    for person in people:
        person.go(f"/ho-so/?q={PERSON}")
        person.follow(PERSON)
        person.follow("đã sửa gì so với lần trước")
        expect(person.main.locator(".as-typed ins")).to_contain_text(
            ["dài 2,1 km", "Trị giá 850 triệu đồng."]
        )


def members_score_without_seeing_each_other(first, second):
    councils.score(first, PERSON, 12, "Việc làm thiết thực.")
    councils.open_sheet(second, PERSON)
    second.sees_no("Việc làm thiết thực.")
    councils.score(second, PERSON, 9, "Nên nhân rộng.")
    councils.open_sheet(second, PERSON)
    second.sees("Việc làm thiết thực.", "60 điểm", "45 điểm")


def two_tellers_count(first, second):
    councils.count(first, (11, 11, 10, 0), dict.fromkeys(NAMES, (10, 0)))
    first.sees("Hợp lệ và không hợp lệ cộng lại là 10, phải bằng 11 phiếu thu vào.")
    councils.count(first, (11, 11, 10, 1), dict.fromkeys(NAMES, (10, 0)))
    first.is_told("Đã ghi số phiếu.")
    councils.confirm_count(second)
    second.go("/hoi-dong/")
    second.follow(councils.SESSION)
    second.sees("10/13", "76,9%", "Cần 7 phiếu", "Thông qua")


def minutes_and_tally_are_printed(standing):
    councils.move(
        standing,
        "/hoi-dong/",
        "Kết thúc phiên họp",
        "Đã kết thúc phiên họp.",
        name=councils.SESSION,
        asks=True,
    )
    standing.follow(councils.SESSION)
    tally = councils.print_paper(standing, "Biên bản kiểm phiếu")
    minutes = councils.print_paper(standing, "Biên bản họp")
    assert all(name in tally and name in minutes for name in NAMES)
    assert "Nên nhân rộng." in minutes


def the_register_names_all_three(officer):
    for name in NAMES:
        officer.go(f"/so-khen-thuong/?q={name.removeprefix('Hộ ')}")
        officer.sees(name, "Giấy khen", "15/11/2024")
    officer.follow(COLLECTIVE)
    officer.sees("01/01/2024 – 31/10/2024")


def the_decision_is_printed(clerk, decision):
    clerk.go("/quyet-dinh/")
    clerk.follow(decision)
    paper = councils.print_paper(clerk, "Quyết định")
    assert all(name in paper for name in (PERSON, HOUSEHOLD, COLLECTIVE))
    assert "QUYẾT ĐỊNH" in paper
    assert "Lê Hoàng Tấn" in paper
