import datetime
import uuid
from copy import copy

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory

from awards import models as awards
from law import models as law
from tests.factories.campaigns import CriterionFactory
from tests.factories.exemplars import NominationFactory
from tests.factories.law import AwardTypeFactory
from tests.factories.organizations import UnitFactory, UserFactory


class SessionFactory(DjangoModelFactory):
    class Meta:
        model = awards.Session

    unit = factory.SubFactory(UnitFactory)
    title = "Xét khen thưởng"
    held_at = datetime.datetime(2024, 5, 20, 8, 0, tzinfo=timezone.get_default_timezone())
    place = "Phòng họp số 1"


class SessionMemberFactory(DjangoModelFactory):
    class Meta:
        model = awards.SessionMember

    session = factory.SubFactory(SessionFactory)
    user = factory.SubFactory(UserFactory)
    title = "Ủy viên"


class AgendaItemFactory(DjangoModelFactory):
    class Meta:
        model = awards.AgendaItem

    session = factory.SubFactory(SessionFactory)
    nomination = factory.SubFactory(NominationFactory)


class TallyFactory(DjangoModelFactory):
    class Meta:
        model = awards.Tally

    session = factory.SubFactory(SessionFactory)
    handed_out = returned = valid = 9
    invalid = 0
    entered_by = factory.SubFactory(UserFactory)


class ReviewFactory(DjangoModelFactory):
    class Meta:
        model = awards.Review

    item = factory.SubFactory(AgendaItemFactory)
    user = factory.SubFactory(UserFactory)


class ScoreFactory(DjangoModelFactory):
    class Meta:
        model = awards.Score

    review = factory.SubFactory(ReviewFactory)
    criterion = factory.SubFactory(CriterionFactory)
    points = 10


class DecisionFactory(DjangoModelFactory):
    class Meta:
        model = awards.Decision

    unit = factory.SubFactory(UnitFactory)
    title = "Về việc khen thưởng"
    merit = law.MeritKind.MOVEMENT
    achievement = "đã có thành tích xuất sắc"
    period_from = datetime.date(2023, 1, 1)
    period_to = datetime.date(2023, 12, 31)


class DecisionItemFactory(DjangoModelFactory):
    class Meta:
        model = awards.DecisionItem

    decision = factory.SubFactory(DecisionFactory)
    nomination = factory.SubFactory(NominationFactory)


def add_many(decision, nomination, count):
    """So many copies of a dossier on the decision's list."""
    copies = []
    for number in range(count):
        nomination.pk, nomination.name = None, f"Nguyễn Văn {number}"
        copies.append(copy(nomination))
    awards.DecisionItem.objects.bulk_create(
        awards.DecisionItem(decision=decision, nomination=one, order=order)
        for order, one in enumerate(type(nomination).objects.bulk_create(copies), start=1)
    )


class AwardEntryFactory(DjangoModelFactory):
    class Meta:
        model = awards.AwardEntry

    nomination = factory.SubFactory(NominationFactory)
    subject = factory.SelfAttribute("nomination.subject")
    name = factory.SelfAttribute("nomination.name")
    award = factory.SubFactory(AwardTypeFactory)
    merit = law.MeritKind.MOVEMENT
    decision = factory.SubFactory(DecisionFactory)
    period_from = datetime.date(2023, 1, 1)
    period_to = datetime.date(2023, 12, 31)
    awarded_on = datetime.date(2024, 5, 2)


class AnnulmentFactory(DjangoModelFactory):
    class Meta:
        model = awards.Annulment

    decision = factory.SubFactory(DecisionFactory)
    unit = factory.SelfAttribute("decision.unit")
    title = "Về việc hủy bỏ khen thưởng"
    ground = awards.Ground.DECEIT
    reasons = "Theo kết luận thử"


class AnnulmentItemFactory(DjangoModelFactory):
    class Meta:
        model = awards.AnnulmentItem

    annulment = factory.SubFactory(AnnulmentFactory)
    entry = factory.SubFactory(AwardEntryFactory, decision=factory.SelfAttribute("..annulment.decision"))


class SubmissionLetterFactory(DjangoModelFactory):
    class Meta:
        model = awards.SubmissionLetter

    unit = factory.SubFactory(UnitFactory)
    to_unit = factory.SubFactory(UnitFactory)
    title = "Đề nghị khen thưởng"


class OpinionListFactory(DjangoModelFactory):
    class Meta:
        model = awards.OpinionList

    unit = factory.SubFactory(UnitFactory)
    title = "Đề nghị khen thưởng đợt 1"


class OpinionItemFactory(DjangoModelFactory):
    class Meta:
        model = awards.OpinionItem

    opinion_list = factory.SubFactory(OpinionListFactory)
    nomination = factory.SubFactory(NominationFactory)


class RemarkFactory(DjangoModelFactory):
    class Meta:
        model = awards.Remark

    opinion_list = factory.SubFactory(OpinionListFactory)
    request_id = factory.LazyFunction(uuid.uuid4)
    name = "Lê Văn Hỏi"
    contact = "0900 000 000"
    stance = awards.Stance.AGREES
    text = "Tôi đồng tình."


class JudgementFactory(DjangoModelFactory):
    class Meta:
        model = awards.Judgement

    nomination = factory.SubFactory(NominationFactory)
    step = awards.Step.APPRAISED
    on = datetime.date(2024, 5, 2)


class AnswerFactory(DjangoModelFactory):
    class Meta:
        model = awards.Answer

    nomination = factory.SubFactory(NominationFactory)
    key = "R10-00000000"
    sentence = "Chưa đủ tiêu chuẩn."
    reason = "Có thành tích đột xuất."
    by = factory.SubFactory(UserFactory)
