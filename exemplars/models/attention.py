"""What asks for a look at an exemplar: it falls, nobody hears of it, something is in its way, it was awarded.

`SIGNS_OF_LIFE` is where other models, and floors above, add what counts as having been seen: functions
that give an expression for the last such day of the exemplar at hand (OuterRef("pk")).
"""

import calendar

from django.db import models
from django.db.models import DateField, F, Q
from django.db.models.functions import Coalesce, Greatest

SIGNS_OF_LIFE = []


class Attention(models.TextChoices):
    ANY = "any", "Cần chú ý"
    FALLING = "falling", "Kết quả giảm sút"
    SILENT = "silent", "Quá hạn đánh giá"
    HINDERED = "hindered", "Có vướng mắc"
    BEHIND = "behind", "Việc hỗ trợ quá hạn"
    AWARDED = "awarded", "Chờ ghi biểu dương"


SIGNS = {  # with the colour of its chip
    Attention.FALLING: "bad",
    Attention.HINDERED: "warn",
    Attention.BEHIND: "warn",
    Attention.SILENT: "due",
    Attention.AWARDED: "info",
}


def sign_of_life(expression):
    SIGNS_OF_LIFE.append(expression)
    return expression


def last_seen():
    """The last day on which the exemplar was found, moved or seen in any other way."""
    moved = Coalesce(F("moved_on"), F("found_on"))
    others = [Coalesce(sign(), F("found_on"), output_field=DateField()) for sign in SIGNS_OF_LIFE]
    return Greatest(moved, *others) if others else moved


def is_silent(rhythms, on):
    """A Q over `last_seen` and `rhythm`: nothing was seen within the exemplar's own rhythm."""
    silent = Q(pk__in=[])
    for months in rhythms:
        silent |= Q(rhythm=months, last_seen__lt=months_before(on, months))
    return silent


def months_before(day, months):
    """The same day so many months earlier, or the last one of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return day.replace(year=year, month=month + 1, day=min(day.day, calendar.monthrange(year, month + 1)[1]))
