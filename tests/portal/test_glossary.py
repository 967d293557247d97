"""docs/glossary.md pairs the words of the code with those of the people, and forgets none."""

import pytest
from django.apps import apps
from django.conf import settings

from awards.models import Outcome
from campaigns.models import MilestoneKind
from organizations.models import CouncilSeat, Role, UnitKind
from reports.models import PaperKind
from tests.ours import OURS

MODELS = [model for model in apps.get_models() if model._meta.app_label in OURS]
CHOICES = [
    field.choices
    for model in MODELS
    for field in model._meta.concrete_fields
    if field.name in {"status", "state"} and field.choices
]
LISTS = [
    *CHOICES,
    *(kind.choices for kind in (Role, CouncilSeat, UnitKind, PaperKind, MilestoneKind, Outcome)),
]


@pytest.fixture(scope="module")
def glossary():
    return (settings.BASE_DIR / "docs/glossary.md").read_text()


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_model_is_named_in_both_languages(glossary, model):
    rows = [row.lower() for row in glossary.splitlines() if f"`{model.__name__.lower()}`" in row.lower()]

    assert rows or f"| {model._meta.verbose_name} |" in glossary


@pytest.mark.parametrize("choices", LISTS, ids=lambda choices: choices[0][0])
def test_every_state_role_and_kind_is_named_in_both_languages(glossary, choices):
    missing = [
        f"| `{code}` | {label} |" for code, label in choices if f"| `{code}` | {label} |" not in glossary
    ]

    assert missing == []
