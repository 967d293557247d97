"""What the register and the law say about one dossier, for the appraiser: findings, each with its ground."""

from dataclasses import dataclass

from django.db import models

from awards.models import AwardEntry, OpinionItem
from awards.models.opinion import OpinionStatus
from awards.opinions import days_up, term
from campaigns.clusters import place_in
from core.calendar import today
from core.templatetags.vietnamese import so
from core.text import fold
from law.choosing import deciders, find_parameter, find_parameters
from law.models import AwardGroup, Certainty, MeritKind, ParameterKey, SubjectKind

ONE_ACHIEVEMENT = "Luật Thi đua, khen thưởng 06/2022/QH15, Điều 5 khoản 2 điểm c"
SUBJECT_KINDS = "Luật Thi đua, khen thưởng 06/2022/QH15, Điều 8"
SAME_YEAR_TITLE = "Luật Thi đua, khen thưởng 06/2022/QH15, Điều 23"
DISSOLVED = "Nghị định 152/2025/NĐ-CP"
FLAGS = {  # the flags of those who lead their clusters
    "COTINH": "Luật Thi đua, khen thưởng 06/2022/QH15, Điều 26",
    "COCP": "Luật Thi đua, khen thưởng 06/2022/QH15, Điều 25",
}


class Level(models.TextChoices):
    BLOCK = "block", "Không đủ điều kiện"
    WARN = "warn", "Cần xem lại"
    INFORM = "inform", "Phù hợp"


@dataclass(frozen=True)
class Finding:
    """What one rule says: how it weighs, why, how sure the rule is, and the entries it looked at."""

    rule: str
    level: Level
    sentence: str
    citation: str
    certainty: Certainty = Certainty.FOUND
    records: tuple = ()

    @property
    def certainty_label(self):
        return Certainty(self.certainty).label


@dataclass(frozen=True)
class Chain:
    """An award that wants titles of the years before it."""

    rule: str
    title: str  # code of the title
    level: Level  # when the titles are not in the register


CHAINS = {
    "CSTDT": Chain("R06", "CSTDCS", Level.BLOCK),
    "BKT": Chain("R10", "CSTDCS", Level.WARN),  # other routes lead to it too
}


def findings(nomination, on=None):
    """[Finding], the gravest first, for a decision of the day `on`; nothing before an award is chosen.

    The register is read as it stood before that decision: what came of this very dossier speaks not
    against it.
    """
    if nomination.award is None:
        return []
    on = on or today()
    entries = list(
        AwardEntry.objects.filter(subject=nomination.subject_id)
        .exclude(nomination=nomination)
        .for_table()
        .order_by("period_to", "pk")
    )
    found = [
        *_subject_kind(nomination),
        *_power(nomination, on),
        *_merit(nomination),
        *_same_achievement(nomination, entries),
        *_dissolved(nomination, on),
        *_same_year(nomination, entries),
        *_consecutive(nomination, entries, on),
        *_led_cluster(nomination),
        *_opinion(nomination, on),
    ]
    return sorted(found, key=lambda finding: Level.values.index(finding.level))


def _subject_kind(nomination):
    """R01: the law names for each award whom it is for."""
    award, kind = nomination.award, SubjectKind(nomination.kind)
    if kind in award.subject_kinds:
        yield Finding("R01", Level.INFORM, f"{award} dành cho {kind.label}.", award.citation, award.certainty)
    else:
        sentence = f"{award} không dành cho {kind.label}."
        yield Finding("R01", Level.BLOCK, sentence, award.citation, award.certainty)


def _power(nomination, on):
    """R02: somebody holds the power to grant the award on that day, here or above."""
    award, powers = nomination.award, list(deciders(nomination.award, on))
    if not powers:
        sentence = f"Ngày {on:%d/%m/%Y} không còn cấp nào có thẩm quyền quyết định {award}."
        yield Finding("R02", Level.BLOCK, sentence, award.citation, award.certainty)
        return
    here = [power for power in powers if nomination.holder and power.tier == nomination.holder.tier]
    chosen = (here or powers)[0]
    sentence = f"Thẩm quyền quyết định: {chosen.office}{'' if here else ', hồ sơ phải trình cấp trên'}."
    yield Finding("R02", Level.INFORM, sentence, chosen.citation, chosen.certainty)


