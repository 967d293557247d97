"""One box for everything: what of each kind a person may see and whose words match, a few of each."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.http import urlencode

from awards.models import Annulment, AwardEntry, Decision, OpinionList
from campaigns.filters import PlanSearch
from campaigns.models import Plan
from core.filters import SearchFilter
from exemplars.models import Adoption, Coverage, Exemplar, LearningEvent, Nomination, Subject
from gatherings.models import Conference
from organizations.filters import NumberedSearch
from organizations.models import Unit

SHOWN = 5


@dataclass(frozen=True)
class Found:
    title: str
    rows: list  # [(record, what to show beside it)]
    more: bool
    url: str  # the list with the same words, "" where there is none


def find(words, desk):
    """What matches all the words, kind by kind; kinds without a match are left out."""
    return [found for found in (_of(kind, words, desk) for kind in KINDS) if found.rows]


def _of(kind, words, desk):
    title, rows, beside, list_name, search = kind
    matches = list(search.filter(rows(desk), words)[: SHOWN + 1])
    url = f"{reverse(list_name)}?{urlencode({'q': words})}" if list_name else ""
    return Found(title, [(row, beside(row)) for row in matches[:SHOWN]], len(matches) > SHOWN, url)


KINDS = [
    (
        "Hồ sơ đề nghị",
        lambda desk: Nomination.objects.visible_to(desk).for_table().order_by("-pk"),
        lambda row: f"{row.award or 'Chưa chọn hình thức'} · {row.unit} · {row.get_status_display()}",
        "exemplars:nominations",
        SearchFilter(),
    ),
    (
        "Người, tập thể, hộ gia đình",
        lambda desk: Subject.objects.visible_to(desk).select_related("unit").order_by("name_key"),
        lambda row: f"{row.description} · {row.unit}",
        "",
        SearchFilter(),
    ),
    (
        "Điển hình tiên tiến",
        lambda desk: Exemplar.objects.visible_to(desk).for_table().order_by("-found_on"),
        lambda row: f"{row.subject} · {row.get_status_display()}",
        "exemplars:exemplars",
        SearchFilter(),
    ),
    (
        "Nơi làm theo",
        lambda desk: Adoption.objects.visible_to(desk).for_table().order_by("-since", "-pk"),
        lambda row: f"{row.unit} · từ {row.since:%d/%m/%Y} · {row.get_status_display()}",
        "exemplars:adoptions",
        SearchFilter(),
    ),
    (
        "Học tập, giao lưu",
        lambda desk: LearningEvent.objects.visible_to(desk).for_table().order_by("-held_on", "-pk"),
        lambda row: f"{row.get_kind_display()} · {row.held_on:%d/%m/%Y} · {row.place}",
        "exemplars:learning",
        SearchFilter(),
    ),
    (
        "Tin, bài",
        lambda desk: Coverage.objects.visible_to(desk).for_table().order_by("-published_on", "-pk"),
        lambda row: f"{row.outlet} · {row.published_on:%d/%m/%Y}",
        "exemplars:coverage-list",
        SearchFilter(),
    ),
    (
        "Lấy ý kiến Nhân dân",
        lambda desk: OpinionList.objects.visible_to(desk).select_related("unit").order_by("-pk"),
        lambda row: f"{row.unit} · {row.get_status_display()}",
        "awards:opinions",
        SearchFilter(),
    ),
    (
        "Sổ khen thưởng",
        lambda desk: AwardEntry.objects.visible_to(desk).for_table().order_by("-awarded_on"),
        lambda row: (
            f"{row.decision.number_text} ngày {row.awarded_on:%d/%m/%Y}"
            f"{' · đã hủy bỏ' if row.annulled_on else ''}"
        ),
        "awards:register",
        SearchFilter(),
    ),
    (
        "Kế hoạch",
        lambda desk: Plan.objects.visible_to(desk).select_related("unit", "number__series"),
        lambda row: f"{row.number_text} · {row.unit}",
        "campaigns:plans",
        PlanSearch(),
    ),
    (
        "Quyết định",
        lambda desk: Decision.objects.visible_to(desk).select_related("unit", "number__series"),
        lambda row: f"{row.number_text} · {row.unit}",
        "awards:decisions",
        NumberedSearch(),
    ),
    (
        "Quyết định hủy bỏ khen thưởng",
        lambda desk: Annulment.objects.visible_to(desk).select_related("unit", "number__series"),
        lambda row: f"{row.number_text} · {row.unit}",
        "awards:annulments",
        NumberedSearch(),
    ),
    (
        "Hội nghị điển hình tiên tiến",
        lambda desk: Conference.objects.visible_to(desk).select_related("unit").order_by("-starts_at", "pk"),
        lambda row: f"{row.day:%d/%m/%Y} · {row.unit} · {row.get_status_display()}",
        "gatherings:conferences",
        SearchFilter(),
    ),
    (
        "Đơn vị",
        lambda desk: Unit.objects.with_parent(),
        lambda row: f"{row.get_kind_display()} · {row.parent_name or 'cấp cao nhất'}",
        "organizations:units",
        SearchFilter(),
    ),
]
