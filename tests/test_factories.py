import pytest
from django.apps import apps
from factory.django import DjangoModelFactory

from tests import factories
from tests.ours import OURS

FACTORIES = {
    factory._meta.model: factory
    for factory in vars(factories).values()
    if isinstance(factory, type) and issubclass(factory, DjangoModelFactory) and factory._meta.model
}


@pytest.mark.parametrize(
    "model", [m for app in OURS for m in apps.get_app_config(app).get_models()], ids=lambda m: m.__name__
)
def test_every_model_has_a_factory_that_makes_a_valid_row(model, db):
    row = FACTORIES[model]()

    row.full_clean()

    assert model.objects.get(pk=row.pk) == row
