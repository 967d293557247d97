"""What was entered by mistake of spread and learning: deleted by its maker, while nobody built on it."""

from django.db import transaction

from core.workflow import NotYours, TransitionError
from exemplars.models import Adoption


def is_maker(record, user):
    maker = record.proposed_by_id if isinstance(record, Adoption) else record.created_by_id
    return maker is not None and maker == user.pk


def what_stands_on(record, user):
    """A sentence that says what others have put on the record; "" while it is the maker's alone."""
    if record.files.exclude(uploaded_by=user).exists():
        return "Không xóa được: người khác đã kèm tệp ở đây."
    if not isinstance(record, Adoption):
        return ""
    if record.history.exclude(by=user).exists():
        return "Không xóa được: người khác đã xác nhận hoặc bổ sung."
    return "Không xóa được: có nơi khác học lại từ đây." if record.taught.exists() else ""


def may_delete(record, user):
    return is_maker(record, user) and not what_stands_on(record, user)


@transaction.atomic
def delete_record(record, *, desk):
    """The record with its files; TransitionError when something of others stands on it."""
    record = type(record).objects.select_for_update().get(pk=record.pk)
    if not is_maker(record, desk.user):
        raise NotYours("Chỉ người đã ghi xóa được.")
    if reason := what_stands_on(record, desk.user):
        raise TransitionError(reason)
    files = [attachment.file for attachment in record.files.all()]
    if isinstance(record, Adoption):
        record.log("delete", desk=desk, label="Xóa nơi làm theo ghi nhầm", before=record.status)
    record.delete()
    transaction.on_commit(lambda: [file.storage.delete(file.name) for file in files])
