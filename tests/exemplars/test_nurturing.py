"""What is done for an exemplar, what stands in its way, and on whose list it waits."""

import datetime
import uuid

import pytest
from django.urls import reverse

from core.workflow import TransitionError
from exemplars.models import Exemplar, Obstacle, Stage, SupportPlan
from exemplars.nurturing import remove_obstacle
from organizations.models import Role
from portal.worklist import exemplars as worklist
from tests.factories import (
    ExemplarFactory,
    NominationFactory,
    ObstacleFactory,
    PostFactory,
    SuccessionFactory,
    SupportPlanFactory,
    SupportTaskFactory,
    UnitFactory,
    UserFactory,
)

DAY = datetime.date(2024, 5, 2)
PLAN = {"goal": "Mở rộng ra ba ấp", "starts_on": "01/01/2024", "ends_on": "31/12/2024"}


def rows(*tasks, initial=0):
    sent = {"tasks-TOTAL_FORMS": len(tasks), "tasks-INITIAL_FORMS": initial}
    for number, task in enumerate(tasks):
        sent |= {f"tasks-{number}-{name}": value for name, value in task.items()}
    return sent


@pytest.fixture
def exemplar(place):
    return ExemplarFactory(unit=place.commune, status=Stage.NURTURED)


@pytest.fixture
def new_support(client, officer, exemplar):
    client.force_login(officer)
    address = reverse("exemplars:support-new", args=[exemplar.pk])
    return lambda *tasks, **changes: client.post(address, {**PLAN, **rows(*tasks), **changes})


def test_a_plan_of_support_names_who_helps_with_what_until_when(new_support, exemplar, place):
    help_from = {
        "task": "Tập huấn",
        "helper_unit": place.commune.pk,
        "money": "5.000.000",
        "due_on": "01/06/2024",
    }

    answer = new_support(help_from, {"task": "Cho vay vốn", "helper": "Ngân hàng Chính sách xã hội"}, {})

    tasks = SupportPlan.objects.get(exemplar=exemplar).tasks.all()
    assert answer.status_code == 302
    assert [(task.task, task.helped_by, task.money) for task in tasks] == [
        ("Tập huấn", "xã Bình Thử", 5_000_000),
        ("Cho vay vốn", "Ngân hàng Chính sách xã hội", None),
    ]


def test_a_task_that_nobody_helps_with_is_told_at_its_row(new_support):
    answer = new_support({"task": "Tập huấn"})

    assert answer.status_code == 422
    assert answer.context["rows"].errors == [{"__all__": ["Hãy ghi đơn vị giúp, hoặc nơi, người giúp khác."]}]
    assert not SupportPlan.objects.exists()


def test_a_plan_of_support_that_is_sent_twice_is_begun_once(new_support, exemplar):
    sent = uuid.uuid4()

    for _ in range(2):
        new_support({"task": "Tập huấn", "helper": "Hội Nông dân"}, request_id=sent)

    assert (SupportPlan.objects.count(), exemplar.history.count()) == (1, 1)


def test_one_more_row_is_given_and_nothing_typed_is_lost(new_support):
    answer = new_support({"task": "Tập huấn"}, add="tasks")

    assert (answer.status_code, len(answer.context["rows"].forms)) == (200, 2)
    assert answer.context["rows"].forms[0]["task"].value() == "Tập huấn"


def test_two_who_change_a_plan_of_support_are_told(client, officer, exemplar, desk_of):
    plan = SupportPlanFactory(exemplar=exemplar)
    client.force_login(officer)
    SupportPlan.objects.get(pk=plan.pk).save_unless_changed(1)

    answer = client.post(
        reverse("exemplars:support-edit", args=[plan.pk]),
        {**PLAN, **rows({"task": "Của tôi", "helper": "Hội"}), "version": 1},
    )

    assert (answer.status_code, plan.tasks.count()) == (422, 0)
    assert answer.context["rows"].forms[0]["task"].value() == "Của tôi"


