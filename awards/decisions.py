"""Decisions: drafted from what councils passed, and issued with an entry in the register for each subject."""

from dataclasses import dataclass

from django.db import IntegrityError, transaction
from django.db.models import Count, Exists, Max, OuterRef, Sum

from awards.bases import bases_of_decision
from awards.models import AwardEntry, Decision, DecisionItem, DecisionStatus, SubmissionLetter
from awards.models.letter import LetterStatus
from awards.naming import in_a_sentence
from awards.sessions import lock, move_all, office_ids
from core.calendar import today
from core.workflow import TransitionError
from exemplars.models import Nomination, NominationStatus
from law.choosing import NoRule, power
from law.models import AwardType, MeritKind
from law.prizes import prize_amounts
from organizations import signing

DONE = {  # kind of merit, "" for titles: what its subjects did, as a decision says it
    MeritKind.SERVICE: "đã có thành tích xuất sắc trong thực hiện nhiệm vụ",
    MeritKind.EXCEPTIONAL: "đã có thành tích xuất sắc đột xuất",
    MeritKind.MOVEMENT: "đã có thành tích xuất sắc trong phong trào thi đua",
    MeritKind.DEVOTION: "đã có quá trình cống hiến lâu dài",
    MeritKind.SENIORITY: "đã có quá trình công tác lâu năm",
    MeritKind.FOREIGN: "đã có nhiều đóng góp cho quan hệ đối ngoại",
    MeritKind.RESISTANCE: "đã có thành tích trong kháng chiến",
    "": "đã đạt tiêu chuẩn danh hiệu thi đua",
}


def passed_at(unit, on=None):
    """Dossiers that councils passed and that lie at the unit's office, on no draft and in no letter."""
    return undecided(office_ids(unit, on))


def undecided(offices):
    """As `passed_at`, of several offices (ids); a letter that was sent may have brought the dossier here."""
    on_decision = DecisionItem.objects.filter(nomination=OuterRef("pk"))
    under_way = (LetterStatus.DRAFT, LetterStatus.FOR_SIGNATURE, LetterStatus.SIGNED)
    in_letter = SubmissionLetter.objects.filter(nominations=OuterRef("pk"), status__in=under_way)
    return Nomination.objects.filter(
        ~Exists(on_decision), ~Exists(in_letter), status=NominationStatus.PASSED, holder__in=offices
    )


def decidable(unit, on=None):
    """Of `passed_at`, those whose award the head of the unit may grant on the day `on`."""
    on = on or today()
    return passed_at(unit, on).filter(award__in=AwardType.objects.decided_at(unit.tier, on))


@dataclass(frozen=True)
class Group:
    """Dossiers that may stand in one decision: the same award, for merit of the same kind."""

    award: AwardType
    merit: str
    nominations: tuple

    @property
    def key(self):
        """The ids of its dossiers, so that who chooses a group chooses those that were shown."""
        return "-".join(str(nomination.pk) for nomination in self.nominations)

    @property
    def merit_label(self):
        return MeritKind(self.merit).label if self.merit else "danh hiệu thi đua"


def groups(nominations):
    """[Group] in the order of the awards' rank, highest first."""
    found = {}
    for nomination in nominations.select_related("award", "subject", "unit").order_by("-award__rank", "pk"):
        found.setdefault((nomination.award, nomination.merit), []).append(nomination)
    return [Group(award, merit, tuple(members)) for (award, merit), members in found.items()]


@transaction.atomic
def draft_decision(unit, chosen, *, desk, on=None, session=None):
    """A draft that names the `chosen` groups, in the order of subject kind and name.

    Raises TransitionError, and drafts nothing, when one of the dossiers is no longer to be decided on.
    """
    on = on or today()
    if not chosen:
        raise TransitionError("Hãy chọn ít nhất một nhóm hồ sơ.")
    if len({group.merit for group in chosen}) > 1:
        raise TransitionError("Một quyết định chỉ khen một loại hình. Hãy soạn riêng cho từng loại hình.")
    nominations = [nomination for group in chosen for nomination in group.nominations]
    decision = Decision.objects.create(
        unit=unit, session=session, merit=chosen[0].merit, **_proposed(unit, chosen, nominations, on)
    )
    if add_lines(decision, nominations, desk=desk, on=on, quiet=True) < len(nominations):
        raise TransitionError("Có hồ sơ vừa được đưa vào dự thảo khác hoặc vừa thay đổi. Mời chọn lại.")
    decision.log("draft", desk=desk, label="Soạn dự thảo quyết định", note=f"{len(nominations)} đối tượng")
    return decision


