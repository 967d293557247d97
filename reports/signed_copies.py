"""Papers as they were signed: who may attach one to which paper, and how it is filed."""

from uuid import uuid4

from django.db import IntegrityError, transaction

from core.calendar import now
from core.text import line
from core.uploads import sha256_of
from core.workflow import TransitionError
from organizations.models import Role
from reports.filing import write_whole
from reports.models import SignedCopy
from reports.models.signed_copy import NUMBERED
from reports.papers.sources import is_final

ATTACHED_ALREADY = "Tệp này đã được đính vào văn bản."


def may_attach(kind, record, desk):
    """The clerk of the office that issued the paper, once it is issued.

    A plan that was issued on paper and recorded is its recorder's to complete.
    """
    if kind not in NUMBERED or not is_final(kind, record):
        return False
    return desk.may(Role.CLERK, getattr(record, "recorder", None) or record.unit)


def attach(kind, record, file, *, desk):
    """File an upload that UploadField has accepted; TransitionError when the same one is there already."""
    moment = now()
    copy = SignedCopy(
        kind=kind,
        source=record,
        name=line(file.name)[-200:],
        size=file.size,
        sha256=sha256_of(file),
        uploaded_by=desk.user,
        uploaded_at=moment,
    )
    copy.file.name = f"ban-ky/{moment:%Y/%m}/{uuid4()}.pdf"
    if SignedCopy.objects.of(kind, record).filter(sha256=copy.sha256).exists():
        raise TransitionError(ATTACHED_ALREADY)
    try:
        with transaction.atomic():
            copy.save()
            record.log("attach", desk=desk, label="Đính bản ký", note=copy.name, data={"sha256": copy.sha256})
            write_whole(copy.file.name, file.read())
    except IntegrityError as error:  # sent twice at once
        raise TransitionError(ATTACHED_ALREADY) from error
    return copy
