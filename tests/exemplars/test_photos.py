"""Photos of exemplars: written anew without what the camera put in, shown to whoever sees the exemplar."""

import os
from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from exemplars import photos
from tests.factories import ExemplarFactory, ExemplarPhotoFactory
from tests.files import picture

GPS = 0x8825


def taken(size=(40, 30), turned=6):
    """A JPEG as a telephone takes it: on its side, with the place in it."""
    file, exif = BytesIO(), Image.Exif()
    exif[0x0112] = turned
    exif.get_ifd(GPS)[1] = "N"
    Image.new("RGB", size, "navy").save(file, "JPEG", exif=exif)
    return file.getvalue()


@pytest.fixture
def send(client, officer, place):
    """send(content, **changes): the officer's answer after sending that as a photo."""
    client.force_login(officer)
    exemplar = ExemplarFactory(unit=place.commune)

    def post(content, name="anh.jpg", **changes):
        typed = {"caption": "Đường hoa", "taken_on": "01/10/2024", **changes}
        address = reverse("exemplars:exemplar-photos", args=[exemplar.pk])
        return client.post(address, {**typed, "file": SimpleUploadedFile(name, content)})

    post.exemplar = exemplar
    return post


def test_a_photo_is_stored_upright_small_and_without_its_place(send):
    assert send(taken(size=(2400, 1200))).status_code == 302

    photo = send.exemplar.photos.get()
    with Image.open(photo.file) as stored:
        assert (stored.format, stored.size, dict(stored.getexif())) == ("JPEG", (800, 1600), {})
    assert (photo.width, photo.height, photo.caption) == (800, 1600, "Đường hoa")


def test_a_drawing_with_holes_gets_a_white_ground(send):
    file = BytesIO()
    Image.new("RGBA", (4, 4), (0, 0, 0, 0)).save(file, "PNG")

    send(file.getvalue(), "so-do.png")

    with Image.open(send.exemplar.photos.get().file) as stored:
        assert stored.getpixel((1, 1)) == (255, 255, 255)


@pytest.mark.parametrize(
    ("content", "changes", "field"),
    [
        (taken(), {"caption": " "}, "caption"),
        (taken(), {"taken_on": "01/01/2100"}, "taken_on"),
        (b"MZ", {}, "file"),
        (taken()[:200], {}, "file"),
    ],
)
def test_what_is_no_photo_with_a_caption_is_answered_at_the_field(send, content, changes, field):
    answer = send(content, **changes)

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, [field])
    assert not send.exemplar.photos.exists()


def test_the_same_photo_is_taken_in_once(send):
    send(taken())

    answer = send(taken(), caption="Lần nữa")

    assert answer.context["form"].errors == {"file": ["Ảnh này đã có."]}
    assert [event.label for event in send.exemplar.history] == ["Thêm ảnh"]


def test_there_is_an_end_to_the_photos_of_one_exemplar(send, monkeypatch):
    monkeypatch.setattr(photos, "MOST", 1)
    send(taken())

    answer = send(picture(), "khac.png")

    assert "tối đa 1 ảnh" in answer.context["form"].errors["file"][0]


def test_a_photo_is_shown_as_a_picture(client, send):
    send(taken())

    answer = client.get(send.exemplar.photos.get().get_absolute_url())

    assert (answer["Content-Type"], answer["X-Content-Type-Options"]) == ("image/jpeg", "nosniff")
    assert answer["Content-Disposition"].startswith("inline")


def test_a_photo_that_is_removed_takes_its_file_along(client, send, django_capture_on_commit_callbacks):
    send(taken())
    photo = send.exemplar.photos.get()
    address = reverse("exemplars:exemplar-photo-remove", args=[send.exemplar.pk, photo.pk])

    with django_capture_on_commit_callbacks(execute=True):
        answers = [client.post(address).status_code for _ in range(2)]

    assert (answers, send.exemplar.photos.count()) == ([302, 302], 0)
    assert not default_storage.exists(photo.file.name)


def test_photos_that_no_row_names_are_swept_up(send):
    send(taken())
    kept = send.exemplar.photos.get().file.name
    lost = default_storage.save("anh/2024/05/lost.jpg", ContentFile(b"x"))
    for name in (kept, lost):
        os.utime(default_storage.path(name), (0, 0))

    assert photos.sweep_orphan_photos() == 1
    assert (default_storage.exists(kept), default_storage.exists(lost)) == (True, False)


def test_a_drawing_of_too_many_points_is_refused(send, monkeypatch):
    monkeypatch.setattr("core.uploads.MOST_POINTS", 1000)

    answer = send(picture(), "to.png")

    assert answer.context["form"].errors["file"] == [
        "Ảnh có quá nhiều điểm ảnh. Hãy thu nhỏ ảnh rồi gửi lại."
    ]


# --- Their order -------------------------------------------------------------------------------------


@pytest.fixture
def three(client, officer, place):
    """An exemplar with photos A, B and C; the officer is signed in."""
    exemplar = ExemplarFactory(unit=place.commune)
    for order, caption in enumerate("ABC", start=1):
        ExemplarPhotoFactory(exemplar=exemplar, caption=caption, order=order, sha256=caption * 64)
    client.force_login(officer)
    return exemplar


def order_of(exemplar):
    return "".join(exemplar.photos.values_list("caption", flat=True))


def shift(client, exemplar, caption, way):
    photo = exemplar.photos.get(caption=caption)
    return client.post(reverse("exemplars:exemplar-photo-shift", args=[exemplar.pk, photo.pk, way]))


@pytest.mark.parametrize(
    ("caption", "way", "then"),
    [("B", "len", "BAC"), ("B", "xuong", "ACB"), ("A", "len", "ABC"), ("C", "xuong", "ABC")],
)
def test_a_photo_moves_one_place(client, three, caption, way, then):
    shift(client, three, caption, way)

    assert order_of(three) == then


def test_photos_that_share_a_place_are_put_in_order_all_the_same(client, three):
    three.photos.update(order=0)

    shift(client, three, "C", "len")

    assert order_of(three) == "ACB"


def test_photos_move_neither_by_another_word_nor_after_they_are_gone(client, three):
    assert shift(client, three, "B", "ngang").status_code == 404
    address = reverse("exemplars:exemplar-photo-shift", args=[three.pk, 0, "len"])

    assert (client.post(address).status_code, order_of(three)) == (302, "ABC")


def test_a_photo_added_after_one_was_removed_comes_last(three, officer, desk_of):
    photos.remove_photo(three.photos.get(caption="A"), desk=desk_of(officer))
    photos.add_photo(three, SimpleUploadedFile("a.png", picture()), caption="D", desk=desk_of(officer))

    assert order_of(three) == "BCD"


def test_the_first_does_not_move_up_nor_the_last_down(client, three):
    page = client.get(reverse("exemplars:exemplar-photos", args=[three.pk])).text

    assert page.count('type="submit" disabled') == 2
