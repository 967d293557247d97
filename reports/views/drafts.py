"""Writing a review: one form that saves as one types, and tells when somebody else saved first."""

from django.contrib import messages
from django.http import JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST
from django.views.generic import View

from campaigns.views.drafts import version_in
from core.calendar import now
from core.returning import on_the_way
from core.versioned import saver
from core.workflow import Collision
from reports.figures import figures
from reports.forms import ReviewForm
from reports.models import MilestoneReview, ReviewSectionKind
from reports.named_figures import offered
from reports.services import save_draft
from reports.showing import shown
from reports.suggestions import first_texts


def draft_of(request, pk):
    """The draft that the person may change; 404 for any other review, and once it has been submitted."""
    drafts = MilestoneReview.objects.drafted_by(request.desk).for_table().select_related("edited_by")
    return get_object_or_404(drafts.prefetch_related("sections"), pk=pk)


def keep(form, review, *, seen, by):
    """Save what validates of the form; what does not stays as it was. Raises Collision."""
    saved = MilestoneReview.objects.get(pk=review.pk)
    for name in ("title", "addressees", "recipients"):
        if name in form.cleaned_data:
            setattr(saved, name, form.cleaned_data[name])
    save_draft(saved, sections=form.sections(), seen=seen, by=by)
    return saved


@method_decorator(never_cache, name="dispatch")  # Back would bring an old version
class ReviewEdit(View):
    def get(self, request, pk):
        review = draft_of(request, pk)
        return self.page(review, ReviewForm(instance=review))

    def post(self, request, pk):
        review = draft_of(request, pk)
        form = ReviewForm(request.POST, instance=draft_of(request, pk))
        is_valid = form.is_valid()
        try:
            saved = keep(form, review, seen=version_in(request), by=request.user)
        except Collision:
            differences = form.differences(ReviewForm(instance=review))
            return self.page(review, form, status=409, differences=differences)
        if not is_valid:
            return self.page(saved, form, status=422)
        saved.log("edit", desk=request.desk, label="Sửa dự thảo")
        messages.success(request, "Đã lưu dự thảo báo cáo.")
        return redirect(on_the_way(saved, request))

    def page(self, review, form, *, status=200, differences=()):
        found = figures(review)
        texts = first_texts(review, found)
        context = {
            "review": review,
            "form": form,
            "differences": differences,
            "saver": saver(review.edited_by, self.request.user),
            "shown": shown(review, found, linked=True),
            "suggestions": [(ReviewSectionKind(kind).label, text) for kind, text in texts.items()],
            "named": offered(found),
            "section_names": " ".join(ReviewSectionKind.values),
        }
        return render(self.request, "reports/review_edit.html", context, status=status)


@require_POST
def review_autosave(request, pk):
    """Answers {"version", "message"}; 409 when somebody else saved first."""
    review = draft_of(request, pk)
    form = ReviewForm(request.POST, instance=draft_of(request, pk))
    form.is_valid()
    try:
        saved = keep(form, review, seen=version_in(request), by=request.user)
    except Collision:
        if form.differences(ReviewForm(instance=review)):
            who = saver(review.edited_by, request.user)
            message = f"{who} vừa lưu báo cáo này. Bấm “Lưu dự thảo” để xem hai bản cạnh nhau."
            return JsonResponse({"message": message}, status=409)
        saved = review  # the answer to an earlier saving of the same text was lost
    faults = f", còn {len(form.errors)} chỗ chưa đúng" if form.errors else ""
    return JsonResponse({"version": saved.version, "message": f"Đã lưu lúc {now():%H:%M}{faults}"})
