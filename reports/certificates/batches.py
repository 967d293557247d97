"""Certificates of a decision on their way to the printer: asked for, made by a worker, filed as one PDF."""

import hashlib
from io import BytesIO

import pikepdf
from django.conf import settings
from django.db import transaction
from django.db.models import Max

from awards.models import DecisionStatus
from core import jobs
from core.calendar import now
from core.workflow import TransitionError
from law.models import SubjectKind
from organizations.models import Unit
from reports.certificates.content import shared_texts, texts_of
from reports.certificates.defaults import places_of
from reports.certificates.placing import boxes_of
from reports.certificates.rendering import Face, Sheet, render
from reports.filing import write_whole
from reports.models import BlankFieldKind, BlankMode, Certificate, CertificateBatch
from reports.papers.document import PaperError

KIND = "certificates.print"
IN_THE_MAKING = "Giấy của quyết định này đang được lập. Mời chờ xong rồi in tiếp."
NOT_ISSUED = "Quyết định chưa ban hành hoặc đã bị hủy bỏ nên không in giấy được."
NONE_LEFT = (
    "Không còn giấy nào để in: các mục đã chọn đều đã in, đã hủy bỏ hoặc không hợp với phôi. "
    "Muốn in lại thì đánh dấu “In lại cả giấy đã in”."
)
NO_ADDRESS = (
    "Phôi có mã QR nhưng cổng chưa được đặt địa chỉ công khai. "
    "Hãy báo quản trị viên, hoặc bỏ ô Mã QR trên phôi rồi in."
)
BLANK_GONE = "Phôi đã bị xóa. Hãy chọn phôi khác rồi in lại."
LAYING_OUT = "Đang dàn trang."


def entries_of(decision):
    """[AwardEntry] in the order of the decision's printed list, each with what its certificate needs.

    `certificate` is None, and `printed_at` too, as long as it has none.
    """
    found = decision.entries.select_related("award", "nomination__decision_item", "certificate")
    found = found.annotate(printed_at=Max("certificate__batches__made_at"))
    kinds = list(SubjectKind)
    return sorted(found, key=lambda entry: (kinds.index(entry.nomination.kind), *_line_of(entry)))


def _line_of(entry):
    line = entry.nomination.decision_item
    return line.order, line.pk


def fitting(entries, blank):
    """The entries that still count and whose award the blank is for."""
    wanted = {award.pk for award in blank.awards.all()}
    return [
        entry for entry in entries if entry.annulled_on is None and (not wanted or entry.award_id in wanted)
    ]


def next_number(unit, year):
    """The number that the next certificate of an office gets in its golden book of that year."""
    last = Certificate.objects.filter(unit=unit, year=year).aggregate(last=Max("number"))["last"]
    return (last or 0) + 1


@transaction.atomic
def ask_for(decision, blank, *, by, entries=None, again=False, dx=0, dy=0, first_number=None):
    """A batch of those of `entries` (ids; all by default) that fit the blank and are not printed yet.

    `again` prints those too that are. The certificates of the whole list get their numbers in the golden
    book when the first of them is asked for, from `first_number` on. Raises TransitionError.
    """
    if decision.status != DecisionStatus.ISSUED:
        raise TransitionError(NOT_ISSUED)
    # The office's row is the lock for its golden book and for the one batch in the making.
    Unit.objects.select_for_update(no_key=True).get(pk=decision.unit_id)
    running = decision.certificate_batches.filter(made_at=None).select_related("job").first()
    if running and running.job and not running.job.ended:
        raise TransitionError(IN_THE_MAKING)
    if _has_code(blank) and not settings.PUBLIC_URL:
        raise TransitionError(NO_ADDRESS)
    listed = entries_of(decision)
    chosen = [
        entry
        for entry in fitting(listed, blank)
        if (entries is None or entry.pk in entries) and (again or entry.printed_at is None)
    ]
    if not chosen:
        raise TransitionError(NONE_LEFT)
    _enter_in_book(decision, listed, first_number)
    return _queue(running or CertificateBatch(decision=decision), blank, chosen, by, dx, dy)


def _queue(batch, blank, chosen, by, dx, dy):
    """A batch that could not be made before is asked for anew."""
    batch.blank, batch.dx, batch.dy = blank, dx, dy
    batch.asked_by, batch.asked_at = by, now()
    batch.save()
    batch.certificates.set(Certificate.objects.filter(entry__in=chosen))
    batch.job = jobs.submit(KIND, by=by, batch_id=batch.pk)
    batch.save(update_fields=["job"])
    return batch


def _has_code(blank):
    return any(field.shown and field.kind == BlankFieldKind.QR for field in blank.fields.all())


def _enter_in_book(decision, listed, first_number):
    """Give numbers to those of the list that have none, in its order."""
    unit, year = decision.unit, decision.issued_on.year
    free = next_number(unit, year)
    if first_number is not None and first_number < free:
        raise TransitionError(f"Số sổ vàng năm {year} đã dùng đến {free - 1}. Hãy ghi số từ {free} trở đi.")
    without = [entry for entry in listed if not hasattr(entry, "certificate")]
    Certificate.objects.bulk_create(
        Certificate(entry=entry, unit=unit, year=year, number=number)
        for number, entry in enumerate(without, start=first_number or free)
    )


def make(batch, progress):
    """Lay the certificates out, file them and end the job; raises JobRefused with a sentence for the page."""
    if batch.blank is None:
        raise jobs.JobRefused(BLANK_GONE)
    certificates = _certificates(batch)
    progress.step(0, len(certificates), LAYING_OUT)
    try:
        content = content_of(
            batch, certificates, lambda done: progress.step(done, len(certificates), LAYING_OUT)
        )
    except PaperError as error:
        raise jobs.JobRefused(str(error)) from error
    _describe(batch, content)
    with progress.finishing(batch.get_absolute_url()):
        batch.certificates.set(certificates)  # without those annulled since they were asked for
        write_whole(batch.file.name, content)
        batch.save()


def _certificates(batch):
    wanted = set(batch.certificates.values_list("entry_id", flat=True))
    found = [entry for entry in fitting(entries_of(batch.decision), batch.blank) if entry.pk in wanted]
    if not found:
        raise jobs.JobRefused(NONE_LEFT)
    for entry in found:
        entry.certificate.entry = entry
    return [entry.certificate for entry in found]


def content_of(batch, certificates, on_progress=lambda done: None):
    """The bytes of the file with the certificates in that order."""
    blank, places, shared = batch.blank, places_of(batch.blank), shared_texts(batch.decision)
    face = face_of(blank, str(batch), batch.dx, batch.dy)
    sheets = [
        Sheet(tuple(boxes_of(places, shared | texts_of(certificate), blank.size)), certificate.address)
        for certificate in certificates
    ]
    return render(face, sheets, on_progress)


def face_of(blank, title, dx=0, dy=0, **more):
    return Face(blank.size, blank.mode == BlankMode.FULL, title, float(dx), float(dy), **more)


def _describe(batch, content):
    batch.sha256 = hashlib.sha256(content).hexdigest()
    batch.size, batch.made_at = len(content), now()
    batch.file.name = f"giay-khen/{batch.asked_at:%Y/%m}/{batch.pk}-{batch.sha256[:16]}.pdf"
    with pikepdf.open(BytesIO(content)) as opened:
        batch.pages = len(opened.pages)
