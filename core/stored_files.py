"""Files that people sent, as they are kept: named by us, handed out as downloads, swept up when forgotten."""

import datetime
import uuid
from pathlib import PurePath

from django.conf import settings
from django.core.files.storage import default_storage
from django.db import models
from django.http import FileResponse, HttpResponse
from django.utils.http import content_disposition_header

from core.calendar import clock, now, today
from core.fields import LineField
from core.text import line
from core.uploads import sha256_of

CONTENT_TYPES = {
    "pdf": "application/pdf",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "png": "image/png",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
ORPHAN_AGE = datetime.timedelta(days=1)  # younger files may belong to a form that is being saved


def path_in(folder, filename):
    """A name of our own: what people call their files stands in the title alone."""
    return f"{folder}/{today():%Y/%m}/{uuid.uuid4().hex}{PurePath(filename).suffix.lower()}"


class StoredFile(models.Model):
    """A file beside a record; the subclass says whose it is and has `file`, kept in a folder of its own."""

    title = LineField("tên tài liệu", max_length=200)
    content_type = models.CharField(max_length=100, editable=False)
    size = models.PositiveIntegerField(editable=False)  # bytes
    sha256 = models.CharField(max_length=64, editable=False)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, editable=False
    )
    uploaded_at = models.DateTimeField(default=now, editable=False)

    class Meta:
        abstract = True

    def __str__(self):
        return self.title

    @property
    def filename(self):
        """The name under which it is handed out."""
        return f"{self.title}{PurePath(self.file.name).suffix}"


def described(file, title=""):
    """The fields of a StoredFile for an upload that UploadField has accepted."""
    name = PurePath(file.name)
    return {
        "title": line(title or name.stem)[:200] or "Tài liệu",
        "file": file,
        "content_type": CONTENT_TYPES[name.suffix.lower().lstrip(".")],
        "size": file.size,
        "sha256": sha256_of(file),
        "uploaded_at": now(),
    }


def download(stored):
    """The file as an answer: always a download, never shown as a page of ours."""
    return _answer(stored, is_download=True)


def shown(stored):
    """The file as an answer that browsers show: only for what the portal itself has written."""
    return _answer(stored, is_download=False)


def _answer(stored, *, is_download):
    if settings.MEDIA_BY_PROXY:
        response = HttpResponse(content_type=stored.content_type)
        response["X-Accel-Redirect"] = f"{settings.MEDIA_URL}{stored.file.name}"
    else:
        response = FileResponse(stored.file.open(), content_type=stored.content_type)
    response["Content-Disposition"] = content_disposition_header(is_download, stored.filename)
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response


def sweep(folder, known):
    """Delete files in the folder that are not among the paths `known`; returns how many."""
    orphans = [path for path in _stored(folder) if path not in known and _is_old(path)]
    for path in orphans:
        default_storage.delete(path)
    return len(orphans)


def _stored(folder):
    if not default_storage.exists(folder):
        return
    folders, files = default_storage.listdir(folder)
    yield from (f"{folder}/{file}" for file in files)
    for inner in folders:
        yield from _stored(f"{folder}/{inner}")


def _is_old(path):
    return default_storage.get_modified_time(path) < clock() - ORPHAN_AGE