def draft_naming(unit, pks):
    """The unit's latest draft that names one of these dossiers (ids), or None."""
    drafts = Decision.objects.filter(unit=unit, status=DecisionStatus.DRAFT, items__nomination__in=pks)
    return drafts.order_by("-pk").first()


def _proposed(unit, chosen, nominations, on):
    start, end = _period(nominations, on)
    awards = " và ".join(in_a_sentence(group.award, unit) for group in chosen)
    return {
        "title": f"Về việc tặng {awards}",
        "achievement": _reason(nominations, start, end),
        "period_from": start,
        "period_to": end,
        "legal_bases": bases_of_decision(nominations, unit, on),
        "funding": "Trích từ Quỹ thi đua, khen thưởng theo quy định",
        "executors": f"Chánh Văn phòng, Thường trực Hội đồng Thi đua - Khen thưởng {unit.name}, "
        "thủ trưởng các cơ quan, đơn vị liên quan và các đối tượng có tên trong danh sách",
        "recipients": "Như trên;\nLưu: VT, hồ sơ.",
    }


def _period(nominations, on):
    """From the first to the last day of what is rewarded; the year of the decision when none is stated."""
    starts = [n.achieved_from for n in nominations if n.achieved_from]
    ends = [n.achieved_to for n in nominations if n.achieved_to]
    end = max(ends, default=on.replace(month=12, day=31))
    return (min(*starts, end) if starts else end.replace(month=1, day=1)), end


def _reason(nominations, start, end):
    """What one subject did; of several, the kind of merit that they share, and its years."""
    if len(nominations) == 1 and nominations[0].summary:
        return nominations[0].summary
    years = f"năm {end.year}" if start.year == end.year else f"giai đoạn {start.year} - {end.year}"
    return f"{DONE[nominations[0].merit]} {years}"


@transaction.atomic
def add_lines(decision, nominations, *, desk, on=None, quiet=False):
    """Put dossiers at the end of a draft's list; how many were added."""
    _refuse_unless_draft(decision)
    chosen = decidable(decision.unit, on).filter(pk__in=lock(nominations))
    last = decision.items.aggregate(last=Max("order"))["last"] or 0
    lines = [
        DecisionItem(decision=decision, nomination=nomination, order=number)
        for number, nomination in enumerate(chosen.order_by("kind", "name_key", "pk"), start=last + 1)
    ]
    DecisionItem.objects.bulk_create(lines)
    if lines and not quiet:
        decision.log("lines", desk=desk, label="Thêm vào danh sách", note=f"{len(lines)} đối tượng")
    return len(lines)


@transaction.atomic
def arrange_lines(decision, *, orders, removed, desk):
    """Give the lines of a draft their place ({line id: place}) and take the `removed` (ids) off the list."""
    _refuse_unless_draft(decision)
    gone = list(decision.items.filter(pk__in=removed).select_related("nomination"))
    decision.items.filter(pk__in=[line.pk for line in gone]).delete()
    lines = list(decision.items.all())
    lines.sort(key=lambda line: (orders.get(line.pk, line.order), line.order, line.pk))
    for place, line in enumerate(lines, start=1):
        line.order = place
    DecisionItem.objects.bulk_update(lines, ["order"])
    if gone:
        names = ", ".join(str(line) for line in gone)
        decision.log("lines", desk=desk, label="Bỏ khỏi danh sách", note=names)


def _refuse_unless_draft(decision):
    if decision.status != DecisionStatus.DRAFT:
        raise TransitionError("Quyết định không còn là dự thảo, danh sách không thay đổi được nữa.")


@transaction.atomic
def submit_decision(decision, *, desk, note=""):
    if not decision.items.exists():
        raise TransitionError("Danh sách khen thưởng còn trống.")
    decision.move("submit", desk=desk, note=note)


@transaction.atomic
def drop_decision(decision, *, desk, note):
    """Give the draft up; its dossiers are free for another decision, its list stays in the history."""
    names = [str(line) for line in decision.items.select_related("nomination")]
    decision.move("drop", desk=desk, note=note, data={"items": names})
    decision.items.all().delete()


