"""Judging a dossier at each step: what stops it, what needs a written reason, and what is kept of it."""

from django.db import transaction

from awards.eligibility import Level, Verdict, findings
from awards.models import Answer, Judgement, Step
from core.calendar import now, today
from core.templatetags.vietnamese import ngay, ngay_gio
from core.workflow import TransitionError

STEPS = {  # verb of a dossier's move: the step at which it is judged
    "submit": Step.SUBMITTED,
    "appraise": Step.APPRAISED,
    "refuse": Step.APPRAISED,
    "pass": Step.COUNCIL,
    "fail": Step.COUNCIL,
    "award": Step.DECIDED,
}
LATER = {"R22"}  # about the days between appraisal and decision, which the office still has before it
AGAINST = {"refuse", "pass", "fail"}  # go on whatever was found: the office or the council has spoken


def judged(nomination, on=None):
    """[(Finding, Answer or None)] for a decision of the day `on`, the gravest first."""
    answers = {answer.key: answer for answer in nomination.answers.select_related("by")}
    return [(finding, answers.get(finding.key)) for finding in findings(nomination, on)]


def is_open(finding, answer):
    """Whether the finding still stands in the way of the conclusion that the dossier meets the law.

    A rule that is not met wants a written reason, and a block wants to be lifted. What cannot be told may be
    answered and need not be: it is the register that lacks something, not the subject.
    """
    if finding.verdict != Verdict.FAIL or finding.rule in LATER:
        return False
    return answer is None or (finding.level == Level.BLOCK and not answer.lifts)


def is_answerable(finding):
    return finding.is_liftable or (finding.level == Level.WARN and finding.rule not in LATER)


def judge_move(sender, record, verb, desk, **kwargs):
    """Keep what was found at this step; TransitionError when it stops the dossier here."""
    if verb not in STEPS:
        return
    on = today()
    found = judged(record, on)
    if verb not in AGAINST:
        _refuse_open(verb, found)
    Judgement.objects.create(
        nomination=record,
        step=STEPS[verb],
        on=on,
        by=desk.user,
        findings=in_words(found),
    )


def told(nomination, step, on):
    """[{what a finding tells}] as kept when that step was made last, else as found for the day `on`."""
    kept = nomination.judgements.filter(step=step).last()
    return kept.findings if kept else in_words(judged(nomination, on))


def in_words(judged):
    """Plain values, for a page and to be kept."""
    return [_in_words(*pair) for pair in judged]


def _refuse_open(verb, found):
    for finding, answer in found:
        if is_open(finding, answer) and _stops(verb, finding):
            raise TransitionError(_refusal(verb, finding))


def _stops(verb, finding):
    """The head is stopped by certain law alone, a decision by every block, the appraiser by all of it."""
    if verb == "submit":
        return finding.level == Level.BLOCK and not finding.is_liftable
    return verb == "appraise" or finding.level == Level.BLOCK


def _refusal(verb, finding):
    if finding.level == Level.BLOCK:
        return f"{finding.sentence} Căn cứ: {finding.citation}."
    return f"Hãy ghi lý do cho điểm chưa đạt trước khi kết luận đủ điều kiện: {finding.sentence}"


def _in_words(finding, answer):
    return {
        "rule": finding.rule,
        "key": finding.key,
        "verdict": finding.verdict,
        "verdict_label": finding.verdict.label,
        "level": finding.level,
        "sentence": finding.sentence,
        "citation": finding.citation,
        "certainty": finding.certainty,
        "certainty_label": finding.certainty_label,
        "needed": finding.needed,
        "is_answerable": is_answerable(finding),
        "records": [_entry(record) for record in finding.records],
        "answer": answer and _answer(answer),
    }


def _entry(entry):
    gone = ", đã hủy bỏ" if entry.annulled_on else ""
    return f"{entry.award}, {ngay(entry.period_from)} – {ngay(entry.period_to)}{gone}"


def _answer(answer):
    return {
        "lifts": answer.lifts,
        "reason": answer.reason,
        "citation": answer.citation,
        "by": f"{answer.by}",
        "by_title": answer.by_title,
        "at": ngay_gio(answer.at),
    }


@transaction.atomic
def answer_finding(nomination, finding, *, desk, reason, citation=""):
    """Write why the office goes on; a second answer replaces the first.

    TransitionError for a block of law that is certain.
    """
    if finding.level == Level.BLOCK and not finding.is_liftable:
        raise TransitionError("Quy định này rõ ràng, không gỡ được. Hãy kết luận không đủ điều kiện.")
    lifts = finding.level == Level.BLOCK
    answer, _ = Answer.objects.update_or_create(
        nomination=nomination,
        key=finding.key,
        defaults={
            "sentence": finding.sentence,
            "lifts": lifts,
            "reason": reason,
            "citation": citation,
            "by": desk.user,
            "by_title": desk.title,
            "at": now(),
        },
    )
    label = "Gỡ điểm chặn" if lifts else "Ghi lý do"
    nomination.log("answer", desk=desk, label=label, note=f"{finding.sentence}\n{reason}")
    return answer
