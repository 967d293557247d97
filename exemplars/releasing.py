"""What the standing office lets everybody read: an exemplar with its card, and whom to ask if it says so."""

from django.db import transaction
from django.db.models import F

from core.calendar import now
from core.workflow import NotYours, TransitionError
from exemplars.models import Exemplar, Stage
from organizations.models import Role

PROVEN = (Stage.VERIFIED, Stage.SPREAD, Stage.COMMENDED)
MEANWHILE = "Vừa có người khác sửa hoặc công bố điển hình này. Mời xem lại rồi thực hiện."


def may_release(exemplar, desk):
    office = exemplar.office
    return office is not None and desk.may(Role.STANDING, office)


def release(exemplar, *, desk, shows_contact):
    """Let everybody read the exemplar; again, to change whether whom to ask is shown."""
    if exemplar.status not in PROVEN:
        raise TransitionError("Chỉ công bố điển hình đã được kiểm chứng.")
    label = "Sửa nội dung công bố" if exemplar.released_at else "Công bố thẻ nhân rộng"
    note = "Có công khai đầu mối liên hệ." if shows_contact else ""
    _write(exemplar, desk, "release", label, note, released_at=now(), released_by=desk.user,
           shows_contact=shows_contact)  # fmt: skip


def withdraw(exemplar, *, desk, note):
    """Take it back; what others have printed stays with them."""
    if exemplar.released_at is None:
        raise TransitionError("Điển hình này chưa được công bố.")
    _write(exemplar, desk, "withdraw", "Thôi công bố", note, released_at=None, released_by=None,
           shows_contact=False)  # fmt: skip


def _write(exemplar, desk, verb, label, note, **values):
    if not may_release(exemplar, desk):
        raise NotYours("Việc này do Thường trực Hội đồng thực hiện.")
    with transaction.atomic():
        row = Exemplar.objects.filter(pk=exemplar.pk, version=exemplar.version)
        if not row.update(**values, version=F("version") + 1):
            raise TransitionError(MEANWHILE)
        exemplar.log(verb, desk=desk, label=label, note=note)
