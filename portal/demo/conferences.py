"""Conferences of the demonstration: of plan 156, of the district and the province in 2025, one of 2026.

What plan 156 says of days and levels is true; that city has no account here, so nobody's acts are told of
it. Who came, and the wards of the city, are invented.
"""

import datetime
import json

from django.utils import timezone

from awards.models import AwardEntry
from exemplars.models import Exemplar, Sex
from exemplars.models.stage import LIVING, Stage
from gatherings.honours import split
from gatherings.models import Block, Conference, Duty, Honour, Quota, Talk
from gatherings.programme import usual_blocks
from law.models import SubjectKind
from organizations.models import Unit, UnitKind
from organizations.numbering import start_after, take_number
from portal.demo.accounts import STAFF
from portal.demo.delegations import Delegations
from portal.demo.places import LAST_DAY, REFORM, START
from portal.demo.plans import DATA
from portal.demo.stories import at
from reports.papers.typed_text import in_a_sentence

WARDS = (  # of the city whose plan is 156/KH-UBND
    ("TP156-A", "phường thứ nhất của Kế hoạch 156", UnitKind.WARD),
    ("TP156-B", "phường thứ hai của Kế hoạch 156", UnitKind.WARD),
    ("TP156-C", "xã thứ ba của Kế hoạch 156", UnitKind.COMMUNE),
)
TEXTS = ("purpose", "demands", "standards")
TALKS, HONOURED = 3, 30  # at most, at one conference


def load_conferences(random, told, trail, until):
    """Those that were begun by the day `until`, each as far as it had come."""
    units = told.units | _wards(told.units, until)
    rows = {row["key"]: row for row in json.loads((DATA / "conferences.json").read_text())}
    told_of = Telling(random, told, units, trail, until)
    for row in sorted(rows.values(), key=lambda row: "above" in row):  # those above before those below
        told_of.begin(row)
    for row in sorted(rows.values(), key=lambda row: row["starts"]):
        told_of.fill(row)


def _wards(units, until):
    ends = LAST_DAY if until >= REFORM else None
    return {
        code: Unit.objects.add_child(
            units["TP156"], {"code": code, "name": name, "kind": kind, "starts_on": START, "ends_on": ends}
        )
        for code, name, kind in WARDS
    }


