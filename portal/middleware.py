from django.shortcuts import render


def explain_wrong_method(get_response):
    """A page for who opens an address that only takes what a button sends: Django's own answer is empty."""

    def answer(request):
        response = get_response(request)
        if response.status_code != 405 or response.content or not request.accepts("text/html"):
            return response
        page = render(request, "405.html", status=405)
        page.headers["Allow"] = response.headers["Allow"]
        return page

    return answer
