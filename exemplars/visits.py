"""The record of a visit: taken in once, whatever the connection does, and never over another's."""

from dataclasses import dataclass
from functools import partial
from uuid import UUID

from django.db import transaction

from core.calendar import now
from core.once import begun_once
from core.workflow import Collision, TransitionError
from exemplars.models import Visit, VisitFinding, VisitMeasure, VisitPhoto, VisitSubmission
from exemplars.models.visit import WRITABLE
from exemplars.photos import taken_in


@dataclass(frozen=True)
class Record:
    """What a member of the team sends from the place."""

    request_id: UUID
    seen: int  # the version of the visit that the form was read with
    content: dict  # as it was typed
    values: dict  # {field of Visit: value}
    findings: tuple = ()  # (criterion, result, words)
    measures: tuple = ()  # (name, before, after, note)
    photos: tuple = ()  # (file, caption)


def file_record(visit, record, *, desk):
    """The submission by which the record came in: now, or earlier when this is the same sent once more.

    Collision when somebody else's record, or another text with the same id, came in meanwhile;
    TransitionError when no record is taken in any more.
    """
    begin = partial(_file, visit, record, desk)
    submission = begun_once(VisitSubmission.objects, record.request_id, begin)
    if (submission.visit_id, submission.content) != (visit.pk, record.content):
        raise Collision
    return submission


def _file(visit, record, desk):
    submission = VisitSubmission.objects.create(
        visit=visit, request_id=record.request_id, content=record.content, by=desk.user, at=now()
    )
    for name, value in record.values.items():
        setattr(visit, name, value)
    visit.recorded_by, visit.recorded_at = desk.user, submission.at
    visit.save_unless_changed(record.seen)
    _replace_rows(visit, record)
    visit.move("record", desk=desk)
    _add_photos(visit, record.photos, desk.user)
    return submission


def _replace_rows(visit, record):
    visit.findings.all().delete()
    VisitFinding.objects.bulk_create(
        VisitFinding(visit=visit, criterion=criterion, result=result, words=words)
        for criterion, result, words in record.findings
    )
    visit.measures.all().delete()
    VisitMeasure.objects.bulk_create(
        VisitMeasure(visit=visit, name=name, before=before, after=after, note=note, order=order)
        for order, (name, before, after, note) in enumerate(record.measures)
    )


def _add_photos(visit, photos, by):
    """Those that the record has not had before; files of a record that is refused go to the sweeper."""
    known = set(visit.photos.values_list("sha256", flat=True))
    for file, caption in photos:
        photo = taken_in(VisitPhoto(visit=visit, caption=caption, taken_on=visit.day), file, by=by)
        if photo.sha256 not in known:
            known.add(photo.sha256)
            photo.order = len(known)
            photo.save()


def remove_photo(photo, *, desk):
    """The file itself goes once it is certain that the row has gone."""
    with transaction.atomic():
        if not Visit.objects.select_for_update().filter(pk=photo.visit_id, status__in=WRITABLE).exists():
            raise TransitionError("Biên bản đã được chấp nhận nên không bỏ ảnh được nữa.")
        photo.delete()
        photo.visit.log("photo", desk=desk, label="Bỏ ảnh", note=photo.caption)
        transaction.on_commit(lambda: photo.file.storage.delete(photo.file.name))
