"""The administrator's pages for units, people and registers."""

from organizations.admin.numbering import NumberSeriesAdmin
from organizations.admin.people import UserAdmin
from organizations.admin.unit import SuccessionAdmin, UnitAdmin

__all__ = ["NumberSeriesAdmin", "SuccessionAdmin", "UnitAdmin", "UserAdmin"]
