"""What a paper cites though it is not in force on its day."""

import datetime

import pytest

from law.citing import not_in_force, warnings_about
from law.models import LegalText

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("law")]

DECREE = "Căn cứ Nghị định số 98/2023/NĐ-CP của Chính phủ"
LAST, NEXT = datetime.date(2025, 6, 30), datetime.date(2025, 7, 1)


def test_a_decree_is_known_by_its_number_up_to_its_last_day():
    assert not_in_force(DECREE, LAST) == []
    assert [row.citation for row in not_in_force(DECREE, NEXT)] == ["Nghị định 98/2023/NĐ-CP"]


def test_a_law_is_known_by_its_title_and_date():
    text = "Căn cứ Luật Thi đua, khen thưởng ngày 26 tháng 11 năm 2003"

    assert [row.code for row in not_in_force(text, LAST)] == ["TDKT"]


@pytest.mark.parametrize(
    "on", ["2021-06-01", "2023-12-31", "2024-01-01", "2025-06-30", "2025-07-01", "2026-10-01"]
)
def test_what_the_catalogue_proposes_for_a_day_is_in_force(on):
    day = datetime.date.fromisoformat(on)
    bases = "\n".join(map(str, LegalText.objects.cited_for(["merit", "culture"], day)))

    assert not_in_force(bases, day) == []


def test_the_sentence_says_since_when_or_from_when():
    early = datetime.date(2023, 12, 30)

    assert warnings_about(DECREE, NEXT)[0].startswith("Đã hết hiệu lực từ sau ngày 30/06/2025: Nghị định")
    assert warnings_about(DECREE, early)[0].startswith("Chưa có hiệu lực, áp dụng từ ngày 01/01/2024: Nghị")


def test_what_nobody_knows_is_not_judged():
    assert not_in_force("Căn cứ Quyết định số 1/2020/QĐ-UBND", NEXT) == []
