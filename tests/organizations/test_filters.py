import pytest

from organizations.filters import UnitSearch
from organizations.models import Post
from tests.factories import PostFactory, UnitFactory


@pytest.fixture
def posts(db):
    """One post each in two units."""
    return [PostFactory(unit=UnitFactory(name=name)) for name in ("xã Đồng Sơn", "xã Thạnh Nhựt")]


@pytest.mark.parametrize(
    ("typed", "found"), [("dong son", [0]), ("Thạnh", [1]), ("xa", [0, 1]), ("Long An", []), ("", [0, 1])]
)
def test_rows_are_found_by_the_name_of_their_unit(posts, typed, found):
    rows = UnitSearch().filter(Post.objects.order_by("pk"), typed)

    assert list(rows) == [posts[number] for number in found]


def test_the_unit_may_stand_behind_another_record(posts):
    rows = UnitSearch("user__posts__unit").filter(Post.objects.all(), "dong son")

    assert list(rows) == [posts[0]]
