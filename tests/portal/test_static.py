"""Templates, sheets and icons fit together."""

import hashlib
import re
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.contrib.staticfiles import finders
from django.template.loader import get_template

from tests.ours import OURS

STATIC, TEMPLATES = settings.BASE_DIR / "static", settings.BASE_DIR / "templates"
PRINTED = {"papers", "certificates/sheets.html", "certificates/ground.html"}  # below reports/, for PDF alone
PAGES = [
    path
    for path in TEMPLATES.rglob("*.html")
    if not any(path.is_relative_to(TEMPLATES / "reports" / printed) for printed in PRINTED)
]
INLINE = re.compile(r"\sstyle=|<style|\son\w+=\"|<script(?![^>]*\ssrc=)|javascript:|https?://")


def statuses():
    """(model, value) of every state that a record of ours can be in."""
    for model in apps.get_models():
        for field in model._meta.concrete_fields:
            if model._meta.app_label in OURS and field.name in {"status", "state"} and field.choices:
                yield from ((model.__name__, value) for value, _label in field.choices)


@pytest.mark.parametrize(("model", "status"), statuses())
def test_every_status_has_its_colour(model, status):
    sheet = (STATIC / "css/components.css").read_text()

    assert re.search(rf"\.chip-{status}\b", sheet)


@pytest.mark.parametrize("page", PAGES, ids=lambda path: str(path.relative_to(TEMPLATES)))
def test_pages_hold_nothing_that_the_content_policy_forbids(page):
    assert INLINE.findall(page.read_text()) == []


def test_every_icon_that_is_asked_for_is_drawn():
    drawn = set(re.findall(r'<symbol id="([\w-]+)"', (STATIC / "icons.svg").read_text()))
    asked = {name for page in PAGES for name in re.findall(r'{% icon "([\w-]+)"', page.read_text())}

    assert asked - drawn == set()


def test_code_of_others_is_the_code_that_the_manifest_names():
    manifest = (STATIC / "vendor/MANIFEST.md").read_text()
    sums = dict(re.findall(r"`([\w/.-]+\.js)` of [^|]+\| `(\w{64})`", manifest))

    assert sums == {"django_htmx/htmx-2.min.js": _sha256("django_htmx/htmx-2.min.js")}


def _sha256(name):
    return hashlib.sha256(Path(finders.find(name)).read_bytes()).hexdigest()


@pytest.mark.parametrize("name", ["500.html", "503.html"])
def test_pages_of_last_resort_need_neither_request_nor_database(name):
    page = get_template(name).render()

    assert "<h1>" in page
    assert "css/tokens.css" in page
