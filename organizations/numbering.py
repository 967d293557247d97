"""The register of outgoing papers: numbers one after the other, none twice, none left out, none erased."""

from django.db import transaction
from django.db.models import F

from core.calendar import today
from core.text import line
from core.workflow import TransitionError
from organizations.models import IssuedNumber, NumberSeries, NumberStatus


@transaction.atomic
def take_number(*, unit, symbol, on, title, by, **entry):
    """The next number of the series for a paper dated `on`, kept only if the caller's transaction is.

    `entry` is what else the register says of the paper. The UPDATE locks the series' row until the
    transaction ends, so a second caller waits and gets the number after. Raises TransitionError when a
    paper of a later date already has a number.
    """
    series, _ = NumberSeries.objects.get_or_create(unit=unit, symbol=symbol, year=on.year)
    NumberSeries.objects.filter(pk=series.pk).update(last=F("last") + 1)
    series.refresh_from_db()
    if series.last_on and on < series.last_on:
        raise TransitionError(
            f"Số {series.last - 1:02d}/{symbol} đã cấp cho văn bản ngày {series.last_on:%d/%m/%Y}; "
            "văn bản sau không được đề ngày trước ngày đó."
        )
    NumberSeries.objects.filter(pk=series.pk).update(last_on=on)
    return IssuedNumber.objects.create(
        series=series, number=series.last, issued_on=on, title=title, taken_by=by, **entry
    )


@transaction.atomic
def number_outside_paper(*, unit, symbol, on, title, by, **entry):
    """The number of a paper that was written outside the portal.

    Raises TransitionError when the day is to come, and when the register already holds a paper with this
    title and date: whoever presses twice gets one number.
    """
    if on > today():
        raise TransitionError("Ngày văn bản không được sau hôm nay.")
    number = take_number(unit=unit, symbol=symbol, on=on, title=title, by=by, outside=True, **entry)
    given = number.series.numbers.filter(status=NumberStatus.GIVEN)
    same = given.filter(issued_on=on, title=number.title).exclude(pk=number.pk).first()
    if same:
        raise TransitionError(
            f"Văn bản này đã được cấp số {same.text}. Nếu là văn bản khác, hãy ghi trích yếu khác đi."
        )
    return number


def cancel_number(number, *, desk, note):
    """The number stays in the register, and its paper is no more; TransitionError for one of the portal's."""
    if not number.outside:
        raise TransitionError("Số này thuộc văn bản trên cổng, không hủy được.")
    number.move("cancel", desk=desk, note=note, cancelled_on=today(), cancelled_for=line(note)[:400])


def remark(number, text):
    """Add to the remarks of a line what became of its paper later."""
    remarks = "; ".join(filter(None, [number.remarks, text]))[:400]
    IssuedNumber.objects.filter(pk=number.pk).update(remarks=remarks, version=F("version") + 1)


@transaction.atomic
def start_after(*, unit, symbol, year, last, last_on=None):
    """Let the portal go on after the numbers already written in the paper register.

    Raises TransitionError once the portal has given out a number of that series.
    """
    series, _ = NumberSeries.objects.get_or_create(unit=unit, symbol=symbol, year=year)
    # The lock first, the question after it: a number that is being given out meanwhile is seen.
    series = NumberSeries.objects.select_for_update().get(pk=series.pk)
    if series.numbers.exists():
        raise TransitionError(f"Sổ {series} đã cấp số trên cổng, không đổi được số bắt đầu.")
    NumberSeries.objects.filter(pk=series.pk).update(last=last, last_on=last_on)
    series.refresh_from_db()
    return series
