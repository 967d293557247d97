"""What Django's own permission checks (the admin's) are told about our posts."""

from django.contrib.auth.backends import BaseBackend

from organizations.access import Desk
from organizations.models import Role


class PostBackend(BaseBackend):
    """Whoever is administrator today may do all that the pages of the admin offer; nobody else anything."""

    def has_perm(self, user_obj, perm, obj=None):
        return administers(user_obj)

    def has_module_perms(self, user_obj, app_label):
        return administers(user_obj)


def administers(user):
    """Whether the user is an administrator today, asked of the posts once for each request's user."""
    if not user.is_active:
        return False
    if not hasattr(user, "_administers"):
        user._administers = Desk(user).has(Role.ADMIN)
    return user._administers
