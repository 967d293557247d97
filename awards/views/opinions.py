"""Lists for public opinion as the office sees them, with names and contacts of those who wrote."""

from functools import partial

from django.contrib import messages
from django.core.paginator import Paginator
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from awards import opinions
from awards.filters import OpinionFilters
from awards.forms.opinion import AnswerForm, ConclusionForm, OpinionForm
from awards.models import OpinionList, OpinionStatus, Remark, Session
from awards.tables import OpinionTable
from awards.views.offices import refuse_unless_standing, standing_unit
from core.calendar import now, today
from core.lists import FilteredListView
from core.moving import buttons, make_move, saved, without_note
from core.pages import numbers, posted
from core.returning import on_the_way, return_url
from organizations.models import Role

DONE = {
    "post": "Danh sách đã công khai. Ai cũng xem và gửi ý kiến được đến hết ngày cuối.",
    "close": "Đã kết thúc lấy ý kiến. Biên bản in ở mục “Văn bản”.",
    "cancel": "Đã gỡ danh sách khỏi trang công khai.",
}
ASKED = {
    "post": "Tên, đơn vị, danh hiệu và tóm tắt thành tích hiện cho mọi người xem; danh sách không sửa nữa.",
    "close": "Biên bản không sửa được nữa.",
    "cancel": "Thời gian đã công khai không được tính; muốn lấy ý kiến thì lập danh sách khác.",
}
PER_PAGE = 100


class OpinionLists(FilteredListView):
    filterset_class, table_class = OpinionFilters, OpinionTable
    template_name = "awards/opinion_list.html"
    title = "Lấy ý kiến Nhân dân"
    lead = "Danh sách đề nghị khen thưởng được công khai đủ số ngày trước khi Hội đồng họp."
    empty_title = "Chưa có danh sách nào"
    empty_text = "Thường trực Hội đồng lập danh sách từ hồ sơ đang thẩm định hoặc từ chương trình phiên họp."
    export_what = "opinions"

    def get_queryset(self):
        return OpinionList.objects.visible_to(self.request.desk).for_table().order_by("-opens_on", "-pk")

    def may_add(self):
        return self.request.desk.has(Role.STANDING)


def find(request, pk):
    found = OpinionList.objects.visible_to(request.desk).select_related("unit", "session", "rule")
    return get_object_or_404(found, pk=pk)


@require_GET
def opinion_detail(request, pk):
    opinion_list = find(request, pk)
    items = opinion_list.items.select_related("nomination__award", "nomination__unit")
    remarks = list(opinion_list.remarks.select_related("item__nomination", "answered_by"))
    runs = request.desk.may(Role.STANDING, opinion_list.unit)
    is_posted = opinion_list.status == OpinionStatus.POSTED
    context = {
        "opinion_list": opinion_list,
        "page": Paginator(items, PER_PAGE).get_page(request.GET.get("page")),
        "remarks": remarks,
        "counted": opinions.counted(remarks),
        "is_shown": opinion_list.takes_remarks(today()) if opinion_list.opens_on else False,
        "answers": runs and is_posted,
        "edits": runs and opinion_list.status == OpinionStatus.PREPARING,
        "concludes": runs and is_posted,
        "moves": buttons(opinion_list, request.desk, "awards:opinion-move"),
        "history": opinion_list.history,
    }
    return render(request, "awards/opinion_detail.html", context)


@require_http_methods(["GET", "POST"])
def opinion_new(request):
    """`?session=` begins with what is on that session's agenda."""
    unit = standing_unit(request)
    started = OpinionList(unit=unit, session=_session(request, unit))
    if started.session:
        started.title = f"Lấy ý kiến Nhân dân: {started.session}"[:300]
    return _edit(request, started, "Lập danh sách lấy ý kiến", reverse("awards:opinions"))


def _session(request, unit):
    pk = next(iter(numbers([request.GET.get("session", "")])), None)
    return Session.objects.run_by(request.desk).filter(pk=pk, unit=unit).first() if pk else None


@require_http_methods(["GET", "POST"])
def opinion_edit(request, pk):
    """The list while it is prepared, the conclusion of its minute while it is up."""
    opinion_list = find(request, pk)
    refuse_unless_standing(request, opinion_list.unit)
    if opinion_list.status == OpinionStatus.PREPARING:
        return _edit(request, opinion_list, "Sửa danh sách lấy ý kiến", opinion_list.get_absolute_url())
    if opinion_list.status == OpinionStatus.POSTED:
        return _conclude(request, opinion_list)
    messages.error(request, "Danh sách đã kết thúc hoặc đã gỡ, không sửa được nữa.")
    return redirect(opinion_list)


def _edit(request, opinion_list, title, cancel_url):
    form = OpinionForm(posted(request), instance=opinion_list, unit=opinion_list.unit)
    if request.method == "POST" and form.is_valid() and saved(form, partial(_save, form, request.desk)):
        messages.success(request, "Đã lưu danh sách.")
        return redirect(on_the_way(form.instance, request))
    context = {"form": form, "title": title, "cancel_url": cancel_url}
    return render(request, "awards/opinion_form.html", context, status=422 if form.errors else 200)


@transaction.atomic
def _save(form, desk):
    is_new = form.instance.pk is None
    if is_new:
        form.instance.save()
    elif not form.save_or_tell():
        return False
    opinions.set_nominations(form.instance, form.cleaned_data["nominations"])
    form.instance.log("edit", desk=desk, label="Lập danh sách" if is_new else "Sửa danh sách")
    return True


def _conclude(request, opinion_list):
    form = ConclusionForm(posted(request), instance=opinion_list)
    if request.method == "POST" and form.is_valid() and form.save_or_tell():
        opinion_list.log("conclude", desk=request.desk, label="Ghi kết luận")
        messages.success(request, "Đã lưu kết luận.")
        return redirect(return_url(request, opinion_list))
    context = {"form": form, "title": "Kết luận của biên bản", "cancel_url": opinion_list.get_absolute_url()}
    return render(request, "awards/opinion_form.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def opinion_move(request, pk, verb):
    acts = {
        "post": without_note(opinions.post),
        "close": without_note(opinions.close),
        "cancel": opinions.cancel,
    }
    return make_move(
        request,
        find(request, pk),
        verb,
        act=acts.get(verb),
        done=DONE.get(verb, ""),
        text=ASKED.get(verb, ""),
    )


@require_http_methods(["GET", "POST"])
def remark_answer(request, pk):
    found = Remark.objects.visible_to(request.desk).select_related("opinion_list__unit", "item__nomination")
    remark = get_object_or_404(found, pk=pk)
    opinion_list = remark.opinion_list
    refuse_unless_standing(request, opinion_list.unit)
    if opinion_list.status != OpinionStatus.POSTED:
        messages.error(request, "Đã kết thúc lấy ý kiến, không ghi trả lời được nữa.")
        return redirect(opinion_list)
    form = AnswerForm(posted(request), instance=remark)
    if request.method == "POST" and form.is_valid() and _answered(form, request.desk):
        messages.success(request, "Đã ghi trả lời, cách xử lý.")
        return redirect(return_url(request, opinion_list))
    context = {"form": form, "remark": remark, "opinion_list": opinion_list}
    return render(request, "awards/remark_answer.html", context, status=422 if form.errors else 200)


@transaction.atomic
def _answered(form, desk):
    form.instance.answered_by, form.instance.answered_at = desk.user, now()
    if not form.save_or_tell():
        return False
    form.instance.opinion_list.log("answer", desk=desk, label="Trả lời ý kiến", note=str(form.instance))
    return True
