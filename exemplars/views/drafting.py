"""The page on which a draft is written: one form for the text, the scores and the files."""

from functools import partial
from itertools import chain

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.views import View
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from core.calendar import now
from core.moving import attempt
from core.pages import numbers
from core.returning import on_the_way, return_url
from core.versioned import saver
from core.workflow import Collision, TransitionError
from exemplars.evidence import add_evidence, remove_evidence
from exemplars.forms.collision import Merge
from exemplars.forms.dossier import DossierForm, EvidenceForm
from exemplars.models import Nomination
from exemplars.parts import ACHIEVEMENT, EVIDENCE, SELF_SCORES, identity
from exemplars.views.acting import register_checks_url
from organizations.access import PREPARING

CLOSED = "Hồ sơ đã được chuyển đi nên không sửa được nữa."


class Drafting(View):
    """What the page and its autosave share: the draft, and the form of what is typed in it."""

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        self.nomination = None

    def dispatch(self, request, *args, **kwargs):
        seen = Nomination.objects.visible_to(request.desk).for_page().select_related("unit__sector_parent")
        self.nomination = get_object_or_404(seen, pk=kwargs["pk"])
        if not any(request.desk.may(role, self.nomination.unit) for role in PREPARING):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def draft_form(self, data=None, **kwargs):
        return DossierForm(data, instance=self.nomination, desk=self.request.desk, **kwargs)

    def merge(self, typed):
        """What is typed beside what stands in the database now."""
        fresh = Nomination.objects.for_page().get(pk=self.nomination.pk)
        return Merge(typed, DossierForm(instance=fresh, desk=self.request.desk))


@method_decorator(never_cache, name="dispatch")  # Back would bring an old version
class DraftPage(Drafting):
    def get(self, request, pk):
        if not self.nomination.editable:
            messages.error(request, CLOSED)
            return redirect(self.nomination)
        return self._page(self._form(), EvidenceForm())

    def post(self, request, pk):
        form, evidence = self._form(request.POST), EvidenceForm(request.POST, request.FILES)
        files_in_order = self._change_files(evidence)
        in_order = form.is_valid()
        if not self.nomination.editable:
            return self._collision(self.merge(form), evidence)
        if not in_order:
            return self._page(form, EvidenceForm() if files_in_order else evidence, status=422)
        try:
            form.save_draft(by=request.user)
        except Collision:
            merge = self.merge(form)
            if merge.is_needed:
                return self._collision(merge, evidence)
            self.nomination = merge.saved.instance
        if not files_in_order:
            messages.success(request, "Đã lưu nội dung hồ sơ.")
            form = self._form()  # with the new version
            return self._page(form, evidence, status=422)
        return self._next()

    def _form(self, data=None):
        slip = self.nomination.open_return
        self.requests = {}
        for item in slip.items.all() if slip else ():
            self.requests.setdefault(item.part, []).append(item.request)
        return self.draft_form(data, requests=self.requests)

    def _change_files(self, evidence):
        """Take in the chosen file and drop the one whose button was pressed, whatever becomes of the text."""
        if pk := self.request.POST.get("remove", ""):
            self._remove(pk)
        if not evidence.is_valid():
            return False
        if evidence.cleaned_data["file"] is None:
            return True
        try:
            add_evidence(self.nomination, **evidence.cleaned_data, desk=self.request.desk)
        except TransitionError as error:
            evidence.add_error("file", str(error))
            return False
        messages.success(self.request, "Đã thêm tệp vào hồ sơ.")
        return True

    def _remove(self, pk):
        found = self.nomination.evidence.filter(pk__in=numbers([pk])).first()
        if found:
            remove = partial(remove_evidence, found, desk=self.request.desk)
            attempt(self.request, remove, f"Đã bỏ tệp “{found.title}”.")

    def _next(self):
        then = self.request.POST.get("then")
        here = on_the_way("exemplars:nomination-edit", self.request, self.nomination.pk)
        if self.request.POST.get("remove") or then == "upload":
            return redirect(f"{here}#minh-chung")
        messages.success(self.request, "Đã lưu hồ sơ.")
        if then == "check":
            return redirect(on_the_way("exemplars:nomination-submit", self.request, self.nomination.pk))
        if then == "close":
            return redirect(return_url(self.request, self.nomination))
        return redirect(here)

    def _page(self, form, evidence, status=200):
        kind = self.nomination.kind
        context = {
            "nomination": self.nomination,
            "form": form,
            "evidence_form": evidence,
            "files": self.nomination.evidence.select_related("uploaded_by"),
            "identity": " ".join(identity(kind)),
            "achievement": " ".join(ACHIEVEMENT),
            "score_requests": self.requests.get(SELF_SCORES, []),
            "file_requests": self.requests.get(EVIDENCE, []),
            "is_returned": bool(self.requests),
            "register_checks_url": register_checks_url(self.nomination),
        }
        return render(self.request, "exemplars/nomination_edit.html", context, status=status)

    def _collision(self, merge, evidence):
        for error in chain.from_iterable(evidence.errors.values()):
            messages.error(self.request, f"Chưa thêm được tệp. {error}")
        nomination = merge.saved.instance
        context = {
            "merge": merge,
            "record": nomination,
            "what": "hồ sơ",
            "url": reverse("exemplars:nomination-edit", args=[nomination.pk]),
            "who": saver(nomination.updated_by, self.request.user),
            "at": nomination.updated_at,
            "closed": not nomination.editable,
        }
        return render(self.request, "exemplars/collision.html", context, status=409)


@method_decorator(require_POST, name="dispatch")
class Autosave(Drafting):
    """Saves what is in order of what is typed; what is not is named, and stays in the page."""

    def post(self, request, pk):
        if not self.nomination.editable:
            return JsonResponse({"message": f"{CLOSED} Bấm “Lưu” để xem."}, status=409)
        form = self.draft_form(request.POST)
        in_order = form.is_valid()
        if form.non_field_errors():
            return JsonResponse({"message": f"Chưa lưu: {form.non_field_errors()[0]}"}, status=422)
        try:
            form.save_draft(by=request.user)
        except Collision:
            merge = self.merge(form)
            if merge.is_needed:
                return JsonResponse({"message": self._who_saved(merge)}, status=409)
            self.nomination = merge.saved.instance
        return self._saved(form, in_order)

    def _who_saved(self, merge):
        who = saver(merge.saved.instance.updated_by, self.request.user)
        return f"{who} vừa lưu hồ sơ này. Bấm “Lưu” để so sánh hai bản và chọn."

    def _saved(self, form, in_order):
        saved = {"version": self.nomination.version}
        if in_order:
            return JsonResponse({**saved, "message": f"Đã lưu lúc {now():%H:%M}"})
        wrong = ", ".join(form.fields[name].label.lower() for name in form.errors)
        return JsonResponse({**saved, "message": f"Đã lưu, trừ mục chưa đúng: {wrong}."}, status=422)
