"""What the minutes and the tally sheet of a session say: drafts of text, and plain values for papers."""

from collections import defaultdict

from django.db.models import Sum

from awards.models import Outcome, Review, Score, SessionStatus
from awards.naming import given_by
from core.templatetags.vietnamese import percent
from core.workflow import TransitionError
from organizations.models import CouncilSeat

WRITABLE = (SessionStatus.CONVENED, SessionStatus.COUNTED)


def draft_minutes(session, *, overwrite=True):
    """Write discussion and conclusion from what happened; what is already written stays, unless told."""
    if session.status not in WRITABLE:
        raise TransitionError("Biên bản chỉ soạn được khi phiên họp đang diễn ra, chưa kết thúc.")
    if overwrite or not session.opening:
        session.opening = opening_text(session)
    if overwrite or not session.conclusion:
        session.conclusion = conclusion_text(session)
    session.save(update_fields=["opening", "conclusion"])


def opening_text(session):
    """Who chairs, what is on the table, and what members said of each dossier."""
    items, heard = list(session.items.for_table()), _comments(session)
    parts = [_chair_line(session), f"Thường trực Hội đồng trình bày {len(items)} hồ sơ đề nghị khen thưởng."]
    parts += [_discussion(number, item, heard[item.pk]) for number, item in enumerate(items, start=1)]
    return "\n\n".join([*parts, *_written_opinions(session)])


def _chair_line(session):
    chair = next((m for m in session.members.select_related("user") if m.seat == CouncilSeat.CHAIR), None)
    if chair is None:
        return "Phiên họp được tiến hành theo quy chế hoạt động của Hội đồng."
    return f"Đồng chí {chair.user}, {chair.title}, Chủ tịch Hội đồng, chủ trì phiên họp."


def _comments(session):
    """{agenda item id: the comments of members whose review is in, as “name: comment”}."""
    heard = defaultdict(list)
    sent = Review.objects.sent().filter(item__session=session).exclude(comment="").select_related("user")
    for review in sent.order_by("sent_at", "pk"):
        heard[review.item_id].append(f"{review.user}: {_one_line(review.comment)}")
    return heard


def _one_line(text):
    return " ".join(text.split())


def _discussion(number, item, comments):
    heading = f"{number}. {item.nomination}, đề nghị {_award(item)}."
    if not comments:
        return f"{heading} Không có ý kiến khác."
    return "\n".join([heading, *(f"- {comment}" for comment in comments)])


def _award(item):
    return given_by(str(item.nomination.award), item.session.unit)


def _written_opinions(session):
    absent = session.members.filter(present=False).exclude(written_opinion="").select_related("user")
    lines = [f"- {member.user}: {_one_line(member.written_opinion)}" for member in absent]
    return ["\n".join(["Ý kiến bằng văn bản của thành viên vắng mặt:", *lines])] if lines else []


def conclusion_text(session):
    """Whom the council proposes, whom it does not, with votes over all members."""
    members, items = session.members.count(), list(session.items.for_table())
    passed = [item for item in items if item.outcome == Outcome.PASSED]
    failed = [item for item in items if item.outcome == Outcome.NOT_PASSED]
    parts = [_result_list(f"Hội đồng thông qua {len(passed)} trên {len(items)} hồ sơ:", passed, members)]
    if failed:
        parts.append(_result_list(f"Không thông qua {len(failed)} hồ sơ:", failed, members))
    return "\n\n".join(parts)


def _result_list(heading, items, members):
    rows = (
        f"- {item.nomination}, {_award(item)}: {item.votes_for}/{members} phiếu đồng ý "
        f"({percent(item.votes_for, members)})."
        for item in items
    )
    return "\n".join([heading, *rows])


def minutes_data(session):
    """Plain values of the minutes (biên bản họp)."""
    members = list(session.members.select_related("user"))
    return {
        "title": session.title,
        "issuer": session.unit.issuer,
        "council": f"Hội đồng Thi đua - Khen thưởng {session.unit.name}",
        "held_at": session.held_at,
        "ended_at": session.ended_at,
        "place": session.place,
        "chair": next((person(m) for m in members if m.seat == CouncilSeat.CHAIR), None),
        "secretary": str(session.secretary) if session.secretary else "",
        "members_total": len(members),
        "present": [person(m) for m in members if m.present],
        "absent": [_absent(m) for m in members if m.present is False],
        "opening": session.opening,
        "results": results(session),
        "conclusion": session.conclusion,
    }


def tally_data(session):
    """Plain values of the tally sheet (biên bản kiểm phiếu); None before the count is confirmed."""
    tally = getattr(session, "tally", None)
    if tally is None or tally.confirmed_by_id is None:
        return None
    members = list(session.members.select_related("user"))
    return {
        "title": session.title,
        "issuer": session.unit.issuer,
        "council": f"Hội đồng Thi đua - Khen thưởng {session.unit.name}",
        "counted_at": tally.confirmed_at,
        "tellers": [person(m) for m in members if m.teller],
        "members_total": len(members),
        "present_count": sum(bool(m.present) for m in members),
        "absent_count": sum(m.present is False for m in members),
        "wrote_count": sum(m.present is False and bool(m.written_opinion) for m in members),
        "handed_out": tally.handed_out,
        "returned": tally.returned,
        "valid": tally.valid,
        "invalid": tally.invalid,
        "results": results(session),
    }


def person(member):
    return {"name": member.user.full_name, "title": member.title, "seat": member.get_seat_display()}


def _absent(member):
    return person(member) | {"reason": member.absence_reason, "wrote": bool(member.written_opinion)}


def results(session):
    """One row for each dossier on the agenda, with its share of all members and the rule behind it."""
    members, points = session.members.count(), average_points(session)
    return [_result(item, members, points.get(item.pk)) for item in session.items.for_table()]


def _result(item, members, points):
    nomination, rule = item.nomination, item.rule
    return {
        "item": item.pk,
        "nomination": nomination.pk,
        "name": str(nomination),
        "description": nomination.description,
        "unit": str(nomination.unit),
        "award": _award(item),
        "points": points,
        "votes_for": item.votes_for,
        "votes_against": item.votes_against,
        "share": percent(item.votes_for, members) if item.votes_for is not None else "",
        "needed": rule.votes_needed(members) if rule else None,
        "rule": rule.share if rule else "",
        "short_rule": rule.short_share if rule else "",
        "basis": rule.basis if rule else "",
        "outcome": item.outcome,
        "outcome_label": item.get_outcome_display(),
    }


def average_points(session):
    """{agenda item id: mean of the totals of reviews that are in}; items without points are left out."""
    totals = (
        Score.objects.filter(review__in=Review.objects.sent().filter(item__session=session))
        .values("review__item", "review")
        .annotate(total=Sum("points"))
    )
    by_item = defaultdict(list)
    for row in totals:
        by_item[row["review__item"]].append(row["total"])
    return {item: round(sum(found) / len(found), 1) for item, found in by_item.items()}
