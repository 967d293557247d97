"""The minute that ends a list for public opinion: what was shown and said, and nothing of who said it."""

import datetime

import pytest

from awards.models import OpinionStatus, Stance
from reports.papers import opinions
from reports.papers.document import Paragraph, Table
from tests.factories import OpinionItemFactory, OpinionListFactory, RemarkFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def ended(place):
    """A list that was up from 20/5 to 3/6/2024 and is closed."""
    return OpinionListFactory(
        unit=place.district,
        status=OpinionStatus.CLOSED,
        opens_on=datetime.date(2024, 5, 20),
        closes_on=datetime.date(2024, 6, 3),
        ended_on=datetime.date(2024, 6, 4),
    )


def body(opinion_list):
    return opinions.document(opinion_list).body


def sentences(opinion_list):
    return [block.text for block in body(opinion_list) if isinstance(block, Paragraph)]


def rows(opinion_list):
    return [[row.cells for row in block.rows] for block in body(opinion_list) if isinstance(block, Table)]


def test_it_tells_how_long_what_was_shown(ended):
    OpinionItemFactory.create_batch(2, opinion_list=ended)

    told = sentences(ended)

    assert "từ ngày 20 tháng 5 năm 2024 đến hết ngày 03 tháng 6 năm 2024" in told[0]
    assert "Danh sách gồm 02 hồ sơ:" in told
    assert sum(int(count) for _n, _award, count in rows(ended)[0]) == 2


def test_every_remark_stands_there_with_its_answer_and_nobody_who_made_it(ended):
    item = OpinionItemFactory(opinion_list=ended)
    told = {"opinion_list": ended, "name": "Lê Văn Hỏi", "contact": "0900 000 000"}
    RemarkFactory(
        **told, item=item, stance=Stance.OBJECTS, text="Chưa hết hạn kỷ luật.", answer="Đã xác minh."
    )
    RemarkFactory(**told, item=None, stance=Stance.AGREES, text="Xứng đáng.", answer="Đã ghi nhận.")

    _listed, said = rows(ended)

    assert "Nhận được 02 ý kiến, trong đó đồng tình: 01; không đồng tình: 01; ý kiến khác: 00." in sentences(
        ended
    )
    assert [row[1:] for row in said] == [
        (str(item), "Không đồng tình", "Chưa hết hạn kỷ luật.", "Đã xác minh."),
        ("Cả danh sách", "Đồng tình", "Xứng đáng.", "Đã ghi nhận."),
    ]
    whole = repr(body(ended))
    assert "Lê Văn Hỏi" not in whole
    assert "0900 000 000" not in whole


def test_silence_is_told_in_words_and_not_by_an_empty_table(ended):
    OpinionItemFactory(opinion_list=ended)

    assert "Trong thời gian công khai không nhận được ý kiến nào." in sentences(ended)
    assert len(rows(ended)) == 1


def test_what_the_office_concluded_takes_the_place_of_the_lines_to_fill(ended):
    OpinionItemFactory(opinion_list=ended)
    lines = len(body(ended))
    ended.conclusion = "Hồ sơ đủ điều kiện trình Hội đồng."

    assert "Hồ sơ đủ điều kiện trình Hội đồng." in sentences(ended)
    assert len(body(ended)) == lines - 2
