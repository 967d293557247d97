import datetime
import uuid

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory

from exemplars.models import Sex
from gatherings import models as gatherings
from tests.factories.awards import AwardEntryFactory
from tests.factories.exemplars import ExemplarFactory
from tests.factories.organizations import UnitFactory, UserFactory

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


class ContestFactory(DjangoModelFactory):
    """Open for entries all the time; the rules ask for few words."""

    class Meta:
        model = gatherings.Contest

    unit = factory.SubFactory(UnitFactory)
    name = "Gương người tốt quanh ta"
    edition = factory.Sequence(lambda n: f"lần thứ {n + 1}")
    about = "Viết về người thật, việc thật."
    min_words = 5
    max_words = 100
    opens_on = datetime.date(2015, 1, 1)
    closes_on = datetime.date(2099, 12, 31)


class JudgeFactory(DjangoModelFactory):
    class Meta:
        model = gatherings.Judge

    contest = factory.SubFactory(ContestFactory)
    user = factory.SubFactory(UserFactory)


class RoundFactory(DjangoModelFactory):
    class Meta:
        model = gatherings.Round

    contest = factory.SubFactory(ContestFactory)
    order = 1
    name = "Sơ khảo"
    places = 1


class EntryFactory(DjangoModelFactory):
    class Meta:
        model = gatherings.Entry

    contest = factory.SubFactory(ContestFactory)
    request_id = factory.LazyFunction(uuid.uuid4)
    author = factory.Sequence(lambda n: f"Người Viết {n}")
    address = "Xã Thử"
    contact = "0900 000 000"
    hero = "Trần Thị Tốt"
    unit = factory.SubFactory(UnitFactory)
    title = factory.Sequence(lambda n: f"Bài viết {n}")
    text = "Bà Tốt giúp đỡ hàng xóm đã nhiều năm."
    words = 9


class EntryPhotoFactory(DjangoModelFactory):
    class Meta:
        model = gatherings.EntryPhoto

    entry = factory.SubFactory(EntryFactory)
    caption = "Ảnh 1 của bài dự thi"
    file = factory.django.ImageField(filename="anh.jpg", format="JPEG", width=40, height=30)
    width, height = 40, 30
    sha256 = factory.Sequence(lambda n: f"{n:064}")


class RoundEntryFactory(DjangoModelFactory):
    class Meta:
        model = gatherings.RoundEntry

    round = factory.SubFactory(RoundFactory)
    entry = factory.SubFactory(EntryFactory, contest=factory.SelfAttribute("..round.contest"))


class JudgeScoreFactory(DjangoModelFactory):
    class Meta:
        model = gatherings.JudgeScore

    round_entry = factory.SubFactory(RoundEntryFactory)
    judge = factory.SubFactory(JudgeFactory, contest=factory.SelfAttribute("..round_entry.round.contest"))
    points = 80
