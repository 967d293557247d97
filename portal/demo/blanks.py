"""Blanks of the office that goes on at the end of the demonstration: a plain sheet, and a bought one."""

from law.models import AwardType
from portal.demo.places import REFORM
from reports.certificates.defaults import add_default_fields
from reports.models import Blank, BlankMode, Printer, Sheet

BLANKS = (
    ("Giấy khen in trên giấy trắng", BlankMode.FULL, Sheet.A4),
    ("Phôi giấy khen mua của nhà in, khổ lớn", BlankMode.OVERPRINT, Sheet.A3),
)
AWARDS = {"H823": "GKH", "N28651": "GKX"}


def load_blanks(units, until):
    """The bought blank has Giấy khen printed on it already; the plain sheet serves every award."""
    code = "N28651" if until >= REFORM else "H823"
    for name, mode, sheet in BLANKS:
        blank = Blank.objects.create(unit=units[code], name=name, mode=mode, sheet=sheet)
        add_default_fields(blank)
        if mode == BlankMode.OVERPRINT:
            blank.awards.set(AwardType.objects.filter(code=AWARDS[code]))
    Printer.objects.create(unit=units[code], name="Máy in phòng văn thư", dx=0.5, dy=-1)
