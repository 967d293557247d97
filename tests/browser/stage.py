"""The portal as script/server starts it, with its worker and the demonstration, and people at browsers."""

import fcntl
import os
import re
import shutil
from contextlib import contextmanager
from urllib.parse import urlsplit

from playwright.sync_api import expect

from portal.demo.accounts import PASSWORD
from tests.machine import MANAGE, TOP, Machine, eventually, fetch, free_port, made_once, manage, migrated

DOSSIERS = 60
PATIENCE = 20_000  # milliseconds that a page may take on a machine that is busy with other tests
DEMONSTRATION = {
    "PORTAL_MODE": "demo",
    "PORTAL_LOG_LEVEL": "ERROR",
    "CELERY_BROKER_URL": "filesystem://localhost",
}
# How the portal answers what is not in order, and a search that the next letter typed has overtaken.
COMPLAINTS_MEANT = re.compile("status of (409|422)|^htmx:(sendAbort|afterRequest)")


class Stage(Machine):
    """The demonstration as it stood on the evening of `day`, served until `end_all`."""

    def __init__(self, folder, shared, day, dossiers=DOSSIERS):
        super().__init__(folder)
        self.env |= DEMONSTRATION | {"PORTAL_TODAY": f"{day}"}
        self.env.pop("DATABASE_URL", None)
        shutil.copytree(told(shared, day, dossiers), folder, dirs_exist_ok=True)
        self._serve()

    def _serve(self):
        port = free_port()
        self.url = f"http://127.0.0.1:{port}"
        self.process = self.start(*MANAGE, "serve", f"--port={port}")
        eventually(lambda: fetch(f"{self.url}/healthz")[0] == 200)

    def move_on_to(self, day):
        """Close for the night and open again on a later day, at another address."""
        self.process.terminate()
        self.process.wait(timeout=20)
        self.env["PORTAL_TODAY"] = f"{day}"
        self._serve()


def prepared(shared):
    """The folder of a portal that is set up and holds nothing yet."""

    def make(folder):
        shutil.copytree(migrated(shared), folder, dirs_exist_ok=True)
        with _alone():
            manage(_env(folder), "prepare")

    return made_once(shared, "prepared", make)


def told(shared, day, dossiers):
    """The folder of a portal in which the demonstration was loaded up to that day."""

    def make(folder):
        shutil.copytree(prepared(shared), folder, dirs_exist_ok=True)
        env = _env(folder) | {"PORTAL_TODAY": f"{day}"}
        manage(env, "load_demo", f"--until={day}", f"--nominations={dossiers}")

    return made_once(shared, f"told-{day}-{dossiers}", make)


def _env(folder):
    env = {**os.environ, **DEMONSTRATION, "PORTAL_DATA_DIR": str(folder)}
    env.pop("DATABASE_URL", None)
    return env


@contextmanager
def _alone():
    """One test run of the checkout after the other collects the static files, which all of them share."""
    folder = TOP / "var"
    folder.mkdir(exist_ok=True)
    with (folder / "prepare.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


class Person:
    """Somebody of the demonstration at a browser of their own; `complaints` is what went wrong in it."""

    def __init__(self, browser, stage, username, **how):
        self.stage = stage
        self.context = browser.new_context(
            **{
                "locale": "vi-VN",
                "timezone_id": "Asia/Ho_Chi_Minh",
                "viewport": {"width": 1280, "height": 900},
            }
            | how
        )
        self.page = self.context.new_page()
        self.page.set_default_timeout(PATIENCE)
        self.complaints = []
        self._listen()
        self._sign_in(username)

    def _listen(self):
        self.page.on("console", self._hear)
        self.page.on("pageerror", lambda error: self.complaints.append(f"{error}"))
        self.page.on("request", self._watch)
        self.page.on("response", self._receive)

    def _hear(self, message):
        if message.type in {"error", "warning"} and not COMPLAINTS_MEANT.search(message.text):
            self.complaints.append(f"{self.page.url}: {message.text}")

    def _watch(self, request):
        where = urlsplit(request.url)
        if where.scheme in {"http", "https"} and where.hostname != "127.0.0.1":
            self.complaints.append(f"{self.page.url} asks {request.url}")

    def _receive(self, response):
        if response.status >= 400 and response.status not in {409, 422}:
            self.complaints.append(f"{response.status} {response.request.method} {response.url}")

    def _sign_in(self, username):
        self.go("/dang-nhap/")
        self.fill({"Tên đăng nhập": username, "Mật khẩu": PASSWORD})
        self.press("Đăng nhập")
        expect(self.page).to_have_url(f"{self.stage.url}/")

    # --- What one does -----------------------------------------------------------------------------

    def go(self, path):
        return self.page.goto(f"{self.stage.url}{path}")

    def read(self, path):
        """What the server sends, without a look at it."""
        answer = self.context.request.get(f"{self.stage.url}{path}")
        assert answer.ok, f"{answer.status} {path}"
        return answer.text()

    def press(self, name):
        self.page.get_by_role("button", name=name, exact=True).first.click()

    def follow(self, name):
        self.page.get_by_role("link", name=name, exact=True).first.click()

    def field(self, label):
        return self.page.get_by_label(re.compile(rf"^\s*{re.escape(label)}")).first

    def fill(self, values):
        """`values` is {beginning of the label: what is typed, or chosen in a list}."""
        for label, value in values.items():
            field = self.field(label)
            if field.evaluate("field => field.tagName") == "SELECT":
                field.select_option(label=value)
            else:
                field.fill(value)

    def tick(self, label):
        self.page.get_by_label(label, exact=True).first.check()

    # --- What one sees -----------------------------------------------------------------------------

    def all_of(self, locator):
        """All that `locator` finds, once the page that holds the first has been read to its end."""
        expect(locator.first).to_be_attached()
        self.page.wait_for_load_state("domcontentloaded")
        return locator.all()

    @property
    def main(self):
        return self.page.locator("main")

    @property
    def path(self):
        """Where the browser stands, with the query."""
        return self.page.url.removeprefix(self.stage.url)

    def sees(self, *texts):
        for text in texts:
            expect(self.main).to_contain_text(text)

    def sees_no(self, text):
        expect(self.main).not_to_contain_text(text)

    def is_told(self, text):
        expect(self.page.locator(".messages")).to_contain_text(text)
