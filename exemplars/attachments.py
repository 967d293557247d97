"""Files of adoptions, learning events and coverage: taken in and taken out by those who keep the record."""

from django.db import IntegrityError, transaction

from core.stored_files import described
from core.workflow import TransitionError
from exemplars.models import Adoption, Attachment, Coverage, LearningEvent

ALREADY = "Tệp này đã có ở đây."
OWNERS = {  # word in addresses: (model, the attachment's field)
    "nhan-rong": (Adoption, "adoption"),
    "hoc-tap": (LearningEvent, "event"),
    "truyen-thong": (Coverage, "coverage"),
}


def attach(record, file, *, title, desk):
    """File an upload that UploadField has accepted; TransitionError when it is there already."""
    attachment = Attachment(**{_field_of(record): record}, uploaded_by=desk.user, **described(file, title))
    if record.files.filter(sha256=attachment.sha256).exists():
        raise TransitionError(ALREADY)
    try:
        with transaction.atomic():
            attachment.save()
            _log(record, "Thêm tệp", attachment, desk)
    except IntegrityError as error:  # sent twice at once: what the second wrote is left to the sweeper
        raise TransitionError(ALREADY) from error
    return attachment


def detach(attachment, *, desk):
    with transaction.atomic():
        record = attachment.adoption or attachment.event or attachment.coverage
        attachment.delete()
        _log(record, "Bỏ tệp", attachment, desk)
        transaction.on_commit(lambda: attachment.file.storage.delete(attachment.file.name))


def _field_of(record):
    return next(field for model, field in OWNERS.values() if isinstance(record, model))


def _log(record, label, attachment, desk):
    """Only adoptions have a history that people read."""
    if isinstance(record, Adoption):
        record.log("file", desk=desk, label=label, note=attachment.filename)
