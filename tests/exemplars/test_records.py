"""What is known of a subject besides its dossiers: entered, mended, taken out, and who learns of it."""

import datetime
import uuid

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from core.calendar import today
from core.workflow import TransitionError
from exemplars.models import (
    Absence,
    Discipline,
    Grade,
    Initiative,
    Measure,
    Membership,
    OpenMatter,
    Pledge,
    YearlyEvaluation,
)
from exemplars.records import enter
from tests.factories import (
    AbsenceFactory,
    DisciplineFactory,
    InitiativeFactory,
    MembershipFactory,
    OpenMatterFactory,
    PledgeFactory,
    SubjectFactory,
    YearlyEvaluationFactory,
)

HELD_UP = "Đang có việc phải xem xét, liên hệ cơ quan thường trực."
ENTRIES = {  # what is typed, and what is known then
    "xep-loai": (
        {"year": "2024", "grade": "excellent", "decision": "Số 12/TB-UBND ngày 20/12/2024"},
        YearlyEvaluation,
        {"year": 2024, "grade": Grade.EXCELLENT, "decision": "Số 12/TB-UBND ngày 20/12/2024"},
    ),
    "dang-ky": (
        {"year": "2023", "made": "False", "decision": "Biên bản ngày 05/01/2023"},
        Pledge,
        {"year": 2023, "made": False, "decision": "Biên bản ngày 05/01/2023"},
    ),
    "ky-luat": (
        {"measure": "warning", "starts_on": "02/03/2023", "ends_on": "01/03/2024"},
        Discipline,
        {"measure": Measure.WARNING, "ends_on": datetime.date(2024, 3, 1)},
    ),
    "nghi": (
        {"kind": "maternity", "starts_on": "02/01/2024", "ends_on": "01/07/2024"},
        Absence,
        {"kind": "maternity", "starts_on": datetime.date(2024, 1, 2)},
    ),
}
MATTER = {"kind": "denunciation", "opened_on": "02/05/2024", "note": "Đơn của ông A"}


@pytest.fixture
def person(place):
    return SubjectFactory(unit=place.commune)


@pytest.fixture
def collective(place):
    return SubjectFactory(unit=place.commune, kind="collective")


@pytest.fixture
def send(client, officer, person):
    """send(what, **typed): the officer enters a record about the person."""
    client.force_login(officer)
    return lambda what, **typed: client.post(new(person, what), typed)


def new(subject, what):
    return reverse("exemplars:record-new", args=[subject.pk, what])


def known(what, record, act="edit"):
    return reverse(f"exemplars:record-{act}", args=[what, record.pk])


def subject_page(client, user, subject, **query):
    client.force_login(user)
    return client.get(subject.get_absolute_url(), query)


@pytest.mark.parametrize("what", ENTRIES)
def test_a_record_is_entered_with_who_entered_it(send, person, officer, what):
    typed, model, said = ENTRIES[what]

    answer = send(what, **typed)

    record = model.objects.get(**said)
    event = person.history.get()
    assert (answer.status_code, answer.url) == (302, person.get_absolute_url())
    assert (record.subject, record.recorded_by) == (person, officer)
    assert (event.label, event.note) == (f"Thêm {model._meta.verbose_name}", str(record))


@pytest.mark.parametrize("what", [*ENTRIES, "sang-kien"])
def test_the_form_shows_each_of_its_fields_once(client, officer, person, what):
    client.force_login(officer)

    page = client.get(new(person, what))

    names = [field.html_name for field in page.context["form"].visible_fields()]
    assert [page.text.count(f'name="{name}"') for name in names] == [1] * len(names)


def test_a_record_that_is_sent_twice_is_entered_once(send, person):
    typed = {**ENTRIES["xep-loai"][0], "request_id": uuid.uuid4()}

    answers = [send("xep-loai", **typed).status_code for _ in range(2)]

    assert (answers, person.evaluations_by_year.count(), person.history.count()) == ([302, 302], 1, 1)


