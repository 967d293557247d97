"""The portal started for real beside the tests: processes, a database and a broker of their own."""

import contextlib
import fcntl
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path
from urllib.parse import urlsplit
from uuid import uuid4

import psycopg2

MANAGE = [sys.executable, "manage.py"]
TOP = Path(__file__).parent.parent
WORKER = ["celery", "--quiet", "--app=portal", "worker", "--include=tests.job_kinds", "--concurrency=2"]
IMPORTS = "import time; from core import jobs; from core.models import Job; from tests import job_kinds"
TEMPLATE = "template"
PATIENCE = 40  # seconds, on a busy machine


class Machine:
    """Starts portal processes that share `folder`, and whatever servers the environment names.

    What runs there is known by its environment, so nothing that was started is overlooked.
    """

    def __init__(self, folder):
        self.folder = folder
        self.env = {
            **os.environ,
            "PORTAL_MODE": "test",
            "PORTAL_DATA_DIR": str(folder),
            "CELERY_BROKER_URL": self._broker(),
            "PORTAL_JOB_LEASE": "3",
            "PORTAL_JOB_SWEEP": "1",
            "PYTHONUNBUFFERED": "1",
        }
        for name in ("messages", "control"):
            (folder / "queue" / name).mkdir(parents=True)

    def _broker(self):
        """A database of the test run's Redis for each process of the run, or files."""
        url = os.environ.get("CELERY_BROKER_URL", "memory://")
        if not url.startswith("redis://"):
            return "filesystem://localhost"
        number = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0")[2:])
        return urlsplit(url)._replace(path=f"/{13 - number}").geturl()

    # --- Processes ---------------------------------------------------------------------------------

    def start(self, *command, **env):
        """A process in a group of its own, so that no signal of the test run reaches it."""
        return subprocess.Popen(command, cwd=TOP, env={**self.env, **env}, process_group=0)

    def start_worker(self):
        return self.start(sys.executable, "-m", *WORKER)

    def python(self, code, **env):
        """What `code` prints, run in a process of the portal."""
        command = [*MANAGE, "shell", "--no-imports", "--command", f"{IMPORTS}\n{code}"]
        done = subprocess.run(
            command,
            cwd=TOP,
            env={**self.env, **env},
            check=True,
            stdout=subprocess.PIPE,
            text=True,
            timeout=120,
        )
        return done.stdout.strip()

    def processes(self):
        """The numbers of all processes that were started here and live."""
        marker = f"PORTAL_DATA_DIR={self.folder}".encode()
        return {int(path.parent.name) for path in Path("/proc").glob("[0-9]*/environ") if _has(path, marker)}

    def end_all(self):
        for number in self.processes():
            with contextlib.suppress(ProcessLookupError):
                os.kill(number, signal.SIGKILL)

    # --- Database ----------------------------------------------------------------------------------

    def make_database(self, shared):
        if os.environ.get("DATABASE_URL", "").startswith("postgres"):
            name = f"portal_machine_{uuid4().hex[:12]}"
            ask_server(f"CREATE DATABASE {name} TEMPLATE {migrated_on_server(shared)}")
            self.env["DATABASE_URL"] = on_server(name)
        else:
            shutil.copytree(migrated(shared), self.folder, dirs_exist_ok=True)

    def drop_database(self):
        if "DATABASE_URL" in self.env:
            ask_server(f"DROP DATABASE {self.database} WITH (FORCE)")

    @contextlib.contextmanager
    def database_away(self):
        """Nobody can reach the database inside this block."""
        take, give_back = self._refuse_server() if "DATABASE_URL" in self.env else self._refuse_file()
        take()
        try:
            yield
        finally:
            give_back()

    @property
    def database(self):
        return urlsplit(self.env["DATABASE_URL"]).path[1:]

    def _refuse_server(self):
        def allow(word):
            ask_server(f"ALTER DATABASE {self.database} ALLOW_CONNECTIONS {word}")

        def take():
            allow("false")
            ask_server(
                f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{self.database}'"
            )

        return take, lambda: allow("true")

    def _refuse_file(self):
        file, aside = self.folder / "portal.sqlite3", self.folder / "aside"

        def take():
            file.rename(aside)
            file.mkdir()  # else SQLite makes an empty one

        def give_back():
            shutil.rmtree(file)
            aside.rename(file)

        return take, give_back


def manage(env, *command):
    subprocess.run([*MANAGE, *command], cwd=TOP, env=env, check=True, stdout=subprocess.DEVNULL)


def made_once(shared, name, make):
    """The folder in `shared` that `make(folder)` fills for all processes that know of it."""
    folder = shared / name
    with (shared / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            half = shared / f"{name}.half"
            half.mkdir()
            make(half)
            half.rename(folder)
    return folder


def migrated(shared):
    """The folder of a portal whose SQLite database is migrated and holds nothing."""

    def make(folder):
        env = {**os.environ, "PORTAL_MODE": "test", "PORTAL_DATA_DIR": str(folder)}
        env.pop("DATABASE_URL", None)
        manage(env, "migrate", "--verbosity=0")

    return made_once(shared, "migrated", make)


def migrated_on_server(shared):
    """The name of a migrated, empty PostgreSQL database, for others to be made from; see `leave_server`."""

    def make(folder):
        name = f"portal_template_{uuid4().hex[:12]}"
        ask_server(f"CREATE DATABASE {name}")
        (folder / "name").write_text(name)
        manage(
            {**os.environ, "PORTAL_MODE": "test", "DATABASE_URL": on_server(name)}, "migrate", "--verbosity=0"
        )

    return (made_once(shared, TEMPLATE, make) / "name").read_text()


def leave_server(shared):
    """Drop what `migrated_on_server` made."""
    for file in shared.glob(f"{TEMPLATE}*/name"):
        ask_server(f"DROP DATABASE {file.read_text()} WITH (FORCE)")


def on_server(name):
    """The address of a database of that name on the server of the test run."""
    return urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{name}").geturl()


def ask_server(statement):
    connection = psycopg2.connect(on_server("postgres"))
    connection.autocommit = True
    connection.cursor().execute(statement)
    connection.close()


def _has(path, marker):
    try:
        return marker in path.read_bytes().split(b"\0")
    except OSError:  # it has just ended, or is a zombie
        return False


def eventually(question):
    """The first true answer to `question`, which is asked until then."""
    give_up_at = time.monotonic() + PATIENCE
    while time.monotonic() < give_up_at:
        answer = question()
        if answer:
            return answer
        time.sleep(0.2)
    raise AssertionError(f"It did not happen within {PATIENCE} s.")


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def fetch(url, **headers):
    """(status, headers, text); status 0 while nothing answers. Redirects are not followed."""
    opener = urllib.request.build_opener(_NoRedirect)
    try:
        with opener.open(urllib.request.Request(url, headers=headers), timeout=10) as response:
            return response.status, response.headers, response.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.headers, error.read().decode()
    except OSError:
        return 0, {}, ""


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *args):
        return None
