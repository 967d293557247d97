from urllib.parse import urlencode

from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from core.administration import for_administrators
from law.coverage import SINCE, doubts, gaps
from law.models import Certainty


@require_safe
@for_administrators
def coverage(request):
    """Where the law that the portal knows has holes, and where nobody read the text."""
    context = {
        "gaps": [_with_link(gap) for gap in gaps()],
        "doubts": [_with_lists(model, counted) for model, counted in doubts()],
        "since": SINCE,
    }
    return render(request, "law/coverage.html", context)


def _with_link(gap):
    """(gap, the address of an empty row that would fill it)"""
    days = {"valid_from": f"{gap.first:%d/%m/%Y}", "valid_to": f"{gap.last:%d/%m/%Y}" if gap.last else ""}
    return gap, f"{_admin(gap.model, 'add')}?{urlencode(gap.known | days)}"


def _with_lists(model, counted):
    """(plural name, [(certainty, rows, the address of their list)])"""
    page = _admin(model, "changelist")
    lists = [
        (Certainty(certainty).label, rows, f"{page}?{urlencode({'certainty__exact': certainty})}")
        for certainty, rows in counted.items()
    ]
    return model._meta.verbose_name_plural, lists


def _admin(model, page):
    return reverse(f"admin:{model._meta.label_lower.replace('.', '_')}_{page}")
