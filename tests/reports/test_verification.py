"""Biên bản kiểm chứng, made from the record of a visit."""

import datetime

import pytest

from exemplars.models import Stage, VisitStatus
from organizations.access import Desk
from reports.models import PaperKind
from reports.papers.document import Table
from reports.papers.sources import document_of, is_printable, may_print, records_of
from tests.factories import (
    ExemplarFactory,
    RoundMemberFactory,
    VisitFactory,
    VisitFindingFactory,
    VisitMeasureFactory,
)


@pytest.fixture
def visit(place, members):
    exemplar = ExemplarFactory(unit=place.commune, title="Tổ vườn an toàn", status=Stage.NURTURED)
    return VisitFactory(round__unit=place.district, exemplar=exemplar, recorded=True, recorded_by=members[1])


def minute(visit):
    return document_of(PaperKind.VERIFICATION, records_of(PaperKind.VERIFICATION).get(pk=visit.pk))


def test_it_says_when_where_what_was_found_and_who_signs(visit, members):
    RoundMemberFactory(round=visit.round, user=members[0], leads=True)
    VisitFindingFactory(visit=visit, criterion__text="Có hiệu quả", words="Rõ")
    VisitMeasureFactory(visit=visit, name="Số hộ", before="01", after="11")
    visit.ended_at = visit.visited_at + datetime.timedelta(hours=2)
    visit.hosts = "Bà Phan Thị Hậu, Trưởng ấp"
    visit.recommendations = "Đề nghị nhân rộng."
    visit.save()

    paper = minute(visit)

    text = "\n".join(block.text for block in paper.body if hasattr(block, "text"))
    rows = [[row.cells for row in block.rows] for block in paper.body if isinstance(block, Table)]
    assert paper.title.subject == "Kiểm chứng mô hình, điển hình tiên tiến\n“Tổ vườn an toàn”"
    assert "08 giờ 00 phút, ngày 14 tháng 5 năm 2024" in text
    assert "10 giờ 00 phút cùng ngày" in text
    assert "Đạt.\nĐề nghị nhân rộng." in text
    assert rows == [[("1", "Có hiệu quả", "Đạt", "Rõ")], [("1", "Số hộ", "01", "11", "")]]
    signers = [signature.name for signature in paper.signatures]
    assert signers == [f"{members[1]}", "Phan Thị Hậu", f"{members[0]}"]


def test_before_the_visit_it_is_a_blank_to_take_along(place):
    paper = minute(VisitFactory(round__unit=place.district))

    assert "…… giờ …… phút" in paper.body[0].text


def test_the_office_and_the_team_print_it_and_all_who_see_it_once_it_is_accepted(visit, members, head):
    def printers():
        people = members[0], head
        return [may_print(PaperKind.VERIFICATION, visit, Desk(person)) for person in people]

    before = printers()
    visit.status = VisitStatus.ACCEPTED

    assert (before, printers()) == ([True, False], [True, True])
    assert is_printable(PaperKind.VERIFICATION, visit)
