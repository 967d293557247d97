"""What waits to be said about exemplars, or done for them."""

import datetime

from django.db.models import Q

from exemplars.models import Adoption, Attention, Exemplar, Obstacle, SupportTask
from organizations.access import PREPARING, nearest_of
from organizations.models import Role
from organizations.models.unit import within
from portal.worklist.group import Task, days_until, group_of, list_url

SOON = datetime.timedelta(days=30)


def _adoption(adoption, today):
    return Task(adoption.name, f"làm theo “{adoption.source}”", adoption.get_absolute_url())


def adoptions(desk):
    rows = Adoption.objects.waiting_for(desk).for_table().order_by("proposed_at", "pk")
    url = list_url("exemplars:adoptions", status="waiting")
    return group_of("Nơi làm theo chờ tôi xác nhận", rows, _adoption, url, today=desk.on)


def _asking_for(attention):
    return list_url("exemplars:exemplars", attention=attention)


def _obstacle(obstacle, today):
    reported = f"báo ngày {obstacle.reported_on:%d/%m/%Y}"
    detail = f"{obstacle.exemplar} · {obstacle.exemplar.unit} · {reported}"
    return Task(str(obstacle), detail, f"{obstacle.exemplar.get_absolute_url()}#vuong-mac")


def obstacles(desk):
    """Open ones, on the list of the nearest office, so that they are removed in time."""
    rows = Obstacle.objects.open().filter(nearest_of(desk, Role.STANDING, "exemplar__unit"))
    rows = rows.select_related("exemplar__unit").order_by("reported_on", "pk")
    url = _asking_for(Attention.HINDERED)
    return group_of("Khó khăn, vướng mắc cần tháo gỡ", rows, _obstacle, url, today=desk.on)


def _support(task, today):
    exemplar = task.plan.exemplar
    left = days_until(task.due_on, today)
    address = f"{exemplar.get_absolute_url()}#boi-duong"
    return Task(task.task, f"Bồi dưỡng “{exemplar}”", address, task.due_on, left)


def support(desk):
    """Tasks due soon or late, of the own units' exemplars and of those that one's units help."""
    rows = SupportTask.objects.asked_of(desk).undone().filter(due_on__lte=desk.on + SOON)
    rows = rows.select_related("plan__exemplar").order_by("due_on", "pk")
    late = Q(due_on__lt=desk.on)
    url = _asking_for(Attention.BEHIND)
    return group_of("Việc hỗ trợ điển hình", rows, _support, url, today=desk.on, late=late)


def _to_commend(exemplar, today):
    return Task(
        str(exemplar),
        f"{exemplar.subject} · {exemplar.unit}: hồ sơ đã được khen",
        exemplar.get_absolute_url(),
    )


def to_commend(desk):
    """Awarded by a dossier that names them: the office says so of the exemplar, too."""
    rows = Exemplar.objects.asking_for(Attention.AWARDED, desk.on)
    rows = rows.filter(nearest_of(desk, Role.STANDING, "unit")).for_table().order_by("title_key", "pk")
    url = _asking_for(Attention.AWARDED)
    return group_of("Điển hình đã được khen, chờ ghi biểu dương", rows, _to_commend, url, today=desk.on)


def _to_evaluate(exemplar, today):
    if exemplar.is_falling:
        why = f"điểm giảm từ {exemplar.total_before} còn {exemplar.last_total}"
    else:
        why = f"không có tin từ {exemplar.last_seen:%d/%m/%Y}"
    return Task(str(exemplar), f"{exemplar.unit} · {why}", f"{exemplar.get_absolute_url()}#danh-gia")


def to_evaluate(desk):
    """Falling or silent ones of the own units, and of those whose nearest office one works for."""
    mine = within(desk.paths(*PREPARING), "unit__path") | nearest_of(desk, Role.STANDING, "unit")
    rows = Exemplar.objects.with_attention(desk.on).filter(mine, Q(is_falling=True) | Q(is_silent=True))
    rows = rows.for_table().order_by("last_seen", "pk")
    return group_of(
        "Điển hình cần đánh giá lại", rows, _to_evaluate, _asking_for(Attention.ANY), today=desk.on
    )
