"""Rules that need more than a standard: each reads a case and the law of its day and tells what it finds."""

import datetime

from awards.eligibility.finding import Finding, Verdict
from core.text import fold
from law.models import AwardGroup, Branch, Certainty, MeritKind, ParameterKey, SubjectKind, Weight

PASS, FAIL, UNKNOWN = Verdict.PASS, Verdict.FAIL, Verdict.UNKNOWN
ONE_ACHIEVEMENT = "Luật Thi đua, khen thưởng 06/2022/QH15, Điều 5 khoản 2 điểm c"
SUBJECT_KINDS = "Luật Thi đua, khen thưởng 06/2022/QH15, Điều 8"
DISSOLVED = "Nghị định 152/2025/NĐ-CP"
FLAGS = {  # the flags of those who lead their clusters
    "COTINH": "Luật Thi đua, khen thưởng 06/2022/QH15, Điều 26",
    "COCP": "Luật Thi đua, khen thưởng 06/2022/QH15, Điều 25",
}


def subject_kind(case, law):
    """R01: the law names for each award whom it is for."""
    award, kind = law.award, SubjectKind(case.kind)
    fits = kind in award.subject_kinds
    sentence = f"{award} {'dành' if fits else 'không dành'} cho {kind.label}."
    yield Finding.by(award, "R01", PASS if fits else FAIL, sentence, weight=Weight.BLOCK)


def power(case, law):
    """R02: the award is there on that day, and somebody holds the power to grant it, here or above."""
    award = law.award
    if not award.is_in_force(case.on):
        sentence = f"Ngày {case.on:%d/%m/%Y} không có {award} ({award.period})."
        yield Finding.by(award, "R02", FAIL, sentence, weight=Weight.BLOCK)
        return
    if not law.powers:
        sentence = f"Ngày {case.on:%d/%m/%Y} không còn cấp nào có thẩm quyền quyết định {award}."
        yield Finding.by(award, "R02", FAIL, sentence, weight=Weight.BLOCK)
        return
    here = [power for power in law.powers if power.tier == case.office_tier]
    chosen = (here or law.powers)[0]
    goes_up = case.office_tier is not None and not here
    sentence = f"Thẩm quyền quyết định: {chosen.office}{', hồ sơ phải trình cấp trên' if goes_up else ''}."
    yield Finding.by(chosen, "R02", PASS, sentence)


def merit(case, law):
    """R03: merit of that kind may be rewarded in a subject of that kind."""
    if not law.award.merit_kinds:
        return
    if not case.merit:
        yield Finding(
            "R03", UNKNOWN, "Chưa chọn loại hình khen thưởng.", SUBJECT_KINDS, needed="chọn loại hình"
        )
        return
    fits = case.merit in law.award.merits_for(case.kind)
    kind, label = SubjectKind(case.kind).label, MeritKind(case.merit).label
    if fits:
        yield Finding("R03", PASS, f"Khen {kind} theo loại hình {label}.", SUBJECT_KINDS)
    else:
        sentence = f"Không khen {kind} bằng {law.award} theo loại hình {label}."
        yield Finding("R03", FAIL, sentence, SUBJECT_KINDS, weight=Weight.BLOCK)


def same_achievement(case, law):
    """R13: one achievement is rewarded once; what only overlaps is for the appraiser to judge."""
    start, end = case.period_from, case.period_to
    if not (start and end):
        return
    counting = [one for one in case.history.held if one.counts]
    same = [e for e in counting if (e.period_from, e.period_to) == (start, end) and e.award == case.award]
    if same:
        sentence = f"Đã được tặng {law.award} cho đúng thành tích này ({_when(same, law)})."
        yield Finding("R13", FAIL, sentence, ONE_ACHIEVEMENT, weight=Weight.BLOCK, records=_records(same))
        return
    close = [
        one for one in counting if one.period_from <= end and one.period_to >= start and _is_alike(one, law)
    ]
    if close:
        sentence = f"Đã được khen trong cùng thời gian ({_when(close, law)}); xem có trùng thành tích không."
        yield Finding("R13", UNKNOWN, sentence, ONE_ACHIEVEMENT, records=_records(close))


