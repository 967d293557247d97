"""Batches of certificates: who is in them and in which order, made by a job that may die, filed whole."""

import hashlib

import pytest
import zxingcpp
from django.db import connection
from django.test.utils import CaptureQueriesContext
from PIL import Image

from awards.models import AwardEntry, DecisionStatus
from core import jobs
from core.models import Job
from core.workflow import TransitionError
from reports import filing
from reports.certificates import batches
from reports.certificates.content import achievement, short_name
from reports.models import Certificate, CertificateBatch, Sheet
from tests.factories import AwardTypeFactory, BlankFactory, DecisionFactory
from tests.reports.pages import pages_of

from .certificates import NAMES, ask, decision_of, names, names_on

ORDER = list(NAMES)  # persons, collectives, households: as on the printed list


@pytest.fixture
def decision(place):
    return decision_of(place)


@pytest.fixture
def blank(place):
    return BlankFactory(unit=place.district)


def made(batch):
    jobs.run(batch.job_id)
    batch.refresh_from_db()
    return batch


def pages(batch):
    with batch.file.open("rb") as file:
        return pages_of(file.read())


def printed_names(decision):
    return [entry.name for entry in batches.entries_of(decision) if entry.printed_at]


# --- Who is in it ------------------------------------------------------------------------------------


def test_the_file_follows_the_printed_list(decision, blank, clerk):
    batch = made(ask(decision, blank, clerk))

    assert names(batches.entries_of(decision)) == ORDER
    assert names_on(pages(batch)) == ORDER
    assert (batch.pages, printed_names(decision)) == (4, ORDER)


def test_what_is_printed_is_left_out_until_it_is_asked_for_again(decision, blank, clerk):
    entries = batches.entries_of(decision)
    made(ask(decision, blank, clerk, entries={entries[1].pk}))

    rest = made(ask(decision, blank, clerk))
    assert names_on(pages(rest)) == [ORDER[0], ORDER[2], ORDER[3]]

    with pytest.raises(TransitionError, match="Không còn giấy nào để in"):
        ask(decision, blank, clerk)

    again = made(ask(decision, blank, clerk, entries={entries[1].pk}, again=True))
    assert names_on(pages(again)) == [ORDER[1]]
    assert {c.entry.name: c.batches.count() for c in Certificate.objects.all()} == {
        name: 2 if name == ORDER[1] else 1 for name in ORDER
    }


def test_an_annulled_award_is_not_printed_also_when_it_is_annulled_meanwhile(decision, blank, clerk):
    entries = batches.entries_of(decision)
    AwardEntry.objects.filter(pk=entries[0].pk).update(annulled_on="2024-01-02")
    batch = ask(decision, blank, clerk)
    AwardEntry.objects.filter(pk=entries[1].pk).update(annulled_on="2024-01-02")

    assert names_on(pages(made(batch))) == ORDER[2:]
    assert printed_names(decision) == ORDER[2:]


def test_a_blank_serves_its_own_awards_alone(decision, blank, clerk):
    blank.awards.add(AwardTypeFactory(code="KHAC"))

    with pytest.raises(TransitionError, match="không hợp với phôi"):
        ask(decision, blank, clerk)


def test_only_an_issued_decision_has_certificates(place, blank, clerk):
    with pytest.raises(TransitionError, match="chưa ban hành"):
        ask(DecisionFactory(unit=place.district, status=DecisionStatus.SIGNED), blank, clerk)


# --- What stands on it -------------------------------------------------------------------------------


def test_a_certificate_says_who_gives_what_to_whom_by_which_decision(decision, blank, clerk):
    text = " ".join(pages(made(ask(decision, blank, clerk)))[0].get_text().split())

    for part in (
        "CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN GÒ THỬ",
        "TẶNG",
        "GIẤY KHEN",
        "Trần Thị Mẫu",
        "Đã có thành tích xuất sắc",
        f"Quyết định số {decision.number_text} ngày 09 tháng 6 năm 2023",
        "Số sổ vàng: 01/2023",
        "Gò Thử, ngày 09 tháng 6 năm 2023",
        "Nguyễn Văn Quý",
    ):
        assert part in text


