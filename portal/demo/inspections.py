"""Inspection rounds of the demonstration: each year some exemplars are looked at on the spot."""

import datetime
from collections import defaultdict
from dataclasses import dataclass
from uuid import UUID

from django.contrib.contenttypes.models import ContentType

from core.models import Event
from exemplars.models import (
    Exemplar,
    FindingResult,
    InspectionRound,
    RoundMember,
    RoundStatus,
    Stage,
    Verdict,
    Visit,
    VisitFinding,
    VisitMeasure,
    VisitStatus,
    VisitSubmission,
)
from organizations.access import inherited_units
from portal.demo.accounts import DISTRICT, SUCCESSOR
from portal.demo.invented import any_name
from portal.demo.stories import at

VISITS = 6  # of a round
TEAM = ("thuongtruc", "uyvien7", "uyvien4", "uyvien1")  # the first leads
VERDICTS = {Verdict.MEETS: 70, Verdict.NEEDS_MORE: 22, Verdict.NOT_YET: 8}
GIVEN_BACK = 0.15  # share of records that had to be mended
DRAFTED_BEFORE, CALLED_BEFORE, ACCEPTED_AFTER, CLOSED_AFTER = 14, 7, 3, 12  # days
ROUNDS = (  # unit, key of its plan, name, first and last day
    (DISTRICT, "gct-197", "Kiểm chứng mô hình, nhân tố mới năm 2022", (2022, 10, 10), (2022, 10, 28)),
    (DISTRICT, "gct-197", "Kiểm chứng mô hình, nhân tố mới năm 2023", (2023, 9, 11), (2023, 9, 29)),
    (DISTRICT, "gct-197", "Kiểm tra mô hình đề nghị nhân rộng năm 2024", (2024, 11, 4), (2024, 11, 22)),
    (DISTRICT, "gct-197", "Kiểm tra trước tổng kết giai đoạn 2021-2025", (2025, 4, 7), (2025, 4, 25)),
    (SUCCESSOR, "vinh-binh-2026", "Kiểm tra điển hình đăng ký năm 2026", (2026, 8, 10), (2026, 8, 28)),
    (SUCCESSOR, "vinh-binh-2026", "Kiểm chứng mô hình đề nghị khen cuối năm", (2026, 11, 9), (2026, 12, 11)),
    (SUCCESSOR, "vinh-binh-2026", "Kiểm tra điển hình trước sơ kết năm 2026", (2026, 12, 1), (2026, 12, 18)),
)  # fmt: skip
ELSEWHERE = (  # key of a plan of others that asks for it, name, first and last day
    ("cai-lay-2021", "Kiểm tra, kiểm chứng mô hình, nhân tố mới năm 2022", (2022, 6, 6), (2022, 6, 17)),
    ("khanh-hoa-2021", "Kiểm tra, đánh giá hiệu quả mô hình năm 2022", (2022, 7, 18), (2022, 7, 29)),
)
PURPOSE = (
    "- Xem tại chỗ cách làm và kết quả so với bản đăng ký.\n"
    "- Nghe ý kiến người dân nơi cư trú, đơn vị.\n"
    "- Nắm khó khăn, vướng mắc để kịp thời tháo gỡ."
)
SEEN = (
    "Cách làm đúng như đã đăng ký; có sổ theo dõi, có phân công từng người.",
    "Các thành viên cùng làm, cùng ghi chép; kết quả xem được ngay tại chỗ.",
    "Việc làm đã thành nền nếp; đơn vị họp rút kinh nghiệm hằng tháng.",
)
OPINIONS = (
    "Bà con đồng tình, mong được hướng dẫn để làm theo.",
    "Mọi người xác nhận việc làm có thật, có lợi cho xóm ấp.",
    "Đa số ủng hộ; có ý kiến đề nghị công khai thu chi rõ hơn.",
)
ADVICE = {
    Verdict.MEETS: "Đề nghị giới thiệu cách làm để nơi khác học tập.",
    Verdict.NEEDS_MORE: "Đề nghị đơn vị bổ sung số liệu trước và sau khi thực hiện, gửi lại trong 30 ngày.",
    Verdict.NOT_YET: "Kết quả chưa rõ; đề nghị tiếp tục bồi dưỡng, năm sau kiểm tra lại.",
}
FIGURES = (
    ("Số hộ cùng tham gia", (1, 6), (9, 24), "hộ"),
    ("Thu nhập tăng thêm", (0, 2), (12, 36), "triệu đồng/hộ/năm"),
    ("Số buổi sinh hoạt trong năm", (1, 3), (6, 12), "buổi"),
)
MEND = "Ghi rõ số hộ đã hỏi ý kiến và số liệu trước khi thực hiện."


