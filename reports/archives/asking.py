"""Archives on their way: asked for, packed by a worker, filed in place of the one before."""

import hashlib
from functools import partial

from django.core.files.storage import default_storage
from django.db import transaction

from core import jobs
from core.calendar import now
from organizations.access import Desk
from organizations.models import User
from reports.archives.contents import of_dossier, of_year
from reports.archives.packing import PIECE, pack
from reports.filing import NewFile
from reports.models import Archive

KIND = "archives.pack"
PACKING = "Đang đóng gói."


def ask_for_dossier(nomination, *, by):
    """The archive of one dossier in the making, the same one however often it is asked for."""
    title = f"Hồ sơ {nomination.pk} - {nomination.name}"[:400]
    return _queue({"nomination": nomination}, {"title": title}, by)


def ask_for_year(unit, year, *, with_dossiers, by):
    title = f"Lưu trữ năm {year} - {unit.name}"[:400]
    return _queue({"unit": unit, "year": year}, {"title": title, "with_dossiers": with_dossiers}, by)


@transaction.atomic
def _queue(what, told, by):
    User.objects.select_for_update(no_key=True).get(pk=by.pk)  # one press after the other
    archive = Archive.objects.filter(**what, asked_by=by, made_at=None).select_related("job").first()
    if archive is None:
        archive = Archive(**what, asked_by=by)
    elif archive.job and not archive.job.ended:
        return archive
    for name, value in (told | {"asked_at": now()}).items():
        setattr(archive, name, value)
    archive.save()
    archive.job = jobs.submit(KIND, by=by, archive_id=archive.pk)
    archive.save(update_fields=["job"])
    return archive


def make(archive, progress):
    """Pack what the person who asked may see today, file it and end the job."""
    desk, moment = Desk(archive.asked_by), now()
    items = list(of_dossier(archive.nomination, desk) if archive.nomination else of_year(archive, desk))
    progress.step(0, len(items), PACKING)
    name = f"luu-tru/{archive.asked_at:%Y/%m}/{archive.pk}-{progress.job.pk}.zip"
    with NewFile(name) as file:
        packed = pack(
            items,
            file.handle,
            title=archive.title,
            at=moment,
            on_progress=lambda done: progress.step(done, len(items), PACKING),
        )
        file.handle.flush()
        archive.sha256, archive.size = _measured(file)
        archive.files, archive.faults = packed.files, packed.faults
        archive.file.name, archive.made_at = name, moment
        with progress.finishing(archive.get_absolute_url()):
            _replace_older(archive)
            file.publish()
            archive.save()


def _measured(file):
    """(SHA-256, bytes) of what was written so far."""
    digest, size = hashlib.sha256(), 0
    with file.unfinished.open("rb") as written:
        while piece := written.read(PIECE):
            digest.update(piece)
            size += len(piece)
    return digest.hexdigest(), size


def _replace_older(archive):
    """What the same person packed before of the same gives way; its file goes after the commit."""
    older = Archive.objects.filter(
        nomination=archive.nomination, unit=archive.unit, year=archive.year, asked_by=archive.asked_by
    )
    older = older.made().exclude(pk=archive.pk)
    for name in older.values_list("file", flat=True):
        transaction.on_commit(partial(default_storage.delete, name))
    older.delete()
