import datetime

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory

from exemplars.models import Sex
from gatherings import models as gatherings
from tests.factories.awards import AwardEntryFactory
from tests.factories.exemplars import ExemplarFactory
from tests.factories.organizations import UnitFactory

ZONE = timezone.get_default_timezone()


class ConferenceFactory(DjangoModelFactory):
    """Of a morning, 7.30 to 11.00; with `asked=True` the units were asked for delegates."""

    class Meta:
        model = gatherings.Conference

    class Params:
        asked = factory.Trait(status="nominating", asked_on=datetime.date(2024, 5, 2))

    unit = factory.SubFactory(UnitFactory)
    name = factory.Sequence(lambda n: f"Hội nghị điển hình tiên tiến lần thứ {n}")
    starts_at = datetime.datetime(2024, 6, 11, 7, 30, tzinfo=ZONE)
    ends_at = datetime.datetime(2024, 6, 11, 11, 0, tzinfo=ZONE)
    place = "Hội trường"


class DutyFactory(DjangoModelFactory):
    class Meta:
        model = gatherings.Duty

    conference = factory.SubFactory(ConferenceFactory)
    task = "Trang trí hội trường"
    by = "Văn phòng"


class QuotaFactory(DjangoModelFactory):
    class Meta:
        model = gatherings.Quota

    conference = factory.SubFactory(ConferenceFactory)
    unit = factory.SubFactory(UnitFactory)
    number = 2


class DelegateFactory(DjangoModelFactory):
    class Meta:
        model = gatherings.Delegate

    conference = factory.SubFactory(ConferenceFactory)
    unit = factory.SubFactory(UnitFactory)
    name = factory.Sequence(lambda n: f"Trần Thị Đại Biểu {n}")
    sex = Sex.FEMALE


class BlockFactory(DjangoModelFactory):
    class Meta:
        model = gatherings.Block

    conference = factory.SubFactory(ConferenceFactory)
    title = factory.Sequence(lambda n: f"Mục {n}")
    minutes = 15


class TalkFactory(DjangoModelFactory):
    class Meta:
        model = gatherings.Talk

    conference = factory.SubFactory(ConferenceFactory)
    exemplar = factory.SubFactory(ExemplarFactory)
    title = factory.Sequence(lambda n: f"Cách làm {n}")
    speaker = "Bà Trần Thị Mẫu"


class HonourFactory(DjangoModelFactory):
    class Meta:
        model = gatherings.Honour

    conference = factory.SubFactory(ConferenceFactory)
    entry = factory.SubFactory(AwardEntryFactory)
