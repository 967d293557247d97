from django.utils.functional import SimpleLazyObject

from organizations.access import Desk


class DeskMiddleware:
    """Gives every request the desk of the person who makes it, looked up once and only when asked."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.desk = SimpleLazyObject(lambda: Desk(request.user))
        return self.get_response(request)
