"""A long list and a batch of certificates whose worker is killed while it makes them."""

import re

import pytest

from tests.reports.pages import page_number, pages_of

pytestmark = [pytest.mark.worker, pytest.mark.postgres]  # half a minute, so on the database of production

ROWS, ON_PAGE_200 = 6_000, 5_000
SHEETS, CHUNK = 130, 100

DECISIONS = f"""
from tests.factories import BlankFactory, UnitFactory, UserFactory
from tests.factories.awards import add_many
from tests.reports import stories
unit = UnitFactory(has_council=True)
plan = stories.plan_of(unit)
few = stories.decision_of(unit, [stories.dossier(plan, unit) for _ in range({SHEETS})])
many = stories.decision_of(unit, [])
add_many(many, stories.dossier(plan, unit), {ROWS})
print(few.pk, many.pk, BlankFactory(unit=unit).pk, UserFactory().pk)
"""
ASKED = """
import os, signal
from awards.models import Decision
from organizations.models import User
from reports import printing
from reports.certificates import batches
from reports.models import Blank
decision, clerk = Decision.objects.get(pk={decision}), User.objects.get(pk={clerk})
job = {asked}.job
while job.progress < {done}:
    assert not job.ended, (job.note, job.error)
    time.sleep(0.02)
    job.refresh_from_db()
os.killpg({worker}, signal.SIGKILL)
print(job.pk, job.state, job.attempt)
"""
LIST = "printing.ask_for('decision', decision, by=clerk)"
CERTIFICATES = "batches.ask_for(decision, Blank.objects.get(pk={blank}), by=clerk)"
ENDED = """
while not (job := Job.objects.get(pk={pk})).ended: time.sleep(0.1)
print(job.state, job.attempt)
"""


@pytest.fixture(scope="module")
def story(machine):
    """The numbers of a decision on a few, one on many, a blank and a clerk."""
    return [int(number) for number in machine.python(DECISIONS).split()]


def made_by_two_workers(machine, asked, done, **numbers):
    """How a job stood when its worker was killed, the files then, and how it stood after a second worker."""
    worker = machine.start_worker()
    code = ASKED.format(asked=asked, done=done, worker=worker.pid, **numbers)
    pk, *killed = machine.python(code, PORTAL_URL="https://thidua.example.vn").split()
    worker.wait()
    left_behind = files(machine)
    machine.start_worker()
    return " ".join(killed), left_behind, machine.python(ENDED.format(pk=pk))


def files(machine):
    """Files that were filed, and what is left of those that were not."""
    return sorted(path for path in (machine.folder / "media").rglob("*") if path.is_file())


def read(path):
    """The pages of a filed PDF, and the words of each."""
    pages = pages_of(path.read_bytes())
    return pages, [" ".join(page.get_text().split()) for page in pages]


def test_a_list_whose_worker_is_killed_on_page_200_is_made_whole_by_the_next(machine, story):
    _, decision, _, clerk = story

    course = made_by_two_workers(machine, LIST, ON_PAGE_200, decision=decision, clerk=clerk)

    assert course == ("running 1", [], "done 2")

    word, paper = files(machine)
    pages, words = read(paper)
    names = re.findall(r"Nguyễn Văn (\d+)", " ".join(words))
    assert (word.suffix, word.stem) == (".docx", paper.stem)
    assert len(pages) > 200
    assert sorted(map(int, names)) == list(range(ROWS))
    assert [page_number(page) for page in pages[2:]] == [str(n) for n in range(2, len(pages))]
    assert machine.python("from reports.models import Paper; print(Paper.objects.count())") == "1"


def test_certificates_whose_worker_is_killed_are_all_printed_and_numbered_once(machine, story):
    decision, _, blank, clerk = story
    before = files(machine)

    asked = CERTIFICATES.format(blank=blank)
    course = made_by_two_workers(machine, asked, CHUNK, decision=decision, clerk=clerk)

    assert course == ("running 1", before, "done 2")
    (batch,) = set(files(machine)) - set(before)
    _, words = read(batch)
    assert [int(re.search(r"Số sổ vàng: (\d+)", page)[1]) for page in words] == list(range(1, SHEETS + 1))
    assert len(set(re.findall(r"Trần Thị Mẫu \d+", " ".join(words)))) == SHEETS
