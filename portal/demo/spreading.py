"""How exemplars of the demonstration were copied, visited and written about."""

import datetime
import json
from collections import defaultdict
from pathlib import Path

from exemplars.models import Adoption, AdoptionStatus, Coverage, Exemplar, LearningEvent, Stage
from organizations.access import successor_offices
from portal.demo.accounts import DISTRICT, SUCCESSOR
from portal.demo.places import REFORM, SUCCESSOR_AGENCIES
from portal.demo.stories import at

DATA = Path(__file__).parent / "data"
UNSPREAD = (Stage.FOUND, Stage.REGISTERED, Stage.NURTURED, Stage.VERIFIED, Stage.DROPPED)
STANDING = "thuongtruc"
SECOND_HAND, AS_EXEMPLAR, GIVEN_UP, RELEASED = 0.4, 0.5, 0.06, 0.6  # shares
NOT_FOR_COPYING = (DISTRICT, SUCCESSOR, *(code for code, *_ in SUCCESSOR_AGENCIES))
EVIDENCE = (
    "Biên bản trao đổi kinh nghiệm; ảnh chụp trước và sau.",
    "Danh sách hộ tham gia có chữ ký; sổ theo dõi hằng tháng.",
    "Quyết định thành lập tổ; biên bản họp dân.",
    "Ảnh chụp tại chỗ; xác nhận của Mặt trận.",
)
EFFECT = (
    "{n} hộ cùng làm; công việc chung xong sớm hơn trước một tháng.",
    "{n} hộ tham gia; mỗi hộ bớt được một phần ba chi phí.",
    "Vận động được {n} triệu đồng và 120 ngày công.",
    "{n} người thường xuyên tham gia; không còn điểm rác tự phát.",
    "",
)
REASON = "Chuyển sang cách làm khác phù hợp hơn với địa bàn."
KINDS = LearningEvent.Kind
LEARNED = {  # kind: (what it is called, its result)
    KINDS.VISIT: ("Tham quan, học tập mô hình “{title}”", "Ba đơn vị đăng ký làm theo ngay sau chuyến đi."),
    KINDS.EXCHANGE: ("Trao đổi cách làm “{title}”", "Thống nhất bước làm, phân công người hướng dẫn."),
    KINDS.TALK: ("Giao lưu gương điển hình: {subject}", "Người dự đặt 14 câu hỏi; có sổ tay cách làm."),
    KINDS.REPORT: ("Báo cáo kinh nghiệm: {title}", "Báo cáo được gửi cho các ấp, khu phố, trường học."),
}
OUTLETS = {  # kind: where
    Coverage.Kind.ARTICLE: "Trang thông tin điện tử của địa phương",
    Coverage.Kind.COLUMN: "Chuyên mục “Gương người tốt, việc tốt”",
    Coverage.Kind.RADIO: "Đài truyền thanh cơ sở",
    Coverage.Kind.CLIP: "Kênh video của Trung tâm Văn hóa",
    Coverage.Kind.POST: "Trang mạng xã hội của Ủy ban nhân dân",
}


def load_spread(random, told, plans, trail, until):
    copied = _spread_exemplars()
    _adopt(random, told, trail, copied, until)
    _leave_waiting(random, told, trail, copied, until)
    _release(random, told, trail, copied, until)
    _make_known(random, told, copied, until)
    _make_known_elsewhere(random, told.units, plans, until)


def _spread_exemplars():
    spread = Exemplar.objects.exclude(status__in=UNSPREAD).select_related("unit", "subject", "plan")
    return list(spread.order_by("found_on", "pk"))


def _known_on(exemplar):
    """By then it was verified and spread (portal/demo/exemplary.py)."""
    return exemplar.found_on + datetime.timedelta(days=205)


# --- Adoptions ---------------------------------------------------------------------------------------


