"""Whose paper it is: what pages of this app ask before they let anybody write."""

from django.core.exceptions import PermissionDenied

from organizations.models import Role

NOT_YOURS = "Việc này do thường trực Hội đồng thực hiện."


def standing_unit(request):
    """The unit for which the person prepares sessions and decisions; PermissionDenied for others."""
    on = request.desk.on
    units = [unit for unit in request.desk.units(Role.STANDING) if unit.exists_on(on)]
    if not units:
        raise PermissionDenied(NOT_YOURS)
    return units[0]


def refuse_unless_standing(request, unit):
    if not request.desk.may(Role.STANDING, unit):
        raise PermissionDenied(NOT_YOURS)
