"""The papers of a conference say what stands in its records."""

import datetime

import pytest

from reports.models import Paper, PaperKind
from reports.papers.document import Heading, Section, Table
from reports.papers.sources import document_of, is_printable, records_of
from reports.pdf import render
from tests.factories import ConferenceFactory, IssuedNumberFactory, NumberSeriesFactory
from tests.reports.conferences import conference_of
from tests.reports.pages import pages_of


def paper(kind, conference):
    return document_of(kind, records_of(kind).get(pk=conference.pk))


def rows(document):
    tables = [block for block in document.body if isinstance(block, Table)]
    return [row.cells for row in tables[-1].rows]


def test_the_plan_bears_the_number_that_the_clerk_gave(place):
    conference = conference_of(place.district)
    series = NumberSeriesFactory(unit=place.district, symbol="KH-UBND")
    conference.plan_number = IssuedNumberFactory(
        series=series, number=96, issued_on=datetime.date(2024, 5, 2)
    )
    conference.signatory = "Trần Thị Hương"
    conference.save()

    found = paper(PaperKind.CONFERENCE, conference)

    assert found.letterhead.code == "96/KH-UBND"
    assert found.signatures[0].name == "Trần Thị Hương"
    assert rows(found)[0] == ("1", "Trang trí hội trường", "Văn phòng", "01/6/2024")


def test_each_guest_has_an_invitation_on_a_sheet_of_the_own(place):
    found = paper(PaperKind.INVITATION, conference_of(place.district))

    pages = pages_of(render(found))

    assert [document.body[1].text for document in (found, *found.following)] == [
        "Bà Lê Thị An, Trưởng ấp",
        "Ông Võ Văn Ba",
    ]
    assert ["Võ Văn Ba" in page.get_text() for page in pages] == [False, True]


def test_the_programme_has_its_hours_and_its_talks(place):
    conference = conference_of(place.district)

    hours = [block for block in paper(PaperKind.PROGRAMME, conference).body if isinstance(block, Table)]

    assert [row.cells for row in hours[0].rows] == [
        ("07 giờ 30", "Khai mạc", "Chủ trì"),
        ("07 giờ 40", "Trao khen thưởng", ""),
    ]
    assert [row.cells for row in hours[1].rows] == [("1", "Nuôi dê nhốt chuồng", "Ông Lê Văn Tư", "10 phút")]


def test_only_those_who_were_taken_in_stand_on_the_list(place):
    found = paper(PaperKind.DELEGATES, conference_of(place.district))

    assert [row[1] for row in rows(found) if len(row) > 1] == ["Lê Thị An", "Võ Văn Ba"]


def test_the_script_calls_to_the_stage_by_batches(place):
    found = paper(PaperKind.SCRIPT, conference_of(place.district))

    (annex,) = found.annexes
    first, honoured = annex.body[0].rows
    assert first.cells == ("Lượt 1. Giấy khen thử; người trao: Ông Lê An",)
    assert honoured.cells[1] == "Phan Thị Sáu"


def test_a_conference_of_which_little_is_known_leaves_room_to_write_below_each_heading(place):
    conference = ConferenceFactory(unit=place.district, funding="")
    for kind in (PaperKind.CONFERENCE, PaperKind.PROGRAMME, PaperKind.SCRIPT):
        body = paper(kind, conference).body

        heads = [at for at, block in enumerate(body) if isinstance(block, Section | Heading)]
        assert not any(isinstance(block, Table) for block in body)
        assert not [body[at] for at in heads if isinstance(body[at], Heading) and at + 1 in heads]
        assert not isinstance(body[-1], Section | Heading)
        assert render(paper(kind, conference))


def test_a_list_without_delegates_is_not_printed(place):
    assert not is_printable(PaperKind.DELEGATES, ConferenceFactory(unit=place.district))
    assert is_printable(PaperKind.DELEGATES, conference_of(place.district))


@pytest.mark.parametrize(
    ("kind", "state", "signatures"),
    [
        (PaperKind.CONFERENCE, "Để ký", 1),
        (PaperKind.INVITATION, "Để ký", 1),
        (PaperKind.PROGRAMME, "Để phát", 0),
        (PaperKind.DELEGATES, "Để phát", 0),
        (PaperKind.SCRIPT, "Để phát", 0),
    ],
)
def test_plan_and_invitations_are_signed_and_the_others_handed_out_with_them(place, kind, state, signatures):
    found = paper(kind, conference_of(place.district))

    assert (Paper(kind=kind).state, len(found.signatures)) == (state, signatures)
    assert bool(found.recipients) == bool(signatures)
    assert found.letterhead.date == (None if signatures else datetime.date(2024, 6, 11))