@dataclass
class Told:
    """One visit with what happened on it, as (verb, moment, who, note)."""

    visit: Visit
    steps: list


def load_inspections(random, units, cast, plans, trail, until):
    registered = _registered()
    teller = Teller(random, cast.users, trail, until)
    for code, key, name, first, last in ROUNDS:
        starts, ends = datetime.date(*first), datetime.date(*last)
        if starts - datetime.timedelta(DRAFTED_BEFORE) <= until and key in plans:
            candidates = _of_territory(registered, units[code], starts)
            teller.tell(InspectionRound(
                unit=units[code], plan=plans[key], name=name, purpose=PURPOSE, starts_on=starts, ends_on=ends,
                outside_members="Ông Lê Minh Nhựt, phóng viên Đài Truyền thanh",
                paper=f"Thông báo của Thường trực Hội đồng ngày {starts - datetime.timedelta(10):%d/%m/%Y}",
            ), candidates)  # fmt: skip
    teller.save()


def load_inspections_elsewhere(random, plans, trail, until):
    """By the people of the plan's own unit, before its exemplar is verified (portal/demo/elsewhere.py)."""
    for key, name, first, last in ELSEWHERE:
        starts, ends = datetime.date(*first), datetime.date(*last)
        plan = plans.get(key)
        if plan and starts - datetime.timedelta(DRAFTED_BEFORE) <= until:
            team = [f"{who}.{plan.unit.code.lower()}" for who in ("thuongtruc", "canbo")]
            teller = Teller(random, trail.users, trail, until, team)
            found = Exemplar.objects.filter(plan=plan, found_on__lt=starts).exclude(status=Stage.FOUND)
            candidates = list(found.select_related("unit", "subject", "plan").order_by("pk"))
            inspection = InspectionRound(
                unit=plan.unit, plan=plan, name=name, purpose=PURPOSE, starts_on=starts, ends_on=ends
            )
            teller.tell(inspection, candidates)
            teller.save()


def _registered():
    """[(day of registration, exemplar)]"""
    kind = ContentType.objects.get_for_model(Exemplar)
    events = Event.objects.filter(content_type=kind, verb="register").order_by("at", "pk")
    days = dict(events.values_list("object_id", "at"))
    exemplars = Exemplar.objects.select_related("unit", "subject", "plan").order_by("pk")
    return [(days[exemplar.pk].date(), exemplar) for exemplar in exemplars if exemplar.pk in days]


def _of_territory(registered, office, day):
    paths = tuple(unit.path for unit in (office, *inherited_units(office, day)))
    return [
        exemplar
        for registered_on, exemplar in registered
        if registered_on < day and exemplar.unit.path.startswith(paths)
    ]