@pytest.mark.parametrize(
    ("what", "typed", "errors"),
    [
        (
            "xep-loai",
            {"year": "2999", "grade": "met"},
            {"year": ["Năm 2999 chưa đến. Hãy ghi năm {now} hoặc năm trước đó."]},
        ),
        ("xep-loai", {"year": "24", "grade": "met"}, {"year": ["Năm phải từ 1945 trở đi."]}),
        (
            "ky-luat",
            {"measure": "warning", "starts_on": "02/03/2023", "ends_on": "01/03/2023"},
            {"__all__": ["Ngày kết thúc không thể trước ngày bắt đầu."]},
        ),
        (
            "ky-luat",
            {"measure": "warning", "starts_on": "02/03/2999"},
            {"starts_on": ["Ngày này chưa đến. Hãy ghi ngày đã qua hoặc hôm nay."]},
        ),
        (
            "nghi",
            {"kind": "study", "starts_on": "02/03/2023", "ends_on": "01/03/2023"},
            {"__all__": ["Ngày kết thúc không thể trước ngày bắt đầu."]},
        ),
    ],
)
def test_what_cannot_be_is_answered_in_a_sentence(send, person, what, typed, errors):
    answer = send(what, **typed)

    said = {name: [text.format(now=today().year) for text in texts] for name, texts in errors.items()}
    assert (answer.status_code, answer.context["form"].errors) == (422, said)
    assert not person.history.exists()


def test_a_second_evaluation_of_one_year_is_refused_with_what_is_known(send, person):
    YearlyEvaluationFactory(subject=person, year=2024, grade=Grade.WELL)

    answer = send("xep-loai", year="2024", grade="met")

    said = "Năm 2024 đã có xếp loại: hoàn thành tốt nhiệm vụ. Hãy sửa xếp loại đó."
    assert answer.context["form"].errors == {"year": [said]}


def test_of_two_who_evaluate_one_year_at_once_the_second_is_told(person, officer, desk_of):
    YearlyEvaluationFactory(subject=person, year=2024)

    with pytest.raises(TransitionError, match="Vừa có người khác ghi điều này"):
        enter(YearlyEvaluation(subject=person, year=2024, grade=Grade.MET), desk=desk_of(officer))


def test_a_change_stands_in_the_trail_with_what_was_there_before(client, officer, person):
    evaluation = YearlyEvaluationFactory(subject=person, year=2024, grade=Grade.WELL)
    client.force_login(officer)

    client.post(known("xep-loai", evaluation), {"year": "2024", "grade": "excellent", "version": 1})

    evaluation.refresh_from_db()
    assert (evaluation.grade, evaluation.version) == (Grade.EXCELLENT, 2)
    assert person.history.get().note == (
        "Xếp loại năm 2024: hoàn thành tốt nhiệm vụ → Xếp loại năm 2024: hoàn thành xuất sắc nhiệm vụ"
    )


def test_who_saves_second_sees_what_the_first_wrote(client, officer, person):
    evaluation = YearlyEvaluationFactory(subject=person, year=2024, grade=Grade.WELL)
    client.force_login(officer)
    sent = {"year": "2024", "grade": "excellent", "version": 1}
    client.post(known("xep-loai", evaluation), sent)

    answer = client.post(known("xep-loai", evaluation), {**sent, "grade": "met"})

    form = answer.context["form"]
    assert form.errors["grade"] == ["Bản vừa lưu ghi: “Hoàn thành xuất sắc nhiệm vụ”"]
    assert client.post(known("xep-loai", evaluation), form.data).status_code == 302


def test_a_record_is_taken_out_after_a_question_and_leaves_a_trace(client, officer, person):
    absence = AbsenceFactory(subject=person)
    client.force_login(officer)

    question = client.get(known("nghi", absence, "remove"))
    client.post(known("nghi", absence, "remove"))

    assert "Xóa thời gian nghỉ?" in question.text
    assert not Absence.objects.exists()
    assert (person.history.get().label, person.history.get().note) == ("Xóa thời gian nghỉ", str(absence))