class Telling:
    """Writes the conferences row by row; its acts go to the trail."""

    def __init__(self, random, told, units, trail, until):
        self.random, self.told, self.units, self.trail, self.until = random, told, units, trail, until
        self.begun = {}  # {key: Conference}
        self.delegates = Delegations(random, told, trail, until)

    def begin(self, row):
        start = timezone.make_aware(datetime.datetime.fromisoformat(row["starts"]))
        steps = self._steps(row, start.date())
        if ("steps" in row and not steps) or row["unit"] not in self.units or self._is_ahead(row, start):
            return
        status, asked_on = self._life(row, steps, start.date())
        plan = self.told.plans.get(row.get("plan"))
        conference = Conference(
            unit=self.units[row["unit"]],
            plan=plan,
            milestone=plan.milestones.filter(name=row["milestone"]).first() if "milestone" in row else None,
            above=self.begun.get(row.get("above")),
            name=row["name"],
            starts_at=start,
            ends_at=start + datetime.timedelta(minutes=row["minutes"]),
            place=row["place"],
            chair=row["chair"],
            secretary=row.get("secretary", ""),
            funding=row.get("funding", ""),
            recipients="Các đại biểu\nLưu: VT",
            delegates_total=row["total"],
            delegates_due_on=row.get("due"),
            asked_on=asked_on,
            status=status,
            version=len(steps) or 1,
            **row["targets"],
            **{name: "\n".join(f"- {line}" for line in row.get(name, ())) for name in TEXTS},
        )
        conference.save()
        self.begun[row["key"]] = conference
        self._tell(conference, steps)

    def _is_ahead(self, row, start):
        return "steps" not in row and start.date() > self.until

    def _steps(self, row, day):
        """[(verb, moment, user name)] up to the last day."""
        staff = STAFF.get(row["unit"])
        steps = []
        for verb, before, role in row.get("steps", ()):
            moment = at(day - datetime.timedelta(days=before), 14 if before <= 0 else 9)
            if moment.date() <= self.until:
                steps.append((verb, moment, getattr(staff, role)))
        return steps

    def _life(self, row, steps, day):
        """(status, day on which units were asked); a conference without steps is long over."""
        if "steps" not in row:
            return "closed", day - datetime.timedelta(days=45)
        verbs = [verb for verb, *_ in steps if verb != "create"]
        status = Conference.MOVES[verbs[-1]].target if verbs else "preparing"
        return status, next((moment.date() for verb, moment, _ in steps if verb == "ask"), None)

    def _tell(self, conference, steps):
        status = "preparing"
        for verb, moment, by in steps:
            if verb == "create":
                self.trail.add(conference, verb, "Lập hội nghị", at=moment, by=by)
            else:
                status = self.trail.move(conference, verb, status, at=moment, by=by)

    # --- What belongs to one conference -----------------------------------------------------------

    def fill(self, row):
        conference = self.begun.get(row["key"])
        if conference is None:
            return
        Block.objects.bulk_create(usual_blocks(conference))
        Duty.objects.bulk_create(
            Duty(conference=conference, task=task, by=by, due_on=due, order=order)
            for order, (task, by, due) in enumerate(row.get("duties", ()), start=1)
        )
        quotas = self._quotas(conference, row)
        if conference.asked_on and row.get("nominates", True):
            self.delegates.fill(conference, quotas, row)
        self._talks(conference)
        if "honours_year" in row:
            self._honours(conference, row["honours_year"])
        if "numbers" in row:
            self._numbers(conference, row["numbers"])

    def _quotas(self, conference, row):
        sizes = {self.units[code]: number for code, number in row.get("quotas", {}).items()}
        if "quota_each" in row:
            below = Unit.objects.existing(conference.day).filter(depth=conference.unit.depth + 1)
            territories = below.under([conference.unit.path]).exclude(kind=UnitKind.ASSOCIATION)
            chosen = [unit for unit in territories if unit.kind != UnitKind.AGENCY]
            sizes = dict.fromkeys(chosen[: row["total"] // row["quota_each"]], row["quota_each"])
        if not sizes and row["key"] == "tp-156":
            sizes = {self.units[code]: 6 for code, *_ in WARDS}
        if not sizes:
            sizes = {conference.unit: row["total"]}
        quotas = [
            Quota(conference=conference, unit=unit, number=number, women=number // 3 or None, order=order)
            for order, (unit, number) in enumerate(sizes.items(), start=1)
        ]
        return Quota.objects.bulk_create(quotas)

    def _talks(self, conference):
        """From what the office verified in its territory."""
        proven = LIVING[LIVING.index(Stage.VERIFIED) :]
        territory = Exemplar.objects.filter(status__in=proven, unit__path__startswith=conference.unit.path)
        seen = (
            territory.filter(found_on__lte=conference.day)
            .select_related("subject")
            .order_by("-found_on", "pk")
        )
        chosen = list({exemplar.subject_id: exemplar for exemplar in seen}.values())[:TALKS]
        due = conference.day - datetime.timedelta(days=10)
        Talk.objects.bulk_create(
            Talk(
                conference=conference,
                exemplar=exemplar,
                title=exemplar.title,
                speaker=_spoken_of(exemplar.subject),
                due_on=due,
                received_on=due - datetime.timedelta(days=2 + order) if due <= self.until else None,
                order=order,
            )
            for order, exemplar in enumerate(chosen, start=1)
        )

    def _honours(self, conference, year):
        entries = AwardEntry.objects.counting().filter(
            decision__unit=conference.unit, awarded_on__year=year, awarded_on__lte=conference.day
        )
        chosen = entries.order_by("-awarded_on", "pk")[:HONOURED]
        Honour.objects.bulk_create(
            Honour(conference=conference, entry=entry, handed_by=conference.chair) for entry in chosen
        )
        split(conference)

    def _numbers(self, conference, numbers):
        """Of the plan and the invitation: symbol, first number or None for the next one, days before."""
        clerk, signer = (
            self.trail.users[STAFF[conference.unit.code].clerk],
            STAFF[conference.unit.code].chairman,
        )
        values = {"signatory": self.trail.users[signer].full_name, "signatory_title": "Chủ tịch"}
        for field, symbol, first, before in (
            ("plan_number", *numbers[:3]),
            ("invitation_number", *numbers[3:]),
        ):
            day = conference.day - datetime.timedelta(days=before) if before else None
            if day is None or day > self.until:
                continue
            series = conference.unit.series.filter(symbol=symbol, year=day.year).first()
            if series is None and first:
                start_after(unit=conference.unit, symbol=symbol, year=day.year, last=first - 1)
            on = max(day, series.last_on) if series and series.last_on else day
            title = f"{'Kế hoạch' if symbol.startswith('KH') else 'Giấy mời'}: {conference}"
            given = {"signatory": values["signatory"], "recipients": "Các đại biểu", "kept_by": "VT"}
            values[field] = take_number(
                unit=conference.unit, symbol=symbol, on=on, title=title[:400], by=clerk, **given
            )
        Conference.objects.filter(pk=conference.pk).update(**values)


def _spoken_of(subject):
    """Who speaks: the person, or somebody for the collective or the household."""
    if subject.kind == SubjectKind.PERSON:
        return f"{'Bà' if subject.sex == Sex.FEMALE else 'Ông'} {subject.name}"
    return f"Đại diện {in_a_sentence(str(subject))}"
