"""The one door through which a record's state changes.

A model declares its states and a table of moves; nothing else writes `status`. Each move says from
which states it starts, where it leads, which role may make it and at which office. What the table does
not name is refused.
"""

from dataclasses import dataclass, field

from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction
from django.db.models import F
from django.dispatch import Signal

from core.models import Event

# Sent in the transaction of each move, after its event: (sender: model, record, verb, desk). A receiver on a
# floor above may write what belongs to the move, or take it back by raising TransitionError.
moved = Signal()


class TransitionError(Exception):
    """The move is not open now; the message is a sentence in Vietnamese for the page."""


class NotYours(TransitionError):
    """The move is open, but not to this person."""


class Collision(Exception):
    """Somebody else saved the record since it was read."""


@dataclass(frozen=True)
class Move:
    """One row of a table of moves.

    `office` names the attribute that holds the unit at whose desk the move is made. Moves without a
    button are made by the house itself on the way of another act: a decision awards what it names.
    """

    label: str
    sources: tuple
    target: str
    role: str
    office: str = "unit"
    button: bool = True
    needs_note: bool = False
    style: str = field(default="", compare=False)  # "primary", "danger": how the button looks


class Versioned(models.Model):
    """A record that two people may edit at once: the second to save is told, and nothing is lost."""

    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        abstract = True

    def save_unless_changed(self, seen):
        """Write every field but the state if the row still has version `seen`; else raise Collision."""
        kept = {"version", "status"}
        values = {
            f.attname: f.pre_save(self, add=False)
            for f in self._meta.concrete_fields
            if not f.primary_key and f.name not in kept
        }
        row = type(self)._base_manager.filter(pk=self.pk, version=seen)
        if not row.update(**values, version=F("version") + 1):
            raise Collision
        self.version = seen + 1


class Audited(models.Model):
    """A record whose acts are written into the audit trail."""

    class Meta:
        abstract = True

    def log(self, verb, *, desk, label, before="", after="", note="", data=None):
        """Write what `desk`'s person did to this record into the audit trail."""
        return Event.objects.create(
            content_type=ContentType.objects.get_for_model(self),
            object_id=self.pk,
            verb=verb,
            label=label,
            about=str(self)[:200],
            from_status=before,
            to_status=after,
            by=desk.user,
            by_title=desk.title,
            note=note,
            data=data or {},
        )

    @property
    def history(self):
        return Event.objects.about(self)


class Workflow(Audited, Versioned):
    """A record whose `status` moves by `MOVES` ({verb: Move}) and by nothing else."""

    MOVES = {}

    class Meta:
        abstract = True

    def open_moves(self, desk):
        """The moves with a button that the person at `desk` can make now, as {verb: Move}."""
        return {
            verb: move
            for verb, move in self.MOVES.items()
            if move.button and self.is_open_to(verb) and self._may(move, desk)
        }

    def is_open_to(self, verb):
        """Whether the record stands where the move may be made, whoever makes it."""
        return self.status in self.MOVES[verb].sources

    def can(self, verb, desk):
        return self.is_open_to(verb) and self._may(self.MOVES[verb], desk)

    def allows(self, verb, desk):
        """Whether the move is this person's to make, whatever the state."""
        return self._may(self.MOVES[verb], desk)

    def _may(self, move, desk):
        office = getattr(self, move.office)
        return office is not None and desk.may(move.role, office)

    def move(self, verb, *, desk, note="", data=None, **fields):
        """Make one move and write its event, or do neither.

        The UPDATE asks for the state that this object was read with, so that of two people who act at
        once one succeeds and the other gets TransitionError. `fields` are written with the state.
        """
        move = self.MOVES[verb]
        if not self.is_open_to(verb):
            raise TransitionError(f"Không thể thực hiện: đang ở trạng thái “{self.get_status_display()}”.")
        if not self._may(move, desk):
            raise NotYours("Việc này do người giữ chức trách khác thực hiện.")
        if move.needs_note and not note.strip():
            raise TransitionError("Cần ghi rõ lý do.")
        with transaction.atomic():
            self._write(move, fields)
            self.log(
                verb, desk=desk, label=move.label, before=self.status, after=move.target, note=note, data=data
            )
            moved.send(type(self), record=self, verb=verb, desk=desk)
        for name, value in fields.items():
            setattr(self, name, value)
        self.status = move.target
        self.version += 1

    def _write(self, move, fields):
        row = type(self)._base_manager.filter(pk=self.pk, status=self.status)
        if not row.update(**fields, status=move.target, version=F("version") + 1):
            raise TransitionError("Vừa có người khác xử lý. Mời xem lại trạng thái mới rồi thực hiện.")