def test_after_saving_one_is_back_on_the_page_as_it_was(client, officer, person):
    page = subject_page(client, officer, person, return_to="/ho-so/?q=an")
    address = page.context["blanks"][0].new_url

    answer = client.post(address, ENTRIES["xep-loai"][0])

    assert answer.url == f"{person.get_absolute_url()}?return_to=%2Fho-so%2F%3Fq%3Dan"


def test_an_initiative_stands_with_each_of_its_authors(client, officer, person, place):
    other = SubjectFactory(unit=place.commune, name="Nguyễn Văn Đồng Tác", position="Kế toán")
    client.force_login(officer)
    typed = {
        "kind": "initiative",
        "name": "Số hóa sổ hộ tịch",
        "scope": "province",
        "recognised_on": "02/05/2024",
        "recognised_by": "Ủy ban nhân dân tỉnh",
        "authors": [person.pk],
        "find_authors": "dong tac",
    }

    found = client.post(new(person, "sang-kien"), {**typed, "find": "find_authors"})
    client.post(new(person, "sang-kien"), {**typed, "authors": [person.pk, other.pk]})

    assert [label for _pk, label in found.context["form"].fields["authors"].choices] == [
        str(person),
        "Nguyễn Văn Đồng Tác, Kế toán",
    ]
    initiative = Initiative.objects.get()
    assert set(initiative.authors.all()) == {person, other}
    assert [subject.history.get().note for subject in (person, other)] == ["Số hóa sổ hộ tịch"] * 2


def test_an_author_whom_one_may_not_see_is_neither_offered_nor_taken(client, officer, person, place):
    hidden = SubjectFactory(unit=place.foreign)
    client.force_login(officer)
    sent = {"authors": [hidden.pk], "kind": "topic", "name": "x"}

    offered = client.post(new(person, "sang-kien"), {**sent, "find": "find_authors"})
    taken = client.post(new(person, "sang-kien"), sent)

    assert hidden.name not in offered.text
    assert "authors" in taken.context["form"].errors


def test_members_of_a_year_are_those_of_the_year_before_until_one_says_otherwise(
    client, officer, collective, place
):
    stays, leaves = (
        MembershipFactory(collective=collective, person=SubjectFactory(unit=place.commune), year=2023).person
        for _ in range(2)
    )
    client.force_login(officer)
    address = reverse("exemplars:members-new", args=[collective.pk])

    offered = client.get(address).context["form"]["people"].value()
    answers = [client.post(address, {"year": "2024", "people": [stays.pk]}) for _ in range(2)]

    assert set(offered) == {stays.pk, leaves.pk}
    assert [answer.status_code for answer in answers] == [302, 302]
    assert list(Membership.objects.filter(year=2024).values_list("person", flat=True)) == [stays.pk]
    assert collective.history.get().note == str(stays)


def test_the_page_of_a_collective_shows_the_members_of_one_year(client, officer, collective, place):
    for year in (2023, 2024, 2024):
        MembershipFactory(collective=collective, person=SubjectFactory(unit=place.commune), year=year)

    last = subject_page(client, officer, collective).context["members"]
    before = subject_page(client, officer, collective, nam=2023).context["members"]

    assert [(tab["label"], tab["count"]) for tab in last["tabs"]] == [("2024", 2), ("2023", 1)]
    assert ((last["year"], len(last["rows"])), (before["year"], len(before["rows"]))) == (
        (2024, 2),
        (2023, 1),
    )


def test_the_page_of_a_person_names_its_collectives(client, officer, person, collective):
    for year in (2021, 2023, 2024):
        MembershipFactory(collective=collective, person=person, year=year)

    page = subject_page(client, officer, person)

    assert page.context["collectives"] == [(collective, collective.get_absolute_url(), "2021, 2023–2024")]


