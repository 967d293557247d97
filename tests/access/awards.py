import datetime

from awards.eligibility import findings
from exemplars.models import NominationStatus
from tests.access import action, form, page
from tests.factories import (
    AgendaItemFactory,
    AnnulmentFactory,
    AwardEntryFactory,
    AwardTypeFactory,
    DecisionFactory,
    IssuedNumberFactory,
    JudgementFactory,
    NominationFactory,
    OfficeStayFactory,
    OpinionListFactory,
    RemarkFactory,
    SessionFactory,
    SessionMemberFactory,
    SubjectFactory,
    SubmissionLetterFactory,
    TallyFactory,
)

OWN_OFFICE = dict.fromkeys(("standing", "chairman", "clerk"), "200 404 404")
PREPARES = {"standing": "200 404 404", "chairman": "403 404 404", "clerk": "403 404 404", "others": 404}


def called_session(unit, person, **facts):
    """One to which the person is called, as a teller who is present."""
    session = SessionFactory(unit=unit, status="convened", **facts)
    if person.is_authenticated:
        SessionMemberFactory(session=session, user=person, present=True, teller=True)
    return session


def convened_session(unit):
    return SessionFactory(unit=unit, status="convened")


def counted_session(unit):
    return SessionFactory(unit=unit, status="counted")


def entered_session(unit, person):
    """One whose count another teller has entered."""
    return TallyFactory(session=called_session(unit, person)).session


def item_of_draft(unit):
    return AgendaItemFactory(session=SessionFactory(unit=unit))


def item_to_judge(unit, person):
    return AgendaItemFactory(session=called_session(unit, person))


def issued_decision(unit):
    number = IssuedNumberFactory()
    return DecisionFactory(unit=unit, status="issued", number=number, issued_on=datetime.date(2024, 5, 2))


def decision_with_an_award(unit):
    """An issued one of which an award still counts."""
    decision = issued_decision(unit)
    AwardEntryFactory(decision=decision, nomination=NominationFactory(unit=unit))
    return decision


def draft_annulment(unit):
    return AnnulmentFactory(decision=issued_decision(unit))


def issued_annulment(unit):
    number = IssuedNumberFactory()
    day = datetime.date(2024, 6, 2)
    return AnnulmentFactory(decision=issued_decision(unit), status="issued", number=number, issued_on=day)


def nomination_at(unit):
    """A dossier of the unit that lies at the unit's own office."""
    nomination = NominationFactory(unit=unit, holder=unit, status=NominationStatus.RECEIVED)
    return OfficeStayFactory(nomination=nomination, office=unit).nomination


def kept_judgement(unit):
    return JudgementFactory(nomination=nomination_at(unit))


def dossier_with_a_doubt(unit):
    nomination = nomination_at(unit)
    nomination.award, nomination.merit = AwardTypeFactory(), ""
    nomination.save()
    return nomination


def its_doubt(nomination):
    """The kind of merit is not chosen."""
    finding = next(one for one in findings(nomination) if one.rule == "R03")
    return [nomination.pk, finding.key]


def posted_list(unit):
    """One that is up, on whatever day it is."""
    days = {"opens_on": datetime.date(2020, 1, 1), "closes_on": datetime.date(2099, 1, 1)}
    return OpinionListFactory(unit=unit, status="posted", **days)


def remark_on_list(unit):
    return RemarkFactory(opinion_list=posted_list(unit))


def of_session(item):
    return [item.session_id, item.pk]


def by(verb):
    return lambda record: [record.pk, verb]


