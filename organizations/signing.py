"""Signing and numbering: what plans, decisions and reviews have in common on their way out of the office."""

from django.db import transaction
from django.utils import timezone

from core.calendar import today
from core.text import entries
from core.workflow import TransitionError
from organizations.numbering import take_number

AS_ABOVE, KEPT = "Như trên", "Lưu:"  # in the receivers of a paper


def sign(paper, *, desk):
    """The chairman signs; raises TransitionError unless the paper waits for the signature of this desk."""
    post = next((post for post in desk.posts if post.role == paper.MOVES["sign"].role), None)
    paper.move(
        "sign",
        desk=desk,
        signed_by=desk.user,
        signatory=desk.user.full_name,
        signatory_title=post.signing_title if post else "",
    )


@transaction.atomic
def issue(paper, *, desk, on=None, **fields):
    """The clerk gives the paper its number and date; both or neither, and no number is lost on the way.

    Raises TransitionError when the paper is not signed, or the day is to come, before the signature, before
    the unit began or before the last number's.
    """
    on = on or today()
    if on > today():
        raise TransitionError("Ngày ban hành không được sau hôm nay.")
    if not paper.can("issue", desk):
        paper.move("issue", desk=desk)  # says why not
    _refuse_too_early(paper, on)
    number = number_of(paper, on=on, by=desk.user)
    paper.move("issue", desk=desk, number=number, issued_on=on, note=f"Số {number.text}", **fields)


def number_of(paper, *, on, by):
    """The paper's number, with what the register of outgoing papers says of it."""
    sent_to, kept_by = _receivers(paper)
    return take_number(
        unit=paper.unit,
        symbol=paper.symbol,
        on=on,
        title=str(paper),
        by=by,
        signatory=paper.signatory,
        recipients=sent_to,
        kept_by=kept_by,
    )


def _receivers(paper):
    """Where the paper goes, one place a line, and who keeps its copy, which it names last."""
    listed = entries(paper.recipients)
    kept = [entry.removeprefix(KEPT).strip() for entry in listed if entry.startswith(KEPT)]
    sent = [entry for entry in listed if not entry.startswith(KEPT)]
    if addressed := entries(paper.addressed_to):
        sent = [*addressed, *(entry for entry in sent if entry != AS_ABOVE)]
    return "\n".join(sent), "; ".join(kept or ["VT"])[:200]


def _refuse_too_early(paper, on):
    signature = paper.history.filter(verb="sign").last()
    if signature and on < (signed_on := timezone.localtime(signature.at).date()):
        raise TransitionError(f"Ngày ban hành không được trước ngày ký ({signed_on:%d/%m/%Y}).")
    if on < paper.unit.starts_on:
        raise TransitionError(
            f"Ngày ban hành không được trước ngày {paper.unit} bắt đầu hoạt động "
            f"({paper.unit.starts_on:%d/%m/%Y})."
        )
