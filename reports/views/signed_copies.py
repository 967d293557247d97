"""Signed papers: attaching one, signing one digitally, and handing it out."""

from functools import partial

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.utils.decorators import method_decorator
from django.utils.functional import cached_property
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_GET
from django.views.generic import FormView

from core.pages import FormPageMixin
from core.returning import return_url
from core.workflow import TransitionError
from organizations.models import Role
from reports.forms import KeyFileForm, SignedCopyForm, TokenForm
from reports.models import PaperKind, SignedCopy
from reports.papers.sources import is_final
from reports.signatures.acting import OFFICE, part_of, sign_paper, to_be_signed
from reports.signatures.signing import KeyFault
from reports.signed_copies import attach, may_attach
from reports.views import files
from reports.views.papers import record_in


class AttachSigned(FormPageMixin, FormView):
    form_class = SignedCopyForm
    template_name = "reports/attach_signed.html"

    @cached_property
    def record(self):
        return record_in(self.request, self.kwargs["kind"], self.kwargs["pk"])

    def dispatch(self, request, *args, **kwargs):
        """404 for what one may not see, 403 for whose paper it is not, back to it while it is not issued."""
        kind = kwargs["kind"]
        if may_attach(kind, self.record, request.desk):
            return super().dispatch(request, *args, **kwargs)
        if not request.desk.has(Role.CLERK) or is_final(kind, self.record):
            raise PermissionDenied("Việc này do văn thư của cơ quan ban hành thực hiện.")
        messages.error(request, "Chỉ đính bản ký vào văn bản đã ban hành.")
        return redirect(self.record)

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            title="Đính bản ký",
            lead=self.record,
            record=self.record,
            label=PaperKind(self.kwargs["kind"]).label,
            cancel_url=self.record.get_absolute_url(),
            **kwargs,
        )

    def form_valid(self, form):
        try:
            attach(self.kwargs["kind"], self.record, form.cleaned_data["file"], desk=self.request.desk)
        except TransitionError as error:
            form.add_error("file", str(error))
            return self.form_invalid(form)
        messages.success(self.request, "Đã đính bản ký vào văn bản.")
        return redirect(return_url(self.request, self.record))


@method_decorator(sensitive_post_parameters("password", "pin"), name="dispatch")
class SignPaper(FormPageMixin, FormView):
    """Sign the final PDF digitally with a key that is sent along; by the leader, then by the office."""

    template_name = "reports/sign_paper.html"

    def dispatch(self, request, *args, **kwargs):
        """404 for what one may not see, 403 for who signs nothing there, back while it is not printed."""
        kind = kwargs["kind"]
        self.record = record_in(request, kind, kwargs["pk"])
        self.part = part_of(kind, self.record, request.desk)
        if self.part is None:
            raise PermissionDenied("Việc này do người ký văn bản và văn thư của cơ quan ban hành thực hiện.")
        if to_be_signed(kind, self.record) is None:
            messages.error(request, "Chưa in bản chính thức. Hãy in văn bản trước rồi ký số.")
            return redirect(self.record)
        return super().dispatch(request, *args, **kwargs)

    def get_form_class(self):
        has_token = self.part == OFFICE and settings.TOKEN_MODULE
        return TokenForm if has_token else KeyFileForm

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"part": self.part}

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            title="Ký số của cơ quan" if self.part == OFFICE else "Ký số",
            lead=self.record,
            record=self.record,
            label=PaperKind(self.kwargs["kind"]).label,
            cancel_url=self.record.get_absolute_url(),
            **kwargs,
        )

    def form_valid(self, form):
        given = {name: form.cleaned_data.get(name) for name in ("picture", "diameter")}
        act = partial(
            sign_paper, self.kwargs["kind"], self.record, part=self.part, desk=self.request.desk, **given
        )
        try:
            with form.open_key() as signer:
                act(signer)
        except KeyFault as fault:
            form.add_error(form.secret_field, str(fault))
            return self.form_invalid(form)
        except TransitionError as error:
            form.add_error(None, str(error))
            return self.form_invalid(form)
        messages.success(self.request, "Đã ký số. Bản đã ký nằm ở mục Bản đã ký của văn bản.")
        return redirect(return_url(self.request, self.record))


@require_GET
def signed_copy(request, pk):
    """The file, for those who may see the paper; `?tai=1` to keep it instead of reading it."""
    copy = get_object_or_404(SignedCopy.objects.visible_to(request.desk), pk=pk)
    if not copy.file.storage.exists(copy.file.name):
        raise Http404
    return files.send(copy.file, copy.name, content_type="application/pdf", keep="tai" in request.GET)
