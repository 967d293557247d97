"""What people do with a dossier where several rows change together: all of it happens, or nothing."""

import datetime

from django.db import transaction

from core.calendar import add_working_days, today
from core.once import begun_once
from core.workflow import TransitionError
from exemplars.checks import blocking, run_checks, warnings
from exemplars.completeness import gaps
from exemplars.models import Facts, Nomination, OfficeStay, ReturnItem, ReturnSlip, Snapshot, Subject
from exemplars.offices import receiving_office
from exemplars.parts import read_all
from law.choosing import find_parameter
from law.models import ParameterKey, Regime
from organizations.access import successor_office


def begin(*, desk, kind, unit, name="", subject=None, request_id=None, **proposal):
    """Start a dossier for a known subject, or for a new one of that name; `exemplar` lends it its texts.

    The same `request_id` always gives the same dossier, so that a form sent twice begins one.
    """
    return begun_once(
        Nomination.objects,
        request_id,
        lambda: _begin(desk, kind, unit, name, subject, request_id, proposal),
    )


def _begin(desk, kind, unit, name, subject, request_id, proposal):
    subject = subject or Subject.objects.create(kind=kind, unit=unit, name=name)
    known = texts_of(proposal["exemplar"]) if proposal.get("exemplar") else {}
    known |= {fact: getattr(subject, fact) for fact in ("name", *Facts.fields_of(kind))}
    nomination = Nomination.objects.create(
        subject=subject,
        kind=kind,
        unit=unit,
        request_id=request_id,
        created_by=desk.user,
        updated_by=desk.user,
        **known,
        **proposal,
    )
    nomination.log("create", desk=desk, label="Lập hồ sơ", after=nomination.status)
    return nomination


def texts_of(exemplar):
    """What a dossier takes over from the exemplar that it names."""
    figures = [
        f"- {figure}: trước {figure.before_text or '–'}, sau {figure.after_text or '–'}."
        for figure in exemplar.figures.all()
    ]
    parts = [exemplar.practice, exemplar.effect, "\n".join(figures)]
    return {"field": exemplar.field, "achievements": "\n\n".join(part for part in parts if part)}


@transaction.atomic
def submit(nomination, *, desk, acknowledgement=""):
    """Send a complete dossier to the office that handles it next.

    TransitionError when something is missing, the law is against it, a warning is not answered in
    writing (`acknowledgement`), or no office is set up to receive it.
    """
    on, office = today(), receiving_office(nomination, today())
    if nomination.can("submit", desk):
        _refuse_unready(nomination, desk, acknowledgement)
        if office is None:
            raise TransitionError(
                "Chưa xác định được nơi nhận hồ sơ. Hãy báo quản trị khai báo Hội đồng cấp trên."
            )
    sender = nomination.unit
    nomination.move(
        "submit",
        desk=desk,
        note=acknowledgement,
        data={"office": office and office.pk},
        holder=office,
        submitted_on=on,
        received_on=None,
        due_on=None,
    )
    nomination.refresh_from_db()  # what was saved a moment before the row was locked is sent, too
    _arrive(nomination, office, sender)
    _take_snapshot(nomination)
    _remember_facts(nomination)


def _refuse_unready(nomination, desk, acknowledgement):
    missing = gaps(nomination)
    if missing:
        raise TransitionError(f"Hồ sơ còn thiếu {len(missing)} mục. {missing[0].text}")
    checks = run_checks(nomination, desk)
    if stop := blocking(checks):
        raise TransitionError(stop[0].text)
    if warnings(checks) and not acknowledgement.strip():
        raise TransitionError("Hồ sơ có điểm cần lưu ý. Hãy ghi ý kiến giải trình rồi trình.")


def _arrive(nomination, office, sender):
    OfficeStay.objects.get_or_create(
        nomination=nomination,
        office=office,
        defaults={"sent_by_office": sender, "route": nomination.route, "arrived_on": today()},
    )


def _take_snapshot(nomination):
    number = nomination.snapshots.count() + 1
    Snapshot.objects.create(nomination=nomination, number=number, content=read_all(nomination))


def _remember_facts(nomination):
    """What the unit has vouched for is from now on what is known of the subject."""
    subject = nomination.subject
    for fact in ("name", *Facts.fields_of(nomination.kind)):
        value = getattr(nomination, fact)
        if value not in (None, ""):
            setattr(subject, fact, value)
    subject.save()


@transaction.atomic
def receive(nomination, *, desk):
    """Take a dossier in: from this day the time for an answer runs and this day's law is its law."""
    on, former = today(), nomination.holder
    office = former and successor_office(former, on)
    nomination.move(
        "receive",
        desk=desk,
        holder=office,
        received_on=on,
        due_on=answer_due(nomination.award, on),
        regime=_regime(nomination.award, on),
    )
    _arrive(nomination, office, former)


def answer_due(award, on):
    """The last day for an answer to what was received on that day; None where no rule sets one."""
    limit = find_parameter(ParameterKey.PROCESSING_DAYS, on, award)
    if limit is None:
        return None
    if limit.unit == "ngày":  # calendar days, as for the titles of culture
        return on + datetime.timedelta(days=limit.integer)
    return add_working_days(on, limit.integer)


def _regime(award, on):
    return Regime.objects.in_force(on).filter(branch=award.branch).first() if award else None


@transaction.atomic
def give_back(nomination, *, desk, requests, note=""):
    """Return a dossier with what is to be mended in it: `requests` is {part: what to mend}."""
    if not requests:
        raise TransitionError("Hãy ghi ít nhất một nội dung cần bổ sung, chỉnh sửa.")
    nomination.move("give_back", desk=desk, note=note, due_on=None)
    slip = ReturnSlip.objects.create(nomination=nomination, office=nomination.holder, by=desk.user, note=note)
    ReturnItem.objects.bulk_create(
        ReturnItem(slip=slip, part=part, request=request) for part, request in requests.items()
    )
    return slip


def appraise(nomination, *, desk, eligible, opinion):
    """Conclude the appraisal. What the law forbids cannot be found eligible."""
    stop = blocking(run_checks(nomination, desk)) if eligible and nomination.can("appraise", desk) else []
    if stop:
        raise TransitionError(stop[0].text)
    nomination.move("appraise" if eligible else "refuse", desk=desk, note=opinion, appraisal=opinion)
