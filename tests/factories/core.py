import datetime

import factory
from django.contrib.contenttypes.models import ContentType
from factory.django import DjangoModelFactory

from core import models as core
from tests.factories.organizations import UnitFactory, UserFactory


class HolidayFactory(DjangoModelFactory):
    class Meta:
        model = core.Holiday

    day = factory.Sequence(lambda n: datetime.date(2024, 1, 1) + datetime.timedelta(days=n))
    name = "Ngày nghỉ"


class JobFactory(DjangoModelFactory):
    class Meta:
        model = core.Job

    kind = "tests.nothing"
    params = {"for": "a test"}


class EventFactory(DjangoModelFactory):
    class Meta:
        model = core.Event

    content_type = factory.LazyAttribute(lambda event: ContentType.objects.get_for_model(event.about))
    object_id = factory.SelfAttribute("about.pk")
    verb = "submit"
    label = "Trình hồ sơ"
    by = factory.SubFactory(UserFactory)

    class Params:
        about = factory.SubFactory(UnitFactory)


class PublicSwitchFactory(DjangoModelFactory):
    class Meta:
        model = core.PublicSwitch

    kind = core.PublicKind.CONTESTS
