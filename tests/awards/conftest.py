"""The district's council of eleven at work in May 2024: chairman, standing office and nine members."""

import datetime

import pytest

from awards.counting import Votes, confirm_tally, enter_tally, name_tellers
from awards.models import AgendaItem
from awards.sessions import close, convene, set_members
from exemplars.models import NominationStatus
from law.models import AwardType, MeritKind
from organizations.access import Desk
from tests.factories import NominationFactory, OfficeStayFactory, SessionFactory

MEETING = datetime.date(2024, 5, 20)


@pytest.fixture(autouse=True)
def may_2024(settings):
    settings.PORTAL_TODAY = MEETING.isoformat()


@pytest.fixture
def council(place, chairman, standing, members):
    return [chairman, standing, *members]


@pytest.fixture
def appraised(place, law):
    """appraised(code="GKH", **facts): a dossier of the commune that waits for the district's council."""

    def make(code="GKH", *, unit=None, status=NominationStatus.APPRAISED, **facts):
        award = AwardType.objects.get(code=code)
        facts.setdefault("merit", MeritKind.MOVEMENT if award.merit_kinds else "")
        nomination = NominationFactory(
            unit=unit or place.commune,
            award=award,
            status=status,
            holder=facts.pop("holder", place.district),
            achieved_from=facts.pop("achieved_from", datetime.date(2023, 1, 1)),
            achieved_to=facts.pop("achieved_to", datetime.date(2023, 12, 31)),
            **facts,
        )
        OfficeStayFactory(nomination=nomination, office=nomination.holder)
        return nomination

    return make


@pytest.fixture
def drafted(place, council):
    """drafted(*nominations): a session of all eleven members that is being prepared."""

    def make(*nominations):
        session = SessionFactory(unit=place.district)
        set_members(session)
        for order, nomination in enumerate(nominations, start=1):
            AgendaItem.objects.create(session=session, nomination=nomination, order=order)
        return session

    return make


@pytest.fixture
def convened(drafted, standing):
    def make(*nominations):
        session = drafted(*nominations)
        convene(session, desk=Desk(standing))
        return session

    return make


@pytest.fixture
def attended(convened, members, standing):
    """attended(*nominations, absent=0): called, attendance taken, two members named as tellers."""

    def make(*nominations, absent=0):
        session = convened(*nominations)
        session.members.update(present=True)
        missing = session.members.filter(user__in=members[9 - absent :]) if absent else ()
        for seat in missing:
            seat.present, seat.absence_reason = False, "Đi công tác"
            seat.save()
        tellers = list(session.members.filter(user__in=members[:2]))
        name_tellers(session, tellers, desk=Desk(standing))
        return session

    return make


@pytest.fixture
def counted(attended, members):
    """counted(*nominations, votes=…): `votes` for each nominee, the rest of all who voted against."""

    def make(*nominations, votes=11, absent=0, against=0):
        session = attended(*nominations, absent=absent)
        sheet = {item.pk: Votes(votes, against) for item in session.items.all()}
        ballots = {"handed_out": 11, "returned": 11, "valid": 11, "invalid": 0}
        enter_tally(session, ballots=ballots, votes=sheet, desk=Desk(members[0]))
        confirm_tally(session, desk=Desk(members[1]))
        return session

    return make


@pytest.fixture
def passed(counted, standing):
    """passed(*nominations): a closed session that passed them all."""

    def make(*nominations):
        session = counted(*nominations)
        close(session, desk=Desk(standing))
        for nomination in nominations:
            nomination.refresh_from_db()
        return session

    return make


@pytest.fixture
def as_(client):
    """as_(user): the browser of that person."""

    def sign_in(user):
        client.force_login(user)
        return client

    return sign_in
