"""The parts of a dossier as people read them: on pages, on slips of return, in what was sent."""

import datetime

from django.db import models

from core.templatetags.vietnamese import ngay
from exemplars.models import Facts, Nomination
from law.models import SubjectKind

PROPOSAL = ("award", "merit", "plan", "year", "achieved_from", "achieved_to", "field", "route")
ACHIEVEMENT = ("summary", "background", "achievements", "past_awards")
SELF_SCORES, EVIDENCE = "self_scores", "evidence"
NAME_LABELS = {
    SubjectKind.PERSON: "Họ và tên",
    SubjectKind.COLLECTIVE: "Tên tập thể",
    SubjectKind.HOUSEHOLD: "Họ và tên chủ hộ",
}
OTHER_LABELS = {SELF_SCORES: "Tự chấm điểm", EVIDENCE: "Minh chứng"}


def identity(kind):
    return ("name", *Facts.fields_of(kind))


def all_parts(kind):
    """The names of the parts of a dossier for that kind of subject, in the order of the page."""
    return (*identity(kind), *PROPOSAL, *ACHIEVEMENT, SELF_SCORES, EVIDENCE)


def label(part, kind):
    if part == "name":
        return NAME_LABELS[kind]
    words = OTHER_LABELS.get(part) or str(Nomination._meta.get_field(part).verbose_name)
    return words[:1].upper() + words[1:]


def reading(nomination, part):
    """The part's content as text, "" where there is none."""
    if part == SELF_SCORES:
        scores = nomination.self_scores.select_related("criterion").order_by("criterion__order", "criterion")
        return "\n".join(_score_line(score) for score in scores)
    if part == EVIDENCE:
        return "\n".join(f"{file.get_kind_display()}: {file.filename}" for file in nomination.evidence.all())
    return _field_text(nomination, Nomination._meta.get_field(part))


def _score_line(score):
    line = f"{score.criterion}: {score.points}/{score.criterion.max_points} điểm"
    return f"{line} ({score.reason})" if score.reason else line


def _field_text(nomination, field):
    value = getattr(nomination, field.name)
    if isinstance(field, models.BooleanField):
        return "Có" if value else "Không"
    if field.choices:
        words = getattr(nomination, f"get_{field.name}_display")()
        return words[:1].upper() + words[1:]
    if isinstance(value, datetime.date):
        return ngay(value)
    return "" if value is None else str(value)


def read_all(nomination):
    """{part: its text} for every part of the dossier."""
    return {part: reading(nomination, part) for part in all_parts(nomination.kind)}


def facts(nomination, parts):
    """[(label, text)], as components/facts.html takes them."""
    return [(label(part, nomination.kind), reading(nomination, part)) for part in parts]
