"""A district's plan with dossiers in every state, its council's session, decision, letter and review."""

import datetime

from django.utils import timezone

from awards.models import AnnulmentStatus, DecisionStatus, Outcome, SessionStatus
from awards.models.letter import LetterStatus
from campaigns.models import SectionKind
from exemplars.models import NominationStatus
from law.models import SubjectKind
from organizations.models import CouncilSeat, NumberSeries
from tests import factories as make

S = NominationStatus
PERSON, COLLECTIVE, HOUSEHOLD = SubjectKind
FIRST, LAST = datetime.date(2021, 1, 1), datetime.date(2023, 6, 11)
ARRIVED = datetime.date(2022, 3, 1)
DECIDED = datetime.date(2023, 6, 9)
ANNULLED = datetime.date(2024, 5, 20)


def moment(day, hour=9):
    return datetime.datetime.combine(day, datetime.time(hour), tzinfo=timezone.get_default_timezone())


def plan_of(unit, **changes):
    """An issued plan with every part of it filled."""
    number = issued_number(unit, "KH-UBND", 1, datetime.date(2021, 9, 22))
    recipients = "- Như trên;\n- Lưu: VT, NV."
    plan = make.PlanFactory(unit=unit, issued=True, number=number, recipients=recipients, **changes)
    make.PlanSectionFactory(plan=plan, kind=SectionKind.PURPOSE, body="1. Mục đích\n- Nêu gương.")
    make.PlanSectionFactory(plan=plan, kind=SectionKind.FUNDING, body="Từ ngân sách.")
    make.CriterionFactory(plan=plan, text="Sáng kiến", max_points=30, order=1)
    make.CriterionFactory(plan=plan, text="Nhân rộng", max_points=20, order=2)
    make.CriterionFactory(plan=plan, subject_kind=HOUSEHOLD, text="Gia đình văn hóa", max_points=50)
    make.MilestoneFactory(plan=plan, occasion="75 năm Ngày truyền thống thi đua yêu nước")
    make.AssignmentFactory(
        plan=plan,
        unit=unit,
        task="Hướng dẫn, đôn đốc.",
        due_on=datetime.date(2021, 10, 30),
        partners="Phòng VHTT",
    )
    return plan


def dossier(plan, unit, *, arrived=ARRIVED, states=(), **facts):
    """A dossier that came to the plan's office; `states` is ((state, day), …) of its later events."""
    facts.setdefault("award", make.AwardTypeFactory())
    nomination = make.NominationFactory(plan=plan, unit=unit, holder=plan.unit, status=S.SUBMITTED, **facts)
    make.OfficeStayFactory(nomination=nomination, office=plan.unit, arrived_on=arrived)
    for status, day in ((S.SUBMITTED, arrived), *states):
        happen(nomination, status, day)
    return nomination


def happen(nomination, status, day):
    """One more event of a dossier's history, and the state it leads to."""
    make.EventFactory(about=nomination, to_status=status, at=moment(day))
    type(nomination).objects.filter(pk=nomination.pk).update(status=status)
    nomination.status = status


def award(nomination, decision, *, on=DECIDED, **changes):
    """The entry in the register that a decision of that day gives a dossier."""
    happen(nomination, S.AWARDED, on)
    return make.AwardEntryFactory(nomination=nomination, decision=decision, awarded_on=on, **changes)


def issued(factory, symbol, status, *, unit, number, on=DECIDED, signatory="Nguyễn Văn Quý", **changes):
    """A signed paper with its number and day."""
    return factory(
        unit=unit,
        number=issued_number(unit, symbol, number, on),
        issued_on=on,
        signatory=signatory,
        signatory_title="Chủ tịch",
        status=status,
        **changes,
    )


def issued_number(unit, symbol, number, on=DECIDED):
    """That number of the unit's series, or the next one that is free."""
    series, _ = NumberSeries.objects.get_or_create(unit=unit, symbol=symbol, year=on.year)
    number += series.numbers.count()
    return make.IssuedNumberFactory(series=series, number=number, issued_on=on)


