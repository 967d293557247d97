"""Files as offices send them: titles above the header, empty rows, decomposed letters, spaces at the end."""

import datetime
import io
import unicodedata

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from openpyxl import Workbook, load_workbook
from openpyxl.styles import Font

from organizations.models import Post, Role, Unit, User
from organizations.sheets import MOST_ROWS
from tests.factories import LONG_AGO, PASSWORD, PostFactory, UnitFactory, UserFactory

UNIT_HEADER = ["Mã", "Tên đơn vị", "Loại", "Mã đơn vị cấp trên", "Tồn tại từ ngày", "Có Hội đồng"]
ACCOUNT_HEADER = ["Tên đăng nhập", "Họ và tên", "Mã đơn vị", "Vai trò", "Chức vụ", "Từ ngày", "Mật khẩu tạm"]


def workbook(*rows, name="tep.xlsx"):
    book = Workbook()
    for row in rows:
        book.active.append(row)
    content = io.BytesIO()
    book.save(content)
    return SimpleUploadedFile(name, content.getvalue())


def csv(*rows, encoding="utf-8", delimiter=";"):
    text = "\r\n".join(delimiter.join(row) for row in rows)
    return SimpleUploadedFile("tep.csv", text.encode(encoding))


@pytest.fixture
def preview(client, administrator):
    """preview(model, file): the answer to a file sent in."""
    client.force_login(administrator)

    def send(model, file):
        address = reverse(f"admin:organizations_{model}_import")
        return client.post(address, {"import_file": file, "resource": "0"})

    return send


@pytest.fixture
def confirm(client):
    """confirm(model, response): press “Nhập” on the preview."""

    def press(model, response):
        data = response.context["confirm_form"].initial
        return client.post(reverse(f"admin:organizations_{model}_process_import"), data, follow=True)

    return press


def faults(response):
    """{row of the file: {column: sentences}} as the preview shows them."""
    rows = response.context["result"].invalid_rows
    return {row.number: row.field_specific_errors for row in rows}


def names(response):
    return [row.row_values["Tên đơn vị"] for row in response.context["result"].valid_rows()]


def test_units_are_shown_first_and_written_only_on_confirmation(preview, confirm, place):
    file = workbook(
        ["ỦY BAN NHÂN DÂN HUYỆN GÒ THỬ"],
        ["DANH SÁCH ĐƠN VỊ"],
        [],
        UNIT_HEADER,
        [
            "X9",
            unicodedata.normalize("NFD", " xã  Hòa Thử "),
            "Xã",
            place.district.code,
            datetime.date(2020, 1, 1),
        ],
        [None, None],
        ["A9", "ấp Mới", "ấp", "X9", "05/02/2020", None],
    )

    response = preview("unit", file)
    assert [row.import_type for row in response.context["result"].valid_rows()] == ["new", "new"]
    assert not Unit.objects.filter(code="X9").exists()

    confirm("unit", response)
    commune, hamlet = Unit.objects.get(code="X9"), Unit.objects.get(code="A9")
    assert (commune.name, commune.kind, commune.starts_on) == (
        "xã Hòa Thử",
        "commune",
        datetime.date(2020, 1, 1),
    )
    assert Unit.objects.get_parent(commune) == place.district
    assert Unit.objects.get_parent(hamlet) == commune
    assert Unit.objects.find_problems() == ([], [], [], [], [])


def test_a_known_code_changes_that_unit_and_shows_before_and_after(preview, confirm, place):
    row = [place.hamlet.code, "ấp Thử Hai", "ấp", place.commune.code, "01/01/2015"]

    response = preview("unit", workbook(UNIT_HEADER[:5], row))
    confirm("unit", response)

    diff = response.context["result"].valid_rows()[0].diff
    assert diff[1] == ("ấp Thử", "ấp Thử Hai")
    place.hamlet.refresh_from_db()
    assert (place.hamlet.name, place.hamlet.search_text.split()[:2]) == ("ấp Thử Hai", ["ap", "thu"])


def test_every_fault_names_its_row_and_column(preview, place):
    file = workbook(
        ["Phụ lục"],
        UNIT_HEADER,
        ["X1", "xã Một", "làng", "KHONGCO", "31/02/2020"],
        ["X2", "", "xã", place.district.code, "01/01/2020", "chắc có"],
        ["X2", "xã Hai", "xã", place.district.code, "01/01/2020"],
    )

    found = faults(preview("unit", file))

    assert {row: set(columns) for row, columns in found.items()} == {
        3: {"Loại", "Mã đơn vị cấp trên", "Tồn tại từ ngày"},
        4: {"Tên đơn vị", "Có Hội đồng"},
        5: {"Mã"},
    }
    assert found[3]["Tồn tại từ ngày"] == [
        "“31/02/2020” không phải là ngày. Hãy ghi ngày/tháng/năm, ví dụ 05/09/2024."
    ]
    assert found[3]["Mã đơn vị cấp trên"][0].startswith("Không có đơn vị nào mang mã “KHONGCO”.")
    assert found[5]["Mã"] == ["Trùng với dòng 4 trong tệp."]