@pytest.mark.parametrize(
    ("title", "group", "name"),
    [
        ("Giấy khen của Chủ tịch Ủy ban nhân dân cấp xã", "form", "Giấy khen"),
        ("Danh hiệu “Lao động tiên tiến”", "title", "Lao động tiên tiến"),
        ("“Huân chương Lao động” hạng Ba", "form", "Huân chương Lao động hạng Ba"),
        ("Cờ thi đua của Ủy ban nhân dân tỉnh", "title", "Cờ thi đua"),
    ],
)
def test_the_short_name_of_an_award(title, group, name):
    assert short_name(AwardTypeFactory.build(title=title, group=group)) == name


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("đã có thành tích xuất sắc năm 2024.", "Đã có thành tích xuất sắc năm 2024"),
        ("Vì đã có thành tích đột xuất", "Đã có thành tích đột xuất"),
        ("Hiến 200 m² đất làm đường", "Đã có thành tích: hiến 200 m² đất làm đường"),
    ],
)
def test_the_achievement_is_a_sentence_of_its_own(words, sentence):
    assert achievement(words) == sentence


def test_the_code_leads_to_the_public_page(decision, blank, clerk, settings):
    settings.PUBLIC_URL = "https://thidua.example.vn"
    page = pages(made(ask(decision, blank, clerk)))[2]
    shown = page.get_pixmap(dpi=150)
    (code,) = zxingcpp.read_barcodes(Image.frombytes("RGB", (shown.width, shown.height), shown.samples))

    token = Certificate.objects.get(entry__name=ORDER[2]).token
    assert code.text == f"https://thidua.example.vn/xac-nhan/{token}/"


def test_without_a_public_address_no_code_is_printed(decision, blank, clerk, settings):
    settings.PUBLIC_URL = ""
    with pytest.raises(TransitionError, match="chưa được đặt địa chỉ công khai"):
        ask(decision, blank, clerk)

    blank.fields.filter(kind="qr").update(shown=False)
    assert made(ask(decision, blank, clerk)).pages == 4


def test_a_large_sheet_is_printed_with_the_offset_of_the_moment(place, decision, clerk):
    blank = BlankFactory(unit=place.district, sheet=Sheet.A3)
    batch = made(ask(decision, blank, clerk, dx=1.5, dy=-0.5))

    assert (float(batch.dx), float(batch.dy)) == (1.5, -0.5)
    assert pages(batch)[0].rect.width == pytest.approx(420 * 72 / 25.4, abs=0.5)


# --- The golden book ---------------------------------------------------------------------------------


def test_the_whole_list_gets_its_numbers_when_the_first_is_asked_for(place, decision, blank, clerk):
    entries = batches.entries_of(decision)
    ask(decision, blank, clerk, entries={entries[3].pk}, first_number=7)
    numbers = Certificate.objects.values_list("entry__name", "number").order_by("number")

    assert list(numbers) == list(zip(ORDER, range(7, 11), strict=True))
    assert batches.next_number(place.district, 2023) == 11


def test_a_number_of_the_golden_book_is_not_used_twice(place, decision, blank, clerk):
    made(ask(decision, blank, clerk))
    later = decision_of(place, names=["Võ Thị Sau"], kinds=["person"])

    with pytest.raises(TransitionError, match="đã dùng đến 4"):
        ask(later, blank, clerk, first_number=4)

    made(ask(later, blank, clerk))
    assert Certificate.objects.get(entry__decision=later).number == 5


def test_tokens_cannot_be_guessed(decision, blank, clerk):
    ask(decision, blank, clerk)
    tokens = set(Certificate.objects.values_list("token", flat=True))

    assert len(tokens) == 4
    assert min(map(len, tokens)) >= 22  # 128 bits


