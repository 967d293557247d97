"""Figures named in the text of a review, as [[số hồ sơ đề nghị]]: they follow the records until the issue.

A name is looked up in NAMED and never executed; what it does not know stays as it was typed.
"""

import datetime
import re

from core.calendar import short_date
from core.templatetags.vietnamese import percent, so
from core.text import fold
from exemplars.models import Sex, WorkerGroup
from law.models import SubjectKind
from reports.figures import SUBMITTED, Outcome
from reports.spreading import ADOPTIONS, ATTENDANCE, COVERAGE, EVENTS, UNITS

NAME = re.compile(r"\[\[([^\[\]\n]{1,100})\]\]")
NONE = "0"


def filled(text, found):
    """The text with each name it holds replaced by its figure; `found` is what reports.figures computed."""
    return NAME.sub(lambda match: _value(match, found), text)


def unknown(text):
    """The names in the text that no figure has."""
    return [name.strip() for name in NAME.findall(text) if fold(name) not in KEYS]


def offered(found):
    """[(name, its figure now)] of all names, in order."""
    return [(name, figure(found)) for name, figure in NAMED.items()]


def _value(match, found):
    figure = KEYS.get(fold(match[1]))
    return figure(found) if figure else match[0]


def _total(outcome):
    return lambda found: so(found["total"][outcome])


def _share(outcome):
    return lambda found: percent(found["total"][outcome], found["total"][SUBMITTED]) or NONE


def _of_kind(kind, outcome=SUBMITTED):
    return lambda found: so(_counted(found, "kind", kind)[outcome])


def _persons(key, value):
    """Of the persons awarded, those with that value."""
    return lambda found: so(_counted(found, key, value)[Outcome.AWARDED])


def _share_of_persons(key, value):
    def share(found):
        persons = _table(found, key)["total"][Outcome.AWARDED]
        return percent(_counted(found, key, value)[Outcome.AWARDED], persons) or NONE

    return share


def _table(found, key):
    return next(table for table in found["tables"] if table["key"] == key)


def _counted(found, key, value):
    rows = (row for row in _table(found, key)["rows"] if row["value"] == value)
    return next((row["counts"] for row in rows), dict.fromkeys((SUBMITTED, *Outcome.values), 0))


def _unawarded(found):
    return [row for row in _table(found, "unit")["rows"] if not row["counts"][Outcome.AWARDED]]


def _busiest(found):
    units = _table(found, "unit")["rows"]
    if not units:
        return "không có"
    most = max(units, key=lambda row: row["counts"][SUBMITTED])
    return f"{most['name'][:1].lower()}{most['name'][1:]} với {so(most['counts'][SUBMITTED])} hồ sơ"


def _spread(figure):
    return lambda found: so(found.get("spread", {}).get(figure, 0))


def _silent(found):
    return ", ".join(found.get("silent", ())) or "không có"


NAMED = {
    "số hồ sơ đề nghị": _total(SUBMITTED),
    "số hồ sơ được khen": _total(Outcome.AWARDED),
    "tỷ lệ được khen": _share(Outcome.AWARDED),
    "số hồ sơ đang xét": _total(Outcome.UNDER_WAY),
    "số hồ sơ trả lại": _total(Outcome.RETURNED),
    "số hồ sơ không đủ điều kiện": _total(Outcome.INELIGIBLE),
    "số hồ sơ không được thông qua": _total(Outcome.NOT_PASSED),
    "số cá nhân đề nghị": _of_kind(SubjectKind.PERSON),
    "số tập thể đề nghị": _of_kind(SubjectKind.COLLECTIVE),
    "số hộ gia đình đề nghị": _of_kind(SubjectKind.HOUSEHOLD),
    "số cá nhân được khen": _of_kind(SubjectKind.PERSON, Outcome.AWARDED),
    "số tập thể được khen": _of_kind(SubjectKind.COLLECTIVE, Outcome.AWARDED),
    "số hộ gia đình được khen": _of_kind(SubjectKind.HOUSEHOLD, Outcome.AWARDED),
    "số nữ được khen": _persons("sex", Sex.FEMALE),
    "tỷ lệ nữ được khen": _share_of_persons("sex", Sex.FEMALE),
    "số người trực tiếp được khen": _persons("worker_group", WorkerGroup.DIRECT),
    "tỷ lệ người trực tiếp được khen": _share_of_persons("worker_group", WorkerGroup.DIRECT),
    "số đơn vị có hồ sơ": lambda found: so(len(_table(found, "unit")["rows"])),
    "số đơn vị chưa gửi hồ sơ": lambda found: so(len(found.get("silent", ()))),
    "các đơn vị chưa gửi hồ sơ": _silent,
    "số đơn vị chưa được khen": lambda found: so(len(_unawarded(found))),
    "đơn vị nhiều hồ sơ nhất": _busiest,
    "số nơi làm theo": _spread(ADOPTIONS),
    "số đơn vị có nơi làm theo": _spread(UNITS),
    "số buổi học tập": _spread(EVENTS),
    "số lượt người dự học tập": _spread(ATTENDANCE),
    "số tin bài": _spread(COVERAGE),
    "ngày chốt số liệu": lambda found: short_date(datetime.date.fromisoformat(found["day"])),
}
KEYS = {fold(name): figure for name, figure in NAMED.items()}
