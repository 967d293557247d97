"""R04, R06–R11, R32: what the law asks of a subject before it may be given an award."""

from awards.eligibility.answering import answer
from awards.eligibility.finding import Finding, Verdict


def by_standard(case, standards, names):
    """[Finding] of the standards (law.models.Standard) that are in force on the day that each says counts."""
    return [_finding(case, standard, names) for standard in standards if _applies(standard, case)]


def _applies(standard, case):
    fits = standard.subject_kind == case.kind and standard.merit in ("", case.merit)
    return fits and standard.is_in_force(case.day_of(standard.counted_day))


def _finding(case, standard, names):
    if case.year is None:
        sentence = f"{OPENING[Verdict.UNKNOWN]}: chưa ghi năm xét, thời gian lập thành tích."
        return Finding.by(
            standard,
            standard.rule,
            Verdict.UNKNOWN,
            sentence,
            weight=standard.weight,
            needed="ghi năm xét",
        )
    route = min((_route(case, route, names) for route in standard.parsed_routes), key=_distance)
    verdict = _verdict_of(route)
    unmet = [one for one in route if one.verdict != Verdict.PASS]
    told = unmet or route
    words = "; ".join(one.words for one in told)
    return Finding.by(
        standard,
        standard.rule,
        verdict,
        f"{OPENING[verdict]}: {words}.",
        weight=standard.weight,
        records=tuple(record for one in route for record in one.records if record),
        needed="; ".join(one.needed for one in unmet if one.needed),
    )


OPENING = {
    Verdict.PASS: "Đủ tiêu chuẩn",
    Verdict.FAIL: "Chưa đủ tiêu chuẩn",
    Verdict.UNKNOWN: "Chưa đối chiếu được tiêu chuẩn",
}


def _route(case, requirements, names):
    return [answer(requirement, case, names) for requirement in requirements]


def _distance(route):
    """Of several routes the one is told that is met, or else the one that is nearest."""
    verdicts = [one.verdict for one in route]
    return _ORDER.index(_verdict_of(route)), verdicts.count(Verdict.FAIL), verdicts.count(Verdict.UNKNOWN)


_ORDER = [Verdict.PASS, Verdict.UNKNOWN, Verdict.FAIL]


def _verdict_of(route):
    return max((one.verdict for one in route), key=_ORDER.index)