def decision_of(unit, nominations, *, prize=450_000, **changes):
    """An issued decision that awards the dossiers."""
    decision = issued(
        make.DecisionFactory, "QĐ-UBND", DecisionStatus.ISSUED, unit=unit, number=1842, **changes
    )
    for order, nomination in enumerate(nominations, start=1):
        make.DecisionItemFactory(decision=decision, nomination=nomination, order=order)
        award(nomination, decision, prize=prize)
    return decision


def annulment_of(decision, entries, **changes):
    """An issued paper that takes these entries back; they and their dossiers stay as they are."""
    annulment = issued(
        make.AnnulmentFactory,
        "QĐ-UBND",
        AnnulmentStatus.ISSUED,
        unit=decision.unit,
        number=7,
        on=ANNULLED,
        decision=decision,
        title=f"Về việc hủy bỏ khen thưởng tại Quyết định số {decision.reference}",
        **changes,
    )
    for order, entry in enumerate(entries, start=1):
        make.AnnulmentItemFactory(annulment=annulment, entry=entry, order=order)
    return annulment


def letter_of(unit, to_unit, nominations):
    letter = issued(
        make.SubmissionLetterFactory, "TTr-UBND", LetterStatus.ISSUED, unit=unit, number=45, to_unit=to_unit
    )
    letter.nominations.set(nominations)
    return letter


def session_of(unit, nominations, *, status=SessionStatus.CLOSED, members=3):
    """A counted session of three members, one absent, at which all but the last dossier passed."""
    session = make.SessionFactory(
        unit=unit,
        title="Xét khen thưởng điển hình tiên tiến",
        held_at=moment(datetime.date(2023, 6, 2), 8),
        ended_at=moment(datetime.date(2023, 6, 2), 10),
        secretary=make.UserFactory(full_name="Cao Thị Bích Vân"),
        opening="1. Thường trực Hội đồng báo cáo kết quả thẩm định các hồ sơ.\n"
        "2. Hội đồng thảo luận. Các thành viên thống nhất nhận định các hồ sơ có thành tích rõ ràng, "
        "đúng đối tượng và được nơi cư trú đồng tình.",
        conclusion="Hội đồng thống nhất trình Chủ tịch Ủy ban nhân dân huyện tặng Giấy khen cho những đối "
        "tượng đã được thông qua; thường trực Hội đồng hoàn thiện hồ sơ theo quy định.",
        number=issued_number(unit, "BB-HĐTĐKT", 5, datetime.date(2023, 6, 2)),
        tally_number=issued_number(unit, "BB-HĐTĐKT", 5, datetime.date(2023, 6, 2)),
        status=status,
    )
    _members(session, members)
    for order, nomination in enumerate(nominations, start=1):
        passed = order < len(nominations)
        make.AgendaItemFactory(
            session=session,
            nomination=nomination,
            order=order,
            votes_for=members - 1 if passed else 1,
            votes_against=0 if passed else members - 2,
            outcome=Outcome.PASSED if passed else Outcome.NOT_PASSED,
        )
    return session


def _members(session, count):
    seats = [CouncilSeat.CHAIR] + [CouncilSeat.MEMBER] * (count - 1)
    names = ["Nguyễn Văn Quý", "Đỗ Hoàng Ẩn", "Lý Thị Ngọc Yến", *(f"Trần Văn {n}" for n in range(count))]
    people = [
        make.SessionMemberFactory(
            session=session,
            user__full_name=name,
            seat=seat,
            present=place != 1,
            absence_reason="đi công tác" if place == 1 else "",
            teller=place > 0,
            title="Phó Trưởng phòng",
        )
        for place, (seat, name) in enumerate(zip(seats, names, strict=False))
    ]
    make.TallyFactory(
        session=session,
        handed_out=count - 1,
        returned=count - 1,
        valid=count - 1,
        entered_by=people[1].user,
        confirmed_by=people[2].user,
        confirmed_at=moment(datetime.date(2023, 6, 2), 9),
    )


def review_of(plan, **changes):
    """A draft of the interim review."""
    milestone = plan.milestones.get()
    return make.MilestoneReviewFactory(milestone=milestone, period_from=FIRST, period_to=LAST, **changes)
