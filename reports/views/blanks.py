"""Blanks: the list, a new one, laying one out, its picture and test page; and the offsets of printers."""

import hashlib
from functools import partial

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.files.storage import default_storage
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from core.lists import FilteredListView
from core.pages import confirm, numbers, posted
from core.returning import return_url
from reports.certificates.batches import face_of
from reports.certificates.content import SAMPLE
from reports.certificates.defaults import add_default_fields, places_of
from reports.certificates.drawing import pieces
from reports.certificates.forms import BlankForm, BlankHeadForm, FieldForm, PrinterFormSet
from reports.certificates.placing import boxes_of
from reports.certificates.rendering import Sheet
from reports.certificates.rendering import render as render_pdf
from reports.filing import write_whole
from reports.filters import BlankFilters
from reports.models import PRINTING, Blank, BlankMode, Printer
from reports.papers.document import PaperError
from reports.tables import BlankTable
from reports.views import files

NOT_YOURS = "Việc này do thường trực Hội đồng và văn thư thực hiện."
TEST_PAYLOAD = "Trang in thử"


def office_of(request):
    """The office whose blanks and printers the person keeps; PermissionDenied for others."""
    units = [unit for unit in request.desk.units(*PRINTING) if unit.exists_on(request.desk.on)]
    if not units:
        raise PermissionDenied(NOT_YOURS)
    return units[0]


def find(request, pk):
    blanks = Blank.objects.visible_to(request.desk).select_related("unit")
    return get_object_or_404(blanks.prefetch_related("fields", "awards"), pk=pk)


class BlankList(FilteredListView):
    filterset_class, table_class = BlankFilters, BlankTable
    template_name = "reports/certificates/blank_list.html"
    title = "Phôi giấy khen, bằng khen"
    lead = "Mỗi phôi ghi khổ giấy và chỗ đặt từng dòng chữ; khi in, chọn phôi rồi chọn quyết định."
    empty_title = "Chưa có phôi nào"
    empty_text = "Bấm “Thêm phôi”: phôi mới có sẵn cách đặt các ô, in được ngay."

    def get_queryset(self):
        blanks = Blank.objects.visible_to(self.request.desk).select_related("unit")
        return blanks.prefetch_related("awards").order_by("name_key")

    def get_context_data(self, **kwargs):
        may_add = self.request.desk.has(*PRINTING)
        return super().get_context_data(may_add=may_add, **kwargs)


@require_http_methods(["GET", "POST"])
def blank_new(request):
    form = BlankForm(posted(request), instance=Blank(unit=office_of(request)))
    if request.method == "POST" and form.is_valid():
        with transaction.atomic():
            blank = form.save()
            add_default_fields(blank)
        messages.success(request, "Đã thêm phôi với cách đặt có sẵn. Mời in thử rồi chỉnh các ô nếu cần.")
        return redirect(blank)
    context = {"form": form, "title": "Thêm phôi", "save_label": "Thêm phôi"}
    return render(request, "reports/certificates/blank_new.html", context, status=_status(form))


@require_http_methods(["GET", "POST"])
def blank_edit(request, pk):
    """The blank with its fields on it: dragged, moved by keys, or typed as numbers."""
    blank = find(request, pk)
    head = BlankHeadForm(posted(request), request.FILES or None, instance=blank, prefix="blank")
    rows = [FieldForm(posted(request), instance=field, prefix=field.kind) for field in blank.fields.all()]
    if request.method == "POST" and all(form.is_valid() for form in (head, *rows)):
        with transaction.atomic():
            _save_head(head)
            for form in rows:
                form.save()
        messages.success(request, "Đã lưu phôi.")
        return redirect(blank)
    context = {
        "blank": blank,
        "head": head,
        "rows": rows,
        "has_faults": any(form.errors for form in rows),
        "pieces": pieces(places_of(blank)),
        "printers": Printer.objects.visible_to(request.desk),
        "has_picture_field": blank.mode == BlankMode.OVERPRINT,
    }
    return render(request, "reports/certificates/blank.html", context, status=_status(head, *rows))


def _save_head(form):
    blank, picture = form.instance, form.cleaned_data.get("picture")
    if picture or form.cleaned_data.get("without_picture"):
        before = blank.picture.name
        blank.picture = _stored(blank, picture) if picture else ""
        if before not in ("", blank.picture.name):  # the same picture has the same name
            transaction.on_commit(partial(default_storage.delete, before))
    form.save()


def _stored(blank, picture):
    content = picture.read()
    name = f"phoi/{blank.pk}-{hashlib.sha256(content).hexdigest()[:16]}.jpg"
    write_whole(name, content)
    return name


def _status(*forms):
    return 422 if any(form.is_bound and not form.is_valid() for form in forms) else 200


@require_http_methods(["GET", "POST"])
def blank_delete(request, pk):
    """Certificates that were printed on it stay; the blank itself goes, with its picture."""
    blank = find(request, pk)
    if request.method == "POST":
        if blank.picture:
            transaction.on_commit(partial(default_storage.delete, blank.picture.name))
        blank.delete()
        messages.success(request, f"Đã xóa phôi “{blank}”.")
        return redirect("reports:blanks")
    return confirm(
        request,
        title=f"Xóa phôi “{blank}”?",
        text="Các tệp đã in vẫn giữ nguyên. Cách đặt các ô của phôi thì không lấy lại được.",
        action="Xóa phôi",
        back=blank,
        danger=True,
    )


@require_GET
def blank_picture(request, pk):
    blank = find(request, pk)
    if not blank.picture:
        raise Http404
    return files.send(blank.picture, f"{blank}.jpg", content_type="image/jpeg")


@require_GET
def blank_test(request, pk):
    """One sheet with a millimetre grid and long sample texts, moved as the chosen printer needs it."""
    blank = find(request, pk)
    printer = None
    if chosen := numbers(request.GET.getlist("printer")):
        printer = get_object_or_404(Printer.objects.visible_to(request.desk), pk=chosen[0])
    shift = (printer.dx, printer.dy) if printer else (0, 0)
    try:
        boxes = boxes_of(places_of(blank), SAMPLE, blank.size)
    except PaperError as error:
        messages.error(request, str(error))
        return redirect(blank)
    face = face_of(blank, f"In thử: {blank}", *shift, has_grid=True)
    content = render_pdf(face, [Sheet(tuple(boxes), TEST_PAYLOAD)])
    return HttpResponse(
        content,
        content_type="application/pdf",
        headers={"Content-Disposition": 'inline; filename="in-thu.pdf"'},
    )


@require_http_methods(["GET", "POST"])
def printers(request):
    """By how much each printer of the office misses: one row each, and one more for a new printer."""
    unit = office_of(request)
    rows = PrinterFormSet(
        posted(request),
        queryset=Printer.objects.filter(unit=unit),
        form_kwargs={"unit": unit},
        prefix="printers",
    )
    if request.method == "POST" and rows.is_valid():
        rows.save()
        messages.success(request, "Đã lưu độ lệch của máy in.")
        return redirect(return_url(request, "reports:printers"))
    return render(request, "reports/certificates/printers.html", {"rows": rows}, status=_status(rows))
