"""The photograph of a bought blank: looked into, made small, and written anew without what else was in it."""

from io import BytesIO

from django.core.files.base import ContentFile
from PIL import Image, ImageOps

FORMATS = ("JPEG", "PNG")
MOST_PIXELS = 60_000_000
LONGEST_SIDE = 2_000  # pixels: enough for the screen, which alone shows it


class NoPicture(Exception):
    """The file is no picture that can be used; the message is for the person who sent it."""


def clean_picture(file):
    """A JPEG (ContentFile) of what the file shows; NoPicture when it shows nothing."""
    try:
        with Image.open(file, formats=FORMATS) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                raise NoPicture("Ảnh quá lớn. Hãy thu nhỏ còn dưới 60 triệu điểm ảnh rồi gửi lại.")
            picture.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
            shown = ImageOps.exif_transpose(picture).convert("RGBA")
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise NoPicture(
            "Tệp không mở được như một ảnh. Hãy chụp hoặc quét lại phôi rồi gửi tệp khác."
        ) from error
    shown.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    on_white = Image.new("RGB", shown.size, "white")
    on_white.paste(shown, mask=shown)
    content = BytesIO()
    on_white.save(content, "JPEG", quality=85)
    return ContentFile(content.getvalue())
