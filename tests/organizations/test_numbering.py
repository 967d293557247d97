import datetime
import sqlite3
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import IntegrityError, connection, connections, transaction

from core.workflow import NotYours, TransitionError
from organizations.access import Desk
from organizations.models import IssuedNumber, NumberSeries, NumberStatus
from organizations.numbering import cancel_number, number_outside_paper, start_after, take_number
from tests.factories import PostFactory, UnitFactory, UserFactory

DAY = datetime.date(2024, 5, 2)


@pytest.fixture
def take(db):
    """take(title, **changes): the next number of one office's decisions."""
    office, clerk = UnitFactory(), UserFactory()

    def once(title="Về việc thử", on=DAY, symbol="QĐ-UBND", door=take_number):
        return door(unit=office, symbol=symbol, on=on, title=title, by=clerk)

    once.office = office
    return once


@pytest.fixture
def in_threads(transactional_db, tmp_path, monkeypatch):
    """in_threads(work, count): what `work` returned in so many threads at once.

    SQLite's test database lives in memory and cannot be shared, so threads get a copy of it in a file.
    """

    def run(work, count):
        with monkeypatch.context() as patch:
            if connection.vendor == "sqlite":
                path = str(tmp_path / "threads.sqlite3")
                with sqlite3.connect(path) as copy:
                    connection.connection.backup(copy)
                # Undone before the connection of the test closes: a database in memory ends with it.
                patch.setitem(connections.settings["default"], "NAME", path)
            with ThreadPoolExecutor(count) as pool:
                return [future.result() for future in [pool.submit(closing, work) for _ in range(count)]]

    return run


def closing(work):
    try:
        return work()
    finally:
        connections.close_all()


def test_numbers_follow_each_other_in_one_series_and_year(take):
    next_year = datetime.date(2025, 1, 2)

    texts = [take().text, take().text, take(symbol="KH-UBND").text, take(on=next_year).text]

    assert texts == ["01/QĐ-UBND", "02/QĐ-UBND", "01/KH-UBND", "01/QĐ-UBND"]


def test_a_number_comes_back_when_its_paper_fails(take):
    take()
    with transaction.atomic():
        take()
        transaction.set_rollback(True)

    assert take().number == 2


def test_no_paper_is_dated_before_the_last_number(take):
    take(on=datetime.date(2024, 5, 3))

    with pytest.raises(TransitionError, match="Số 01/QĐ-UBND đã cấp cho văn bản ngày 03/05/2024"):
        take(on=DAY)

    assert NumberSeries.objects.get().last == 1


def test_the_same_outside_paper_gets_one_number(take):
    take("Công văn đăng ký thi đua", door=number_outside_paper)

    with pytest.raises(TransitionError, match="Văn bản này đã được cấp số 01/QĐ-UBND"):
        take("Công  văn đăng ký thi đua", door=number_outside_paper)

    assert (NumberSeries.objects.get().last, IssuedNumber.objects.count()) == (1, 1)


def test_an_outside_paper_is_not_dated_ahead(take, settings):
    settings.PORTAL_TODAY = "2024-05-01"

    with pytest.raises(TransitionError, match="không được sau hôm nay"):
        take(on=DAY, door=number_outside_paper)


@pytest.fixture
def clerk_desk(take):
    return Desk(PostFactory(unit=take.office, role="clerk").user)


def test_a_cancelled_number_stays_in_the_register_and_is_given_to_no_other_paper(take, clerk_desk, settings):
    settings.PORTAL_TODAY = "2024-05-03"
    number = take("Công văn cấp nhầm", door=number_outside_paper)

    cancel_number(number, desk=clerk_desk, note="Cấp  nhầm sổ")

    row = IssuedNumber.objects.get()
    assert (row.status, row.cancelled_on) == (NumberStatus.CANCELLED, datetime.date(2024, 5, 3))
    assert row.remarks_text == "Đã hủy số ngày 03/05/2024: Cấp nhầm sổ"
    assert [(event.verb, event.by) for event in row.history] == [("cancel", clerk_desk.user)]
    assert take().text == "02/QĐ-UBND"


def test_after_its_number_was_cancelled_the_same_paper_gets_another(take, clerk_desk):
    cancel_number(take("Công văn", door=number_outside_paper), desk=clerk_desk, note="Ghi sai ngày")

    assert take("Công văn", door=number_outside_paper).text == "02/QĐ-UBND"


