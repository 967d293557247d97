from django.core.exceptions import PermissionDenied

from organizations.models import Role


class StandingOfficeOnly:
    """403 for those who may look and not draft."""

    def dispatch(self, request, *args, **kwargs):
        if not request.desk.has(Role.STANDING):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)
