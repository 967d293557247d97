"""Decisions that take awards back: list, draft, page, moves."""

from functools import partial

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from awards import annulments
from awards.filters import AnnulmentFilters
from awards.forms import AnnulmentForm
from awards.models import Annulment, AnnulmentStatus
from awards.tables import AnnulmentTable
from awards.views import decisions
from awards.views.offices import refuse_unless_standing
from core.lists import FilteredListView
from core.moving import buttons, make_move, saved, without_note
from core.pages import posted
from core.returning import on_the_way
from organizations import signing
from organizations.models import Role

DONE = {
    "submit": "Đã trình ký.",
    "give_back": "Đã trả lại dự thảo cho thường trực.",
    "sign": "Đã ký. Văn thư cấp số và ban hành.",
    "issue": "Đã cấp số và ban hành. Các khen thưởng trong danh sách không còn được tính.",
    "drop": "Đã hủy dự thảo. Khen thưởng trong danh sách giữ nguyên.",
}
ASKED = {
    "issue": "Số cấp theo thứ tự trong sổ, mang ngày hôm nay. Khen thưởng trong danh sách bị hủy bỏ trong sổ "
    "khen thưởng và không còn được tính.",
    "drop": "Khen thưởng trong danh sách giữ nguyên.",
}


class AnnulmentList(FilteredListView):
    filterset_class, table_class = AnnulmentFilters, AnnulmentTable
    title = "Quyết định hủy bỏ khen thưởng"
    lead = "Soạn từ trang của quyết định khen thưởng cần hủy bỏ, cho tất cả hoặc một số đối tượng."
    empty_title = "Chưa có quyết định hủy bỏ nào"
    empty_text = "Mở quyết định khen thưởng rồi bấm “Hủy bỏ khen thưởng”."
    export_what = "annulments"

    def get_queryset(self):
        return Annulment.objects.visible_to(self.request.desk).for_table().order_by("-issued_on", "-pk")


def find(request, pk):
    found = Annulment.objects.visible_to(request.desk).select_related(
        "unit", "number__series", "decision__unit", "decision__number__series"
    )
    return get_object_or_404(found, pk=pk)


@require_http_methods(["GET", "POST"])
def annulment_new(request, pk):
    decision = decisions.find(request, pk)
    if not annulments.may_annul(decision, request.desk):
        return _refuse(request, decision)
    if not annulments.annullable(decision).exists():
        messages.info(request, "Mọi khen thưởng của quyết định này đã hủy bỏ hoặc đang ở dự thảo hủy bỏ.")
        return redirect(decision)
    annulment = Annulment(**annulments.proposed(decision))
    return _edit(request, annulment, "Soạn quyết định hủy bỏ", decision.get_absolute_url())


def _refuse(request, decision):
    if not request.desk.may(Role.STANDING, annulments.office_of(decision)):
        raise PermissionDenied("Việc này do thường trực Hội đồng thực hiện.")
    messages.error(request, "Chỉ hủy bỏ được quyết định đã ban hành và còn hiệu lực.")
    return redirect(decision)


@require_http_methods(["GET", "POST"])
def annulment_edit(request, pk):
    annulment = find(request, pk)
    refuse_unless_standing(request, annulment.unit)
    if annulment.status != AnnulmentStatus.DRAFT:
        messages.error(request, "Quyết định không còn là dự thảo, không sửa được nữa.")
        return redirect(annulment)
    return _edit(request, annulment, "Sửa quyết định hủy bỏ", annulment.get_absolute_url())


def _edit(request, annulment, title, cancel_url):
    form = AnnulmentForm(posted(request), instance=annulment)
    if request.method == "POST" and form.is_valid() and saved(form, partial(_save, form, request.desk)):
        messages.success(request, "Đã lưu dự thảo quyết định hủy bỏ.")
        return redirect(on_the_way(form.instance, request))
    context = {"form": form, "title": title, "cancel_url": cancel_url, "decision": annulment.decision}
    return render(request, "awards/annulment_form.html", context, status=422 if form.errors else 200)


@transaction.atomic
def _save(form, desk):
    annulment, entries = form.instance, list(form.cleaned_data["entries"])
    if annulment.pk is None:
        annulments.begin_annulment(annulment, entries, desk=desk)
        return True
    if not form.save_or_tell():
        return False
    annulments.set_entries(annulment, entries)
    annulment.log("edit", desk=desk, label="Sửa dự thảo", note=f"{len(entries)} đối tượng")
    return True


@require_GET
def annulment_detail(request, pk):
    annulment = find(request, pk)
    items = annulment.items.select_related("entry__award", "entry__nomination__unit")
    context = {
        "annulment": annulment,
        "items": items,
        "total": sum(item.entry.prize or 0 for item in items),
        "moves": buttons(annulment, request.desk, "awards:annulment-move", ASKED),
        "edits": annulment.status == AnnulmentStatus.DRAFT
        and request.desk.may(Role.STANDING, annulment.unit),
        "reads_history": request.desk.offices(Role.STANDING, Role.CHAIRMAN, Role.CLERK) & {annulment.unit_id},
        "history": annulment.history,
    }
    return render(request, "awards/annulment_detail.html", context)


@require_http_methods(["GET", "POST"])
def annulment_move(request, pk, verb):
    annulment = find(request, pk)
    acts = {
        "submit": annulments.submit_annulment,
        "drop": annulments.drop_annulment,
        "sign": without_note(signing.sign),
        "issue": without_note(annulments.issue_annulment),
    }
    return make_move(
        request, annulment, verb, act=acts.get(verb), done=DONE.get(verb, ""), text=ASKED.get(verb, "")
    )