def _is_alike(held, law):
    """Titles and forms may stand side by side; two forms, or one award twice, may be for one achievement."""
    both_forms = law.groups.get(held.award) == law.award.group == AwardGroup.FORM
    return held.award == law.award.code or both_forms


def waiting(case, law):
    """R15: what is rewarded anew was done after the period that the last decision of that form names."""
    rule = law.switch(ParameterKey.COUNTS_AFTER_LAST_AWARD)
    earlier = [one for one in case.history.counting(case.award) if one.awarded_on < case.on]
    if rule is None or law.award.group != AwardGroup.FORM or not earlier or not case.period_from:
        return
    last = max(earlier, key=lambda one: one.period_to)
    if (last.period_from, last.period_to) == (case.period_from, case.period_to):
        return  # told by R13
    begins = last.period_to + datetime.timedelta(days=1)
    verdict, word = (PASS, "đã") if case.period_from >= begins else (FAIL, "phải")
    sentence = f"Thành tích {word} tính từ ngày {begins:%d/%m/%Y}, sau lần được tặng {law.award} trước."
    yield Finding.by(rule, "R15", verdict, sentence, records=_records([last]))


def open_matters(case, law):
    """R16: nobody is rewarded while a matter against them is open; what it is, the finding does not say."""
    rule = law.switch(ParameterKey.OPEN_MATTER_BLOCKS)
    if rule is None or case.history.open_matters == 0:
        return
    if case.history.open_matters is None:
        sentence = "Chưa rõ đối tượng có đang bị xem xét kỷ luật, thanh tra, kiểm tra hoặc xác minh không."
        yield Finding.by(rule, "R16", UNKNOWN, sentence)
        return
    sentence = "Đang có việc phải xem xét; chưa khen thưởng, chưa đề nghị. Liên hệ cơ quan thường trực."
    yield Finding.by(rule, "R16", FAIL, sentence, weight=Weight.BLOCK)


def discipline(case, law):
    """R17: after a discipline only what was achieved later counts."""
    rule, served = law.switch(ParameterKey.COUNTS_AFTER_DISCIPLINE), case.history.disciplines
    if rule is None or not served:
        return
    last = max(served, key=lambda one: one.ends_on or datetime.date.max)
    if last.ends_on is None or last.ends_on >= case.on:
        sentence = f"Đang trong thời gian chấp hành kỷ luật (từ ngày {last.starts_on:%d/%m/%Y})."
        yield Finding.by(rule, "R17", FAIL, sentence)
        return
    begins = last.ends_on + datetime.timedelta(days=1)
    if case.period_from is None:
        verdict, word = UNKNOWN, "chỉ"
    else:
        verdict, word = (PASS, "đã") if case.period_from >= begins else (FAIL, "phải")
    sentence = f"Thành tích {word} tính từ ngày {begins:%d/%m/%Y}, sau khi chấp hành xong kỷ luật."
    yield Finding.by(rule, "R17", verdict, sentence)


def dissolved(case, law):
    """R25: a unit is not rewarded after its end; a person's history goes on in the next unit."""
    unit = case.unit
    if unit is None or unit.exists_on(case.on):
        return
    if unit.ends_on and unit.ends_on < case.on:
        ended = f"{unit} kết thúc hoạt động từ ngày {unit.ends_on:%d/%m/%Y}"
    else:
        ended = f"{unit} chưa có"
    if case.kind != SubjectKind.COLLECTIVE:
        sentence = f"{ended}; khen thưởng trước đây vẫn tính cho đối tượng."
        yield Finding("R25", PASS, sentence, DISSOLVED, Certainty.SECONDARY)
        return
    itself = fold(case.name) == fold(unit.name)
    sentence = f"{ended}; không khen thưởng tập thể đã giải thể, sáp nhập."
    verdict = FAIL if itself else UNKNOWN
    yield Finding("R25", verdict, sentence, DISSOLVED, Certainty.SECONDARY, weight=Weight.BLOCK)