def _adopt(random, told, trail, copied, until):
    later, now = _exemplars_of_units(), successor_offices(told.units.values(), until)
    for exemplar in copied:
        made, day = [], _known_on(exemplar)
        for unit in _adopting_units(random, told.units, exemplar, day):
            day += datetime.timedelta(days=random.randint(12, 90))
            adoption = _adoption(random, told, exemplar, unit, day, later)
            steps = _steps(random, told, adoption, now, until)
            if not steps:
                break
            if made and random.random() < SECOND_HAND:
                adoption.learned_from = random.choice(made)
            _keep(trail, adoption, steps)
            if adoption.status == AdoptionStatus.CONFIRMED:
                made.append(adoption)


def _leave_waiting(random, told, trail, copied, until):
    """Of the exemplars spread last: some places have yet to answer, some wait for the office."""
    now = successor_offices(told.units.values(), until)
    since = until - datetime.timedelta(days=95)
    for exemplar in [other for other in copied if _known_on(other) <= since][-2:]:
        taken = set(exemplar.adoptions.values_list("unit", flat=True))
        units = [
            unit for unit in _adopting_units(random, told.units, exemplar, since) if unit.pk not in taken
        ]
        for unit, goes_far in zip(units, (1, 2), strict=False):
            adoption = _adoption(random, told, exemplar, unit, since, defaultdict(list))
            steps = _steps(random, told, adoption, now, until)[:goes_far]
            _keep(trail, adoption, steps)


def _exemplars_of_units():
    """{unit pk: its exemplars, first found first}: each may learn from one that is older than itself."""
    found = defaultdict(list)
    for exemplar in Exemplar.objects.select_related("subject").order_by("found_on", "pk"):
        found[exemplar.unit_id].append(exemplar)
    return found


def _adopting_units(random, units, exemplar, day):
    """Some communes, hamlets and schools of the time, apart from the exemplar's own."""
    prefix = "X" if day < REFORM else SUCCESSOR
    apart = {exemplar.unit.code, *NOT_FOR_COPYING}
    offered = [unit for code, unit in units.items() if code.startswith(prefix) and code not in apart]
    return random.sample(offered, min(len(offered), random.randint(3, 8)))


def _adoption(random, told, exemplar, unit, day, later):
    fit = [other for other in later[unit.pk] if other.found_on > exemplar.found_on]
    adopter = fit[-1] if fit and random.random() < AS_EXEMPLAR else None
    if adopter:
        later[unit.pk].remove(adopter)
    return Adoption(
        source=exemplar,
        unit=unit,
        subject=adopter and adopter.subject,
        adopter=adopter,
        office=told.units[DISTRICT if day < REFORM else SUCCESSOR],
        since=day,
        evidence=random.choice(EVIDENCE),
        effect=random.choice(EFFECT).format(n=random.randint(6, 60)),
        proposed_by=told.cast.users[STANDING],
    )


def _steps(random, told, adoption, now, until):
    """[(verb, moment, who, note)] of what had happened; each waits some weeks for the next."""

    def head_on(moment):
        unit = adoption.unit if moment.date() < REFORM else now[adoption.unit.pk]
        return told.preparers(unit)[1]

    asked = at(adoption.since + datetime.timedelta(days=random.randint(10, 30)), 9)
    answered = at(asked.date() + datetime.timedelta(days=random.randint(5, 30)), 14)
    confirmed = at(answered.date() + datetime.timedelta(days=random.randint(7, 35)), 10)
    steps = [
        ("create", asked, STANDING, ""),
        ("accept", answered, head_on(answered), ""),
        ("confirm", confirmed, STANDING, ""),
    ]
    if random.random() < GIVEN_UP:
        ended = at(confirmed.date() + datetime.timedelta(days=400), 9)
        steps.append(("end", ended, head_on(ended), REASON))
    return [step for step in steps if step[1].date() <= until]