def test_the_number_of_a_paper_of_the_portal_is_not_cancelled(take, clerk_desk):
    with pytest.raises(TransitionError, match="thuộc văn bản trên cổng"):
        cancel_number(take(), desk=clerk_desk, note="Nhầm")

    assert IssuedNumber.objects.get().status == NumberStatus.GIVEN


def test_the_database_keeps_the_numbers_of_the_portals_papers_too(take):
    with pytest.raises(IntegrityError, match="cancelled_number"), transaction.atomic():
        IssuedNumber.objects.filter(pk=take().pk).update(status=NumberStatus.CANCELLED, cancelled_on=DAY)


def test_only_the_own_clerk_cancels_and_only_with_a_reason(take, clerk_desk):
    number = take(door=number_outside_paper)

    for desk in (Desk(PostFactory(role="clerk").user), Desk(PostFactory(unit=take.office).user)):
        with pytest.raises(NotYours):
            cancel_number(number, desk=desk, note="Nhầm")
    with pytest.raises(TransitionError, match="Cần ghi rõ lý do"):
        cancel_number(number, desk=clerk_desk, note=" ")

    assert IssuedNumber.objects.get().status == NumberStatus.GIVEN


def test_of_clerks_who_cancel_and_take_at_once_nobody_gets_the_cancelled_number(in_threads, take, clerk_desk):
    first = take(door=number_outside_paper).pk

    def work():
        try:
            cancel_number(IssuedNumber.objects.get(pk=first), desk=clerk_desk, note="Nhầm")
        except TransitionError:
            return take().number, False
        return take().number, True

    done = in_threads(work, 4)

    assert sorted(number for number, _ in done) == [2, 3, 4, 5]
    assert [cancelled for _, cancelled in done].count(True) == 1


@pytest.mark.parametrize(
    ("symbol", "title", "described"),
    [
        ("KH-UBND", "Nhân rộng điển hình", "Kế hoạch: Nhân rộng điển hình"),
        ("TTr-PNV", "Về việc khen thưởng", "Tờ trình: Về việc khen thưởng"),
        ("BB-HĐTĐKT", "Biên bản họp: Xét khen thưởng", "Biên bản họp: Xét khen thưởng"),
        ("UBND-NV", "Về việc đăng ký thi đua", "Công văn: Về việc đăng ký thi đua"),
    ],
)
def test_a_line_names_the_kind_of_paper_that_its_symbol_means(take, symbol, title, described):
    assert take(title, symbol=symbol).described == described


def test_the_portal_goes_on_after_the_paper_register(take):
    start_after(unit=take.office, symbol="QĐ-UBND", year=2024, last=57, last_on=DAY)

    assert take().text == "58/QĐ-UBND"


def test_a_register_in_use_cannot_be_set(take):
    take()

    with pytest.raises(TransitionError, match="không đổi được số bắt đầu"):
        start_after(unit=take.office, symbol="QĐ-UBND", year=2024, last=57)

    assert NumberSeries.objects.get().last == 1


def test_eight_clerks_at_once_get_every_number_once(in_threads, take):
    numbers = in_threads(lambda: [take().number for _ in range(10)], 8)

    assert sorted(number for ten in numbers for number in ten) == list(range(1, 81))


@pytest.mark.postgres
def test_setting_a_register_waits_for_the_number_being_given_out(in_threads, take):
    NumberSeries.objects.create(unit=take.office, symbol="QĐ-UBND", year=2024)
    taken = threading.Event()

    def give_out_slowly():
        with transaction.atomic():
            take()
            taken.set()
            wait_for_a_waiting_lock()

    def set_register():
        taken.wait(10)
        with pytest.raises(TransitionError, match="không đổi được số bắt đầu"):
            start_after(unit=take.office, symbol="QĐ-UBND", year=2024, last=57)

    works = iter([give_out_slowly, set_register])
    in_threads(lambda: next(works)(), 2)

    assert NumberSeries.objects.get().last == 1


def wait_for_a_waiting_lock():
    deadline = time.monotonic() + 10
    with connection.cursor() as cursor:
        while time.monotonic() < deadline:
            cursor.execute("SELECT count(*) FROM pg_locks WHERE NOT granted")
            if cursor.fetchone()[0]:
                return
            time.sleep(0.01)
    raise AssertionError("Nobody waited for the lock.")
