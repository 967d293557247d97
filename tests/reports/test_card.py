"""A card is one page, however much was typed."""

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from exemplars.models import AdoptionStatus, Stage
from reports.papers import card
from reports.papers.document import Heading, Table
from reports.pdf import render
from reports.samples.spread import LONG, fullest_card
from tests.factories import AdoptionFactory, ExemplarFactory


def test_the_fullest_card_is_one_page():
    assert len(pypdfium2.PdfDocument(render(fullest_card()))) == 1


@given(st.lists(st.text(st.sampled_from("abc ệ-.\n"), max_size=900), min_size=4, max_size=4))
def test_whatever_was_typed_takes_no_more_than_its_room(texts):
    names = dict(zip(("practice", "cost", "effect", "needs"), texts, strict=True))
    body = card.paper(card.replace(fullest_body(), **names)).body

    assert sum(map(card.height, body)) <= card.PAGE - card.HEAD - card.SPARE


def fullest_body():
    return card.Card(None, "Ủy ban nhân dân xã Thử", "Mô hình thử", "Hộ Thử", contact=LONG)


@pytest.mark.django_db
def test_it_tells_what_is_known_of_the_exemplar_and_no_person_unless_that_was_released(place):
    model = ExemplarFactory(
        unit=place.commune,
        status=Stage.SPREAD,
        cost_dong=12_000_000,
        needs="Bảy hộ liền bờ.",
        contact="Bà Tư",
    )
    model.figures.create(name="Năng suất", measure="tấn/ha", before=22, after=28)
    AdoptionFactory(source=model, status=AdoptionStatus.CONFIRMED)

    body = card.document(model).body

    assert [block.title for block in body if isinstance(block, Heading)] == [
        "Cách làm", "Kinh phí, nguồn lực", "Kết quả", "Cần gì để làm theo",
    ]  # fmt: skip
    assert [row.cells for block in body if isinstance(block, Table) for row in block.rows] == [
        ("Năng suất (tấn/ha)", "22", "28", "tăng 27,3%")
    ]
    assert body[-1].line == "- Liên hệ: Ủy ban nhân dân xã Bình Thử"
