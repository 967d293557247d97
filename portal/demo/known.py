"""What the demonstration knows of its subjects besides their dossiers: evaluations of each year and more."""

import datetime
import json
from collections import defaultdict
from itertools import islice
from pathlib import Path

from awards.models import AwardEntry
from exemplars.models import (
    Absence,
    AbsenceKind,
    CollectiveKind,
    Discipline,
    Grade,
    Initiative,
    MatterKind,
    Measure,
    Membership,
    Nomination,
    OpenMatter,
    Pledge,
    Scope,
    Sex,
    Subject,
    YearlyEvaluation,
)
from exemplars.models.nomination import UNDER_WAY
from law.models import SubjectKind
from portal.demo.dossiers import STANDING
from portal.demo.stories import at

SAID = json.loads((Path(__file__).parent / "data" / "known.json").read_text())
YEARS = range(2021, 2026)
WOMEN = "Phụ nữ"
USUAL = {Grade.MET: 8, Grade.WELL: 72, Grade.EXCELLENT: 20}  # weights
LAST_PLEDGED = 2023  # the law of 2022 asks for no pledge
FOREMOST = "CSTDCS"  # whoever has this title did that year's task excellently
BASE_SHARE, PROVINCE_SHARE = 0.15, 0.3
REPRIMANDED = datetime.date(2022, 6, 10), datetime.date(2023, 6, 9)
ON_LEAVE = datetime.date(2023, 3, 1), datetime.date(2023, 8, 31)
YOUNG = datetime.date(1985, 1, 1)
MATTER_AGE = datetime.timedelta(days=30)


def load_known(random, told, trail, until):
    known = Known(random, told, trail, until)
    subjects = list(Subject.objects.select_related("unit").order_by("pk"))
    staff = [one for one in subjects if one.position in SAID["initiatives"]]
    offices = [one for one in subjects if one.collective_kind == CollectiveKind.OFFICE]
    for subject in (*staff, *offices):
        known.evaluate(subject)
    for person in staff:
        known.initiative(person)
    collectives = [one for one in subjects if one.collective_kind]
    known.members(collectives, [one for one in subjects if one.kind == SubjectKind.PERSON])
    known.leave(staff)
    known.save()


class Known:
    """Collects the records about subjects, and writes all of a kind at once."""

    def __init__(self, random, told, trail, until):
        self.random, self.told, self.trail, self.until = random, told, trail, until
        self.rows, self.authors = defaultdict(list), []
        self.awarded = defaultdict(lambda: defaultdict(set))  # {subject pk: {year: codes}}
        for pk, period_to, code in AwardEntry.objects.values_list("subject", "period_to", "award__code"):
            self.awarded[pk][period_to.year].add(code)

    def evaluate(self, subject):
        """In December, by whoever prepares for the unit; never worse than the awards of that year say."""
        for year in YEARS:
            day = datetime.date(year, 12, 20)
            if day > self.until:
                return
            if year <= LAST_PLEDGED:
                self._add(Pledge(subject=subject, year=year), subject, day)
            awards = self.awarded[subject.pk][year]
            grade = self.random.choices(list(USUAL), weights=USUAL.values())[0]
            if FOREMOST in awards:
                grade = Grade.EXCELLENT
            elif awards and grade == Grade.MET:
                grade = Grade.WELL
            self._add(YearlyEvaluation(subject=subject, year=year, grade=grade), subject, day)

    def initiative(self, person):
        """For each year of the foremost title, and now and then without one."""
        years = [year for year in YEARS if FOREMOST in self.awarded[person.pk][year]]
        if not years and self.random.random() < BASE_SHARE:
            years = [self.random.choice(YEARS)]
        names = SAID["initiatives"][person.position]
        for year, name in zip(years, names, strict=False):
            day = datetime.date(year, 11, self.random.randint(1, 28))
            scope = Scope.PROVINCE if self.random.random() < PROVINCE_SHARE else Scope.BASE
            by = f"Hội đồng sáng kiến {'cấp tỉnh' if scope == Scope.PROVINCE else 'cấp cơ sở'}"
            record = Initiative(name=name, scope=scope, recognised_on=day, recognised_by=by)
            if self._add(record, person, day):
                self.authors.append((record, person))

    def members(self, collectives, people):
        """Half of the unit's persons in each, women alone where it is theirs; entered once a year."""
        of_unit = defaultdict(list)
        for person in people:
            of_unit[person.unit_id].append(person)
        for collective in collectives:
            near = of_unit[collective.unit_id]
            if WOMEN in collective.name:
                near = [person for person in near if person.sex == Sex.FEMALE]
            chosen = self.random.sample(near, -(-len(near) // 2))
            for year in YEARS if chosen else ():
                self._members(collective, year, chosen)

    def _members(self, collective, year, people):
        day = datetime.date(year, 12, 21)
        rows = [Membership(collective=collective, person=person, year=year) for person in people]
        if all(self._sign(row, collective, day) for row in rows):
            names = ", ".join(str(person) for person in people)
            self._tell(collective, f"Thêm thành viên năm {year}", day, names)

    def leave(self, staff):
        """One reprimand, one maternity leave, one matter that is being looked into."""
        quiet = [one for one in staff if not any(self.awarded[one.pk].values())]
        for person in quiet[:1]:
            starts, ends = REPRIMANDED
            record = Discipline(subject=person, measure=Measure.REPRIMAND, starts_on=starts, ends_on=ends)
            record.decision = SAID["reprimand"]
            self._add(record, person, starts)
        young = (one for one in staff if one.sex == Sex.FEMALE and one.birth_date > YOUNG)
        for mother in islice(young, 1):
            starts, ends = ON_LEAVE
            record = Absence(subject=mother, kind=AbsenceKind.MATERNITY, starts_on=starts, ends_on=ends)
            self._add(record, mother, starts)
        self._matter(quiet[1:])

    def _matter(self, staff):
        """Of somebody whose unit is still there and of whom no dossier waits, which it would hold up."""
        busy = set(Nomination.objects.filter(status__in=UNDER_WAY).values_list("subject", flat=True))
        day = self.until - MATTER_AGE
        free = (one for one in staff if one.pk not in busy and one.unit.exists_on(self.until))
        if person := next(free, None):
            record = OpenMatter(
                subject=person, kind=MatterKind.DENUNCIATION, opened_on=day, note=SAID["matter"]
            )
            self._sign(record, person, day)

    def _add(self, record, subject, day):
        """Whether the day has come; `subject` is the one in whose trail it stands."""
        is_due = self._sign(record, subject, day)
        if is_due:
            self._tell(subject, f"Thêm {record._meta.verbose_name}", day, str(record))
        return is_due

    def _sign(self, record, subject, day):
        """Keep the record with who entered it; False before its day has come."""
        if day > self.until:
            return False
        by = STANDING if isinstance(record, OpenMatter) else self.told.writer(subject.unit, day)
        record.recorded_by, record.recorded_at = self.trail.users[by], at(day, 15)
        self.rows[type(record)].append(record)
        return True

    def _tell(self, subject, label, day, note):
        by = self.told.writer(subject.unit, day)
        self.trail.add(subject, "record", label, at=at(day, 15), by=by, note=note)

    def save(self):
        for model, rows in self.rows.items():
            model.objects.bulk_create(rows)
        written = Initiative.authors.through
        written.objects.bulk_create(
            written(initiative=record, subject=person) for record, person in self.authors
        )
        for matter in self.rows[OpenMatter]:
            self.trail.add(
                matter,
                "record",
                "Thêm việc đang được xem xét",
                at=matter.recorded_at,
                by=STANDING,
                note=str(matter),
            )
