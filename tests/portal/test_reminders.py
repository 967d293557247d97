"""Who is reminded on which day, of what, once; and what of it goes by e-mail."""

import datetime
from smtplib import SMTPServerDisconnected

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.db import IntegrityError, transaction

from core import jobs
from core.models import Job
from law.models import Parameter
from organizations.models import Message, MessageChoice, Role
from portal import reminders
from tests.factories import (
    AssignmentFactory,
    HolidayFactory,
    JobFactory,
    MessageChoiceFactory,
    MessageFactory,
    NominationFactory,
    ParameterFactory,
    PlanFactory,
    PostFactory,
    SuccessionFactory,
    UnitFactory,
    UserFactory,
)

DUE = datetime.date(2024, 5, 20)  # a Monday


@pytest.fixture
def assignment(place):
    plan = PlanFactory(unit=place.district, issued=True)
    return AssignmentFactory(plan=plan, unit=place.commune, due_on=DUE, task="Đăng ký điển hình")


@pytest.fixture
def by_email(settings):
    settings.SENDS_EMAIL = True
    settings.PUBLIC_URL = "https://thidua.example.vn"
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"


class Silent:
    """Progress that nobody looks at."""

    def step(self, *_args):
        pass


def remind_on(day):
    reminders.remind(Silent(), day.isoformat())
    return list(Message.objects.filter(day=day).order_by("to__username"))


@pytest.mark.parametrize(
    ("on", "subjects"),
    [
        (datetime.date(2024, 5, 10), []),
        (datetime.date(2024, 5, 13), ["Nhắc việc: 1 nhiệm vụ sắp đến hạn"]),  # five working days before
        (datetime.date(2024, 5, 14), []),
        (DUE, ["Nhắc việc: 1 nhiệm vụ sắp đến hạn"]),
        (datetime.date(2024, 5, 21), ["Nhắc việc: 1 nhiệm vụ quá hạn"]),
        (datetime.date(2024, 5, 22), []),
        (datetime.date(2024, 5, 28), ["Nhắc việc: 1 nhiệm vụ quá hạn"]),
    ],
)
def test_one_is_reminded_before_on_and_after_the_due_day(officer, assignment, on, subjects):
    assert [message.subject for message in remind_on(on)] == subjects


def test_the_days_are_parameters_with_a_date(officer, assignment):
    ParameterFactory(key="remind_before", value="2", valid_from=datetime.date(2024, 1, 1))

    assert [len(remind_on(datetime.date(2024, 5, day))) for day in (13, 16)] == [0, 1]
    assert Parameter.objects.count() == 1


def test_each_person_may_choose_another_day(officer, head, assignment):
    MessageChoiceFactory(user=officer, days_before=1)

    told = [[message.to for message in remind_on(datetime.date(2024, 5, day))] for day in (13, 17)]

    assert told == [[head], [officer]]


def test_a_person_gets_one_message_for_all_that_waits(place, officer, assignment):
    AssignmentFactory(plan=assignment.plan, unit=place.commune, due_on=datetime.date(2024, 1, 2), task="Cũ")
    NominationFactory(unit=place.commune, holder=place.commune)

    (message,) = remind_on(DUE)

    assert message.subject == "Nhắc việc: 1 nhiệm vụ quá hạn, 1 nhiệm vụ sắp đến hạn"
    assert [item["label"] for item in message.items] == ["Cũ", "Đăng ký điển hình"]
    assert message.items[1]["detail"] == "xã Bình Thử, hạn 20/05/2024, hết hạn hôm nay"
    assert "Việc khác cũng đang chờ: hồ sơ đang lập (1)." in message.text


def test_nobody_is_told_twice_on_a_day(officer, assignment):
    remind_on(DUE)

    assert len(remind_on(DUE)) == 1
    with pytest.raises(IntegrityError), transaction.atomic():
        MessageFactory(to=officer, day=DUE)


def test_what_is_done_or_out_of_force_reminds_nobody(officer, assignment):
    type(assignment).objects.update(done_on=DUE, result="Xong.")
    ended = AssignmentFactory(unit=assignment.unit, due_on=DUE, plan__issued=True).plan
    type(ended).objects.filter(pk=ended.pk).update(status="ended")

    assert remind_on(DUE) == []


def test_officers_and_heads_of_the_unit_on_that_day_are_told_and_no_others(
    place, officer, standing, assignment
):
    PostFactory(user=UserFactory(), unit=place.commune, role=Role.HEAD, ends_on=datetime.date(2024, 5, 19))
    PostFactory(user=UserFactory(), unit=place.hamlet, role=Role.OFFICER)

    assert [message.to for message in remind_on(DUE)] == [officer]


