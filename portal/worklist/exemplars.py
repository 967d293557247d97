"""What waits to be said about exemplars."""

from exemplars.models import Adoption
from portal.worklist.group import Task, group_of, list_url


def _adoption(adoption, today):
    return Task(adoption.name, f"làm theo “{adoption.source}”", adoption.get_absolute_url())


def adoptions(desk):
    rows = Adoption.objects.waiting_for(desk).for_table().order_by("proposed_at", "pk")
    url = list_url("exemplars:adoptions", status="waiting")
    return group_of("Nơi làm theo chờ tôi xác nhận", rows, _adoption, url, today=desk.on)
