import factory
from factory.django import DjangoModelFactory

from law import models as law
from organizations import models as organizations
from tests.factories.organizations import LONG_AGO


class RegimeFactory(DjangoModelFactory):
    class Meta:
        model = law.Regime
        django_get_or_create = ("code",)

    code = "Z"
    name = "Chế độ thử"
    law = "Luật thử"
    decree = "Nghị định thử"
    valid_from = LONG_AGO
    citation = "Luật thử"


class AwardTypeFactory(DjangoModelFactory):
    class Meta:
        model = law.AwardType
        django_get_or_create = ("code",)

    code = "THU"
    name = "Giấy khen thử"
    title = "Giấy khen của Chủ tịch Ủy ban nhân dân"
    group = law.AwardGroup.FORM
    for_persons = for_collectives = for_households = True
    merit_kinds = [law.MeritKind.MOVEMENT, law.MeritKind.EXCEPTIONAL]
    rank = 1
    valid_from = LONG_AGO
    citation = "Luật thử"


class AwardPowerFactory(DjangoModelFactory):
    class Meta:
        model = law.AwardPower

    award = factory.SubFactory(AwardTypeFactory)
    tier = organizations.Tier.COMMUNE
    office = "Chủ tịch Ủy ban nhân dân xã"
    valid_from = LONG_AGO
    citation = "Luật thử"


class VoteRuleFactory(DjangoModelFactory):
    class Meta:
        model = law.VoteRule

    award = factory.SubFactory(AwardTypeFactory)
    numerator = 1
    denominator = 2
    at_least = False
    valid_from = LONG_AGO
    citation = "Quy chế thử"


class StandardFactory(DjangoModelFactory):
    class Meta:
        model = law.Standard

    award = factory.SubFactory(AwardTypeFactory)
    subject_kind = law.SubjectKind.PERSON
    rule = "R99"
    routes = [[{"need": "grade each year", "least": "well"}]]
    valid_from = LONG_AGO
    citation = "Luật thử"


class PrizeFactory(DjangoModelFactory):
    class Meta:
        model = law.Prize

    award = factory.SubFactory(AwardTypeFactory)
    subject_kind = law.SubjectKind.PERSON
    numerator = 3
    denominator = 10
    valid_from = LONG_AGO
    citation = "Nghị định thử"


class BaseSalaryFactory(DjangoModelFactory):
    class Meta:
        model = law.BaseSalary

    amount = 1_800_000
    valid_from = LONG_AGO
    citation = "Nghị định thử"


class ParameterFactory(DjangoModelFactory):
    class Meta:
        model = law.Parameter

    key = law.ParameterKey.QUORUM
    value = "2/3"

    valid_from = LONG_AGO
    citation = "Quy chế thử"


class LegalTextFactory(DjangoModelFactory):
    class Meta:
        model = law.LegalText

    code = "THU"
    text = "Nghị định thử"
    valid_from = LONG_AGO
    citation = "Nghị định thử"


class FormNumberFactory(DjangoModelFactory):
    class Meta:
        model = law.FormNumber

    form = law.PaperForm.REPORT_PERSON
    text = "Mẫu số 02, kèm theo Nghị định thử"
    valid_from = LONG_AGO
    citation = "Nghị định thử"
