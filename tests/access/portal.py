from tests.access import action, form, page

ROWS = [
    *page("healthz", anonymous=200, others=200),
    *page("home", others=200),
    *page("search", others=200),
    *form("sign-in", anonymous=200, others=302),
    *action("sign-out", others=302),
    *form("password", others=200),
    *page("gallery", others=200),
]
