import pytest
from django.urls import reverse

from tests.factories import UnitFactory

IN_ENGLISH = (
    "Skip to main content",
    "Toggle theme",
    "Breadcrumbs",
    "Model name",
    "Add link",
    "Change or view list link",
    "Select this object",
    "Select all objects",
    "Show counts",
    "View selected",
)


@pytest.mark.parametrize("page", ["index", "organizations_unit_changelist", "organizations_unit_add"])
def test_the_pages_of_the_administrator_are_in_vietnamese(client, administrator, page):
    UnitFactory()
    client.force_login(administrator)

    text = client.get(reverse(f"admin:{page}"), {"_facets": "True"}).content.decode()

    assert [words for words in IN_ENGLISH if words in text] == []


def test_the_calendar_of_the_administrator_names_the_days_in_vietnamese(client, administrator):
    client.force_login(administrator)

    catalog = client.get(reverse("admin:jsi18n"), headers={"Accept-Language": "vi"}).content.decode()

    assert '"Monday": "Th\\u1ee9 Hai"' in catalog