def _merit(nomination):
    """R03: merit of that kind may be rewarded in a subject of that kind."""
    award = nomination.award
    if not award.merit_kinds or not nomination.merit:
        return
    if nomination.merit not in award.merits_for(nomination.kind):
        label, kind = MeritKind(nomination.merit).label, SubjectKind(nomination.kind).label
        sentence = f"Không khen {kind} bằng {award} theo loại hình {label}."
        yield Finding("R03", Level.BLOCK, sentence, SUBJECT_KINDS)


def _same_achievement(nomination, entries):
    """R13: one achievement is rewarded once; what only overlaps is for the appraiser to judge."""
    start, end = nomination.achieved_from, nomination.achieved_to
    if not (start and end):
        return
    counting = [entry for entry in entries if entry.annulled_on is None]
    same = [e for e in counting if (e.period_from, e.period_to) == (start, end)]
    if again := [e for e in same if e.award_id == nomination.award_id]:
        sentence = f"Đã được tặng {nomination.award} cho đúng thành tích này ({_when(again)})."
        yield Finding("R13", Level.BLOCK, sentence, ONE_ACHIEVEMENT, records=tuple(again))
        return
    close = [
        e for e in counting if e.period_from <= end and e.period_to >= start and _is_alike(e, nomination)
    ]
    if close:
        sentence = f"Đã được khen trong cùng thời gian ({_when(close)}); xem có trùng thành tích không."
        yield Finding("R13", Level.WARN, sentence, ONE_ACHIEVEMENT, records=tuple(close))


def _is_alike(entry, nomination):
    """Titles and forms may stand side by side; two forms, or one award twice, may be for one achievement."""
    both_forms = entry.award.group == nomination.award.group == AwardGroup.FORM
    return entry.award_id == nomination.award_id or both_forms


def _when(entries):
    return "; ".join(f"{entry.award}, Quyết định {entry.decision.number_text}" for entry in entries)


def _dissolved(nomination, on):
    """R25: a unit is not rewarded after its end; a person's history goes on in the next unit."""
    unit = nomination.subject.unit
    if unit.exists_on(on):
        return
    ended = (
        f"{unit} kết thúc hoạt động từ ngày {unit.ends_on:%d/%m/%Y}" if unit.ends_on else f"{unit} chưa có"
    )
    if nomination.kind != SubjectKind.COLLECTIVE:
        sentence = f"{ended}; khen thưởng trước đây vẫn tính cho đối tượng."
        yield Finding("R25", Level.INFORM, sentence, DISSOLVED, Certainty.SECONDARY)
        return
    itself = fold(nomination.name) == fold(unit.name)
    sentence = f"{ended}; không khen thưởng tập thể đã giải thể, sáp nhập."
    yield Finding("R25", Level.BLOCK if itself else Level.WARN, sentence, DISSOLVED, Certainty.SECONDARY)


def _year(nomination):
    return nomination.achieved_to.year if nomination.achieved_to else nomination.year


def _titles(entries, code):
    """{year: entry} of a yearly title that still counts (R26: one that was annulled counts nowhere)."""
    return {e.period_to.year: e for e in entries if e.award.code == code and e.annulled_on is None}


def _same_year(nomination, entries):
    """R04: Chiến sĩ thi đua cơ sở wants Lao động tiên tiến of the same year."""
    year = _year(nomination)
    if nomination.award.code != "CSTDCS" or year is None:
        return
    title = _titles(entries, "LDTT").get(year)
    if title:
        sentence = f"Đã đạt Lao động tiên tiến năm {year}."
        yield Finding("R04", Level.INFORM, sentence, SAME_YEAR_TITLE, records=(title,))
    else:
        sentence = f"Sổ khen thưởng chưa có Lao động tiên tiến năm {year}."
        yield Finding("R04", Level.BLOCK, sentence, SAME_YEAR_TITLE)


def _consecutive(nomination, entries, on):
    """R06, R10: a title in each of the years up to and including that of the dossier."""
    chain, year = CHAINS.get(nomination.award.code), _year(nomination)
    if chain is None or year is None or not _wants_chain(nomination):
        return
    rule = find_parameter(ParameterKey.CONSECUTIVE_TITLES, on, nomination.award)
    if rule is None:
        return
    years = range(year - rule.integer + 1, year + 1)
    titles = _titles(entries, chain.title)
    missing = [str(wanted) for wanted in years if wanted not in titles]
    records = tuple(e for e in entries if e.award.code == chain.title and e.period_to.year in years)
    level = chain.level if missing else Level.INFORM
    yield Finding(chain.rule, level, _chain_sentence(years, missing), rule.citation, rule.certainty, records)


