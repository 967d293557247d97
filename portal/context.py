"""What the frame of every page shows: whose desk it is, and the menu by business process."""

import datetime
from dataclasses import dataclass

from django.conf import settings
from django.urls import NoReverseMatch, reverse
from django.utils.functional import SimpleLazyObject

from organizations.models import Role

NAME = "Cổng thông tin thi đua, khen thưởng"
EVERYONE = frozenset(Role.values)
OFFICES = frozenset({Role.OFFICER, Role.HEAD, Role.STANDING, Role.CHAIRMAN, Role.CLERK})
LETTERS = frozenset({Role.STANDING, Role.CHAIRMAN, Role.CLERK})
COUNCIL = frozenset({Role.STANDING, Role.MEMBER, Role.CHAIRMAN})

MENU = [  # group: (label, URL name, icon, roles that see it)
    ("", [("Việc của tôi", "home", "home", EVERYONE)]),
    (
        "Phong trào thi đua",
        [
            ("Phong trào", "campaigns:movements", "flag", EVERYONE),
            ("Kế hoạch", "campaigns:plans", "plan", EVERYONE),
            ("Hồ sơ đề nghị", "exemplars:nominations", "dossier", EVERYONE - {Role.CLERK}),
            ("Điển hình", "exemplars:exemplars", "star", EVERYONE),
            ("Hội nghị", "gatherings:conferences", "council", EVERYONE),
            ("Cuộc thi viết", "gatherings:contests", "edit", EVERYONE - {Role.ADMIN}),
            ("Cụm, khối thi đua", "campaigns:clusters", "register", EVERYONE - {Role.ADMIN}),
        ],
    ),
    (
        "Xét khen thưởng",
        [
            ("Hội đồng", "awards:sessions", "council", COUNCIL),
            ("Tờ trình", "awards:letters", "send", LETTERS),
            ("Quyết định", "awards:decisions", "decision", EVERYONE),
            ("Sổ khen thưởng", "awards:register", "register", EVERYONE),
        ],
    ),
    (
        "Báo cáo, văn thư",
        [
            ("Báo cáo", "reports:reviews", "report", OFFICES),
            ("Văn bản", "reports:papers", "paper", OFFICES),
            ("Phôi giấy khen", "reports:blanks", "print", frozenset({Role.STANDING, Role.CLERK})),
            ("Sổ văn bản đi", "organizations:numbers", "number", frozenset({Role.CLERK, Role.ADMIN})),
        ],
    ),
    (
        "Hệ thống",
        [
            ("Đơn vị", "organizations:units", "unit", EVERYONE),
            ("Quản trị", "admin:index", "settings", frozenset({Role.ADMIN})),
        ],
    ),
]

OF_A_SUPERUSER = {"organizations:units", "admin:index"}  # who holds no post, as the first administrator


BESIDE = {  # entry: lists whose pages it leads to as well
    "campaigns:plans": ("campaigns:assignments",),
    "exemplars:exemplars": (
        "exemplars:rounds",
        "exemplars:visits",
        "exemplars:adoptions",
        "exemplars:learning",
        "exemplars:coverage-list",
    ),
    "exemplars:nominations": ("awards:possible",),
    "awards:sessions": ("awards:opinions",),
}


@dataclass(frozen=True)
class Entry:
    label: str
    url: str
    icon: str
    active: bool


def shell(request):
    """Lazy: the rows that htmx asks for, and the admin, do not pay for the frame."""
    return {"shell": SimpleLazyObject(lambda: frame(request))}


def frame(request):
    user = getattr(request, "user", None)  # not there when a request is refused at the door
    is_known = bool(user and user.is_authenticated)
    post = request.desk.main_post if is_known else None
    return {
        "name": NAME,
        "training_day": settings.PORTAL_TODAY and datetime.date.fromisoformat(settings.PORTAL_TODAY),
        "search_url": address("search"),
        "person": str(user) if is_known else "",
        "post": post.title if post else "",
        "unit": (post.unit.authority or post.unit.name) if post else "",
        "unread": request.desk.unread if is_known else 0,
        "menu": menu(request) if is_known else [],
    }


def menu(request):
    """[(group, entries)] that the person's roles open; groups with nothing in them are left out."""
    groups = ((title, list(_entries(rows, request))) for title, rows in MENU)
    return [(title, entries) for title, entries in groups if entries]


def _entries(rows, request):
    for label, name, icon, roles in rows:
        url = address(name)
        if url and (name == "home" or request.desk.roles & roles or _is_open_to_a_superuser(name, request)):
            yield Entry(
                label, url, icon, active=_is_at(request.path, url, *map(address, BESIDE.get(name, ())))
            )


def _is_open_to_a_superuser(name, request):
    return request.user.is_superuser and name in OF_A_SUPERUSER


def _is_at(path, *urls):
    return any(path == url if url == "/" else path.startswith(url) for url in urls)


def address(name):
    """The address of a page, "" while the portal has no such page."""
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""