# --- On the way --------------------------------------------------------------------------------------


def files(settings):
    return sorted(path.name for path in settings.MEDIA_ROOT.rglob("*") if path.is_file())


def test_a_job_files_the_batch_under_its_digest(decision, blank, clerk, settings):
    batch = made(ask(decision, blank, clerk))
    content = batch.file.read()

    assert batch.sha256 == hashlib.sha256(content).hexdigest()
    assert batch.size == len(content)
    assert files(settings) == [f"{batch.pk}-{batch.sha256[:16]}.pdf"]
    assert (batch.job.state, batch.job.result_url) == (Job.State.DONE, batch.get_absolute_url())
    assert (batch.job.progress, batch.job.total) == (4, 4)


def test_one_batch_of_a_decision_is_made_at_a_time(decision, blank, clerk, standing):
    ask(decision, blank, clerk)

    with pytest.raises(TransitionError, match="đang được lập"):
        ask(decision, blank, standing)
    assert (CertificateBatch.objects.count(), Job.objects.count()) == (1, 1)


def test_a_worker_that_dies_leaves_nothing_and_the_file_is_made_after_all(
    decision, blank, clerk, settings, monkeypatch
):
    batch = ask(decision, blank, clerk)
    with monkeypatch.context() as patched:
        patched.setattr(filing.os, "fsync", _die)
        with pytest.raises(SystemExit):
            jobs.run(batch.job_id)
    batch.refresh_from_db()
    assert (batch.made_at, files(settings), printed_names(decision)) == (None, [], [])

    Job.objects.update(lease_until=batch.asked_at)  # the lease of the dead runs out
    batch = made(batch)

    assert files(settings) == [f"{batch.pk}-{batch.sha256[:16]}.pdf"]
    assert (batch.job.attempt, printed_names(decision)) == (2, ORDER)


def _die(_):
    raise SystemExit


def test_a_full_disk_files_nothing(decision, blank, clerk, settings, monkeypatch):
    batch = ask(decision, blank, clerk)
    monkeypatch.setattr(filing.os, "fsync", _no_space)
    jobs.run(batch.job_id)
    batch.refresh_from_db()

    assert (batch.made_at, batch.job.state, files(settings)) == (None, Job.State.QUEUED, [])


def _no_space(_):
    raise OSError(28, "No space left on device")


def test_running_a_job_twice_leaves_one_file(decision, blank, clerk, settings):
    batch = made(ask(decision, blank, clerk))
    Job.objects.update(state=Job.State.QUEUED)

    assert made(batch).sha256[:16] in files(settings)[0]
    assert len(files(settings)) == 1


def test_a_strange_character_is_named_and_the_batch_asked_for_again(decision, blank, clerk):
    AwardEntry.objects.filter(name=ORDER[1]).update(name="Lê 漢")
    refused = made(ask(decision, blank, clerk))
    assert (refused.made_at, refused.job.state) == (None, Job.State.FAILED)
    assert refused.job.note.startswith("Văn bản có ký tự không in được: “漢” (U+6F22).")

    AwardEntry.objects.filter(name="Lê 漢").update(name=ORDER[1])
    again = made(ask(decision, blank, clerk))
    assert (again.pk, names_on(pages(again))) == (refused.pk, ORDER)


def test_a_blank_that_was_deleted_meanwhile_stops_the_batch_with_a_sentence(decision, blank, clerk):
    batch = ask(decision, blank, clerk)
    blank.delete()

    assert made(batch).job.note == batches.BLANK_GONE


def test_queries_do_not_grow_with_the_list(place, blank, clerk):
    counts = []
    for names_of in (NAMES, [f"Nguyễn Văn {n}" for n in range(12)]):
        decision = decision_of(place, names_of, ["person"] * len(names_of))
        batch = ask(decision, blank, clerk)
        with CaptureQueriesContext(connection) as queries:
            jobs.run(batch.job_id)
        counts.append(len(queries))

    assert counts[0] == counts[1]
