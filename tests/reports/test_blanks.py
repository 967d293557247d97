"""Blanks and printers: a new one, laying it out, its picture, its test page."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from PIL import Image

from reports.certificates.content import SAMPLE
from reports.models import Blank, BlankMode, Printer
from tests.factories import BlankFactory, PrinterFactory
from tests.reports.pages import lines, pages_of

MM = 72 / 25.4


@pytest.fixture
def blank(place):
    return BlankFactory(unit=place.district, mode=BlankMode.OVERPRINT)


@pytest.fixture
def signed_in(client, clerk):
    client.force_login(clerk)
    return client


def at(blank, name="blank"):
    return reverse(f"reports:{name}", args=[blank.pk])


def posted(blank, changes=None, **head):
    """What the editor sends: all fields as they are, but for `changes` ({kind: {column: value}})."""
    data = {f"blank-{name}": value for name, value in ({"name": blank.name} | head).items()}
    for field in blank.fields.all():
        row = {
            name: getattr(field, name)
            for name in ("x", "y", "width", "size", "min_size", "lines", "style", "align", "colour")
        }
        row |= {name: "on" for name in ("shown", "capitals") if getattr(field, name)}
        row |= (changes or {}).get(field.kind, {})
        data |= {f"{field.kind}-{name}": value for name, value in row.items()}
    return data


@pytest.mark.parametrize(
    ("mode", "sheet", "shown", "hidden"),
    [("full", "a4", "nation", None), ("overprint", "a3", "name", "nation")],
)
def test_a_new_blank_can_be_printed_at_once(signed_in, place, mode, sheet, shown, hidden):
    response = signed_in.post(
        reverse("reports:blank-new"), {"name": "Phôi mới", "mode": mode, "sheet": sheet}
    )
    blank = Blank.objects.get()

    assert (response["Location"], blank.unit) == (at(blank), place.district)
    assert blank.fields.get(kind=shown).shown
    assert not hidden or not blank.fields.get(kind=hidden).shown
    assert blank.fields.filter(kind="emblem").exists() == (mode == "full")


def test_an_office_has_one_blank_of_a_name(signed_in, blank):
    response = signed_in.post(
        reverse("reports:blank-new"), {"name": blank.name, "mode": "full", "sheet": "a4"}
    )

    assert (response.status_code, Blank.objects.count()) == (422, 1)
    assert response.context["form"].errors["name"] == ["Cơ quan đã có tên này. Hãy đặt tên khác."]


def test_numbers_that_were_typed_move_a_field(signed_in, blank):
    changes = {"name": {"x": "31.5", "y": "97", "size": "20", "align": "left"}}
    response = signed_in.post(at(blank), posted(blank, changes, name="Tên khác"))
    field = blank.fields.get(kind="name")
    blank.refresh_from_db()

    assert response.status_code == 302
    assert (float(field.x), float(field.y), float(field.size), field.align) == (31.5, 97, 20, "left")
    assert blank.name == "Tên khác"


@pytest.mark.parametrize(
    ("kind", "row", "column"),
    [
        ("name", {"x": "100", "width": "240"}, "width"),
        ("signer", {"y": "250"}, "y"),
        ("name", {"size": "12", "min_size": "15"}, "min_size"),
        ("qr", {"x": "-3"}, "x"),
        ("name", {"size": "500"}, "size"),
    ],
)
def test_a_field_off_the_sheet_or_of_no_size_is_refused(signed_in, blank, kind, row, column):
    response = signed_in.post(at(blank), posted(blank, {kind: row}))
    (faulty,) = [form for form in response.context["rows"] if form.errors]

    assert response.status_code == 422
    assert (faulty.instance.kind, list(faulty.errors)) == (kind, [column])


def test_the_editor_asks_as_much_for_many_fields_as_for_few(signed_in, blank):
    with CaptureQueriesContext(connection) as queries:
        signed_in.get(at(blank))

    assert len(queries) <= 15


# --- Picture -----------------------------------------------------------------------------------------


def picture(kind="PNG", size=(2400, 1700)):
    content = BytesIO()
    exif = Image.Exif()
    exif[0x010E] = "Ghi chú kín"
    Image.new("RGB", size, "ivory").save(content, kind, exif=exif)
    return content.getvalue()


def sent(content, name="phoi.png"):
    return SimpleUploadedFile(name, content)


def test_a_picture_is_written_anew_and_shown_to_the_office_alone(signed_in, blank, stranger):
    signed_in.post(at(blank), posted(blank, picture=sent(picture())))
    blank.refresh_from_db()

    content = b"".join(signed_in.get(at(blank, "blank-picture")).streaming_content)
    with Image.open(BytesIO(content)) as shown:
        assert (shown.format, shown.size) == ("JPEG", (2000, 1417))
        assert not shown.getexif()
    assert at(blank, "blank-picture") in signed_in.get(at(blank)).text

    signed_in.force_login(stranger)
    assert signed_in.get(at(blank, "blank-picture")).status_code == 404


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("phoi.png", b"%PDF-1.7 no picture"),
        ("phoi.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>"),
        ("phoi.png", picture()[:8] + b"\0" * 400),
        ("phoi.jpg", b"\xff\xd8\xff\xe0" + b"\0" * 400),
    ],
)
def test_what_is_no_picture_is_refused(signed_in, blank, name, content):
    response = signed_in.post(at(blank), posted(blank, picture=sent(content, name)))

    assert response.status_code == 422
    assert list(response.context["head"].errors) == ["picture"]


def test_a_picture_that_unpacks_to_billions_of_points_is_refused(signed_in, blank):
    content = BytesIO()
    Image.new("1", (12_000, 12_000)).save(content, "PNG")

    response = signed_in.post(at(blank), posted(blank, picture=sent(content.getvalue())))

    assert response.context["head"].errors["picture"] == [
        "Ảnh quá lớn. Hãy thu nhỏ còn dưới 60 triệu điểm ảnh rồi gửi lại."
    ]


def test_a_picture_gives_way_to_the_next_and_goes_with_the_blank(
    signed_in, blank, settings, django_capture_on_commit_callbacks
):
    def files():
        return [path for path in settings.MEDIA_ROOT.rglob("*") if path.is_file()]

    with django_capture_on_commit_callbacks(execute=True):
        signed_in.post(at(blank), posted(blank, picture=sent(picture())))
    first = files()
    with django_capture_on_commit_callbacks(execute=True):
        signed_in.post(at(blank), posted(blank, picture=sent(picture("JPEG", (300, 200)), "moi.jpg")))
    second = files()
    with django_capture_on_commit_callbacks(execute=True):
        signed_in.post(at(blank, "blank-delete"))

    assert (len(first), len(second), first == second) == (1, 1, False)
    assert (files(), Blank.objects.count()) == ([], 0)


def test_the_same_picture_sent_again_is_kept(signed_in, blank, django_capture_on_commit_callbacks):
    for _again in range(2):
        with django_capture_on_commit_callbacks(execute=True):
            signed_in.post(at(blank), posted(blank, picture=sent(picture())))

    assert signed_in.get(at(blank, "blank-picture")).status_code == 200


# --- Test page and printers --------------------------------------------------------------------------


def test_the_test_page_has_long_texts_and_a_grid_and_moves_with_the_printer(signed_in, blank, place):
    printer = PrinterFactory(unit=place.district, dx=3, dy=-2)
    straight, moved = (
        pages_of(signed_in.get(at(blank, "blank-test"), query).content)[0]
        for query in ({}, {"printer": printer.pk})
    )
    by_name = [
        next(line for line in lines(page) if line.text == SAMPLE["name"]) for page in (straight, moved)
    ]

    assert (by_name[1].left - by_name[0].left) / MM == pytest.approx(3, abs=0.05)
    assert (by_name[1].baseline - by_name[0].baseline) / MM == pytest.approx(-2, abs=0.05)
    numbers = {row.text for row in lines(straight) if row.text.isdigit()}
    assert {"10", "100", "290"} <= numbers


def test_the_printer_of_another_office_is_not_found(signed_in, blank, place):
    foreign = PrinterFactory(unit=place.foreign)

    assert signed_in.get(at(blank, "blank-test"), {"printer": foreign.pk}).status_code == 404


def printers(*rows, initial=0):
    data = {"printers-TOTAL_FORMS": len(rows), "printers-INITIAL_FORMS": initial}
    for number, row in enumerate(rows):
        data |= {f"printers-{number}-{name}": value for name, value in row.items()}
    return data


def test_printers_are_added_changed_and_taken_away(signed_in, place):
    old = PrinterFactory(unit=place.district, name="Máy cũ")
    gone = PrinterFactory(unit=place.district, name="Máy hỏng")
    rows = [
        {"id": old.pk, "name": "Máy cũ", "dx": "1.5", "dy": "-0.5"},
        {"id": gone.pk, "name": "Máy hỏng", "dx": "0", "dy": "0", "DELETE": "on"},
        {"name": "Máy mới", "dx": "0", "dy": "2"},
    ]

    response = signed_in.post(reverse("reports:printers"), printers(*rows, initial=2))

    assert response.status_code == 302
    found = Printer.objects.filter(unit=place.district).values_list("name", "dx", "dy")
    assert {name: (float(dx), float(dy)) for name, dx, dy in found} == {
        "Máy cũ": (1.5, -0.5),
        "Máy mới": (0, 2),
    }


@pytest.mark.parametrize(
    ("row", "column"),
    [({"name": "Máy A", "dx": "25", "dy": "0"}, "dx"), ({"name": "Máy B", "dx": "0", "dy": "0"}, "name")],
)
def test_an_offset_beyond_the_sheet_or_a_name_twice_is_refused(signed_in, place, row, column):
    PrinterFactory(unit=place.district, name="Máy B")
    rows = [{"id": Printer.objects.get().pk, "name": "Máy B", "dx": "0", "dy": "0"}, row]

    response = signed_in.post(reverse("reports:printers"), printers(*rows, initial=1))

    assert response.status_code == 422
    assert list(response.context["rows"][1].errors) == [column]