def _keep(trail, adoption, steps):
    """Save the adoption as its steps leave it, then tell them."""
    (_create, asked, by, _note), *moves = steps
    adoption.proposed_at, adoption.version = asked, len(steps)
    if moves:
        adoption.status = Adoption.MOVES[moves[-1][0]].target
    adoption.save()
    status = AdoptionStatus.PROPOSED
    trail.add(adoption, "create", "Ghi nơi làm theo", at=asked, by=by, after=status)
    for verb, moment, who, note in moves:
        status = trail.move(adoption, verb, status, at=moment, by=who, note=note)


def _release(random, told, trail, copied, until):
    for exemplar in copied:
        moment = at(_known_on(exemplar) + datetime.timedelta(days=20), 15)
        if random.random() < RELEASED and moment.date() <= until:
            exemplar.released_at, exemplar.released_by = moment, told.cast.users[STANDING]
            trail.add(exemplar, "release", "Công bố thẻ nhân rộng", at=moment, by=STANDING)
    Exemplar.objects.bulk_update(copied, ["released_at", "released_by"])


# --- Learning and communication ------------------------------------------------------------------------


def _make_known(random, told, copied, until):
    """Of each exemplar that is spread, one or two visits and some articles."""
    for exemplar in copied:
        day = _known_on(exemplar)
        for _ in range(random.randint(0, 2)):
            day += datetime.timedelta(days=random.randint(20, 120))
            if day <= until:
                _learning_event(random, told, exemplar, day)
        for _ in range(random.randint(1, 3)):
            day = _known_on(exemplar) + datetime.timedelta(days=random.randint(0, 400))
            if day <= until:
                _coverage(random, told, exemplar, day)


def _learning_event(random, told, exemplar, day):
    kind = random.choice(list(LEARNED))
    title, result = LEARNED[kind]
    guests = _adopting_units(random, told.units, exemplar, day)
    event = LearningEvent.objects.create(
        kind=kind,
        title=title.format(title=exemplar.title, subject=exemplar.subject),
        unit=exemplar.unit if exemplar.unit.exists_on(day) else told.units[SUCCESSOR],
        held_on=day,
        place=exemplar.subject.address or exemplar.unit.name,
        attendance=random.randint(18, 140),
        result=result,
        created_by=told.cast.users["canbo"],
        created_at=at(day, 16),
    )
    event.exemplars.set([exemplar])
    event.guests.set(guests)


def _coverage(random, told, exemplar, day):
    kind = random.choice(list(OUTLETS))
    coverage = Coverage.objects.create(
        kind=kind,
        title=f"{exemplar.subject}: {exemplar.title[:1].lower()}{exemplar.title[1:]}"[:250],
        unit=told.units["H823-TT" if day < REFORM else SUCCESSOR],
        outlet=OUTLETS[kind],
        published_on=day,
        reach=random.choice((None, random.randint(2, 90) * 100)),
        created_by=told.cast.users[STANDING],
        created_at=at(day, 16),
    )
    coverage.exemplars.set([exemplar])


def _make_known_elsewhere(random, units, plans, until):
    """What the other plans ask for, in our words, without an exemplar of theirs."""
    rows = json.loads((DATA / "outreach.json").read_text())
    for row, stated in _of_plans(rows["events"], units, plans, until):
        LearningEvent.objects.create(
            held_on=row["day"], place=row["where"], attendance=random.randint(60, 220), **stated
        )
    for row, stated in _of_plans(rows["coverage"], units, plans, until):
        Coverage.objects.create(
            published_on=row["day"], outlet=row["where"], reach=random.randint(8, 60) * 500, **stated
        )


def _of_plans(rows, units, plans, until):
    """(row, fields that events and coverage share) of those that had come by the day `until`."""
    for row in rows:
        row["day"] = datetime.date.fromisoformat(row["day"])
        if row["plan"] in plans and row["day"] <= until:
            stated = {name: row[name] for name in ("kind", "title")}
            moment = at(row["day"], 16)
            yield (
                row,
                {**stated, "plan": plans[row["plan"]], "unit": units[row["unit"]], "created_at": moment},
            )