ROWS = [
    *page("awards:sessions", others=200),
    *form("awards:session-new", standing=200, others=403),
    *page("awards:session", SessionFactory, **OWN_OFFICE, others=404),
    *page("awards:session", called_session, others=200),
    *form("awards:session-edit", SessionFactory, **PREPARES),
    *form("awards:session-move", SessionFactory, args=by("convene"), posted=302, **PREPARES),
    *form("awards:session-agenda", SessionFactory, posted=302, **PREPARES),
    *action(
        "awards:session-agenda-remove",
        item_of_draft,
        args=of_session,
        **PREPARES | {"standing": "302 404 404"},
    ),
    *form("awards:session-attendance", convened_session, **PREPARES),
    *action("awards:session-tellers", convened_session, **PREPARES | {"standing": "422 404 404"}),
    *form("awards:session-minutes", counted_session, **PREPARES),
    *form("awards:session-tally", called_session, others=200),
    *form("awards:session-tally", convened_session, **PREPARES | {"standing": "403 404 404"}),
    *form("awards:session-tally-confirm", entered_session, posted=302, others=200),
    *form("awards:session-tally-confirm", convened_session, **PREPARES | {"standing": "403 404 404"}),
    *page("awards:scoring", called_session, others=200),
    *page("awards:scoring", convened_session, **PREPARES | {"standing": "403 404 404"}),
    *form("awards:scoring-item", item_to_judge, args=of_session, others=200),
    *form("awards:scoring-item", item_of_draft, args=of_session, **PREPARES | {"standing": "403 404 404"}),
    *action("awards:scoring-draft", item_to_judge, args=of_session, others=200),
    *page(
        "awards:checks", nomination_at, **OWN_OFFICE, officer="200 200 404", head="200 200 404", others=404
    ),
    *form(
        "awards:answer",
        dossier_with_a_doubt,
        args=its_doubt,
        standing="200 404 404",
        chairman="403 404 404",
        clerk="403 404 404",
        officer="403 403 404",
        head="403 403 404",
        others=404,
    ),
    *page(
        "awards:judgement",
        kept_judgement,
        **OWN_OFFICE,
        officer="200 200 404",
        head="200 200 404",
        others=404,
    ),
    *page("awards:possible", officer=200, head=200, standing=200, others=403),
    *page("awards:possible-of", SubjectFactory, others="200 200 404"),
    *page("awards:decisions", others=200),
    *form("awards:decision-new", posted=302, standing=200, others=403),
    *page("awards:decision", DecisionFactory, **OWN_OFFICE, others=404),
    *page("awards:decision", issued_decision, others="200 200 404"),
    *form("awards:decision-edit", DecisionFactory, **PREPARES),
    *form("awards:decision-lines", DecisionFactory, posted=302, **PREPARES),
    *form("awards:decision-move", DecisionFactory, args=by("submit"), posted=302, **PREPARES),
    *page("awards:annulments", others=200),
    *form(
        "awards:annulment-new",
        decision_with_an_award,
        standing="200 403 404",
        others="403 403 404",
    ),
    *page("awards:annulment", draft_annulment, **OWN_OFFICE, others=404),
    *page("awards:annulment", issued_annulment, others="200 200 404"),
    *form("awards:annulment-edit", draft_annulment, **PREPARES),
    *form("awards:annulment-move", draft_annulment, args=by("submit"), posted=302, **PREPARES),
    *page("awards:register", others=200),
    *page("awards:awards-of", SubjectFactory, others="200 200 404"),
    *page("awards:opinions", others=200),
    *form("awards:opinion-new", standing=200, others=403),
    *page("awards:opinion", posted_list, **OWN_OFFICE, others=404),
    *form("awards:opinion-edit", OpinionListFactory, **PREPARES),
    *form("awards:opinion-move", OpinionListFactory, args=by("cancel"), **PREPARES),
    *form("awards:remark-answer", remark_on_list, **PREPARES),
    *page("awards:public-opinions", anonymous=200, others=200),
    *page("awards:public-opinion", posted_list, anonymous=200, others=200),
    *page("awards:public-opinion", OpinionListFactory, anonymous=404, others=404),
    *form("awards:public-remark", posted_list, anonymous=200, others=200),
    *page("awards:public-remark-sent", posted_list, anonymous=200, others=200),
    *page("awards:letters", others=200),
    *page("awards:letter-new", standing=302, others=403),
    *action("awards:letter-new", standing=422, others=403),
    *page("awards:letter", SubmissionLetterFactory, **OWN_OFFICE, others=404),
    *form("awards:letter-edit", SubmissionLetterFactory, **PREPARES),
    *form("awards:letter-move", SubmissionLetterFactory, args=by("submit"), posted=302, **PREPARES),
]
