"""Certificates of a decision: asking for them, what was printed, the files; and the public page of each."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_GET, require_http_methods
from django_htmx.http import HttpResponseClientRefresh

from awards.models import Decision
from awards.naming import given_by
from core.pages import numbers, posted
from core.workflow import TransitionError
from reports.certificates import batches
from reports.certificates.forms import BatchForm
from reports.models import OFFICE, PRINTING, Certificate, CertificateBatch
from reports.papers import heads
from reports.views import files


def find(request, pk):
    """A decision that has gone out, of an office that the person serves."""
    issued = Decision.objects.filter(unit__in=request.desk.offices(*OFFICE), issued_on__isnull=False)
    return get_object_or_404(issued.select_related("unit", "number__series"), pk=pk)


@require_http_methods(["GET", "POST"])
def certificates(request, pk):
    decision = find(request, pk)
    may_print = decision.unit_id in request.desk.offices(*PRINTING)
    if request.method == "POST" and not may_print:
        raise PermissionDenied
    entries = batches.entries_of(decision)
    form = _form(request, decision, entries)
    if request.method == "POST" and form.is_valid() and _ask(request, decision, form):
        return redirect("reports:certificates", decision.pk)
    context = _batches(decision) | {
        "form": form if may_print else None,
        "entries": entries,
        "chosen": set(numbers(request.POST.getlist("entries"))),
        "printed": sum(entry.printed_at is not None for entry in entries),
    }
    return render(
        request, "reports/certificates/certificates.html", context, status=422 if form.errors else 200
    )


def _form(request, decision, entries):
    begins = all(getattr(entry, "certificate", None) is None for entry in entries)
    number = batches.next_number(decision.unit, decision.issued_on.year) if begins else None
    return BatchForm(posted(request), desk=request.desk, first_number=number)


def _ask(request, decision, form):
    """Whether the batch is under way; a refusal is told by the form."""
    wanted, printer = form.cleaned_data, form.cleaned_data["printer"]
    chosen = None
    if wanted["which"] == BatchForm.CHOSEN:
        chosen = set(numbers(request.POST.getlist("entries")))
    try:
        batches.ask_for(
            decision,
            wanted["blank"],
            by=request.user,
            entries=chosen,
            again=wanted["again"],
            dx=printer.dx if printer else 0,
            dy=printer.dy if printer else 0,
            first_number=wanted.get("first_number"),
        )
    except TransitionError as error:
        form.add_error(None, str(error))
        return False
    messages.success(request, "Máy đang lập tệp in. Trang này tự hiện tệp khi xong.")
    return True


@require_GET
def certificate_batches(request, pk):
    """What was printed of a decision, and what is being made: a part of its page, or a page of its own."""
    context = _batches(find(request, pk))
    if request.htmx and not context["is_running"]:
        return HttpResponseClientRefresh()  # the list beside it tells now who has been printed
    template = "batches" if request.htmx else "batches_page"
    response = render(request, f"reports/certificates/{template}.html", context)
    patch_vary_headers(response, ["HX-Request"])
    return response


def _batches(decision):
    found = list(decision.certificate_batches.select_related("job", "asked_by", "blank"))
    job = next((batch.job for batch in found if not batch.made_at), None)
    return {
        "decision": decision,
        "batches": [batch for batch in found if batch.made_at],
        "job": job,
        "is_running": job is not None and not job.ended,
    }


@require_GET
def batch_file(request, pk):
    """The file, for the office of the decision; `?tai=1` to keep it instead of reading it."""
    batches_made = CertificateBatch.objects.visible_to(request.desk).made()
    batch = get_object_or_404(batches_made.select_related("decision__number__series"), pk=pk)
    return files.send(batch.file, batch.filename, content_type="application/pdf", keep="tai" in request.GET)


@login_not_required
@require_GET
def confirm(request, token):
    """What anybody may know who holds a certificate: whose it is, what by which decision, its state."""
    found = Certificate.objects.select_related(
        "entry__award", "entry__decision__unit", "entry__decision__number__series"
    )
    entry = get_object_or_404(found, token=token).entry
    decision = entry.decision
    office = heads.office_of(decision.unit, decision.issued_on)
    context = {
        "name": entry.name,
        "award": given_by(entry.award.title, office),
        "decision": decision,
        "issuer": heads.head_of(office),
        "in_force": entry.annulled_on is None,
    }
    response = render(request, "reports/certificates/confirm.html", context)
    response["X-Robots-Tag"] = "noindex, nofollow"
    response["Cache-Control"] = "no-store"
    return response