def led_cluster(case, law):
    """R12: a yearly flag is for who led its cluster; another road leads over a movement of several years."""
    citation = FLAGS.get(case.award)
    if citation is None or case.year is None or case.merit == MeritKind.MOVEMENT:
        return
    if case.place is None:
        sentence = f"Chưa có kết quả xếp hạng cụm, khối thi đua năm {case.year} của đơn vị."
        yield Finding("R12", UNKNOWN, sentence, citation, needed="xác nhận kết quả xếp hạng cụm, khối")
        return
    verdict = PASS if case.place.rank == 1 else FAIL
    sentence = f"Xếp hạng {case.place.rank} trong {case.place.words}."
    yield Finding("R12", verdict, sentence, citation, weight=Weight.BLOCK)


def long_movement(case, law):
    """R12: over a movement an award is given at its end, and the movement lasted so many years."""
    rule = law.parameters.get(ParameterKey.MOVEMENT_YEARS)
    if rule is None or case.merit != MeritKind.MOVEMENT or case.kind != SubjectKind.COLLECTIVE:
        return
    if case.movement is None:
        sentence = f"Chưa rõ thời gian của phong trào; cần phong trào từ {rule.integer} năm trở lên."
        yield Finding.by(rule, "R12", UNKNOWN, sentence, needed="chọn kế hoạch")
        return
    start, end = case.movement
    lasts = _same_day_later(start, rule.integer) <= end + datetime.timedelta(days=1)
    sentence = f"Phong trào từ {start:%d/%m/%Y} đến {end:%d/%m/%Y}; cần từ {rule.integer} năm trở lên."
    yield Finding.by(rule, "R12", PASS if lasts else FAIL, sentence, weight=Weight.BLOCK)


def _same_day_later(day, years):
    try:
        return day.replace(year=day.year + years)
    except ValueError:  # 29/02
        return day.replace(year=day.year + years, month=3, day=1)


def registered(case, law):
    """R31: under the law of 2003 a title wanted that one had registered to emulate."""
    rule, award = law.switch(ParameterKey.REGISTRATION_REQUIRED), law.award
    is_title = award.group == AwardGroup.TITLE and award.branch == Branch.MERIT and award.annual
    if rule is None or not is_title or case.year is None:
        return
    there = case.history.registered.get(case.year)
    if there is None:
        sentence = f"Cần đăng ký thi đua năm {case.year}; chưa ghi đã đăng ký hay chưa."
        yield Finding.by(rule, "R31", UNKNOWN, sentence, needed=f"ghi việc đăng ký thi đua năm {case.year}")
        return
    sentence = f"{'Đã' if there else 'Chưa'} đăng ký thi đua năm {case.year}."
    yield Finding.by(rule, "R31", PASS if there else FAIL, sentence)


def last_day(case, law):
    """R22: titles of culture of a year are decided by a day of that year."""
    rule = law.parameters.get(ParameterKey.LAST_DAY)
    if rule is None or case.year is None:
        return
    last = rule.day_in(case.year)
    verdict, word = (FAIL, "đã quá hạn") if case.on > last else (PASS, "hạn")
    sentence = f"Danh hiệu năm {case.year} {word} ra quyết định: chậm nhất ngày {last:%d/%m/%Y}."
    yield Finding.by(rule, "R22", verdict, sentence)


RULES = (
    subject_kind,
    power,
    merit,
    same_achievement,
    waiting,
    open_matters,
    discipline,
    dissolved,
    led_cluster,
    long_movement,
    registered,
    last_day,
)


def _when(held, law):
    return "; ".join(f"{law.names[one.award]}, {one.words}" for one in held)


def _records(held):
    return tuple(one.record for one in held if one.record)
