"""A dossier with nothing missing, on the plan of the district of tests/conftest.py."""

import datetime

import pytest

from core.calendar import today
from exemplars import services
from exemplars.models import CollectiveKind, Evidence, Sex, WorkerGroup
from law.models import MeritKind, SubjectKind
from tests.factories import (
    AwardPowerFactory,
    AwardTypeFactory,
    CriterionFactory,
    EvidenceFactory,
    NominationFactory,
    PlanFactory,
    RegimeFactory,
    SelfScoreFactory,
    WorkFieldFactory,
)

FACTS = {
    SubjectKind.PERSON: {
        "sex": Sex.FEMALE,
        "position": "Nông dân",
        "workplace": "ấp Thử",
        "worker_group": WorkerGroup.DIRECT,
    },
    SubjectKind.COLLECTIVE: {"collective_kind": CollectiveKind.GROUP, "headcount": 10, "women": 4},
    SubjectKind.HOUSEHOLD: {"household_size": 4, "hamlet": "ấp Thử"},
}


@pytest.fixture
def award(db):
    """A certificate that the district grants."""
    RegimeFactory()
    award = AwardTypeFactory()
    AwardPowerFactory(award=award, tier=2, office="Chủ tịch Ủy ban nhân dân huyện")
    return award


@pytest.fixture
def plan(place):
    plan = PlanFactory(
        unit=place.district,
        issued=True,
        starts_on=today() - datetime.timedelta(days=400),
        ends_on=today() + datetime.timedelta(days=400),
    )
    for kind in SubjectKind:
        CriterionFactory(plan=plan, subject_kind=kind, text="Đi đầu trong phong trào")
    return plan


@pytest.fixture
def draft(place, plan, award):
    """draft(**fields): a complete draft of the commune; `kind` and `unit` may be named."""

    def make(kind=SubjectKind.PERSON, **fields):
        facts = {
            "unit": place.commune,
            "plan": plan,
            "award": award,
            "merit": MeritKind.MOVEMENT,
            "year": 2024,
            "achieved_from": datetime.date(2024, 1, 1),
            "achieved_to": datetime.date(2024, 12, 31),
            "field": WorkFieldFactory(),
            "summary": "Có thành tích trong phong trào",
            "achievements": "Vận động 12 hộ hiến đất.",
            **FACTS[kind],
            **fields,
        }
        nomination = NominationFactory(kind=kind, **facts)
        EvidenceFactory(nomination=nomination, kind=Evidence.Kind.MINUTES, title="Biên bản bình xét")
        for criterion in plan.criteria.filter(subject_kind=kind):
            SelfScoreFactory(nomination=nomination, criterion=criterion, points=15)
        return nomination

    return make


@pytest.fixture
def submitted(draft, head, desk_of):
    """submitted(**fields): a dossier that the head has sent and the district has not yet taken in."""

    def make(**fields):
        nomination = draft(**fields)
        services.submit(nomination, desk=desk_of(head))
        return nomination

    return make


@pytest.fixture
def received(submitted, standing, desk_of):
    """received(**fields): a dossier that the district appraises."""

    def make(**fields):
        nomination = submitted(**fields)
        services.receive(nomination, desk=desk_of(standing))
        return nomination

    return make


@pytest.fixture
def returned(received, standing, desk_of):
    """returned(**fields): a dossier that came back with one thing to mend."""

    def make(**fields):
        nomination = received(**fields)
        services.give_back(nomination, desk=desk_of(standing), requests={"achievements": "Nêu rõ số tiền."})
        return nomination

    return make


@pytest.fixture
def typed():
    """typed(page, **changes): what a browser sends from the draft's form as it was shown, with changes."""

    def fill(response, **changes):
        form = response.context["form"]
        sent = {}
        for field in form:
            value = field.value()
            sent[field.html_name] = "" if value is None else value
            if field.field.show_hidden_initial:
                sent[field.html_initial_name] = "" if field.initial is None else field.initial
        sent = {name: value for name, value in sent.items() if value is not False}
        return {**sent, **changes}

    return fill
