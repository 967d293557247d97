from django import forms
from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from core.fields import LineFormField
from core.moving import attempt
from core.pages import posted
from core.stored_files import download
from core.uploads import UploadField
from core.workflow import TransitionError
from exemplars.attachments import OWNERS, attach, detach
from exemplars.models import Attachment
from exemplars.views.acting import back, kept_record


class FileForm(forms.Form):
    file = UploadField(label="Tệp")
    title = LineFormField(
        label="Tên tệp", required=False, max_length=200, help_text="Để trống thì lấy tên của tệp."
    )


@require_http_methods(["GET", "HEAD", "POST"])
def attachment_new(request, what, pk):
    if what not in OWNERS:
        raise Http404
    record = kept_record(OWNERS[what][0], pk, request.desk)
    form = FileForm(posted(request), request.FILES or None)
    if form.is_bound and form.is_valid() and _attached(request, record, form):
        return back(request, record)
    context = {
        "form": form,
        "title": "Thêm tệp",
        "lead": str(record),
        "cancel_url": record.get_absolute_url(),
    }
    return render(request, "form_page.html", context, status=422 if form.is_bound else 200)


def _attached(request, record, form):
    sent = form.cleaned_data
    try:
        attach(record, sent["file"], title=sent["title"], desk=request.desk)
    except TransitionError as error:
        form.add_error("file", str(error))
        return False
    return True


@require_POST
def attachment_remove(request, pk):
    attachment = get_object_or_404(Attachment.objects.visible_to(request.desk), pk=pk)
    record = attachment.adoption or attachment.event or attachment.coverage
    kept_record(type(record), record.pk, request.desk)
    attempt(request, lambda: detach(attachment, desk=request.desk), "Đã bỏ tệp.")
    return back(request, record)


@require_safe
def attachment_file(request, pk):
    """The file, to whoever may see what it belongs to."""
    return download(get_object_or_404(Attachment.objects.visible_to(request.desk), pk=pk))
