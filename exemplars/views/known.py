"""What the page of a subject shows of the facts by which it may be proposed for an award."""

from dataclasses import dataclass

from django.db.models import Count
from django.urls import reverse

from core.calendar import period_label
from core.pages import numbers
from core.returning import back_here
from core.templatetags.vietnamese import ngay
from exemplars.models import (
    Absence,
    Discipline,
    Initiative,
    OpenMatter,
    Pledge,
    Subject,
    YearlyEvaluation,
)
from exemplars.views.records import KINDS
from law.models import SubjectKind

YEAR_SHOWN = "nam"


@dataclass(frozen=True)
class Panel:
    """`heads` names the columns of `rows`: {"cells": [(head, text)], "name", "edit_url", "remove_url"}."""

    what: str
    title: str
    empty: str
    heads: tuple
    rows: list
    new_url: str  # "" for whom it is not to enter


def _evaluation(record):
    return record.year, record.get_grade_display(), record.decision


def _pledge(record):
    return record.year, record.get_made_display(), record.decision


def _initiative(record):
    authors = ", ".join(str(author) for author in record.authors.all())
    kind = f"{record.get_kind_display()}, {record.get_scope_display().lower()}"
    recognised = ", ".join(filter(None, [ngay(record.recognised_on), record.recognised_by, record.decision]))
    return record.name, kind, recognised, authors


def _discipline(record):
    return record.get_measure_display(), _period(record.starts_on, record.ends_on), record.decision


def _absence(record):
    return record.get_kind_display(), _period(record.starts_on, record.ends_on)


def _matter(record):
    said = "\n".join(filter(None, [record.note, record.outcome and f"Kết luận: {record.outcome}"]))
    return record.get_kind_display(), _period(record.opened_on, record.closed_on), said


def _period(start, end):
    label = period_label(start, end)
    return label[:1].upper() + label[1:]


SHOWN = {  # what: title, what is said of none, columns, the row of a record
    YearlyEvaluation: ("Xếp loại năm", "Chưa ghi năm nào.", ("Năm", "Mức", "Văn bản"), _evaluation),
    Pledge: ("Đăng ký thi đua", "Chưa ghi năm nào.", ("Năm", "Việc đăng ký", "Văn bản"), _pledge),
    Initiative: (
        "Sáng kiến, đề tài",
        "Chưa ghi sáng kiến, đề tài nào.",
        ("Tên", "Loại, phạm vi", "Công nhận", "Tác giả"),
        _initiative,
    ),
    Discipline: ("Kỷ luật", "Không có.", ("Hình thức", "Thời gian", "Quyết định"), _discipline),
    Absence: ("Thời gian nghỉ", "Không có.", ("Lý do", "Thời gian"), _absence),
    OpenMatter: (
        "Việc đang được xem xét",
        "Không có.",
        ("Việc", "Thời gian", "Nội dung, kết luận"),
        _matter,
    ),
}


def known_of(subject, request):
    """The context of templates/exemplars/subject_known.html."""
    kinds = {what: kind for what, kind in KINDS.items() if kind.model in SHOWN}
    kinds = {what: kind for what, kind in kinds.items() if subject.kind in kind.subjects}
    is_standing = kinds["viec-xem-xet"].is_for(subject, request.desk)
    if not is_standing:
        kinds.pop("viec-xem-xet")
    panels = [_panel(what, kind, subject, request) for what, kind in kinds.items()]
    return {
        "panels": [panel for panel in panels if panel.rows],
        "blanks": [panel for panel in panels if not panel.rows],
        "is_held_up": not is_standing and subject.open_matters.open().exists(),
        "members": _members(subject, request) if subject.kind == SubjectKind.COLLECTIVE else None,
        "collectives": _collectives(subject, request.desk),
    }


def _panel(what, kind, subject, request):
    title, empty, heads, cells = SHOWN[kind.model]
    records = kind.model.objects.of(subject)
    if kind.model is Initiative:
        records = records.prefetch_related("authors")
    may_enter = kind.is_for(subject, request.desk)
    rows = [
        {"cells": list(zip(heads, cells(record), strict=True)), "name": str(record)}
        | (_addresses(what, record, request) if may_enter else {})
        for record in records
    ]
    new_url = back_here(reverse("exemplars:record-new", args=[subject.pk, what]), request)
    return Panel(what, title, empty, heads, rows, new_url if may_enter else "")


def _addresses(what, record, request):
    return {
        f"{act}_url": back_here(reverse(f"exemplars:record-{act}", args=[what, record.pk]), request)
        for act in ("edit", "remove")
    }


def _members(collective, request):
    """The members of one year, the last one unless the address names another."""
    rows = collective.members_by_year
    counts = dict(rows.order_by("-year").values_list("year").annotate(Count("pk")))
    asked = next(iter(numbers([request.GET.get(YEAR_SHOWN, "")])), None)
    year = asked if asked in counts else next(iter(counts), None)
    may_enter = KINDS["thanh-vien"].is_for(collective, request.desk)
    new_url = reverse("exemplars:members-new", args=[collective.pk])
    seen = Subject.objects.visible_to(request.desk).filter(memberships__collective=collective)
    return {
        "year": year,
        "tabs": [
            {
                "label": f"{one}",
                "url": f"?{YEAR_SHOWN}={one}#thanh-vien",
                "active": one == year,
                "count": count,
            }
            for one, count in counts.items()
        ],
        "rows": [
            {"membership": membership} | (_addresses("thanh-vien", membership, request) if may_enter else {})
            for membership in rows.filter(year=year).select_related("person")
        ],
        "seen": set(seen.values_list("pk", flat=True)),
        "new_url": back_here(new_url, request) if may_enter else "",
    }


def _collectives(person, desk):
    """[(collective, its page or "", its years in words)] to which the person belonged, the latest first."""
    seen = set(
        Subject.objects.visible_to(desk).filter(members_by_year__person=person).values_list("pk", flat=True)
    )
    years = {}
    for row in person.memberships.select_related("collective"):
        years.setdefault(row.collective, []).append(row.year)
    return [
        (one, one.get_absolute_url() if one.pk in seen else "", spans(found)) for one, found in years.items()
    ]


def spans(years):
    """“2021–2023, 2025”."""
    runs = []
    for year in sorted(years):
        if runs and runs[-1][1] == year - 1:
            runs[-1][1] = year
        else:
            runs.append([year, year])
    return ", ".join(f"{first}" if first == last else f"{first}–{last}" for first, last in runs)
