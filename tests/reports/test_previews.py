"""The first pages of a draft, beside the form in which it is written."""

import re
from io import BytesIO

import pymupdf
import pytest
from django.urls import reverse
from PIL import Image

from awards.models import DecisionStatus
from campaigns.models import SectionKind
from exemplars.models import Nomination, NominationStatus
from reports import previews
from reports.models import PaperKind
from tests.factories import (
    AnnulmentFactory,
    AnnulmentItemFactory,
    AwardTypeFactory,
    DecisionFactory,
    DecisionItemFactory,
    PlanFactory,
    PlanSectionFactory,
    SubjectFactory,
    SubmissionLetterFactory,
)
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


@pytest.fixture
def letter(law, place):
    """A letter to the province that is ready to be sent, with the first of two dossiers that passed."""
    plan = stories.plan_of(place.district)
    dossiers = [
        stories.dossier(
            plan,
            place.commune,
            award=AwardTypeFactory(),
            subject=SubjectFactory(unit=place.commune, name=name),
        )
        for name in ("Lê Thị Ân", "Võ Văn Ba")
    ]
    for nomination in dossiers:
        stories.happen(nomination, NominationStatus.PASSED, stories.DECIDED)
    letter = SubmissionLetterFactory(unit=place.district, to_unit=place.province, title="Đề nghị khen thưởng")
    letter.nominations.set(dossiers[:1])
    return letter


@pytest.fixture
def annulment(law, place):
    """A draft that takes back the first of two awards."""
    plan = stories.plan_of(place.district)
    given = stories.decision_of(
        place.district,
        [
            stories.dossier(plan, place.commune, subject=SubjectFactory(unit=place.commune, name=name))
            for name in ("Lê Thị Ân", "Võ Văn Ba")
        ],
    )
    annulment = AnnulmentFactory(decision=given)
    AnnulmentItemFactory(annulment=annulment, entry=given.entries.get(name="Lê Thị Ân"))
    return annulment


def test_a_letter_is_shown_with_the_dossiers_that_are_ticked_and_keeps_its_own(client, standing, letter):
    client.force_login(standing)
    shown = text_of(client.get(address(PaperKind.SUBMISSION, letter)))
    ticked = [row.pk for row in Nomination.objects.filter(name="Võ Văn Ba")]
    typed = {
        "title": "Trình <i>gấp</i>",
        "route": "territory",
        "nominations": ticked,
        "reasons": "Đúng quy định.",
    }

    typing = text_of(client.post(address(PaperKind.SUBMISSION, letter), typed))

    assert ("Lê Thị Ân" in shown, "Võ Văn Ba" in shown) == (True, False)
    assert ("Lê Thị Ân" in typing, "Võ Văn Ba" in typing) == (False, True)
    assert "Trình <i>gấp</i>" in typing
    letter.refresh_from_db()
    assert (letter.title, [str(row) for row in letter.nominations.all()]) == (
        "Đề nghị khen thưởng",
        ["Lê Thị Ân"],
    )


def test_an_annulment_is_shown_with_the_awards_that_are_ticked_and_keeps_its_own(client, standing, annulment):
    client.force_login(standing)
    shown = text_of(client.get(address(PaperKind.ANNULMENT, annulment)))
    ticked = annulment.decision.entries.get(name="Võ Văn Ba").pk
    typed = {
        "title": "Về việc thu hồi",
        "scope": "some",
        "entries": [ticked],
        "reasons": "theo Kết luận số 12",
    }

    typing = text_of(client.post(address(PaperKind.ANNULMENT, annulment), typed))

    assert ("Lê Thị Ân" in shown, "Võ Văn Ba" in shown) == (True, False)
    assert ("Lê Thị Ân" in typing, "Võ Văn Ba" in typing) == (False, True)
    assert all(words in typing for words in ("Về việc thu hồi", "theo Kết luận số 12"))
    annulment.refresh_from_db()
    assert annulment.title == "Về việc hủy bỏ khen thưởng"
    assert [item.entry.name for item in annulment.items.all()] == ["Lê Thị Ân"]


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


def test_every_form_of_a_draft_shows_its_preview(client, standing, law, place, letter, annulment):
    client.force_login(standing)
    plan = PlanFactory(unit=place.district)
    decision = DecisionFactory(unit=place.district, status=DecisionStatus.DRAFT)

    forms = [
        (reverse("campaigns:plan-edit", args=[plan.pk]), address(PaperKind.PLAN, plan)),
        (reverse("awards:decision-edit", args=[decision.pk]), address(PaperKind.DECISION, decision)),
        (reverse("awards:letter-edit", args=[letter.pk]), address(PaperKind.SUBMISSION, letter)),
        (reverse("awards:annulment-edit", args=[annulment.pk]), address(PaperKind.ANNULMENT, annulment)),
    ]

    for form, preview in forms:
        page = client.get(form).text
        (followed,) = re.findall(r'data-preview-of="([^"]+)"', page)
        assert f'data-preview="{preview}?anh=1"' in page
        assert f'id="{followed}"' in page
