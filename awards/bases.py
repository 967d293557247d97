"""What decisions and letters rest on: the law of their day, and the meetings of the council."""

from awards.models import AgendaItem, Ground, Outcome
from core.calendar import vietnamese_date
from law.models import LegalText

LAW = "Luật 06/2022/QH15"
POINTS = dict(zip(Ground, "abcd", strict=True))  # of its Điều 93, khoản 2


def bases_of_decision(nominations, unit, on):
    """The text of a decision's bases, one a line: the law of that day, then the council's proposal."""
    minutes = " và ".join(minutes_of(nominations, unit))
    proposal = f"Theo đề nghị của Hội đồng Thi đua - Khen thưởng {unit.name}"
    return ";\n".join([*law_of(nominations, on), f"{proposal} tại {minutes}" if minutes else proposal]) + "."


def bases_of_annulment(decision, unit, on):
    """The text of the bases of a paper that takes the decision's awards back, one a line."""
    nominations = [item.nomination for item in decision.items.select_related("nomination__award")]
    proposal = f"Theo đề nghị của Thường trực Hội đồng Thi đua - Khen thưởng {unit.name}"
    return ";\n".join([*law_of(nominations, on), proposal]) + "."


def point_of(ground, on):
    """“điểm a khoản 2 Điều 93 Luật Thi đua, khen thưởng”; "" on days before that law."""
    if not LegalText.objects.in_force(on).filter(citation=LAW).exists():
        return ""
    return f"điểm {POINTS[ground]} khoản 2 Điều 93 Luật Thi đua, khen thưởng"


def law_of(nominations, on):
    """[“Căn cứ …”]: the texts in force on the day `on` that govern the awards of these dossiers."""
    branches = {nomination.award.branch for nomination in nominations}
    return [f"Căn cứ {text}" for text in LegalText.objects.cited_for(branches, on)]


def minutes_of(nominations, unit):
    """[“Biên bản họp số … ngày …”] of the unit's council meetings that passed some of these dossiers."""
    passed = AgendaItem.objects.filter(
        nomination__in=nominations, session__unit=unit, outcome=Outcome.PASSED
    ).select_related("session__number__series")
    sessions = {item.session_id: item.session for item in passed}
    return [_minutes(session) for session in sorted(sessions.values(), key=lambda row: row.held_at)]


def _minutes(session):
    number = f" số {session.number.text}" if session.number else ""
    return f"Biên bản họp{number} {vietnamese_date(session.day)}"
