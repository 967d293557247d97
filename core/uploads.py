"""Files that people send in: judged by what they hold, not only by what they are called."""

import hashlib
import os
import zipfile
from pathlib import PurePath

import filetype
import pikepdf
from django import forms
from django.core.exceptions import ValidationError
from PIL import Image

SAME_CONTENT = {"jpeg": "jpg"}
OFFICE_PARTS = {"docx": "word/document.xml", "xlsx": "xl/workbook.xml"}  # by which an Office file is known
PICTURES = {"jpg": "JPEG", "jpeg": "JPEG", "png": "PNG"}  # {extension: Pillow's name}
MOST_POINTS = 40_000_000  # of a PNG, which is unpacked whole
THUMB = (100, 100)  # points: a JPEG is read whole, but unpacked no larger than this needs
PDF_START, PDF_END = b"%PDF-", b"%%EOF"
PDF_END_WITHIN = 1024  # bytes at the end of the file, in which readers look for it
BLANK = b"\0\t\n\f\r "
UNPACKED_MEGABYTES = 300  # an Office file that claims more than this is a bomb


class UploadField(forms.FileField):
    """A file of one of `kinds` (extensions), of at most `megabytes`; the page says both in words."""

    default_error_messages = {
        "kind": "Chỉ nhận tệp {kinds}. Hãy chọn tệp khác hoặc lưu lại dưới dạng đó.",
        "size": "Tệp lớn hơn {megabytes} MB. Hãy giảm dung lượng (quét ở 200 dpi, tách tệp) rồi gửi lại.",
        "macros": "Tệp có chứa macro nên không nhận. Hãy lưu lại thành tệp .{extension} không có macro.",
        "content": "Nội dung tệp không đúng với đuôi .{extension}. Hãy mở tệp kiểm tra và lưu lại cho đúng.",
        "broken": "Tệp PDF bị hỏng, thiếu phần cuối hoặc có phần lạ đi kèm. Hãy quét hoặc lưu lại rồi gửi.",
        "picture": "Tệp ảnh bị hỏng, không mở được. Hãy chụp hoặc quét lại rồi gửi.",
        "locked": "Tệp PDF đặt mật khẩu nên người khác không mở được. Hãy lưu lại bản không có mật khẩu.",
    }

    def __init__(self, *, kinds=("pdf", "docx", "xlsx", "jpg", "png"), megabytes=10, **kwargs):
        self.kinds, self.megabytes = kinds, megabytes
        kwargs.setdefault("help_text", f"Tệp {self._kinds_in_words()}; không quá {megabytes} MB.")
        super().__init__(**kwargs)

    def widget_attrs(self, widget):
        return {**super().widget_attrs(widget), "accept": ",".join(f".{kind}" for kind in self.kinds)}

    def to_python(self, data):
        file = super().to_python(data)
        if file is not None:
            self._refuse_unfit(file)
        return file

    def _refuse_unfit(self, file):
        extension = PurePath(file.name).suffix.lower().lstrip(".")
        if SAME_CONTENT.get(extension, extension) not in self.kinds:
            self._refuse("kind", kinds=self._kinds_in_words())
        if file.size > self.megabytes * 1024 * 1024:
            self._refuse("size", megabytes=self.megabytes)
        if content_kind(file) != SAME_CONTENT.get(extension, extension):
            self._refuse("content", extension=extension)
        if extension in OFFICE_PARTS and has_macros(file):
            self._refuse("macros", extension=extension)
        if extension in PICTURES and not is_picture(file):
            self._refuse("picture")
        if extension == "pdf" and (fault := pdf_fault(file)):
            self._refuse(fault, extension=extension)

    def _refuse(self, code, **words):
        raise ValidationError(self.error_messages[code].format(**words), code=code)

    def _kinds_in_words(self):
        *others, last = [kind.upper() for kind in self.kinds]
        return f"{', '.join(others)} hoặc {last}" if others else last


