import pytest
from django.test import RequestFactory

from core.returning import on_the_way, return_url, with_return

BACK = "/ho-so/?q=hoa&page=2"


def request(back=None, method="get", path="/ho-so/?q=hoa&page=2"):
    return getattr(RequestFactory(), method)(path, {"return_to": back} if back else None)


@pytest.mark.parametrize("method", ["get", "post"])
def test_action_leads_back_to_the_filtered_list(method):
    assert return_url(request(BACK, method, "/ho-so/5/"), "/ho-so/") == BACK


@pytest.mark.parametrize(
    "evil", ["https://noi-khac.vn/", "//noi-khac.vn/x", "javascript:alert(1)", "/\\noi-khac.vn"]
)
def test_address_of_another_place_is_not_followed(evil):
    assert return_url(request(evil, path="/ho-so/5/"), "/ho-so/") == "/ho-so/"


def test_default_may_be_a_url_name():
    assert return_url(request(path="/ho-so/5/"), "sign-in") == "/dang-nhap/"


def test_link_from_a_list_carries_the_list():
    link = with_return("/ho-so/5/", request())

    assert link == "/ho-so/5/?return_to=%2Fho-so%2F%3Fq%3Dhoa%26page%3D2"


def test_link_from_a_page_reached_from_a_list_still_carries_the_list():
    link = with_return("/ho-so/5/sua/?tab=2", request(BACK, path="/ho-so/5/"))

    assert link == "/ho-so/5/sua/?tab=2&return_to=%2Fho-so%2F%3Fq%3Dhoa%26page%3D2"


def test_step_to_another_page_of_a_record_keeps_the_way_back():
    assert on_the_way("/ho-so/5/", request(BACK, path="/ho-so/5/sua/")) == with_return("/ho-so/5/", request())


def test_step_of_somebody_who_came_from_nowhere_carries_nothing():
    assert on_the_way("/ho-so/5/", request(path="/ho-so/5/sua/")) == "/ho-so/5/"