def test_the_helping_unit_sees_the_exemplar_and_writes_the_result(
    client, exemplar, place, head, stranger_unit
):
    helper, person = stranger_unit
    task = SupportTaskFactory(plan__exemplar=exemplar, helper_unit=helper)
    client.force_login(person)

    client.post(
        reverse("exemplars:support-result", args=[task.pk]),
        {"done_on": "02/05/2024", "result": "30 người dự"},
    )

    task.refresh_from_db()
    assert (task.done_on, task.result) == (DAY, "30 người dự")
    assert client.get(exemplar.get_absolute_url()).status_code == 200


@pytest.fixture
def stranger_unit(place):
    """The sister commune, and its officer."""
    person = UserFactory(username="canbo.kebben")
    PostFactory(user=person, unit=place.sister, role=Role.OFFICER)
    return place.sister, person


def test_an_obstacle_waits_for_the_nearest_office_until_it_is_removed(
    client, officer, standing, exemplar, desk_of
):
    client.force_login(officer)
    client.post(
        reverse("exemplars:obstacle-new", args=[exemplar.pk]),
        {"what": "Thiếu nước tưới", "reported_on": "02/05/2024"},
    )
    waiting = worklist.obstacles(desk_of(standing))
    obstacle = Obstacle.objects.get()

    client.force_login(standing)
    client.post(
        reverse("exemplars:obstacle-remove", args=[obstacle.pk]),
        {"removed_on": "03/05/2024", "how": "Nạo vét kênh"},
    )

    obstacle.refresh_from_db()
    assert [task.label for task in waiting.tasks] == ["Thiếu nước tưới"]
    assert (obstacle.removed_by, obstacle.how) == (standing, "Nạo vét kênh")
    assert worklist.obstacles(desk_of(standing)).total == 0


def test_an_obstacle_waits_for_no_office_but_the_nearest(place, standing, desk_of):
    place.commune.has_council = True
    place.commune.save()
    ObstacleFactory(exemplar__unit=place.commune)

    assert worklist.obstacles(desk_of(standing)).total == 0


def test_what_another_office_took_over_waits_there(place, standing, desk_of):
    SuccessionFactory(
        predecessor=place.commune, successor=UnitFactory(has_council=True), on=datetime.date(2024, 1, 1)
    )
    ObstacleFactory(exemplar__unit=place.commune)

    assert worklist.obstacles(desk_of(standing)).total == 0


def test_an_obstacle_is_removed_once(exemplar, standing, desk_of):
    obstacle = ObstacleFactory(exemplar=exemplar)
    removal = {"removed_on": DAY, "how": "Cho vay", "desk": desk_of(standing)}
    remove_obstacle(obstacle, **removal)

    with pytest.raises(TransitionError, match="đã được ghi là tháo gỡ"):
        remove_obstacle(obstacle, **removal)

    assert exemplar.history.count() == 1


def test_an_obstacle_is_not_removed_before_it_was_reported(client, standing, exemplar):
    obstacle = ObstacleFactory(exemplar=exemplar, reported_on=DAY)
    client.force_login(standing)

    answer = client.post(
        reverse("exemplars:obstacle-remove", args=[obstacle.pk]), {"removed_on": "01/05/2024", "how": "x"}
    )

    assert answer.context["form"].errors == {
        "removed_on": ["Ngày tháo gỡ không thể trước ngày báo (02/05/2024)."]
    }


def test_tasks_with_a_day_wait_for_the_unit_late_ones_counted(exemplar, officer, desk_of):
    SupportTaskFactory(plan__exemplar=exemplar, due_on=DAY)
    SupportTaskFactory(plan__exemplar=exemplar, due_on=DAY, done_on=DAY, result="Xong")
    SupportTaskFactory(plan__exemplar=exemplar)

    group = worklist.support(desk_of(officer))

    assert (group.total, group.late) == (1, 1)
    assert Exemplar.objects.asking_for("behind").get() == exemplar


def test_an_award_calls_for_the_step_that_commends(client, place, standing, desk_of):
    exemplar = ExemplarFactory(unit=place.commune, status=Stage.SPREAD)
    NominationFactory(exemplar=exemplar, unit=place.commune, status="awarded", holder=place.district)
    client.force_login(standing)

    page = client.get(exemplar.get_absolute_url())

    assert [task.label for task in worklist.to_commend(desk_of(standing)).tasks] == [exemplar.title]
    assert "buoc/commend" in page.content.decode()