class PhotoField(UploadField):
    """A photo as a telephone takes it, of a size that the portal can write anew."""

    default_error_messages = {"points": "Ảnh có quá nhiều điểm ảnh. Hãy thu nhỏ ảnh rồi gửi lại."}

    def __init__(self, *, megabytes=15, **kwargs):
        super().__init__(kinds=("jpg", "png"), megabytes=megabytes, **kwargs)

    def _refuse_unfit(self, file):
        super()._refuse_unfit(file)
        with Image.open(file) as picture:
            is_too_large = picture.format != "JPEG" and picture.width * picture.height > MOST_POINTS
        file.seek(0)
        if is_too_large:
            self._refuse("points")


def sha256_of(file):
    digest = hashlib.sha256()
    for chunk in file.chunks():
        digest.update(chunk)
    file.seek(0)
    return digest.hexdigest()


def content_kind(file):
    """The extension that fits what the file holds; None when that is of no known kind, or of two at once."""
    if zipfile.is_zipfile(file):
        return _office_kind(file)
    file.seek(0)
    kind = filetype.guess(file.read(8192))
    file.seek(0)
    return kind.extension if kind and kind.extension not in {"zip", *OFFICE_PARTS} else None


def _office_kind(file):
    """Known by its parts: the first bytes of an Office file depend on the program that wrote it."""
    file.seek(0)
    starts_as_archive = file.read(4) == b"PK\x03\x04"  # else it is a picture or PDF with an archive behind
    names = _sound_names(file) if starts_as_archive else set()
    file.seek(0)
    kinds = [kind for kind, part in OFFICE_PARTS.items() if {part, "[Content_Types].xml"} <= names]
    return kinds[0] if len(kinds) == 1 else None


def _sound_names(file):
    """The names of the archive's parts; none when it is broken, locked or far too large unpacked."""
    try:
        with zipfile.ZipFile(file) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError):
        return set()
    is_locked = any(part.flag_bits & 1 for part in parts)
    is_bomb = sum(part.file_size for part in parts) > UNPACKED_MEGABYTES * 1024 * 1024
    return set() if is_locked or is_bomb else {part.filename for part in parts}


def pdf_fault(file):
    """Why others could not rely on a PDF: "content", "broken" or "locked"; "" when they can."""
    file.seek(0)
    if file.read(len(PDF_START)) != PDF_START:
        return "content"
    file.seek(-min(file.size, PDF_END_WITHIN), os.SEEK_END)
    _, end, behind = file.read().rpartition(PDF_END)
    try:
        with pikepdf.open(file.file) as opened:
            is_whole = end and not behind.strip(BLANK) and opened.pages
    except pikepdf.PasswordError:
        return "locked"
    except pikepdf.PdfError:
        return "broken"
    file.seek(0)
    return "" if is_whole else "broken"


def is_picture(file):
    """Whether a JPEG or PNG can be read to its end; of the PNG only the checksums are asked."""
    file.seek(0)
    try:
        with Image.open(file, formats=("JPEG", "PNG")) as picture:
            if picture.format == "PNG":
                picture.verify()
            else:
                picture.draft("L", THUMB)
                picture.load()
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        return False
    finally:
        file.seek(0)
    return True


def has_macros(file):
    """Whether an Office file (see content_kind) holds a macro project or says that it may."""
    with zipfile.ZipFile(file) as archive:
        named = any(PurePath(name).name.lower() == "vbaproject.bin" for name in archive.namelist())
        try:
            declared = b"macroenabled" in archive.read("[Content_Types].xml").lower()
        except (zipfile.BadZipFile, ValueError, OSError):
            declared = True  # unreadable: no program of ours will vouch for it
    file.seek(0)
    return named or declared


class SeveralFiles(forms.FileInput):
    allow_multiple_selected = True


class UploadsField(UploadField):
    """Several files at once, each as UploadField takes it; its value is a list."""

    widget = SeveralFiles

    def clean(self, data, initial=None):
        files = [super(UploadsField, self).clean(file, initial) for file in data or []]
        return files or [file for file in [super().clean(None, initial)] if file]