class Teller:
    """Tells the rounds one after the other, and writes all that belongs to them at once."""

    def __init__(self, random, users, trail, until, team=TEAM):
        self.random, self.users, self.trail, self.until = random, users, trail, until
        self.team = team
        self.told, self.rows = [], defaultdict(list)
        self.criteria = {}

    def tell(self, inspection, candidates):
        day = inspection.starts_on
        drafted, called, closed = (
            day - datetime.timedelta(DRAFTED_BEFORE),
            day - datetime.timedelta(CALLED_BEFORE),
            inspection.ends_on + datetime.timedelta(CLOSED_AFTER),
        )
        steps = [("call", at(called, 9)), ("close", at(closed, 9))]
        happened = [step for step in steps if step[1].date() <= self.until]
        moves = InspectionRound.MOVES
        inspection.status = moves[happened[-1][0]].target if happened else RoundStatus.DRAFT
        inspection.version = len(happened) + 1
        inspection.save()
        self._team(inspection, drafted)
        self.trail.add(inspection, "create", "Lập đợt kiểm tra", at=at(drafted, 9), by=self.team[0])
        status = RoundStatus.DRAFT
        for verb, moment in happened:
            status = self.trail.move(inspection, verb, status, at=moment, by=self.team[0])
        chosen = self.random.sample(candidates, min(VISITS, len(candidates)))
        for number, exemplar in enumerate(chosen):
            self._visit(inspection, exemplar, number, is_closed=status == RoundStatus.CLOSED)

    def _team(self, inspection, day):
        self.rows[RoundMember] += [
            RoundMember(
                round=inspection,
                user=self.users[name],
                title=self.trail.title(name, day).rpartition(", ")[0],
                leads=name == self.team[0],
            )
            for name in self.team
        ]

    def _visit(self, inspection, exemplar, number, *, is_closed):
        span = (inspection.ends_on - inspection.starts_on).days
        planned = at(inspection.starts_on + datetime.timedelta(span * number // VISITS), 8).date()
        visit = Visit(round=inspection, exemplar=exemplar, planned_on=planned)
        writer = self.team[1 + number % (len(self.team) - 1)]
        steps = self._steps(planned, writer)
        if not is_closed and number:
            steps.pop()  # only the first record of a round under way has been read yet
        happened = [step for step in steps if step[1].date() <= self.until]
        if inspection.status == RoundStatus.DRAFT:
            happened = []
        for verb, *_ in happened:
            visit.status = Visit.MOVES[verb].target
        visit.version = 2 * len(happened) + 1
        if happened:
            self._write(visit, happened[0][1], writer)
        self.told.append(Told(visit, happened))

    def _steps(self, planned, writer):
        steps = [("record", at(planned, 16), writer, "")]
        if self.random.random() < GIVEN_BACK:
            steps.append(("give_back", at(planned + datetime.timedelta(2), 9), self.team[0], MEND))
            steps.append(("record", at(planned + datetime.timedelta(4), 15), writer, ""))
        accepted = steps[-1][1].date() + datetime.timedelta(ACCEPTED_AFTER)
        return [*steps, ("accept", at(accepted, 10), self.team[0], "")]

    def _write(self, visit, moment, writer):
        random, exemplar = self.random, visit.exemplar
        verdict = random.choices(list(VERDICTS), weights=list(VERDICTS.values()))[0]
        visit.visited_at = at(visit.planned_on, 8)
        visit.ended_at = at(visit.planned_on, 10, 30)
        visit.place = f"{exemplar.unit}"
        titles = {name: self.trail.title(name, visit.planned_on).rpartition(", ")[0] for name in self.team}
        visit.team = "\n".join(f"{self.users[name]}, {titles[name]}" for name in (self.team[0], writer))
        visit.hosts = f"Ông {any_name(random)}, Bí thư chi bộ\n{exemplar.subject}"
        visit.practice = random.choice(SEEN)
        visit.neighbours = f"{random.randint(5, 12):02} hộ ở gần"
        visit.opinion = random.choice(OPINIONS)
        visit.verdict, visit.recommendations = verdict, ADVICE[verdict]
        visit.recorded_by, visit.recorded_at = self.users[writer], moment
        self._rows_of(visit, moment)

    def _rows_of(self, visit, moment):
        random, good = self.random, visit.verdict == Verdict.MEETS
        for criterion in self._criteria_of(visit.exemplar):
            met = good or random.random() < 0.5
            words = "" if met else "Chưa đủ số liệu để đối chiếu."
            result = FindingResult.MET if met else FindingResult.PARTLY
            self.rows[VisitFinding].append(
                VisitFinding(visit=visit, criterion=criterion, result=result, words=words)
            )
        for order, (name, before, after, measure) in enumerate(random.sample(FIGURES, 2)):
            texts = {
                part: f"{random.randint(*span)} {measure}"
                for part, span in (("before", before), ("after", after))
            }
            self.rows[VisitMeasure].append(VisitMeasure(visit=visit, name=name, order=order, **texts))
        self.rows[VisitSubmission].append(
            VisitSubmission(
                visit=visit,
                request_id=UUID(int=random.getrandbits(128), version=4),
                content={"place": visit.place, "practice": visit.practice, "verdict": visit.verdict},
                by=visit.recorded_by,
                at=moment,
            )
        )

    def _criteria_of(self, exemplar):
        key = exemplar.plan_id, exemplar.subject.kind
        if key not in self.criteria:
            criteria = exemplar.plan.criteria.filter(subject_kind=key[1]) if exemplar.plan else ()
            self.criteria[key] = list(criteria)
        return self.criteria[key]

    def save(self):
        Visit.objects.bulk_create(told.visit for told in self.told)
        for model, rows in self.rows.items():
            model.objects.bulk_create(rows)
        for told in self.told:
            status = VisitStatus.PLANNED
            for verb, moment, by, note in told.steps:
                status = self.trail.move(told.visit, verb, status, at=moment, by=by, note=note)
