from decimal import Decimal

import pytest

from exemplars.models import ExemplarFigure


@pytest.mark.parametrize(
    ("before", "after", "change"),
    [
        ("30", "45", "tăng 50%"),
        ("1250.5", "1000.4", "giảm 20%"),
        ("0", "12", "tăng 12"),
        ("7", "7", "không đổi"),
        (None, "7", ""),
    ],
)
def test_a_figure_tells_its_change(before, after, change):
    figure = ExemplarFigure(before=before and Decimal(before), after=Decimal(after))

    assert figure.change == change


def test_a_share_changes_by_points():
    assert (
        ExemplarFigure(measure="%", before=Decimal(30), after=Decimal(85)).change == "tăng 55 điểm phần trăm"
    )


def test_figures_are_written_as_papers_write_them():
    figure = ExemplarFigure(name="Thu nhập", measure="triệu đồng", before=Decimal("1250.500"), after=None)

    assert (f"{figure}", figure.before_text, figure.after_text) == ("Thu nhập (triệu đồng)", "1.250,5", "")
