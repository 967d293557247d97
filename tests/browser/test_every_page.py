"""Every page that a role can reach: nothing that axe calls grave, nothing wrong in the browser's console."""

from urllib.parse import quote, urljoin, urlsplit

import pytest
from django.urls import Resolver404, resolve
from lxml.html import fromstring
from playwright.sync_api import expect

from core.filters import LONGEST_SEARCH
from tests.browser.examiner import Examiner
from tests.machine import fetch

pytestmark = pytest.mark.browser

DAY = "2024-11-15"
ROLES = ["canbo", "thutruong", "thuongtruc", "uyvien1", "chutich", "vanthu", "quantri"]
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
LATER_PART = "[hx-trigger~=load]:not([data-settled])"
MARK_LATER_PARTS = (
    """document.addEventListener("htmx:afterSettle", ({target}) => target.dataset.settled = "")"""
)


@pytest.fixture(scope="module")
def examiner():
    return Examiner()


@pytest.mark.parametrize("username", ROLES)
def test_no_page_of_a_role_has_a_grave_fault(enter, username, examiner):
    person = enter(username)
    person.page.add_init_script(MARK_LATER_PARTS)
    examiner.attend(person.page)

    faults = {
        path: found
        for name, path in pages_of(person, examiner)
        if (found := examiner.faults_of(person.page, name))
    }

    assert faults == {}


def pages_of(person, examiner):
    """Follow the links from the home page on, to a few records of every kind of page.

    One stands on those that hold anything which no page of that name held before, for this role or another.
    """
    seen, waiting, visits = set(), ["/"], {}
    while waiting:
        path = waiting.pop(0)
        name = name_of(path)
        if path in seen or name is None or visits.get(name, 0) == OF_EACH_KIND:
            continue
        seen.add(path)
        visits[name] = visits.get(name, 0) + 1
        html = person.read(path)
        waiting += links(person, path, html)
        if examiner.knows(name, html):
            continue
        person.go(path)
        expect(person.page.locator(LATER_PART)).to_have_count(0)
        waiting += links(person, path, person.page.content())
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


def links(person, path, html):
    """Paths of this portal that the page links to, without their queries."""
    addresses = [urljoin(f"{person.stage.url}{path}", href) for href in fromstring(html).xpath("//a/@href")]
    return list(dict.fromkeys(urlsplit(a).path for a in addresses if a.startswith(f"{person.stage.url}/")))


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
