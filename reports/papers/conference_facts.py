"""What the papers of a conference say, read from its records."""

from dataclasses import replace

from awards.naming import given_by
from core.calendar import short_date
from core.text import entries
from exemplars.models import Sex
from gatherings.honours import batches
from gatherings.models import BlockKind
from gatherings.models.delegate import TAKEN
from gatherings.programme import slots

from . import conference as papers
from . import heads
from .typed_text import capitalised

ADDRESSED = {Sex.FEMALE: "Bà", Sex.MALE: "Ông"}


def plan(conference):
    return papers.plan(_numbered(conference, "KH", conference.plan_number))


def invitation(conference):
    return papers.invitation(_numbered(conference, "GM", conference.invitation_number))


def programme(conference):
    return papers.programme(facts(conference))


def delegates(conference):
    return papers.delegates(facts(conference))


def script(conference):
    found = replace(facts(conference), batches=_batches(conference))
    return papers.script(found)


def _numbered(conference, kind, number):
    """With the number and the day that the clerk gave, or room for them."""
    found, office = facts(conference), heads.office_of(conference.unit, conference.day)
    symbol = f"{kind}-{office.symbol or 'UBND'}"
    if number:
        head = heads.letterhead(office, number.series.symbol, number=number.number, day=number.issued_on)
    else:
        head = heads.letterhead(office, symbol)
    return replace(found, letterhead=head)


def facts(conference):
    """Needs its blocks, talks, duties, quotas and delegates, with their units."""
    office = heads.office_of(conference.unit, conference.day)
    taken = [row for row in conference.delegates.all() if row.status in TAKEN]
    taken.sort(key=lambda row: (row.unit.path, row.name_key))
    running = slots(conference, conference.blocks.all())
    talks = list(conference.talks.all())
    return papers.Conference(
        heads.letterhead(office, day=conference.day),  # of what is handed out on that day
        office.issuer,
        conference.name,
        conference.day,
        _hour(running[0].begins if running else None, conference),
        conference.place or "…",
        conference.chair or "…",
        purposes=entries(conference.purpose),
        demands=entries(conference.demands),
        standards=entries(conference.standards),
        shares=tuple(map(_share, conference.quotas.all())),
        reports=tuple(f"{talk.title}: {talk.speaker}" for talk in talks),
        tasks=tuple(
            (duty.task, duty.by, short_date(duty.due_on) if duty.due_on else "")
            for duty in conference.duties.all()
        ),
        funding=conference.funding,
        points=tuple(map(_point, running)),
        delegates=tuple(map(_delegate, taken)),
        signature=heads.signed_by(office, conference.signatory, conference.signatory_title),
        recipients=heads.recipients(conference.recipients) or (f"{heads.KEPT} VT",),
        guests=tuple(map(_guest, taken)),
        talks=tuple(papers.Talk(talk.title, talk.speaker, f"{talk.minutes} phút") for talk in talks),
    )


def _hour(moment, conference):
    moment = moment or conference.local_start
    return f"{moment:%H} giờ {moment:%M} phút"


def _share(quota):
    groups = (quota.women or 0, quota.minorities or 0, quota.workers or 0)
    return papers.Share(capitalised(quota.unit.name), quota.number, *groups)


def _point(slot):
    by = "" if slot.block.kind == BlockKind.BREAK else slot.block.by
    return papers.Point(f"{slot.begins:%H} giờ {slot.begins:%M}", slot.block.title, by, slot.block.said)


def _delegate(row):
    return papers.Delegate(
        capitalised(row.unit.name),
        row.name,
        row.get_sex_display(),
        capitalised(row.description),
        row.get_standard_display() if row.seat == "official" else row.get_seat_display(),
    )


def _guest(row):
    return ", ".join(filter(None, [f"{ADDRESSED[row.sex]} {row.name}", row.position]))


def _batches(conference):
    office = heads.office_of(conference.unit, conference.day)
    return tuple(
        papers.Batch(
            given_by(str(rows[0].entry.award), office),
            rows[0].handed_by,
            tuple(_honoured(row.entry) for row in rows if not row.entry.annulled_on),
        )
        for _, rows in batches(conference)
    )


def _honoured(entry):
    return entry.name, capitalised(entry.description), entry.decision.number_text
