"""The day that a paper may bear: not before it was signed, nor before its office began."""

import datetime

import pytest

from core.workflow import TransitionError
from organizations.access import Desk
from organizations.models import Authority, IssuedNumber, Post
from organizations.signing import issue, sign
from tests.factories import (
    DecisionFactory,
    EventFactory,
    MilestoneReviewFactory,
    PlanFactory,
    SubmissionLetterFactory,
)
from tests.reports.stories import moment

SIGNED_ON = datetime.date(2024, 5, 20)
KINDS = {
    PlanFactory: {},
    DecisionFactory: {},
    SubmissionLetterFactory: {},
    MilestoneReviewFactory: {"figures": {}},
}


@pytest.fixture(params=KINDS, ids=[kind._meta.model.__name__ for kind in KINDS])
def paper(request, place):
    """A paper of each kind, signed a first time in January and, once mended, early on 20 May 2024."""
    signed = request.param(unit=place.district, status="signed", **KINDS[request.param])
    for day in (datetime.date(2024, 1, 15), SIGNED_ON):
        EventFactory(about=signed, verb="sign", at=moment(day, hour=1))
    return signed


def test_who_signs_by_order_is_kept_so_on_the_paper(place, chairman):
    Post.objects.filter(user=chairman).update(title="Chánh Văn phòng", authority=Authority.BY_ORDER)
    plan = PlanFactory(unit=place.district, status="for_signature")

    sign(plan, desk=Desk(chairman))

    assert plan.signatory_title == "TL. Chánh Văn phòng"


def test_no_paper_bears_a_day_before_its_last_signature(paper, clerk):
    with pytest.raises(TransitionError, match=r"không được trước ngày ký \(20/05/2024\)\.$"):
        issue(paper, desk=Desk(clerk), on=SIGNED_ON - datetime.timedelta(days=1))

    assert (paper.status, IssuedNumber.objects.count()) == ("signed", 0)


def test_a_paper_may_bear_the_day_of_its_signature(paper, clerk):
    issue(paper, desk=Desk(clerk), on=SIGNED_ON)

    assert (paper.status, paper.issued_on) == ("issued", SIGNED_ON)


def test_no_paper_bears_a_day_before_its_office_began(paper, place, clerk):
    place.district.starts_on = datetime.date(2024, 6, 1)
    place.district.save()
    paper.refresh_from_db()

    with pytest.raises(TransitionError, match=r"trước ngày huyện Gò Thử bắt đầu hoạt động \(01/06/2024\)\.$"):
        issue(paper, desk=Desk(clerk), on=SIGNED_ON)


def test_the_register_says_who_signed_where_it_went_and_who_keeps_the_copy(place, clerk):
    paper = PlanFactory(
        unit=place.district,
        status="signed",
        signatory="Nguyễn Văn Quý",
        recipients="- Như trên;\n- UBND tỉnh;\nLưu: VT, NV.",
    )

    issue(paper, desk=Desk(clerk))

    line = paper.number
    assert (line.signatory, line.recipients, line.kept_by) == (
        "Nguyễn Văn Quý",
        "Như trên\nUBND tỉnh",
        "VT, NV",
    )
    assert not line.outside


def test_the_register_names_those_to_whom_a_letter_is_addressed(place, clerk):
    letter = SubmissionLetterFactory(
        unit=place.district, to_unit=place.province, status="signed", recipients="Như trên;\nLưu: VT."
    )

    issue(letter, desk=Desk(clerk))

    assert (letter.number.recipients, letter.number.kept_by) == ("tỉnh Thử", "VT")


def test_a_review_is_sent_to_all_its_addressees_and_kept_in_the_house(place, clerk):
    review = MilestoneReviewFactory(
        unit=place.district, status="signed", figures={}, addressees="UBND tỉnh\nSở Nội vụ", recipients=""
    )

    issue(review, desk=Desk(clerk))

    assert (review.number.recipients, review.number.kept_by) == ("UBND tỉnh\nSở Nội vụ", "VT")
