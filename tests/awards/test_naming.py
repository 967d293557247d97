import pytest

from awards.naming import given_by, in_a_sentence
from law.models import AwardType
from organizations.models import UnitKind
from tests.factories import UnitFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def offices():
    ward = {"name": "phường Mẫu", "kind": UnitKind.WARD, "authority": "Ủy ban nhân dân phường Mẫu"}
    province = {"name": "tỉnh Mẫu", "kind": UnitKind.PROVINCE, "authority": "Ủy ban nhân dân tỉnh Mẫu"}
    return [UnitFactory(**ward), UnitFactory(**province)]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Giấy khen của Chủ tịch UBND cấp xã", "Giấy khen của Chủ tịch UBND phường Mẫu"),
        (
            "Giấy khen của Chủ tịch Ủy ban nhân dân cấp xã",
            "Giấy khen của Chủ tịch Ủy ban nhân dân phường Mẫu",
        ),
        ("Giấy khen của Chủ tịch UBND cấp huyện", "Giấy khen của Chủ tịch UBND huyện"),
        ("Bằng khen của Chủ tịch UBND tỉnh", "Bằng khen của Chủ tịch UBND tỉnh Mẫu"),
        ("Chiến sĩ thi đua cấp tỉnh", "Chiến sĩ thi đua cấp tỉnh"),
    ],
)
def test_an_award_of_a_level_is_named_after_the_office_of_that_level(offices, text, named):
    assert given_by(text, *offices) == named


def test_a_title_begins_small_in_a_sentence(offices):
    title = AwardType(title="Danh hiệu “Lao động tiên tiến”")

    assert in_a_sentence(title, *offices) == "danh hiệu “Lao động tiên tiến”"
