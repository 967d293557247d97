"""Every page that a role can reach: nothing that axe calls grave, nothing wrong in the browser's console."""

from collections import defaultdict
from urllib.parse import quote, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import Resolver404, resolve
from playwright.sync_api import expect

from core.filters import LONGEST_SEARCH
from tests.machine import fetch

pytestmark = pytest.mark.browser

DAY = "2024-11-15"
ROLES = ["canbo", "thutruong", "thuongtruc", "uyvien1", "chutich", "vanthu", "quantri"]
WIDTHS = (1280, 390)
OF_EACH_KIND = 1  # records of the same page that are visited
NO_PAGES = {
    "reports:export",
    "reports:paper-file",
    "reports:certificate-file",
    "reports:archive-file",
    "reports:catalogue-sample",
    "exemplars:evidence",
    "exemplars:visit-photo",
    "exemplars:exemplar-photo",
    "exemplars:attachment",
    "campaigns:progress-file",
    "gatherings:talk-file",
    "gatherings:entry-photo",
    "reports:signed-copy",
    "sign-out",
}
ALLOWANCE = 150_000  # bytes transferred by the first page
GRAVE = {"serious", "critical"}
KINDS_OF_ELEMENT = """[...new Set([...document.querySelectorAll("body *")].map(
    element => `${element.tagName} ${element.className} ${element.getAttributeNames()}`))]"""
LATER_PART = "[hx-trigger~=load]:not([data-settled])"
MARK_LATER_PARTS = (
    """document.addEventListener("htmx:afterSettle", ({target}) => target.dataset.settled = "")"""
)


@pytest.fixture(scope="module")
def examined():
    """{(page's name, width): kinds of element that were there when axe looked at such a page}."""
    return defaultdict(set)


@pytest.mark.parametrize("username", ROLES)
def test_no_page_of_a_role_has_a_grave_fault(enter, username, examined):
    person = enter(username)
    person.page.add_init_script(MARK_LATER_PARTS)

    faults = {path: found for name, path in pages_of(person) if (found := faults_of(person, examined, name))}

    assert faults == {}


def pages_of(person):
    """Follow the links from the home page on, and stand on a few records of every kind of page."""
    seen, waiting, visits = set(), ["/"], {}
    while waiting:
        path = waiting.pop(0)
        name = name_of(path)
        if path in seen or name is None or visits.get(name, 0) == OF_EACH_KIND:
            continue
        seen.add(path)
        visits[name] = visits.get(name, 0) + 1
        person.go(path)
        expect(person.page.locator(LATER_PART)).to_have_count(0)
        waiting += links(person)
        yield name, path
    assert len(visits) > 10


def name_of(path):
    """The name of the page's address; None for what is no page of ours to look at."""
    try:
        found = resolve(path)
    except Resolver404:
        return None
    own = found.namespace != "admin" or found.url_name == "index"
    return found.view_name if own and found.view_name not in NO_PAGES else None


def links(person):
    """Paths of this portal that the page links to, without their queries."""
    addresses = person.page.locator("a[href]").evaluate_all("links => links.map(link => link.href)")
    return list(dict.fromkeys(urlsplit(a).path for a in addresses if a.startswith(person.stage.url)))


def faults_of(person, examined, name):
    """What is wrong on the page that stands open, at both widths.

    Axe, which takes longest, looks at it if it shows any kind of element (tag, classes, attributes) that
    was not on such a page before, for this role or another.
    """
    found = []
    for width in WIDTHS:
        person.page.set_viewport_size({"width": width, "height": 900})
        kinds = set(person.page.evaluate(KINDS_OF_ELEMENT))
        if not kinds <= examined[name, width]:
            examined[name, width] |= kinds
            violations = Axe().run(person.page).response["violations"]
            found += [(width, v["id"], v["nodes"][0]["html"]) for v in violations if v["impact"] in GRAVE]
        if (wide := person.page.evaluate("document.documentElement.scrollWidth")) > width:
            found.append((width, "scrolls", wide))
    return found


def test_the_longest_search_there_can_be_is_answered(stage):
    words = quote("ệ" * LONGEST_SEARCH)
    back = quote(f"/ho-so/?q={words}&unit={words}", safe="")

    status, headers, _ = fetch(f"{stage.url}/ho-so/?q={words}&return_to={back}")

    assert (status, headers["Location"][:12]) == (302, "/dang-nhap/?")


@pytest.mark.parametrize("path", ["/", "/ho-so/", "/ke-hoach/", "/dang-nhap/"])
def test_the_first_page_is_light(enter, path):
    """Everything that travels when nothing is in the browser's cache yet."""
    person = enter("thuongtruc")
    network = person.context.new_cdp_session(person.page)
    network.send("Network.enable")
    network.send("Network.setCacheDisabled", {"cacheDisabled": True})
    travelled = []
    network.on("Network.loadingFinished", lambda event: travelled.append(event["encodedDataLength"]))
    person.go(path)
    person.page.wait_for_load_state("networkidle")

    assert len(travelled) > 5
    assert sum(travelled) < ALLOWANCE
