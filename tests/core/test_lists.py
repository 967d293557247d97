import django_filters
import django_tables2 as tables
import pytest
from django.urls import path

from core.filters import ListFilterSet, YesNoFilter
from core.lists import FilteredListView
from organizations.models import User
from portal.urls import urlpatterns as portal_urls
from tests.factories import UserFactory

pytestmark = [pytest.mark.django_db, pytest.mark.urls(__name__)]


class PeopleFilters(ListFilterSet):
    is_active = YesNoFilter(label="Đang làm việc")
    joined = django_filters.DateFilter(label="Từ ngày", field_name="date_joined", lookup_expr="date__gte")

    class Meta:
        model = User
        fields = ["q", "is_active", "joined"]


class PeopleTable(tables.Table):
    full_name = tables.Column(verbose_name="Họ và tên", order_by="name_key")
    username = tables.Column(verbose_name="Tài khoản")


class People(FilteredListView):
    filterset_class, table_class = PeopleFilters, PeopleTable
    title, empty_text = "Người dùng", "Mời thêm người."
    export_url_name = "people-export"

    def get_queryset(self):
        return User.objects.exclude(username="nguoi-xem")


urlpatterns = [
    *portal_urls,
    path("nguoi/", People.as_view(), name="people"),
    path("nguoi/xuat/", People.as_view(), name="people-export"),
]


@pytest.fixture
def reader(client):
    client.force_login(UserFactory(username="nguoi-xem"))
    return client


def names(response):
    return [row.record.full_name for row in response.context["page_obj"]]


@pytest.mark.parametrize("typed", ["đam", "DAM le", "  lê   đậm", "le dậm"])
def test_search_takes_each_word_without_accents_case_or_order(reader, typed):
    UserFactory(full_name="Lê Văn Đậm")
    UserFactory(full_name="Lê Thị Hoa")

    assert names(reader.get("/nguoi/", {"q": typed})) == ["Lê Văn Đậm"]


@pytest.mark.parametrize("typed", ["am", "e dam", "%", "_", "!?", "le' OR 1=1"])
def test_search_looks_for_the_start_of_words(reader, typed):
    UserFactory(full_name="Lê Văn Đậm")

    assert names(reader.get("/nguoi/", {"q": typed})) == []


@pytest.mark.parametrize(("query", "shown"), [("q=hoa", False), ("q=hoa&is_active=co", True), ("", False)])
def test_a_small_screen_shows_all_filters_only_while_one_is_used(reader, query, shown):
    page = reader.get(f"/nguoi/?{query}").text

    assert ('id="filters-more" checked' in page) is shown


@pytest.mark.parametrize("typed", ["197/KH", "197", "kh-ubnd", "(197/kh ubnd)"])
def test_signs_part_words(reader, typed):
    UserFactory(full_name="Kế hoạch 197/KH-UBND")

    assert names(reader.get("/nguoi/", {"q": typed})) == ["Kế hoạch 197/KH-UBND"]


def test_a_search_longer_than_its_box_is_cut(reader):
    UserFactory(full_name="Lê Thị Hoa")

    answer = reader.get("/nguoi/", {"q": "hoa".ljust(200) + "không ai" * 500})

    assert names(answer) == ["Lê Thị Hoa"]
    assert 'maxlength="200"' in answer.context["filter"].form["q"].as_widget()


@pytest.mark.parametrize(("choice", "found"), [("co", ["Hoa"]), ("khong", ["Đậm"]), ("", ["Hoa", "Đậm"])])
def test_yes_and_no_are_two_filters(reader, choice, found):
    UserFactory(full_name="Hoa")
    UserFactory(full_name="Đậm", is_active=False)

    assert sorted(names(reader.get("/nguoi/", {"is_active": choice}))) == found


def test_names_sort_by_the_given_name(reader):
    for name in ["Phạm Văn Ân", "Lê Thị Đào", "Bùi Văn Anh", "Võ Thị Dung"]:
        UserFactory(full_name=name)

    response = reader.get("/nguoi/?sort=full_name")

    assert names(response) == ["Bùi Văn Anh", "Phạm Văn Ân", "Võ Thị Dung", "Lê Thị Đào"]
    assert names(reader.get("/nguoi/?sort=-full_name")) == names(response)[::-1]


def test_sorted_column_is_marked(reader):
    UserFactory()

    response = reader.get("/nguoi/?sort=-username")

    assert response.content.decode().count('aria-sort="descending"') == 1


def test_rows_that_are_equal_keep_one_order_over_the_pages(reader):
    UserFactory.create_batch(60, full_name="Lê Thị Hoa")

    pages = [
        reader.get("/nguoi/", {"sort": "full_name", "page": page}).context["page_obj"] for page in (1, 2, 3)
    ]

    keys = [row.record.pk for page in pages for row in page]
    assert keys == sorted(keys)
    assert [len(page) for page in pages] == [25, 25, 10]


def test_numbers_of_rows_go_on_over_the_pages(reader):
    UserFactory.create_batch(26)

    response = reader.get("/nguoi/?page=2")

    assert '<td class="stt">26</td>' in response.content.decode()


@pytest.mark.parametrize(("page", "shown"), [("0", 2), ("-1", 2), ("99", 2), ("x", 1)])
def test_page_that_is_not_there_leads_to_one_that_is(reader, page, shown):
    UserFactory.create_batch(30)

    assert reader.get("/nguoi/", {"page": page, "per_page": "0"}).context["page_obj"].number == shown


def test_links_keep_the_filter(reader):
    UserFactory.create_batch(30, full_name="Lê Thị Hoa")

    content = reader.get("/nguoi/?q=hoa&sort=username").content.decode()

    assert 'href="?q=hoa&amp;sort=username&amp;page=2"' in content
    assert 'href="?q=hoa&amp;sort=-username"' in content
    assert 'href="/nguoi/xuat/?q=hoa&amp;sort=username"' in content


def test_export_takes_all_pages(reader):
    UserFactory()

    response = reader.get("/nguoi/?q=&page=2")

    assert response.context["view"].export_url() == "/nguoi/xuat/?q="


def test_htmx_is_answered_with_the_rows_alone(reader):
    response = reader.get("/nguoi/", headers={"HX-Request": "true"})

    assert response.templates[0].name == "components/rows.html"
    assert "HX-Request" in response["Vary"]


@pytest.mark.parametrize("header", ["HX-Boosted", "HX-History-Restore-Request"])
def test_boosted_links_and_back_get_the_whole_page(reader, header):
    response = reader.get("/nguoi/", headers={"HX-Request": "true", header: "true"})

    assert response.templates[0].name == "list_page.html"


def test_wrong_value_in_a_filter_is_said_at_its_field(reader):
    UserFactory()

    response = reader.get("/nguoi/?joined=31/02/2024")

    assert names(response) == []
    assert 'id="id_joined_error"' in response.content.decode()


@pytest.mark.parametrize(
    ("query", "said"), [("", "Mời thêm người."), ("q=zzz", "Không tìm thấy kết quả phù hợp")]
)
def test_empty_list_says_what_to_do(reader, query, said):
    assert said in reader.get(f"/nguoi/?{query}").content.decode()


@pytest.mark.parametrize("count", [1, 20])
def test_list_asks_the_same_queries_for_any_length(reader, count, django_assert_num_queries):
    UserFactory.create_batch(count)

    with django_assert_num_queries(5):  # session, user, posts for the menu, count, rows
        reader.get("/nguoi/")
