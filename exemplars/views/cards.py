"""The card by which others copy an exemplar, and its release by the standing office."""

from functools import partial

from django import forms
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_http_methods, require_safe

from core.moving import attempt
from core.pages import confirm, posted
from core.templatetags.vietnamese import dong
from exemplars.models import Exemplar
from exemplars.releasing import PROVEN, may_release, release, withdraw
from exemplars.views.acting import back


class ReleaseForm(forms.Form):
    shows_contact = forms.BooleanField(label="Công khai cả đầu mối liên hệ", required=False)


@require_safe
def card_page(request, pk):
    exemplar = get_object_or_404(Exemplar.objects.known_to(request.desk).for_table(), pk=pk)
    releases = may_release(exemplar, request.desk)
    cost = f"Tổng kinh phí: {dong(exemplar.cost_dong)}.\n" if exemplar.cost_dong else ""
    context = {
        "exemplar": exemplar,
        "texts": [
            ("Cách làm", exemplar.practice),
            ("Kinh phí, nguồn lực", f"{cost}{exemplar.cost}"),
            ("Kết quả", exemplar.effect),
            ("Cần gì để làm theo", exemplar.needs),
        ],
        "figures": exemplar.figures.all(),
        "places": exemplar.adoptions.standing().count(),
        "is_own": Exemplar.objects.visible_to(request.desk).filter(pk=pk).exists(),
        "may_release": releases and exemplar.status in PROVEN,
        "may_withdraw": releases and exemplar.released_at,
    }
    return render(request, "exemplars/card.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def card_release(request, pk):
    exemplar = _of_the_office(request, pk)
    form = ReleaseForm(posted(request), initial={"shows_contact": exemplar.shows_contact})
    if form.is_bound and form.is_valid():
        act = partial(release, exemplar, desk=request.desk, **form.cleaned_data)
        attempt(request, act, "Đã công bố.")
        return back(request, exemplar)
    return render(request, "exemplars/card_release.html", {"form": form, "exemplar": exemplar})


@require_http_methods(["GET", "HEAD", "POST"])
def card_withdraw(request, pk):
    exemplar = _of_the_office(request, pk)
    note = request.POST.get("note", "").strip()
    if note:
        attempt(request, partial(withdraw, exemplar, desk=request.desk, note=note), "Đã thôi công bố.")
        return back(request, exemplar)
    fault = "Hãy ghi rõ lý do." if request.method == "POST" else ""
    return confirm(
        request,
        title=f"Thôi công bố “{exemplar}”?",
        text="Thẻ nhân rộng và điển hình này không còn ở trang công khai.",
        action="Thôi công bố",
        back=exemplar,
        danger=True,
        note_label="Lý do",
        fault=fault,
    )


def _of_the_office(request, pk):
    exemplar = get_object_or_404(Exemplar.objects.visible_to(request.desk).for_table(), pk=pk)
    if not may_release(exemplar, request.desk):
        raise PermissionDenied
    return exemplar
