"""The first pages of a draft, beside the form in which it is written."""

import re
from io import BytesIO

import pymupdf
import pytest
from django.urls import reverse
from PIL import Image

from awards.models import DecisionStatus
from campaigns.models import SectionKind
from reports import previews
from reports.models import PaperKind
from tests.factories import DecisionFactory, DecisionItemFactory, PlanFactory, PlanSectionFactory
from tests.reports import stories

A_PAGE = "\n".join(f"{number}. Phát hiện điển hình ngay từ cơ sở." for number in range(1, 60))


@pytest.fixture
def draft(place):
    plan = PlanFactory(unit=place.district, title="Nhân rộng điển hình tiên tiến")
    PlanSectionFactory(plan=plan, kind=SectionKind.PURPOSE, body="1. Nêu gương người tốt.")
    return plan


@pytest.fixture
def decision(law, place):
    plan = stories.plan_of(place.district)
    decision = DecisionFactory(unit=place.district, title="Về việc tặng Giấy khen", executors="Văn phòng")
    DecisionItemFactory(decision=decision, nomination=stories.dossier(plan, place.commune))
    return decision


def address(kind, record, query=""):
    return reverse("reports:preview", args=[kind.value, record.pk]) + query


def text_of(response):
    pages = pymupdf.open(stream=response.content, filetype="pdf")
    return " ".join(" ".join(page.get_text() for page in pages).split())


def test_draft_is_shown_as_it_is_saved(client, standing, draft):
    client.force_login(standing)

    response = client.get(address(PaperKind.PLAN, draft))

    assert response["Content-Type"] == "application/pdf"
    assert response["Cache-Control"] == "private, no-store"
    assert response["X-Preview"] == "whole"
    assert all(text in text_of(response) for text in ("KẾ HOẠCH", draft.title, "Nêu gương người tốt."))


def test_picture_has_the_pages_below_each_other(client, standing, draft):
    client.force_login(standing)

    response = client.get(address(PaperKind.PLAN, draft, "?anh=1"))

    assert response["Content-Type"] == "image/png"
    width, height = Image.open(BytesIO(response.content)).size
    assert height > width


def test_long_paper_shows_its_first_pages(client, standing, draft):
    draft.sections.update(body="\n".join([A_PAGE] * 4))
    client.force_login(standing)

    response = client.get(address(PaperKind.PLAN, draft))

    assert response["X-Preview"] == "first-pages"
    assert pymupdf.open(stream=response.content, filetype="pdf").page_count == previews.PAGES


def test_what_is_typed_is_shown_and_not_saved(client, standing, decision):
    client.force_login(standing)
    typed = {
        "title": "Về việc khen thưởng <b>Gò Công</b>",
        "executors": "Chánh Văn phòng",
        "achievement": "x",
    }

    response = client.post(address(PaperKind.DECISION, decision), typed)

    assert "Về việc khen thưởng <b>Gò Công</b>" in text_of(response)
    decision.refresh_from_db()
    assert decision.title == "Về việc tặng Giấy khen"


def test_only_drafts_of_the_own_office_are_shown(client, clerk, standing, draft):
    issued = stories.plan_of(draft.unit)
    for user, plan in ((clerk, draft), (standing, issued)):
        client.force_login(user)
        assert client.get(address(PaperKind.PLAN, plan)).status_code == 404


@pytest.mark.parametrize("kind", sorted(set(PaperKind) - set(previews.DRAFTS)))
def test_papers_that_nobody_drafts_have_no_preview(client, standing, kind):
    client.force_login(standing)

    assert client.get(reverse("reports:preview", args=[kind, 1])).status_code == 404


def test_second_preview_of_the_same_person_is_told_to_wait(client, standing, draft):
    client.force_login(standing)

    with previews.alone(standing):
        response = client.get(address(PaperKind.PLAN, draft))

    assert (response.status_code, response.text) == (
        429,
        "Đang dàn trang một bản khác, mời bấm lại sau giây lát.",
    )
    assert client.get(address(PaperKind.PLAN, draft)).status_code == 200


def test_every_form_of_a_draft_shows_its_preview(client, standing, law, place):
    client.force_login(standing)
    plan = PlanFactory(unit=place.district)
    decision = DecisionFactory(unit=place.district, status=DecisionStatus.DRAFT)

    forms = [
        (reverse("campaigns:plan-edit", args=[plan.pk]), address(PaperKind.PLAN, plan)),
        (reverse("awards:decision-edit", args=[decision.pk]), address(PaperKind.DECISION, decision)),
    ]

    for form, preview in forms:
        page = client.get(form).text
        (followed,) = re.findall(r'data-preview-of="([^"]+)"', page)
        assert f'data-preview="{preview}?anh=1"' in page
        assert f'id="{followed}"' in page