def test_only_persons_belong_to_collectives(place):
    household = SubjectFactory(kind="household")

    wrong = MembershipFactory.build(collective=SubjectFactory(), person=household)

    with pytest.raises(Exception, match="Chỉ tập thể mới có thành viên"):
        wrong.clean()


@pytest.mark.parametrize(("kind", "what"), [("household", "xep-loai"), ("collective", "nghi")])
def test_what_no_such_subject_has_cannot_be_entered(client, officer, place, kind, what):
    client.force_login(officer)

    assert client.get(new(SubjectFactory(unit=place.commune, kind=kind), what)).status_code == 404


def test_an_open_matter_is_told_to_the_standing_office_alone(client, officer, standing, person):
    OpenMatterFactory(subject=person, note="Đơn của ông A", kind="denunciation")

    told, kept = (subject_page(client, user, person).text for user in (standing, officer))

    assert ("Đơn của ông A" in told, "Đơn tố cáo" in told, HELD_UP in told) == (True, True, False)
    assert ("Đơn của ông A" in kept, "Đơn tố cáo" in kept, HELD_UP in kept) == (False, False, True)


def test_the_trail_of_a_matter_is_not_that_of_its_subject(client, standing, officer, person):
    client.force_login(standing)

    client.post(new(person, "viec-xem-xet"), MATTER)

    assert OpenMatter.objects.get().history.get().label == "Thêm việc đang được xem xét"
    assert not person.history.exists()


def test_a_matter_is_closed_with_its_outcome(client, standing, officer, person):
    matter = OpenMatterFactory(subject=person)
    client.force_login(standing)
    sent = {**MATTER, "closed_on": "03/06/2024", "version": 1}

    refused = client.post(known("viec-xem-xet", matter), sent)
    closed = client.post(known("viec-xem-xet", matter), {**sent, "outcome": "Không có vi phạm"})

    assert refused.context["form"].errors == {"__all__": ["Việc đã kết thúc phải có kết luận."]}
    assert closed.status_code == 302
    assert HELD_UP not in subject_page(client, officer, person).text


@pytest.mark.parametrize(("day", "is_open"), [(1, False), (2, True), (9, True), (10, False)])
def test_a_matter_is_open_from_its_first_day_until_the_day_it_is_closed(person, day, is_open):
    OpenMatterFactory(
        subject=person,
        opened_on=datetime.date(2024, 5, 2),
        closed_on=datetime.date(2024, 5, 10),
        outcome="Không có vi phạm",
    )

    assert OpenMatter.objects.open(datetime.date(2024, 5, day)).exists() == is_open


@pytest.mark.parametrize("measure", Measure)
def test_a_warning_and_all_that_is_graver_counts_as_such(measure):
    assert Discipline(measure=measure).is_warning_or_more == (measure != Measure.REPRIMAND)


@pytest.mark.parametrize("number", [1, 4])
def test_the_page_asks_the_same_queries_however_much_is_known(
    client, standing, person, collective, place, number
):
    for year in range(2020, 2020 + number):
        YearlyEvaluationFactory(subject=person, year=year)
        PledgeFactory(subject=person, year=year)
        DisciplineFactory(subject=person)
        InitiativeFactory(authors=[person, *SubjectFactory.create_batch(number)])
        OpenMatterFactory(subject=person)
        AbsenceFactory(subject=person)
        MembershipFactory(collective=collective, person=person, year=year)
    MembershipFactory(collective=SubjectFactory(unit=place.commune, kind="collective"), person=person)
    subject_page(client, standing, person)

    with CaptureQueriesContext(
        connection,
    ) as of_person:
        client.get(person.get_absolute_url())
    with CaptureQueriesContext(connection) as of_collective:
        client.get(collective.get_absolute_url())

    assert (len(of_person), len(of_collective)) == (18, 18)
