import datetime

import factory
from factory.django import DjangoModelFactory

from organizations import models as organizations

LONG_AGO = datetime.date(2015, 1, 1)
PASSWORD = "mot-mat-khau-thu-12"


class UnitFactory(DjangoModelFactory):
    """A unit at the top of the tree, or under `parent`."""

    class Meta:
        model = organizations.Unit

    parent = None
    name = factory.Sequence(lambda n: f"xã Thử {n}")
    kind = organizations.UnitKind.COMMUNE
    code = factory.Sequence(lambda n: f"DV{n:04d}")
    symbol = "UBND"
    place = "Thử"
    head_title = "CHỦ TỊCH"
    starts_on = LONG_AGO

    @classmethod
    def _create(cls, model_class, *args, parent=None, **kwargs):
        if parent is None:
            return model_class.objects.add_root(kwargs)
        return model_class.objects.add_child(parent, kwargs)


class SuccessionFactory(DjangoModelFactory):
    class Meta:
        model = organizations.Succession

    predecessor = factory.SubFactory(UnitFactory)
    successor = factory.SubFactory(UnitFactory)
    on = datetime.date(2025, 7, 1)


class UserFactory(DjangoModelFactory):
    class Meta:
        model = organizations.User
        skip_postgeneration_save = True

    username = factory.Sequence(lambda n: f"nguoi{n}")
    full_name = factory.Sequence(lambda n: f"Nguyễn Văn Thử {n}")
    password = factory.django.Password(PASSWORD)


class MessageFactory(DjangoModelFactory):
    class Meta:
        model = organizations.Message

    to = factory.SubFactory(UserFactory)
    day = factory.Sequence(lambda n: datetime.date(2001, 1, 1) + datetime.timedelta(days=n))
    kind = organizations.MessageKind.REMINDER
    subject = "Nhắc việc: 1 nhiệm vụ sắp đến hạn"


class MessageChoiceFactory(DjangoModelFactory):
    class Meta:
        model = organizations.MessageChoice

    user = factory.SubFactory(UserFactory)


class PostFactory(DjangoModelFactory):
    class Meta:
        model = organizations.Post

    user = factory.SubFactory(UserFactory)
    unit = factory.SubFactory(UnitFactory)
    role = organizations.Role.OFFICER
    title = "Công chức"
    starts_on = LONG_AGO


class NumberSeriesFactory(DjangoModelFactory):
    class Meta:
        model = organizations.NumberSeries
        django_get_or_create = ("unit", "symbol", "year")

    unit = factory.SubFactory(UnitFactory)
    symbol = "QĐ-UBND"
    year = 2024


class IssuedNumberFactory(DjangoModelFactory):
    class Meta:
        model = organizations.IssuedNumber

    series = factory.SubFactory(NumberSeriesFactory)
    number = factory.Sequence(lambda n: n + 1)
    issued_on = datetime.date(2024, 5, 2)
    title = "Về việc thử"
    taken_by = factory.SubFactory(UserFactory)