def test_a_unit_does_not_move_by_a_file(preview, place):
    row = [place.hamlet.code, "ấp Thử", "ấp", place.sister.code, "01/01/2015"]

    found = faults(preview("unit", workbook(UNIT_HEADER[:5], row)))

    assert found == {
        2: {
            "Mã đơn vị cấp trên": [
                "Đơn vị này đang thuộc cấp trên khác. Hãy đổi cấp trên tại trang của đơn vị."
            ]
        }
    }


def test_what_became_wrong_since_the_preview_writes_nothing(preview, confirm, place):
    rows = [
        ["X1", "xã Một", "xã", place.district.code, "01/01/2020"],
        ["X2", "ấp", "ấp", "DVTAM", "01/01/2020"],
    ]
    passing = UnitFactory(parent=place.district, code="DVTAM")

    response = preview("unit", workbook(UNIT_HEADER[:5], *rows))
    Unit.objects.filter(pk=passing.pk).delete()
    answer = confirm("unit", response)

    assert not Unit.objects.filter(code__in=["X1", "X2"]).exists()
    assert "chưa nhập dòng nào" in answer.content.decode()


def test_a_second_press_imports_nothing_twice_and_says_so(preview, confirm, place):
    response = preview("unit", workbook(UNIT_HEADER[:5], ["X1", "xã Một", "xã", "", "01/01/2020"]))
    confirm("unit", response)

    answer = confirm("unit", response)

    assert answer.redirect_chain == [(reverse("admin:organizations_unit_changelist"), 302)]
    assert "Tệp này đã được nhập hoặc bản xem trước đã hết hạn." in answer.content.decode()
    assert Unit.objects.filter(code="X1").count() == 1


@pytest.mark.parametrize("name", ["khong-co", "..", "/etc/passwd", "x" * 300])
def test_a_name_that_is_no_preview_is_answered_alike(preview, client, place, name):
    response = preview("unit", workbook(UNIT_HEADER[:5], ["X1", "xã Một", "xã", "", "01/01/2020"]))
    data = response.context["confirm_form"].initial | {"import_file_name": name}

    answer = client.post(reverse("admin:organizations_unit_process_import"), data)

    assert answer.url == reverse("admin:organizations_unit_changelist")
    assert not Unit.objects.filter(code="X1").exists()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_csv_is_read_in_the_encodings_that_can_be_told_apart(preview, place, encoding, delimiter):
    file = csv(
        UNIT_HEADER[:5], ["X1", "xã Một", "xã", "", "1/1/2020"], encoding=encoding, delimiter=delimiter
    )

    response = preview("unit", file)

    assert names(response) == ["xã Một"]


OLD_ROWS = [
    b"M\xb7;T\xaan \xae\xacn v\xde;Lo\xb9i;T\xe5n t\xb9i t\xf5 ng\xb5y",
    b"X1;x\xb7 \xa7\xabng Th\xb9nh;x\xb7;1/1/2020",
]


def test_csv_from_before_unicode_is_rewritten_and_says_so(preview, place):
    response = preview("unit", SimpleUploadedFile("tep.csv", b"\r\n".join(OLD_ROWS)))

    assert names(response) == ["xã Đông Thạnh"]
    assert "Chữ trong tệp theo bảng mã TCVN3 (ABC)" in response.text


def test_old_rows_pasted_under_our_header_are_rewritten(preview, place):
    header = UNIT_HEADER[:3] + UNIT_HEADER[4:5]

    response = preview("unit", workbook(header, ["X1", "aáp Bình Ñoâng", "xaõ", "1/1/2020"]))

    assert names(response) == ["ấp Bình Đông"]


def test_csv_in_an_encoding_that_nobody_knows_is_refused_with_a_way_out(preview, place):
    response = preview("unit", SimpleUploadedFile("tep.csv", "Mã;日本".encode("euc-jp", "ignore")))

    [error] = response.context["form"].errors["import_file"]
    assert error.startswith("Không nhận ra bảng mã của tệp CSV này.")


def test_a_header_that_is_repeated_is_no_row(preview, place):
    rows = [[code, f"xã {code}", "xã", "", "1/1/2020", ""] for code in ("X1", "X2")]

    response = preview("unit", workbook(UNIT_HEADER, rows[0], UNIT_HEADER, rows[1]))

    assert names(response) == ["xã X1", "xã X2"]


def test_only_the_sheet_that_one_sees_is_read_and_no_frames_below_it(preview, place):
    book = load_workbook(workbook(UNIT_HEADER, ["X1", "xã Một", "xã", "", "1/1/2020", ""]))
    book.create_sheet("Danh mục", 0).sheet_state = "hidden"
    book.active = 1
    book.worksheets[1].cell(MOST_ROWS + 10, 1).font = Font(bold=True)
    content = io.BytesIO()
    book.save(content)

    response = preview("unit", SimpleUploadedFile("tep.xlsx", content.getvalue()))

    assert response.context["result"].total_rows == 1