@transaction.atomic
def issue_decision(decision, *, desk, on=None):
    """Number and date the decision, and write every award into the register: all of it or nothing.

    Raises TransitionError when one award is beyond this office on that day, or was already given to the
    subject for the same period.
    """
    on = on or today()
    signing.issue(decision, desk=desk, on=on)
    lines = list(
        decision.items.select_related("nomination__award", "nomination__holder", "nomination__subject")
    )
    _refuse_beyond_power(decision, lines, on)
    _enter(decision, lines, on)
    note = f"Quyết định số {decision.number_text}"
    move_all((line.nomination for line in lines), "award", desk=desk, note=note)


def _refuse_beyond_power(decision, lines, on):
    for award in {line.nomination.award for line in lines}:
        try:
            power(award, decision.unit.tier, on)
        except NoRule as error:
            raise TransitionError(f"Chưa ban hành được. {error}") from error


def _enter(decision, lines, on):
    """The register itself refuses a second award, as of two offices that give it at the same moment."""
    try:
        with transaction.atomic():
            AwardEntry.objects.bulk_create(_entries(decision, lines, on))
    except IntegrityError:
        _refuse_twice(decision, lines)
        raise


def _refuse_twice(decision, lines):
    """Căn cứ: Luật 06/2022/QH15, điều 5 khoản 2 điểm c."""
    wanted = {_achievement(decision, line.nomination): line for line in lines}
    if len(wanted) < len(lines):
        raise TransitionError("Danh sách có đối tượng được khen hai lần cho cùng một thành tích.")
    subjects = [line.nomination.subject_id for line in lines]
    given = (
        AwardEntry.objects.counting().filter(subject__in=subjects).select_related("decision__number__series")
    )
    for entry in given:
        key = (entry.subject_id, entry.award_id, entry.period_from, entry.period_to)
        if key in wanted:
            raise TransitionError(
                f"{wanted[key]} đã được tặng {entry.award} cho thành tích từ {entry.period_from:%d/%m/%Y} "
                f"đến {entry.period_to:%d/%m/%Y} tại Quyết định số {entry.decision.number_text}. "
                "Hãy trả lại dự thảo để bỏ khỏi danh sách."
            )


def _achievement(decision, nomination):
    return (nomination.subject_id, nomination.award_id, *_period_of(decision, nomination))


def _period_of(decision, nomination):
    """The dossier's own period, where it states one."""
    if nomination.achieved_from and nomination.achieved_to:
        return nomination.achieved_from, nomination.achieved_to
    return decision.period_from, decision.period_to


def _entries(decision, lines, on):
    prizes = prizes_on(on)
    in_one_order = sorted(
        lines, key=lambda line: line.nomination.subject_id
    )  # lest two offices lock each other
    for nomination in (line.nomination for line in in_one_order):
        start, end = _period_of(decision, nomination)
        yield AwardEntry(
            decision=decision,
            nomination=nomination,
            subject=nomination.subject,
            award=nomination.award,
            merit=nomination.merit,
            name=str(nomination),
            description=nomination.description,
            period_from=start,
            period_to=end,
            awarded_on=on,
            prize=prizes.get((nomination.award_id, nomination.kind)),
        )


def prizes_on(on):
    """{(award id, subject kind): đồng} for a decision of that day; TransitionError without a base salary."""
    try:
        return prize_amounts(on)
    except NoRule as error:
        raise TransitionError(str(error)) from error


def lines_of(decision):
    return decision.items.select_related("nomination__award", "nomination__unit", "nomination__subject")


def priced(decision, lines):
    """The lines, each with `prize` in đồng, as awarded or as it would be today, and its entry if any."""
    named = {line.nomination_id for line in lines}
    given = {entry.nomination_id: entry for entry in decision.entries.filter(nomination__in=named)}
    prizes = {} if given else _prizes_today()
    for line in lines:
        nomination, entry = line.nomination, given.get(line.nomination_id)
        line.prize = entry.prize if entry else prizes.get((nomination.award_id, nomination.kind))
        line.entry = entry
    return lines


def total_prize(decision):
    """In đồng, as awarded or as it would be today."""
    given = decision.entries.aggregate(lines=Count("pk"), total=Sum("prize"))
    if given["lines"]:
        return given["total"] or 0
    prizes = _prizes_today()
    alike = decision.items.order_by().values_list("nomination__award", "nomination__kind")
    return sum(count * (prizes.get((award, kind)) or 0) for award, kind, count in alike.annotate(Count("pk")))


def _prizes_today():
    try:
        return prize_amounts(today())
    except NoRule:
        return {}


def addable(decision):
    """Dossiers that could still stand on the draft's list."""
    return decidable(decision.unit).filter(merit=decision.merit)
