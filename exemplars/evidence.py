"""Evidence files: taken in, taken out of the dossier, and swept up when nothing names them any more."""

from django.db import IntegrityError, transaction

from core.stored_files import described, sweep
from core.workflow import TransitionError
from exemplars.models import Attachment, Evidence, Nomination
from exemplars.models.nomination import EDITABLE

FOLDERS = {"minh-chung": Evidence, "nhan-rong": Attachment}


def add_evidence(nomination, file, *, kind, title="", desk):
    """File an upload that UploadField has accepted; TransitionError when it is there already or too late."""
    evidence = Evidence(
        nomination=nomination,
        kind=kind or Evidence.Kind.OTHER,
        uploaded_by=desk.user,
        **described(file, title),
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
    """Delete files that no row names; returns how many."""
    return sum(
        sweep(folder, set(model.objects.values_list("file", flat=True))) for folder, model in FOLDERS.items()
    )
