"""Figures that officers name in the text of a review."""

import pytest
from django.urls import reverse

from reports.figures import figures
from reports.models import ReviewSection
from reports.named_figures import NAMED, filled, offered, unknown
from reports.papers.sources import document_of, records_of
from tests.reports.stories import dossier, plan_of, review_of


@pytest.fixture
def plan(place):
    return plan_of(place.district)


@pytest.fixture
def draft(plan, place):
    dossier(plan, place.commune)
    return review_of(plan)


def edit(draft):
    return reverse("reports:review-edit", args=[draft.pk])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Có [[số hồ sơ đề nghị]] hồ sơ.", "Có 1 hồ sơ."),
        ("[[SO HO SO DE NGHI]]/[[ số hồ sơ  đề nghị ]]", "1/1"),
        ("Đạt [[tỷ lệ được khen]].", "Đạt 0%."),
        ("[[đơn vị nhiều hồ sơ nhất]]", "xã Bình Thử với 1 hồ sơ"),
        (
            "[[không có]], [[]], [một], {{ 7*7 }}, [[__class__]]",
            "[[không có]], [[]], [một], {{ 7*7 }}, [[__class__]]",
        ),
    ],
)
def test_names_are_looked_up_and_nothing_is_executed(draft, text, expected):
    assert filled(text, figures(draft)) == expected


def test_every_name_has_a_figure_also_when_there_is_nothing(plan):
    assert [name for name, value in offered(figures(review_of(plan))) if not value] == []
    assert unknown(" ".join(f"[[{name}]]" for name in NAMED)) == []


def test_units_that_sent_nothing_are_told_until_they_send(client, draft, plan, place, standing):
    client.force_login(standing)
    before = figures(draft)["silent"]
    for unit in (place.sister,):
        dossier(plan, unit)

    assert "xã Bình Thử" not in before
    assert [name for name in before if name not in figures(draft)["silent"]] == ["xã Kế Bên"]
    assert client.get(draft.get_absolute_url()).context["silent"] == figures(draft)["silent"]


def test_text_follows_the_records_and_stands_still_once_issued(client, draft, plan, place, clerk, standing):
    ReviewSection.objects.update_or_create(
        review=draft, kind="lessons", defaults={"body": "Từ [[số hồ sơ đề nghị]] hồ sơ."}
    )
    client.force_login(standing)

    def shown():
        texts = [body for _, body, _ in client.get(draft.get_absolute_url()).context["sections"]]
        return next(body for body in texts if body.startswith("Từ "))

    def printed():
        paper = document_of("interim", records_of("interim").get(pk=draft.pk))
        return [block.text for block in paper.body if getattr(block, "text", "").startswith("Từ ")]

    first = shown()
    dossier(plan, place.sister)
    second = shown()
    freeze(draft)
    dossier(plan, place.sister)

    assert (first, second, shown()) == ("Từ 1 hồ sơ.", "Từ 2 hồ sơ.", "Từ 2 hồ sơ.")
    assert printed() == ["Từ 2 hồ sơ."]


def freeze(review):
    """As the issue does with the figures."""
    review.figures = figures(review)
    review.save(update_fields=["figures"])


def test_a_name_that_no_figure_has_is_told_at_its_field(client, draft, standing):
    client.force_login(standing)
    data = {
        "version": draft.version,
        "title": draft.title,
        "lessons": "Có [[số gì đó]] và [[số hồ sơ đang xét]].",
    }

    answer = client.post(edit(draft), data)

    told = "Không có số liệu tên “số gì đó”. Xem các tên ở mục Số liệu chèn được."
    assert answer.status_code == 422
    assert answer.context["form"].errors == {"lessons": [told]}
    assert "[[số gì đó]]" in answer.text