def test_the_people_of_a_unit_that_was_merged_are_those_of_its_successor(place, officer, assignment):
    place.commune.ends_on = datetime.date(2024, 4, 30)
    place.commune.save()
    successor = UnitFactory(parent=place.district, starts_on=datetime.date(2024, 5, 1))
    SuccessionFactory(predecessor=place.commune, successor=successor, on=datetime.date(2024, 5, 1))
    person = PostFactory(user=UserFactory(), unit=successor, role=Role.HEAD).user

    assert [message.to for message in remind_on(DUE)] == [person]


def emails():
    return [(sent.to, sent.subject) for sent in mail.outbox]


def test_e_mail_goes_along_once_with_links_that_lead_to_the_portal(officer, head, assignment, by_email):
    type(officer).objects.filter(pk=officer.pk).update(email="canbo@xa.gov.vn")

    remind_on(DUE)
    remind_on(DUE)

    assert emails() == [(["canbo@xa.gov.vn"], "Nhắc việc: 1 nhiệm vụ sắp đến hạn")]
    assert f"https://thidua.example.vn{assignment.get_absolute_url()}" in mail.outbox[0].body
    assert Message.objects.exclude(emailed_at=None).get().to == officer


@pytest.mark.parametrize("why", ["declined", "no server"])
def test_no_e_mail_where_it_is_not_wanted_or_not_set_up(officer, assignment, by_email, settings, why):
    type(officer).objects.filter(pk=officer.pk).update(email="canbo@xa.gov.vn")
    MessageChoiceFactory(user=officer, by_email=why != "declined")
    settings.SENDS_EMAIL = why != "no server"

    assert len(remind_on(DUE)) == 1
    assert emails() == []


class RefusesOnce(EmailBackend):
    refused = False

    def send_messages(self, messages):
        if not RefusesOnce.refused:
            RefusesOnce.refused = True
            raise SMTPServerDisconnected
        return super().send_messages(messages)


def test_a_server_that_refused_is_asked_again_and_nobody_gets_two(
    officer, head, assignment, by_email, settings
):
    type(officer).objects.filter(pk=officer.pk).update(email="canbo@xa.gov.vn")
    type(head).objects.filter(pk=head.pk).update(email="thutruong@xa.gov.vn")
    settings.EMAIL_BACKEND = f"{__name__}.RefusesOnce"
    RefusesOnce.refused = False
    job = jobs.submit(reminders.KIND, day=DUE.isoformat())

    jobs.run(job.pk)
    job.refresh_from_db()
    first = (job.state, len(emails()))
    Job.objects.update(run_at=None)
    jobs.run(job.pk)
    job.refresh_from_db()

    assert first == ("queued", 1)
    assert job.state == "done"
    assert sorted(emails()) == [
        (["canbo@xa.gov.vn"], "Nhắc việc: 1 nhiệm vụ sắp đến hạn"),
        (["thutruong@xa.gov.vn"], "Nhắc việc: 1 nhiệm vụ sắp đến hạn"),
    ]


@pytest.mark.parametrize(
    ("day", "hour", "asked"), [("2024-05-20", 0, 1), ("2024-05-20", 25, 0), ("2024-05-18", 0, 0)]
)
def test_the_day_is_asked_for_once_and_on_working_days_alone(db, settings, day, hour, asked):
    settings.PORTAL_TODAY, settings.REMIND_FROM_HOUR = day, hour

    for _ in range(2):
        reminders.ask_for_reminders()

    assert Job.objects.filter(kind=reminders.KIND, params={"day": day}).count() == asked


def test_a_public_holiday_passes_in_silence(db, settings):
    settings.PORTAL_TODAY, settings.REMIND_FROM_HOUR = "2024-05-20", 0
    HolidayFactory(day=DUE)

    assert reminders.ask_for_reminders() is None


@pytest.mark.parametrize(
    ("last", "on", "told"),
    [
        (10, 13, True),  # Friday and Monday: none missed, five days ahead
        (10, 15, True),  # Monday, the day to be told, passed in silence
        (13, 15, False),
        (17, 22, True),  # the due day and the day after it did
        (21, 23, False),
    ],
)
def test_what_a_portal_that_stood_still_has_missed_is_made_up_for(officer, assignment, last, on, told):
    JobFactory(kind=reminders.KIND, params={"day": f"2024-05-{last}"}, state=Job.State.DONE)

    assert bool(remind_on(datetime.date(2024, 5, on))) is told


def test_reminders_that_could_not_be_sent_are_missed_too(officer, assignment):
    JobFactory(kind=reminders.KIND, params={"day": "2024-05-10"}, state=Job.State.DONE)
    JobFactory(kind=reminders.KIND, params={"day": "2024-05-13"}, state=Job.State.FAILED)

    assert remind_on(datetime.date(2024, 5, 14)) != []


def test_choices_have_sensible_days(db):
    choice = MessageChoiceFactory.build(user=None, days_before=31)

    assert MessageChoice._meta.constraints[0].violation_error_message.startswith("Nhắc trước hạn từ 1 đến 30")
    with pytest.raises(IntegrityError), transaction.atomic():
        MessageChoiceFactory(days_before=choice.days_before)
