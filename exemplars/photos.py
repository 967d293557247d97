"""Photos: written anew without what the camera put into them, kept with their captions, taken out again."""

from io import BytesIO

from django.core.files.base import ContentFile
from django.db import IntegrityError, transaction
from django.db.models import Max
from PIL import Image, ImageOps

from core.calendar import now
from core.stored_files import sweep
from core.uploads import sha256_of
from core.workflow import TransitionError
from exemplars.models import Exemplar, ExemplarPhoto, Photo
from exemplars.models.photo import PHOTO_FOLDER

LONG_EDGE = 1600  # points
QUALITY = 82
MOST = 24  # photos of one exemplar
THERE_ALREADY = "Ảnh này đã có."


def taken_in(photo, file, *, by):
    """`photo`, not yet saved, with what a PhotoField has accepted written as a JPEG without EXIF or place."""
    with Image.open(file, formats=("JPEG", "PNG")) as sent:
        sent.draft("RGB", (LONG_EDGE, LONG_EDGE))  # a JPEG is unpacked no larger than needed
        picture = _as_seen(sent)
    written = BytesIO()
    picture.save(written, "JPEG", quality=QUALITY, optimize=True)
    photo.width, photo.height = picture.size
    photo.sha256, photo.uploaded_by, photo.uploaded_at = sha256_of(file), by, now()
    photo.file = ContentFile(written.getvalue(), "anh.jpg")
    return photo


def _as_seen(picture):
    """Upright, small enough, on white, with nothing but its points."""
    picture = ImageOps.exif_transpose(picture).convert("RGBA")
    picture.thumbnail((LONG_EDGE, LONG_EDGE))
    sheet = Image.new("RGB", picture.size, "white")
    sheet.paste(picture, mask=picture.getchannel("A"))
    return sheet


def add_photo(exemplar, file, *, caption, taken_on=None, desk):
    """TransitionError when the exemplar has the photo already, or as many as it may have."""
    photo = ExemplarPhoto(exemplar=exemplar, caption=caption, taken_on=taken_on)
    taken_in(photo, file, by=desk.user)
    try:
        with transaction.atomic():
            Exemplar.objects.select_for_update().get(pk=exemplar.pk)
            _refuse_unfit(photo)
            photo.order = _last_place(exemplar) + 1
            photo.save()
            exemplar.log("photo", desk=desk, label="Thêm ảnh", note=photo.caption)
    except IntegrityError as error:  # sent twice at once: what the second wrote is left to the sweeper
        raise TransitionError(THERE_ALREADY) from error
    return photo


def _last_place(exemplar):
    return exemplar.photos.aggregate(last=Max("order", default=0))["last"]


def _refuse_unfit(photo):
    photos = photo.exemplar.photos
    if photos.filter(sha256=photo.sha256).exists():
        raise TransitionError(THERE_ALREADY)
    if photos.count() >= MOST:
        raise TransitionError(f"Mỗi điển hình có tối đa {MOST} ảnh. Hãy bỏ bớt ảnh cũ.")


@transaction.atomic
def shift_photo(photo, step, *, desk):
    """Move a photo one place forward (-1) or back (+1); at either end it stays where it is."""
    exemplar = Exemplar.objects.select_for_update().get(pk=photo.exemplar_id)
    photos = list(exemplar.photos.all())
    place = photos.index(photo)
    if not 0 <= place + step < len(photos):
        return
    photos.insert(place + step, photos.pop(place))
    for order, other in enumerate(photos, start=1):
        other.order = order
    ExemplarPhoto.objects.bulk_update(photos, ["order"])
    exemplar.log("photo", desk=desk, label="Đổi thứ tự ảnh", note=photo.caption)


def remove_photo(photo, *, desk):
    """The file itself goes once it is certain that the row has gone."""
    with transaction.atomic():
        photo.delete()
        photo.exemplar.log("photo", desk=desk, label="Bỏ ảnh", note=photo.caption)
        transaction.on_commit(lambda: photo.file.storage.delete(photo.file.name))


def sweep_orphan_photos():
    """Delete files of photos that no row of any kind of photo names; returns how many."""
    kinds = Photo.__subclasses__()
    return sweep(
        PHOTO_FOLDER, {file for kind in kinds for file in kind.objects.values_list("file", flat=True)}
    )
