"""How far units are with what the plans asked of them, who was reminded, and what an office urged.

Who is asked for what is as the plans have it; what units of the commune are asked, and all reports, are
invented.
"""

import datetime
import json

from campaigns.models import Assignment, ProgressReport
from campaigns.recipients import recipients_of
from campaigns.urging import urging_message
from core.deadlines import Deadlines
from organizations.models import Message, Post, Role, Unit, UnitKind, User
from portal.demo.accounts import DISTRICT, SUCCESSOR
from portal.demo.invented import any_name
from portal.demo.places import LAST_DAY, REFORM, START
from portal.demo.plans import DATA, dated
from portal.demo.stories import at
from portal.reminders import message_for, to_be_reminded

SAID = json.loads((DATA / "progress.json").read_text())
WORDS = SAID["words"]
PLAN = "vinh-binh-2026"  # whose people are reminded
STANDING = "thuongtruc"
TITLES = {  # kind of unit: (title of its officer, of its head)
    UnitKind.SCHOOL: ("Tổ trưởng tổ văn phòng", "Hiệu trưởng"),
    UnitKind.HAMLET: ("Phó Trưởng ấp", "Trưởng ấp"),
    UnitKind.QUARTER: ("Phó Trưởng khu phố", "Trưởng khu phố"),
    UnitKind.ENTERPRISE: ("Thành viên Hội đồng quản trị", "Giám đốc"),
    UnitKind.ASSOCIATION: ("Chuyên viên", "Chủ tịch"),
    UnitKind.AGENCY: ("Chuyên viên", "Trưởng phòng"),
}
OTHER_TITLES = ("Công chức theo dõi thi đua", "Thủ trưởng đơn vị")
FINAL_BEFORE, HALF_BEFORE, FIRST_BEFORE = 9, 40, 75  # days before the due day
REMINDED_BACK, URGED_BACK = 7, 3  # days before the last one


def load_progress(random, told, trail, until):
    """Assignments, reports and messages up to the day `until`."""
    units = {unit.code: unit for unit in Unit.objects.all()}
    _add_offices(units, until)
    telling = _Telling(random, told, units, trail, until)
    for key, plan in told.plans.items():
        if plan.issued_on and plan.issued_on <= until:
            telling.tell(key, plan)
    telling.save()
    if PLAN in told.plans:
        _remind(told.plans[PLAN], trail, until)


def _add_offices(units, until):
    for code, name, kind, parent in SAID["units"]:
        ends = LAST_DAY if until >= REFORM else None
        values = {"code": code, "name": name, "kind": kind, "starts_on": START, "ends_on": ends}
        units[code] = Unit.objects.add_child(Unit.objects.get(pk=units[parent].pk), values)