@pytest.mark.parametrize(
    ("file", "sentence"),
    [
        (
            SimpleUploadedFile("tep.pdf", b"%PDF-1.7"),
            "Chỉ nhận tệp .xlsx hoặc .csv. Hãy lưu lại dưới dạng đó.",
        ),
        (
            SimpleUploadedFile("tep.xlsx", b"khong phai"),
            "Không mở được tệp Excel này. Hãy mở bằng Excel rồi lưu lại .xlsx.",
        ),
        (SimpleUploadedFile("tep.csv", b""), "Tệp rỗng. Hãy chọn tệp khác."),
    ],
    ids=["kind", "content", "empty"],
)
def test_files_that_are_no_table_are_refused(preview, place, file, sentence):
    response = preview("unit", file)

    assert response.context["form"].errors["import_file"] == [sentence]


def test_a_sheet_with_nothing_in_it_is_answered_in_vietnamese(preview, place):
    response = preview("unit", workbook())

    assert "Tệp không có dòng dữ liệu nào." in response.content.decode()


def test_a_sheet_without_our_header_is_refused(preview, place):
    response = preview("unit", workbook(["STT", "Họ tên"], [1, "Nguyễn Văn Thử"]))

    [error] = response.context["result"].base_errors
    assert str(error.error).startswith("Không tìm thấy dòng tiêu đề có đủ các cột: Mã, Tên đơn vị")
    assert "confirm_form" not in response.context


def test_accounts_come_with_their_posts_and_no_password_but_the_one_given(preview, confirm, client, place):
    rows = [
        [
            "thu.nguyen",
            "Nguyễn Thị Thử",
            place.commune.code,
            "Cán bộ lập hồ sơ",
            "Công chức",
            "01/07/2021",
            PASSWORD,
        ],
        ["thu.nguyen", "Nguyễn Thị Thử", place.commune.code, "văn thư", "Văn thư", "01/07/2021", ""],
        ["mau.tran", "Trần Văn Mẫu", place.commune.code, "thủ trưởng đơn vị", "Chủ tịch", "01/07/2021", ""],
    ]

    confirm("user", preview("user", workbook(ACCOUNT_HEADER, *rows)))

    first, second = User.objects.get(username="thu.nguyen"), User.objects.get(username="mau.tran")
    assert set(first.posts.values_list("role", "unit")) == {
        (Role.OFFICER, place.commune.pk),
        (Role.CLERK, place.commune.pk),
    }
    assert (first.check_password(PASSWORD), second.has_usable_password()) == (True, False)


def test_a_preview_shows_no_password(preview, place):
    row = ["thu.nguyen", "Nguyễn Thị Thử", place.commune.code, "văn thư", "Văn thư", "01/07/2021", PASSWORD]

    response = preview("user", workbook(ACCOUNT_HEADER, row))

    assert PASSWORD not in response.content.decode()


def test_an_account_that_exists_keeps_its_password_and_gets_the_post(preview, confirm, place):
    user = UserFactory(username="co.san", full_name="Lê Thị Có Sẵn")
    post = PostFactory(user=user, unit=place.commune, role=Role.OFFICER, title="Cũ")
    row = [
        "Co.San",
        "Lê Thị Có Sẵn",
        place.commune.code,
        "cán bộ lập hồ sơ",
        "Mới",
        f"{LONG_AGO:%d/%m/%Y}",
        "mật khẩu khác",
    ]

    confirm("user", preview("user", workbook(ACCOUNT_HEADER, row)))

    post.refresh_from_db()
    user.refresh_from_db()
    assert (post.title, Post.objects.filter(user=user).count()) == ("Mới", 1)
    assert (user.username, user.check_password(PASSWORD)) == ("co.san", True)


def test_faults_of_accounts_name_row_and_column(preview, place):
    rows = [
        ["thu nguyen", "", "KHONGCO", "giám đốc", "Công chức", "2021", ""],
        ["thu.hai", "Nguyễn Thị Hai", place.commune.code, "văn thư", "Văn thư", "01/07/2021", "12345"],
        ["thu.ba", "Nguyễn Thị Ba", place.commune.code, "văn thư", "Văn thư", "01/07/2010", ""],
    ]

    found = faults(preview("user", workbook(ACCOUNT_HEADER, *rows)))

    assert {row: set(columns) for row, columns in found.items()} == {
        2: {"Tên đăng nhập", "Họ và tên", "Mã đơn vị", "Vai trò", "Từ ngày"},
        3: {"Mật khẩu tạm"},
        4: {"Từ ngày"},
    }


@pytest.mark.parametrize("model", ["unit", "user"])
def test_the_template_holds_the_columns_that_the_import_reads(preview, client, place, model):
    preview(model, workbook(["x"]))

    response = client.get(reverse(f"admin:organizations_{model}_template"))

    book = load_workbook(io.BytesIO(response.content))
    columns = preview(model, workbook(["x"])).context["columns"]
    assert [cell.value for cell in book["Nhập"][1]] == columns
