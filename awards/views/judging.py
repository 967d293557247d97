"""What law and register say of a dossier, what the office answers, and what was kept at each step."""

from functools import partial

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from awards.eligibility import Level
from awards.forms.answer import AnswerForm
from awards.judging import LATER, answer_finding, in_words, judged
from awards.models import Judgement
from core.moving import attempt
from core.pages import part_or_page, posted
from exemplars.models import Nomination
from exemplars.views.acting import back


def _seen(request, pk):
    related = ("award", "holder", "unit", "subject__unit", "plan")
    return get_object_or_404(Nomination.objects.visible_to(request.desk).select_related(*related), pk=pk)


@require_GET
def checks(request, nomination_pk):
    """What register and law say about one dossier: a fragment for the appraiser, or a page."""
    nomination = _seen(request, nomination_pk)
    context = {
        "nomination": nomination,
        "findings": in_words(judged(nomination)),
        "judgements": nomination.judgements.all(),
        "may_answer": nomination.can("appraise", request.desk),
    }
    return part_or_page(request, "awards/checks", context)


@require_GET
def judgement(request, pk):
    """What was found when a step was made, as it was found then."""
    kept = Judgement.objects.visible_to(request.desk).select_related("nomination", "by")
    return render(request, "awards/judgement.html", {"judgement": get_object_or_404(kept, pk=pk)})


@require_http_methods(["GET", "HEAD", "POST"])
def answer(request, nomination_pk, key):
    """The office writes why it goes on in spite of one finding, or lifts a block of uncertain law."""
    nomination = _seen(request, nomination_pk)
    if not nomination.can("appraise", request.desk):
        raise PermissionDenied
    finding, known = next((pair for pair in judged(nomination) if pair[0].key == key), (None, None))
    if finding is None or finding.level == Level.INFORM or finding.rule in LATER:
        raise Http404
    appraisal_url = reverse("exemplars:nomination-appraise", args=[nomination.pk])
    initial = {"reason": known.reason, "citation": known.citation} if known else None
    form = AnswerForm(posted(request), initial=initial, lifts=finding.level == Level.BLOCK)
    if form.is_bound and form.is_valid():
        act = partial(answer_finding, nomination, finding, desk=request.desk, **form.cleaned_data)
        if attempt(request, act, "Đã ghi ý kiến về điểm đối chiếu."):
            return back(request, appraisal_url)
    context = {
        "form": form,
        "title": "Gỡ điểm chặn" if finding.level == Level.BLOCK else "Ghi lý do",
        "lead": finding.sentence,
        "nomination": nomination,
        "finding": finding,
        "cancel_url": appraisal_url,
    }
    return render(request, "awards/answer_form.html", context, status=422 if form.is_bound else 200)