class _Telling:
    """Collects the reports of all plans and writes them together."""

    def __init__(self, random, told, units, trail, until):
        self.random, self.told, self.units, self.trail, self.until = random, told, units, trail, until
        self.people = {}  # {unit code: name of the user who reports for it}
        self.asked, self.reports = [], []

    def tell(self, key, plan):
        milestones = list(plan.milestones.all())
        fates = SAID["fates"].get(key, {})
        rows = [(row, fates.get(row.unit.code)) for row in plan.assignments.select_related("unit")]
        rows += self._added(key, plan, start=len(rows) + 1)
        answers = SAID["answers"].get(key, {})
        for row, fate in rows:
            row.plan = plan
            later = (m for m in milestones if row.due_on and m.due_on >= row.due_on)
            row.milestone = next(later, None)
            row.answered_by = self.told.plans.get(answers.get(row.unit.code))
            self._live(row, fate or ("done" if row.due_on else "yearly"), plan)
        self.asked += [row for row, _fate in rows]

    def _added(self, key, plan, start):
        found = []
        for order, values in enumerate(SAID["assignments"].get(key, ()), start=start):
            values = dated(values)
            fate, unit = values.pop("fate", None), self.units.get(values.pop("unit"))
            if unit:
                found.append((Assignment(plan=plan, unit=unit, order=order, **values), fate))
        Assignment.objects.bulk_create(row for row, _fate in found)
        return found

    def _live(self, row, fate, plan):
        row.done_on, row.result = None, ""
        for day, percent, words in self._reports(row.due_on, fate, plan.issued_on):
            if plan.issued_on <= day <= min(self.until, plan.ends_on):
                self._report(row, day, percent, self.random.choice(WORDS[words]))

    def _reports(self, due, fate, issued_on):
        """(day, per cent, what kind of words) of the reports of one assignment."""
        if fate == "silent":
            return []
        if due is None:
            days = [issued_on.replace(month=11, day=18, year=year) for year in range(issued_on.year, 2031)]
            return [(day, None, "yearly") for day in days]
        told = [(due - datetime.timedelta(FIRST_BEFORE), 30, "part")]
        if fate == "done" or fate == "running":
            told.append((due - datetime.timedelta(HALF_BEFORE), 60, "part"))
        if fate == "done":
            told.append((due - datetime.timedelta(FINAL_BEFORE), 100, "final"))
        return told

    def _report(self, row, day, percent, text):
        by, moment, final = self._reporter(row, day), at(day, 10), percent == 100
        report = ProgressReport(assignment=row, on=day, percent=percent, text=text, is_final=final, at=moment)
        report.by = self.trail.users[by]
        self.reports.append(report)
        if final:
            row.done_on, row.result = day, text
        label = "Báo hoàn thành phân công" if final else "Báo cáo tiến độ phân công"
        note = f"{row.unit}: {row.task}\n{report.state_in_words.capitalize()}. {text}"
        self.trail.add(row.plan, "report", label, at=moment, by=by, note=note)

    def _reporter(self, row, day):
        """Who prepares at the unit, or above it where the portal knows nobody there.

        The district's standing office wrote for its offices without an account.
        """
        code, leads = row.unit.code, row.plan.unit
        if code in self.told.cast.preparers and row.unit.exists_on(day):
            return self.told.cast.preparers[code][0]
        if leads.code == DISTRICT:
            return STANDING
        unit = row.unit if leads.code == SUCCESSOR else leads
        if unit.code not in self.people:
            self.people[unit.code] = _people_at(self.random, unit, self.trail, self.until)
        return self.people[unit.code]

    def save(self):
        Assignment.objects.bulk_update(self.asked, ["done_on", "result", "milestone", "answered_by"])
        ProgressReport.objects.bulk_create(self.reports)


def _people_at(random, unit, trail, until):
    """An officer and a head of the unit, as long as it exists; the officer's user name."""
    ends = unit.ends_on if unit.ends_on and unit.ends_on < until else None
    titles = TITLES.get(unit.kind, OTHER_TITLES)
    names = []
    for prefix, role, title in zip(("canbo", "thutruong"), (Role.OFFICER, Role.HEAD), titles, strict=True):
        name = f"{prefix}.{unit.code.lower()}"
        user, _ = User.objects.get_or_create(
            username=name,
            defaults={"full_name": any_name(random), "password": trail.users["quantri"].password},
        )
        Post.objects.get_or_create(
            user=user,
            unit=unit,
            role=role,
            defaults={"title": title, "starts_on": unit.starts_on, "ends_on": ends},
        )
        trail.users[name] = user
        trail.titles.setdefault(name, [(unit.starts_on, ends, f"{title}, {unit}")])
        names.append(name)
    return names[0]


def _remind(plan, trail, until):
    """The messages of the last days: reminders, and one urging by the standing office."""
    urged_on = until - datetime.timedelta(URGED_BACK)
    if not Unit.objects.get(code=SUCCESSOR).exists_on(urged_on):
        return
    messages = []
    for back in range(REMINDED_BACK, -1, -1):
        day = until - datetime.timedelta(back)
        deadlines = Deadlines(day)
        if day == urged_on:
            messages += _urge(plan, deadlines, trail)
        elif deadlines.calendar.works(day):
            messages += [message_for(person, deadlines) for person in to_be_reminded(day, deadlines)]
    for message in messages:
        message.created_at = at(message.day, 8)
        if message.day < urged_on:
            message.read_at = at(message.day, 10)
    Message.objects.bulk_create(messages)


def _urge(plan, deadlines, trail):
    late = Assignment.objects.filter(plan=plan).late(deadlines).select_related("unit")
    people, _orphaned = recipients_of(list(late.order_by("due_on", "pk")), deadlines.on)
    moment, by = at(deadlines.on, 8), trail.users[STANDING]
    label = f"Đôn đốc {len(people)} người về việc quá hạn"
    note = ", ".join(sorted(person.user.full_name for person in people))
    if people:
        trail.add(plan, "urge", label, at=moment, by=STANDING, note=note)
    return [urging_message(plan, person, deadlines, by=by, at=moment) for person in people]