def _wants_chain(nomination):
    """Titles of the years before are asked of persons, for merit of service or for a title."""
    return nomination.kind == SubjectKind.PERSON and nomination.merit in ("", MeritKind.SERVICE)


def _chain_sentence(years, missing):
    wanted = f"{len(years)} lần liên tục Chiến sĩ thi đua cơ sở ({years[0]}-{years[-1]})"
    if not missing:
        return f"Đủ {wanted}."
    return f"Cần {wanted}; sổ khen thưởng còn thiếu năm {', '.join(missing)}."


def _led_cluster(nomination):
    """R12: a yearly flag is for who led its cluster; another road leads over a movement of several years.

    The place in the ranking is asked of the year that the dossier is about, of the unit itself.
    """
    citation, year = FLAGS.get(nomination.award.code), _year(nomination)
    if citation is None or year is None:
        return
    place = place_in(nomination.subject.unit_id, year)
    thematic = nomination.merit == MeritKind.MOVEMENT
    if place is None:
        sentence = f"Chưa có kết quả xếp hạng cụm, khối thi đua năm {year} của đơn vị."
        yield Finding("R12", Level.INFORM if thematic else Level.WARN, sentence, citation)
        return
    sentence = f"Xếp hạng {place.rank} trong {place.cluster_year} ({so(place.total)} điểm)."
    level = Level.INFORM if place.rank == 1 or thematic else Level.BLOCK
    yield Finding("R12", level, sentence, citation)


def _opinion(nomination, on):
    """R22: a list for public opinion stays up for all its days before the council meets or one decides.

    Titles of culture are never decided without one, and by a day of their year; for other awards it is
    for the appraiser to judge. Of several lists the last that was shown by the day `on` counts.
    """
    rules = find_parameters([ParameterKey.POSTING_DAYS, ParameterKey.LAST_DAY], on, nomination.award)
    rows = OpinionItem.objects.filter(nomination=nomination.pk, opinion_list__opens_on__lte=on)
    item = rows.select_related("opinion_list__rule").order_by("-opinion_list__opens_on", "-pk").first()
    if item:
        yield _asked(item.opinion_list, nomination.award, on)
    elif rule := rules.get(ParameterKey.POSTING_DAYS):
        days = f"{rule.value} {rule.unit}"
        sentence = f"Chưa lấy ý kiến Nhân dân: danh sách phải công khai {days} trước khi quyết định."
        yield Finding("R22", Level.WARN, sentence, rule.citation, rule.certainty)
    if (rule := rules.get(ParameterKey.LAST_DAY)) and (year := _year(nomination)):
        yield _in_time(rule, year, on)


def _asked(shown, award, on):
    rule = term(award, shown.opens_on) or shown.rule
    if shown.status == OpinionStatus.POSTED or (shown.ended_on and on < shown.ended_on):
        sentence = (
            f"Đang lấy ý kiến Nhân dân đến hết ngày {shown.closes_on:%d/%m/%Y}; chưa đưa ra quyết định."
        )
        return Finding("R22", Level.WARN, sentence, rule.citation, rule.certainty)
    up, wanted = days_up(rule, shown.opens_on, shown.ended_on), rule.integer
    level = Level.INFORM if up >= wanted else Level.WARN
    said = "Đã lấy" if up >= wanted else "Chưa đủ thời gian lấy"
    sentence = f"{said} ý kiến Nhân dân: công khai {up} {rule.unit}, cần {wanted} {rule.unit}."
    return Finding("R22", level, sentence, rule.citation, rule.certainty)


def _in_time(rule, year, on):
    last = rule.day_in(year)
    level, word = (Level.WARN, "đã quá hạn") if on > last else (Level.INFORM, "hạn")
    sentence = f"Danh hiệu năm {year} {word} ra quyết định: chậm nhất ngày {last:%d/%m/%Y}."
    return Finding("R22", level, sentence, rule.citation, rule.certainty)
