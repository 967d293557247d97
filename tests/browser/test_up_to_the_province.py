"""What a council passes and the province decides: both ways up, by territory and by sector."""

import pytest

from tests.browser import councils, dossiers

pytestmark = pytest.mark.browser

DAY, TODAY = "2026-11-20", "20/11/2026"
CERTIFICATE = "Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh (cấp tỉnh quyết định)"
PLAN = "Phát hiện, bồi dưỡng và nhân rộng điển hình tiên tiến giai đoạn 2026-2030 trên địa bàn xã Vĩnh Bình"
OF_2026 = {"Năm xét": "2026", "Thành tích từ ngày": "01/01/2026", "Đến hết ngày": "31/10/2026"}
LOCAL = (
    "Đặng Quốc Thái, Phó Trưởng phòng Văn hóa - Xã hội",
    "Huỳnh Thị Mai Khanh, Hiệu trưởng Trường Trung học cơ sở Vĩnh Bình",
)
PROVINCIAL = (
    "Dương Tấn Lộc, Giám đốc Sở Khoa học và Công nghệ",
    "Phùng Thị Mỹ Hạnh, Chủ tịch Hội Liên hiệp Phụ nữ tỉnh",
)
OF_THE_DEPARTMENT = ("Lâm Quốc Khải, Phó Giám đốc", "Châu Thị Bé Sáu, Chủ tịch Công đoàn ngành")


def test_what_the_commune_passed_is_rewarded_by_the_province(enter, tmp_path):
    officer, head, standing = enter("canbo"), enter("thutruong"), enter("thuongtruc")
    named = {"Cá nhân": "Lê Thị Mộng Cầm", "Tập thể": "Tổ tự quản đường hoa ấp Hòa Bình"}
    file, names = dossiers.minutes_file(tmp_path), list(named.values())
    for kind, name in named.items():
        how = {"award": CERTIFICATE, "plan": PLAN, "office": "xã Vĩnh Bình", **OF_2026}
        dossiers.bring_to_appraisal(officer, head, standing, kind, name, file, **how)
    tellers = zip(LOCAL, (enter("uyvien1"), enter("uyvien2")), strict=True)
    councils.hold(standing, list(tellers), names, "Xét đề nghị tặng Bằng khen", TODAY, ballots=13)
    title = "Đề nghị tặng Bằng khen đợt tháng 11/2026"
    paper = councils.send_up(standing, enter("chutich"), enter("vanthu"), title, names)
    assert "ỦY BAN NHÂN DÂN XÃ VĨNH BÌNH" in paper

    above = enter("thuongtruc.tinh")
    it_came(above, title, "Ủy ban nhân dân xã Vĩnh Bình gửi Ủy ban nhân dân tỉnh Đồng Tháp")
    the_province_rewards(enter, above, names)
    for name in names:
        officer.go(f"/so-khen-thuong/?q={name}")
        officer.sees(name, "Bằng khen", TODAY)


def it_came(above, title, who_to_whom):
    above.go("/to-trinh/?direction=den")
    above.follow(title)
    above.sees("Đến", who_to_whom)


def the_province_rewards(enter, above, names):
    """Its standing office takes the dossiers in; its council, chairman and clerk do the rest."""
    for name in names:
        dossiers.receive(above, name)
        dossiers.appraise(above, name)
    tellers = zip(PROVINCIAL, (enter("uyvien2.tinh"), enter("uyvien3.tinh")), strict=True)
    councils.hold(above, list(tellers), names, "Xét tặng Bằng khen của Chủ tịch tỉnh", TODAY, ballots=7)
    above.go("/")
    above.sees("Đã thông qua, chờ soạn quyết định hoặc tờ trình", *names)
    decision = councils.draft_decision(above, names)
    councils.move(enter("chutich.tinh"), "/quyet-dinh/", "Ký quyết định", "Đã ký.", name=decision)
    clerk = enter("vanthu.tinh")
    councils.move(
        clerk, "/quyet-dinh/", "Cấp số, ban hành", "Đã cấp số và ban hành.", name=decision, asks=True
    )
    clerk.follow(decision)
    paper = councils.print_paper(clerk, "Quyết định")
    assert all(text in paper for text in (*names, "ỦY BAN NHÂN DÂN TỈNH ĐỒNG THÁP", "Quách Trung Kiên"))


def test_a_school_sends_its_dossier_up_by_sector(enter, tmp_path):
    officer, head, standing = enter("canbo.truong"), enter("thutruong.truong"), enter("thuongtruc.so")
    name, office = "Trần Thị Thanh Thảo", "Sở Giáo dục và Đào tạo tỉnh Đồng Tháp"
    teacher = {"Chức vụ, nghề nghiệp": "Giáo viên", "Tuyến trình": f"Theo ngành: {office}", **OF_2026}
    dossiers.begin(officer, "Cá nhân", name, CERTIFICATE, PLAN)
    dossiers.write(officer, "Cá nhân", **teacher)
    dossiers.attach(officer, dossiers.minutes_file(tmp_path))
    dossiers.propose(officer)
    dossiers.submit(head, name, office)
    dossiers.receive(standing, name)
    dossiers.appraise(standing, name)
    tellers = zip(OF_THE_DEPARTMENT, (enter("uyvien1.so"), enter("uyvien2.so")), strict=True)
    councils.hold(standing, list(tellers), [name], "Xét đề nghị của ngành", TODAY, ballots=4)
    title = "Đề nghị tặng Bằng khen cho nhà giáo"
    paper = councils.send_up(standing, enter("chutich.so"), enter("vanthu.so"), title, [name])
    assert all(text in paper for text in ("SỞ GIÁO DỤC VÀ ĐÀO TẠO", "01/TTr-SGDĐT", "Hà Minh Triết"))

    above, commune = enter("thuongtruc.tinh"), enter("thuongtruc")
    it_came(above, title, "Sở Giáo dục và Đào tạo gửi Ủy ban nhân dân tỉnh Đồng Tháp")
    dossiers.receive(above, name)
    commune.go(f"/ho-so/?q={name}")
    commune.sees_no(name)
