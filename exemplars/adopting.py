"""How an adoption comes to be: one at a time, so that nobody learns from themselves by however many hands."""

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models.expressions import RawSQL

from core.calendar import today
from core.once import begun_once
from core.workflow import NotYours, TransitionError
from exemplars.models import Adoption, AdoptionStatus, Exemplar, Stage
from organizations.access import PREPARING, inherited_units, successor_office
from organizations.models import Role

# An exemplar learns from what it adopted and, at second hand, from the exemplar that passed it on.
LEARNING = """
    SELECT adopter_id AS learner, source_id AS teacher FROM exemplars_adoption
     WHERE adopter_id IS NOT NULL AND status <> 'refused'
    UNION
    SELECT learned.adopter_id, passed.adopter_id FROM exemplars_adoption learned
      JOIN exemplars_adoption passed ON passed.id = learned.learned_from_id
     WHERE learned.adopter_id IS NOT NULL AND passed.adopter_id IS NOT NULL AND learned.status <> 'refused'
"""
CHAIN = """
    WITH RECURSIVE learning AS ({learning}), chain(exemplar) AS (
        SELECT CAST(%s AS bigint)
        UNION
        SELECT learning.{end} FROM learning JOIN chain ON learning.{start} = chain.exemplar
    ) SELECT exemplar FROM chain
"""
TEACHERS = CHAIN.format(learning=LEARNING, start="learner", end="teacher")
LEARNERS = CHAIN.format(learning=LEARNING, start="teacher", end="learner")


class Unfit(TransitionError):
    """The adoption cannot be; `field` is the field of the form at which to say so."""

    def __init__(self, field, message):
        super().__init__(message)
        self.field = field


def teachers_of(exemplar):
    """The exemplar and all that it learned from, directly or through others."""
    return Exemplar.objects.filter(pk__in=RawSQL(TEACHERS, [exemplar.pk]))  # noqa: S611  no text of a user


def learners_of(exemplar):
    """The exemplar and all that learned from it, directly or through others."""
    return Exemplar.objects.filter(pk__in=RawSQL(LEARNERS, [exemplar.pk]))  # noqa: S611  no text of a user


def is_open_to_copy(exemplar):
    """Whether it is one that its unit has registered and still follows."""
    return exemplar.status not in (Stage.FOUND, Stage.DROPPED)


def may_propose(source, desk, unit=None):
    """Whether the person speaks for the exemplar, for the unit that adopts, or for an office above either."""
    sides = [side for side in (source.unit, unit) if side]
    prepares = any(desk.may(role, side) for role in PREPARING for side in sides)
    oversees = any(desk.may(Role.STANDING, office) for side in sides if (office := _office_of(side)))
    return prepares or oversees


def _office_of(unit):
    return successor_office(unit, today()).office_above(on=today(), itself=True)


@transaction.atomic
def propose(source, *, desk, unit, request_id=None, **stated):
    """Record that `unit`, or a subject in it, works as the exemplar does; Unfit says why that cannot be.

    What the adopter's own people propose they have confirmed. The same `request_id` always gives the same
    adoption.
    """
    if not may_propose(source, desk, unit):
        raise NotYours("Việc này do đơn vị có điển hình, nơi làm theo hoặc Thường trực ghi.")
    return begun_once(Adoption.objects, request_id, lambda: _begin(source, desk, unit, request_id, stated))


def _begin(source, desk, unit, request_id, stated):
    _one_at_a_time()
    if (subject := stated.get("subject")) and subject.pk is None:
        subject.save()
    adoption = Adoption(
        source=source,
        unit=unit,
        office=_confirming_office(source, unit),
        proposed_by=desk.user,
        request_id=request_id,
        **stated,
    )
    refuse_unfit(adoption)
    adoption.save()
    adoption.log("create", desk=desk, label="Ghi nơi làm theo", after=adoption.status)
    for verb in ("accept", "adopt"):
        if adoption.can(verb, desk):
            adoption.move(verb, desk=desk)
            break
    return adoption


def _one_at_a_time():
    """Of two who close a circle from both ends the second sees what the first has done."""
    kinds = ContentType.objects.select_for_update(no_key=True)
    kinds.get(pk=ContentType.objects.get_for_model(Adoption).pk)


def _confirming_office(source, unit):
    """The office of the exemplar where it lies higher than the adopter; else None."""
    office = _office_of(source.unit)
    return office if office and office.tier < successor_office(unit, today()).tier else None


def refuse_unfit(adoption):
    """Raise Unfit when an exemplar would learn from itself, or the same place twice from the same."""
    if adoption.pk is None and not is_open_to_copy(adoption.source):
        raise Unfit(None, "Chỉ ghi nơi làm theo cho điển hình đã đăng ký và còn theo dõi.")
    _refuse_itself(adoption)
    _refuse_strange_way(adoption)
    _refuse_circle(adoption)
    _refuse_twice(adoption)


def _refuse_itself(adoption):
    source = adoption.source
    if adoption.adopter_id == source.pk or adoption.subject_id == source.subject_id:
        raise Unfit("name", "Điển hình không thể làm theo chính mình.")
    if adoption.subject_id is None and source.unit_id in _lineage(adoption.unit):
        raise Unfit(
            "name",
            "Đây là đơn vị của chính điển hình. Hãy ghi rõ tổ, hộ hoặc cá nhân nào trong đơn vị làm theo.",
        )


def _refuse_strange_way(adoption):
    way = adoption.learned_from
    if way and (way.source_id != adoption.source_id or way.status == AdoptionStatus.REFUSED):
        raise Unfit("learned_from", "Nơi truyền lại không làm theo điển hình này.")


def _refuse_circle(adoption):
    """What is adopted, and whoever passes it on, must not have learned from the adopter."""
    way = adoption.learned_from
    taught_by = [adoption.source, way.adopter if way else None]
    for teacher in filter(None, taught_by):
        if adoption.adopter_id and teachers_of(teacher).filter(pk=adoption.adopter_id).exists():
            raise Unfit(
                "adopter", f"“{teacher}” đã học từ “{adoption.adopter}”, nên không thể ghi học ngược lại."
            )


def _refuse_twice(adoption):
    """Units that were merged into this one count as it."""
    same = Adoption.objects.living().filter(source=adoption.source).exclude(pk=adoption.pk)
    if adoption.subject_id:
        same = same.filter(subject=adoption.subject_id)
    else:
        same = same.filter(subject=None, unit__in=_lineage(adoption.unit))
    if earlier := same.select_related("unit", "subject").first():
        raise Unfit("unit", f"Đã ghi {earlier.name} làm theo điển hình này từ {earlier.since:%d/%m/%Y}.")


def _lineage(unit):
    """Ids of the unit that goes on with its files today, and of all whose files that one took over."""
    now = successor_office(unit, today())
    return {unit.pk, now.pk, *(old.pk for old in inherited_units(now, today()))}


@transaction.atomic
def mend(adoption, *, desk, save):
    """Have `save()` write what the adopter's people changed; whether it did. Unfit when it cannot be."""
    if not Adoption.objects.kept_by(desk).filter(pk=adoption.pk).exists():
        raise NotYours("Việc này do nơi làm theo thực hiện.")
    _one_at_a_time()
    if adoption.adopter_id:
        adoption.subject = adoption.adopter.subject
    refuse_unfit(adoption)
    is_saved = save()
    if is_saved:
        adoption.log("edit", desk=desk, label="Bổ sung thông tin")
    return is_saved
