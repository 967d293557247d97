from django.shortcuts import render
from django.views.decorators.http import require_safe

from core.filters import LONGEST_SEARCH
from core.text import line
from portal.search import find


@require_safe
def search(request):
    """Everything that matches `q`, as far as the person may see it."""
    words = line(request.GET.get("q", "").replace("\x00", ""))[:LONGEST_SEARCH]
    found = find(words, request.desk) if words else []
    return render(request, "portal/search.html", {"words": words, "found": found})
