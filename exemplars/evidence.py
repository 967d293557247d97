"""Evidence files: taken in, handed out of the dossier, and swept up when nothing names them any more."""

import datetime
from pathlib import PurePath

from django.core.files.storage import default_storage
from django.db import IntegrityError, transaction

from core.calendar import clock, now
from core.text import line
from core.uploads import sha256_of
from core.workflow import TransitionError
from exemplars.models import Evidence, Nomination
from exemplars.models.nomination import EDITABLE

FOLDER = "minh-chung"
CONTENT_TYPES = {
    "pdf": "application/pdf",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "png": "image/png",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
ORPHAN_AGE = datetime.timedelta(days=1)  # younger files may belong to a form that is being saved


def add_evidence(nomination, file, *, kind, title="", desk):
    """File an upload that UploadField has accepted; TransitionError when it is there already or too late."""
    name = PurePath(file.name)
    evidence = Evidence(
        nomination=nomination,
        kind=kind or Evidence.Kind.OTHER,
        title=line(title or name.stem)[:200] or "Tài liệu",
        file=file,
        content_type=CONTENT_TYPES[name.suffix.lower().lstrip(".")],
        size=file.size,
        sha256=sha256_of(file),
        uploaded_by=desk.user,
        uploaded_at=now(),
    )
    if nomination.evidence.filter(sha256=evidence.sha256).exists():
        raise TransitionError("Tệp này đã có trong hồ sơ.")
    try:
        with transaction.atomic():
            _refuse_if_closed(nomination)
            evidence.save()
            nomination.log("evidence", desk=desk, label="Thêm minh chứng", note=evidence.filename)
    except IntegrityError as error:  # sent twice at once: what the second wrote is left to the sweeper
        raise TransitionError("Tệp này đã có trong hồ sơ.") from error
    return evidence


def remove_evidence(evidence, *, desk):
    """Take a file out of a dossier that may still be changed; the file itself goes once that is certain."""
    with transaction.atomic():
        _refuse_if_closed(evidence.nomination)
        evidence.delete()
        evidence.nomination.log("evidence", desk=desk, label="Bỏ minh chứng", note=evidence.filename)
        transaction.on_commit(lambda: evidence.file.storage.delete(evidence.file.name))


def _refuse_if_closed(nomination):
    rows = Nomination.objects.select_for_update().filter(pk=nomination.pk, status__in=EDITABLE)
    if not rows.exists():
        raise TransitionError("Hồ sơ đã được chuyển đi nên không thêm, bớt tài liệu được nữa.")


def sweep_orphans():
    """Delete files of evidence that no row names; returns how many."""
    known = set(Evidence.objects.values_list("file", flat=True))
    orphans = [path for path in _stored(FOLDER) if path not in known and _is_old(path)]
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
