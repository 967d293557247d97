"""What axe calls grave on the pages of a portal, without measuring again what was measured before."""

from collections import defaultdict

from axe_playwright_python.base import AXE_SCRIPT
from lxml.html import fromstring

WIDTHS = (1280, 390)
GRAVE = {"serious", "critical"}
ALL_BUT_CONTRAST = {"resultTypes": ["violations"], "rules": {"color-contrast": {"enabled": False}}}
CONTRAST = {"resultTypes": ["violations"], "runOnly": ["color-contrast"]}
KINDS_OF_ELEMENT = """[...new Set([...document.querySelectorAll("body *")].map(
    element => `${element.tagName} ${element.className} ${element.getAttributeNames()}`))]"""
# What the contrast of a text depends on: its colour and size, and all that lies behind it.
LOOKS_OF_TEXTS = """() => {
    const behind = new Map()
    const ground = element => {
        if (!element) return ""
        if (!behind.has(element)) {
            const {backgroundColor, backgroundImage, opacity} = getComputedStyle(element)
            const own = `${backgroundColor} ${backgroundImage} ${opacity}`
            behind.set(element, `${ground(element.parentElement)} / ${own}`)
        }
        return behind.get(element)
    }
    const isText = node => node.nodeType === Node.TEXT_NODE && node.data.trim()
    const holdsText = e => e.matches("input, select, textarea") || [...e.childNodes].some(isText)
    window.texts = [...document.querySelectorAll("body *")].filter(e => e.checkVisibility() && holdsText(e))
    return window.texts.map(element => {
        const {color, fontSize, fontWeight} = getComputedStyle(element)
        return `${color} ${fontSize} ${fontWeight} on ${ground(element)}`
    })
}"""
MARK_TEXTS = """places =>
    texts.forEach((text, place) => text.toggleAttribute("data-new-look", places.includes(place)))"""


class Examiner:
    """Looks at one page after the other, for as many people as it attends."""

    def __init__(self):
        self.kinds = defaultdict(set)  # {(page's name, width): kinds of element that were on such a page}
        self.looks = set()  # of texts whose contrast was measured
        self.sent = defaultdict(set)  # {page's name: kinds of element in what the server sent}

    def attend(self, page):
        page.add_init_script(AXE_SCRIPT)

    def knows(self, name, html):
        """Whether the page shows only kinds of element that pages of that name did; from now on it does."""
        kinds = {
            (element.tag, element.get("class"), *sorted(element.keys()))
            for element in fromstring(html).iter()
            if isinstance(element.tag, str)
        }
        known = kinds <= self.sent[name]
        self.sent[name] |= kinds
        return known

    def faults_of(self, page, name):
        """What is wrong, at both widths, on the page that stands open."""
        found = []
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            violations = self._of_elements(page, (name, width)) + self._of_contrast(page)
            found += [(width, v["id"], v["nodes"][0]["html"]) for v in violations if v["impact"] in GRAVE]
            if (wide := page.evaluate("document.documentElement.scrollWidth")) > width:
                found.append((width, "scrolls", wide))
        return found

    def _of_elements(self, page, where):
        """Asked if there is any kind of element (tag, classes, attributes) that was not there before."""
        kinds = set(page.evaluate(KINDS_OF_ELEMENT))
        if kinds <= self.kinds[where]:
            return []
        self.kinds[where] |= kinds
        return page.evaluate("options => axe.run(options)", ALL_BUT_CONTRAST)["violations"]

    def _of_contrast(self, page):
        """Measured, as it takes axe longest, on one text of each look."""
        first = {}
        for place, look in enumerate(page.evaluate(LOOKS_OF_TEXTS)):
            first.setdefault(look, place)
        if not (new := first.keys() - self.looks):
            return []
        self.looks |= new
        page.evaluate(MARK_TEXTS, [first[look] for look in new])
        return page.evaluate("options => axe.run('[data-new-look]', options)", CONTRAST)["violations"]
