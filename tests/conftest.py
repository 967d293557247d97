"""People are fixtures with a role; the place is a district with communes, with a stranger beside it."""

import gc
import os
import shutil

import pytest
from django.apps import apps
from django.conf import settings as portal_settings
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from hypothesis import HealthCheck, settings
from xdist.scheduler import LoadScopeScheduling

from law.loading import FILES, load_catalogue
from organizations.access import Desk
from organizations.models import Unit
from tests.kept_rows import KeptRows
from tests.machine import leave_server, migrated_on_server
from tests.people import make_person, make_place

FILES_WITH_A_PORTAL = (
    "tests/browser/",
    "tests/portal/test_database_away",
    "tests/portal/test_serve",
    "tests/portal/test_worker",
    "tests/reports/test_docx_converted",  # LibreOffice starts once
)
ONE_DATABASE_IS_ENOUGH = (  # they lay papers out or start processes, as they would on any other
    "tests/portal/test_demo",
    "tests/portal/test_serve",
    "tests/reports/test_archives",
    "tests/reports/test_certificate_batches",
    "tests/reports/test_docx",
    "tests/reports/test_papers",
    "tests/reports/test_previews",
    "tests/reports/test_printing",
    "tests/reports/test_signatures",
)
WITH_A_DATABASE = {"db", "transactional_db", "machine"}
settings.register_profile("busy", suppress_health_check=[HealthCheck.too_slow], deadline=None)
settings.load_profile("busy")  # how fast examples are made says how busy the machine is, and no more
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "1")  # Playwright's loop runs in the test's thread


def pytest_xdist_make_scheduler(config, log):
    return StartedOnce(config, log)


class StartedOnce(LoadScopeScheduling):
    """Hands tests out one by one, but whole files of those that share a portal started for them."""

    def _split_scope(self, nodeid):
        file, _, _ = nodeid.partition("::")
        return file if file.startswith(FILES_WITH_A_PORTAL) else nodeid


def pytest_collection_modifyitems(config, items):
    """Mark what asks a database by its kind; what speaks of PostgreSQL alone is not collected elsewhere."""
    for item in items:
        asks = item.get_closest_marker("django_db") or WITH_A_DATABASE & set(item.fixturenames)
        if asks and not item.nodeid.startswith(ONE_DATABASE_IS_ENOUGH):
            item.add_marker("database")
    absent = {"postgres": not on_postgres(), "libreoffice": not shutil.which("soffice")}
    left = [item for item in items if any(absent[name] and item.get_closest_marker(name) for name in absent)]
    items[:] = [item for item in items if item not in left]
    config.hook.pytest_deselected(items=left)


def pytest_collection_finish(session):
    """Keep Python from looking for garbage again and again in what is loaded and never becomes any."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)


def pytest_unconfigure(config):
    if on_postgres() and not hasattr(config, "workerinput"):
        leave_server(config._tmp_path_factory.getbasetemp())


def pytest_terminal_summary(terminalreporter):
    if not on_postgres():
        terminalreporter.write_line(
            "Tests marked “postgres” were left out: this run is on SQLite. "
            "Run them with DATABASE_URL=postgres://…, as .ci/run does."
        )
    if not shutil.which("soffice"):
        terminalreporter.write_line("Tests marked “libreoffice” were left out: soffice is not installed.")


def on_postgres():
    return portal_settings.DATABASES["default"]["ENGINE"].endswith("postgresql")


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings, tmp_path_factory, shared_folder):
    """SQLite in a file, as threads that share a database in memory do not wait for each other's locks.

    On PostgreSQL the tables are made once for all processes of the run.
    """
    test = connection.settings_dict["TEST"]
    if on_postgres():
        test["TEMPLATE"] = migrated_on_server(shared_folder)
    else:
        test["NAME"] = str(tmp_path_factory.mktemp("database") / "tests.sqlite3")


@pytest.fixture(scope="session")
def shared_folder(tmp_path_factory):
    """One folder for all processes of the test run, for what tests.machine makes once."""
    own = tmp_path_factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


@pytest.fixture(autouse=True)
def files_in_a_folder_of_its_own(settings, tmp_path):
    """Locks too: in the databases of two processes of the run two people may have the same number."""
    settings.DATA_DIR = tmp_path
    settings.MEDIA_ROOT = tmp_path / "media"


LAW = KeptRows(load_catalogue, *FILES.values())
PLACE = KeptRows(make_place, Unit)


@pytest.fixture
def law(db):
    """The catalogue of law that ships with the portal."""
    LAW()


@pytest.fixture
def place(db):
    """province > district (with council) > commune > hamlet, a sister commune and a foreign district."""
    ContentType.objects.get_for_models(*apps.get_models())  # else the first page of a process asks for some
    return PLACE()


@pytest.fixture
def officer(place):
    return make_person(place, "officer")


@pytest.fixture
def head(place):
    return make_person(place, "head")


@pytest.fixture
def standing(place):
    return make_person(place, "standing")


@pytest.fixture
def members(place):
    """Nine members of the district's council."""
    return [make_person(place, "member", f"uyvien{n}") for n in range(1, 10)]


@pytest.fixture
def chairman(place):
    return make_person(place, "chairman")


@pytest.fixture
def clerk(place):
    return make_person(place, "clerk")


@pytest.fixture
def administrator(place):
    return make_person(place, "administrator")


@pytest.fixture
def stranger(place):
    """The standing office of a district that has nothing to do with the others."""
    return make_person(place, "stranger")


@pytest.fixture
def desk_of():
    """desk_of(user, on=None): what the person's posts give on that day."""
    return Desk
