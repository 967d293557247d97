"""Papers as they were signed: who may attach one to which paper, and how it is filed."""

import hashlib
from dataclasses import asdict
from uuid import uuid4

from django.db import IntegrityError, transaction

from core.calendar import now
from core.text import line
from core.workflow import TransitionError
from organizations.models import Role
from reports.filing import write_whole
from reports.models import CopySignature, Paper, SignedCopy
from reports.models.signed_copy import NUMBERED
from reports.papers.sources import is_final
from reports.signatures.verifying import SignatureFault, signatures_in

ATTACHED_ALREADY = "Tệp này đã được đính vào văn bản."


def may_attach(kind, record, desk):
    """The clerk of the office that issued the paper, once it is issued.

    A plan that was issued on paper and recorded is its recorder's to complete.
    """
    if kind not in NUMBERED or not is_final(kind, record):
        return False
    return desk.may(Role.CLERK, getattr(record, "recorder", None) or record.unit)


def attach(kind, record, file, *, desk):
    """File an upload that UploadField has accepted; raises as file_copy does."""
    return file_copy(kind, record, file.read(), name=line(file.name)[-200:], desk=desk)


def file_copy(kind, record, content, *, name, desk, label="Đính bản ký"):
    """File a signed PDF (bytes) with what its digital signatures say; `label` is the act in the history.

    TransitionError when the same file is there already, or one of its signatures does not hold.
    """
    try:
        found = signatures_in(content)
    except SignatureFault as fault:
        raise TransitionError(str(fault)) from fault
    moment = now()
    copy = SignedCopy(
        kind=kind,
        source=record,
        name=name,
        size=len(content),
        sha256=hashlib.sha256(content).hexdigest(),
        signed_on=_portals_own(kind, record, content) if found else None,
        uploaded_by=desk.user,
        uploaded_at=moment,
    )
    copy.file.name = f"ban-ky/{moment:%Y/%m}/{uuid4()}.pdf"
    if SignedCopy.objects.of(kind, record).filter(sha256=copy.sha256).exists():
        raise TransitionError(ATTACHED_ALREADY)
    try:
        with transaction.atomic():
            copy.save()
            CopySignature.objects.bulk_create(
                CopySignature(copy=copy, order=order, **asdict(signature))
                for order, signature in enumerate(found, start=1)
            )
            record.log("attach", desk=desk, label=label, note=name, data={"sha256": copy.sha256})
            write_whole(copy.file.name, content)
    except IntegrityError as error:  # sent twice at once
        raise TransitionError(ATTACHED_ALREADY) from error
    return copy


def _portals_own(kind, record, content):
    """The portal's PDF of which the signed file is a continuation: signing only adds at the end."""
    papers = Paper.objects.of(kind, record).made().filter(draft=False)
    return next((paper for paper in papers if _begins_with(content, paper)), None)


def _begins_with(content, paper):
    own = content[: paper.file.size] if paper.file.storage.exists(paper.file.name) else b""
    return hashlib.sha256(own).hexdigest() == paper.sha256
