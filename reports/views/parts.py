"""The parts that units send for a review: theirs to write and send, the office's to ask for and take."""

from functools import partial
from urllib.parse import urlencode

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from django.views.generic import View

from campaigns.views.drafts import version_in
from campaigns.views.urging import see_and_send
from core.calendar import now, today
from core.lists import FilteredListView
from core.moving import buttons, make_move
from core.returning import came_from, on_the_way, return_url
from core.workflow import Collision
from organizations.models import Role
from organizations.naming import names_apart
from reports import parts
from reports.behind import address
from reports.figures import figures, figures_of
from reports.filters import PartFilters
from reports.models import OFFICE, MilestoneReview, PartSection, PartStatus, ReviewPart, ReviewStatus
from reports.models.part import WRITABLE
from reports.part_forms import AskForm, PartForm
from reports.part_urging import urge_parts, urging_of_parts
from reports.showing import shown_of_unit
from reports.tables import PartTable
from reports.views.reviews import visible

ACTS = {  # verb: (what makes the move, what is said when it is made, what follows from it)
    "send": (
        parts.send_part,
        "Đã gửi phần báo cáo.",
        "Số liệu được giữ như lúc gửi. Gửi rồi chỉ sửa được khi cơ quan tổng hợp trả lại.",
    ),
    "take": (parts.take_part, "Đã tiếp nhận phần báo cáo.", ""),
    "give_back": (parts.give_part_back, "Đã trả lại phần báo cáo.", "Ghi rõ mục nào, cần bổ sung gì."),
    "recall": (
        parts.recall_part,
        "Đã xin rút lại phần báo cáo.",
        "Cơ quan tổng hợp xem và trả lại để đơn vị sửa.",
    ),
}
AFTER_ISSUE = "Báo cáo chung đã ban hành và giữ nguyên; thay đổi này chỉ được ghi lại ở hai bên."


class PartList(FilteredListView):
    filterset_class, table_class = PartFilters, PartTable
    title = "Phần báo cáo của các đơn vị"
    lead = "Phần mà đơn vị gửi để cơ quan tổng hợp viết báo cáo sơ kết, tổng kết."
    empty_title = "Chưa có phần báo cáo nào"
    empty_text = "Cơ quan tổng hợp yêu cầu đơn vị gửi khi soạn báo cáo sơ kết, tổng kết."
    export_what = "parts"

    def get_queryset(self):
        return ReviewPart.objects.visible_to(self.request.desk).for_table().order_by("due_on")


def seen_part(request, pk):
    seen = ReviewPart.objects.visible_to(request.desk).for_table().prefetch_related("sections")
    return get_object_or_404(seen, pk=pk)


@require_safe
def part_page(request, pk):
    part, desk = seen_part(request, pk), request.desk
    written = {section.kind: section for section in part.sections.all()}
    found = part.figures or figures_of(part.review, part.unit)
    context = {
        "part": part,
        "facts": _facts(part),
        "shown": shown_of_unit(part, found),
        "dossiers_url": _dossiers_url(part, desk),
        "sections": [(kind.label, written.get(kind)) for kind in PartSection.ASKED],
        "may_write": ReviewPart.objects.written_by(desk).filter(pk=part.pk).exists(),
        "may_insert": part.status == PartStatus.TAKEN and _drafts(part.review, desk),
        "moves": buttons(part, desk, "reports:part-move"),
        "back": came_from(request),
        "history": part.history,
        "is_late": part.status in WRITABLE and part.due_on < today(),
    }
    return render(request, "reports/part_detail.html", context)


def _dossiers_url(part, desk):
    """The list behind the unit's figures: in the review for the office, among one's own for the unit."""
    if part.review.unit_id in desk.offices(*OFFICE):
        return address(part.review, table="unit", value=str(part.unit_id))
    query = urlencode({"plan": part.review.plan_id, "unit": part.unit_id})
    return f"{reverse('exemplars:nominations')}?{query}"


def _drafts(review, desk):
    return review.status == ReviewStatus.DRAFT and desk.may(Role.STANDING, review.unit)


def _facts(part):
    review = part.review
    return [
        ("Đơn vị", part.unit),
        ("Cơ quan tổng hợp", review.unit),
        ("Kế hoạch", f"{review.plan.number_text} {review.plan}".strip()),
        ("Mốc", review.milestone),
        ("Hạn gửi", f"{part.due_on:%d/%m/%Y}"),
        ("Ngày gửi", f"{part.sent_on:%d/%m/%Y}" if part.sent_on else ""),
    ]


def writable_part(request, pk):
    """404 for what one may not see, 403 for what one may not write or may write no longer."""
    part = seen_part(request, pk)
    if not ReviewPart.objects.written_by(request.desk).filter(pk=pk).exists():
        raise PermissionDenied("Phần báo cáo này do đơn vị viết, và chỉ sửa được trước khi gửi.")
    return part


@method_decorator(never_cache, name="dispatch")  # Back would bring an old version
class PartEdit(View):
    def get(self, request, pk):
        part = writable_part(request, pk)
        return self.page(part, PartForm(instance=part))

    def post(self, request, pk):
        part = writable_part(request, pk)
        form = PartForm(request.POST, instance=part)
        if not form.is_valid():
            return self.page(part, form, status=422)
        try:
            parts.save_part(part, bodies=form.bodies(), seen=version_in(request))
        except Collision:
            form.tell_collision()
            return self.page(part, form, status=409)
        part.log("edit", desk=request.desk, label="Sửa phần báo cáo")
        messages.success(request, "Đã lưu. Thủ trưởng đơn vị xem và bấm “Gửi báo cáo”.")
        return redirect(on_the_way(part, request))

    def page(self, part, form, status=200):
        found = figures_of(part.review, part.unit)
        context = {
            "part": part,
            "form": form,
            "shown": shown_of_unit(part, found),
            "section_names": " ".join(PartSection.ASKED),
        }
        return render(self.request, "reports/part_edit.html", context, status=status)


@require_POST
def part_autosave(request, pk):
    """Answers {"version", "message"}; 409 when somebody else saved first."""
    part = writable_part(request, pk)
    form = PartForm(request.POST, instance=part)
    form.is_valid()
    try:
        parts.save_part(part, bodies=form.bodies(), seen=version_in(request))
    except Collision:
        message = "Phần này vừa được lưu ở nơi khác. Bấm “Lưu” để xem và chọn."
        return JsonResponse({"message": message}, status=409)
    return JsonResponse({"version": part.version, "message": f"Đã lưu lúc {now():%H:%M}"})


def part_move(request, pk, verb):
    if verb not in ACTS:
        raise Http404
    part = seen_part(request, pk)
    if not part.allows(verb, request.desk):
        raise PermissionDenied
    act, done, text = ACTS[verb]
    if part.review.is_public:
        text = f"{text} {AFTER_ISSUE}".strip()
    return make_move(request, part, verb, act=act, done=done, text=text)


# --- The office's page -------------------------------------------------------------------------------


def served_review(request, pk):
    """404 for what one may not see, 403 for those who only read the report."""
    review = get_object_or_404(visible(request), pk=pk)
    if review.unit_id not in request.desk.offices(*OFFICE):
        raise PermissionDenied("Trang này dành cho cơ quan tổng hợp báo cáo.")
    return review


@require_http_methods(["GET", "HEAD", "POST"])
def review_parts(request, pk):
    """Who was asked, who sent what, how it agrees with the whole; POST asks more units."""
    review, desk = served_review(request, pk), request.desk
    may_ask = _drafts(review, desk)
    if request.method == "POST" and not may_ask:
        raise PermissionDenied("Chỉ thường trực Hội đồng yêu cầu, khi báo cáo còn là dự thảo.")
    form = AskForm(request.POST or None, units=parts.units_to_ask(review)) if may_ask else None
    if request.method == "POST" and form.is_valid():
        asked = parts.ask_for_parts(review, **form.cleaned_data, desk=desk)
        messages.success(request, f"Đã yêu cầu {asked} đơn vị gửi báo cáo.")
        return redirect(on_the_way(request.path, request))
    rows = list(review.parts.for_table().prefetch_related("sections"))
    names = names_apart([part.unit for part in rows])
    counts, late = parts.tallied(rows, today())
    context = {
        "review": review,
        "form": form if form and form.fields["units"].queryset else None,
        "rows": [(part, names[part.unit_id]) for part in rows],
        "counts": counts,
        "late": late,
        "may_remind": _may_remind(review, desk) and any(part.status in WRITABLE for part in rows),
        "today": today(),
        "agreement": parts.agreement(review.figures or figures(review), rows),
        "texts": _texts(rows),
        "may_insert": may_ask,
        "newer": MilestoneReview.objects.filter(replaces=review).first(),
    }
    return render(
        request, "reports/review_parts.html", context, status=422 if request.method == "POST" else 200
    )


@require_http_methods(["GET", "HEAD", "POST"])
def remind(request, pk):
    """Whom a reminder of the parts that are still to come would reach; POST sends it."""
    review = served_review(request, pk)
    if not _may_remind(review, request.desk):
        raise PermissionDenied("Chỉ thường trực Hội đồng nhắc, khi báo cáo chưa ban hành.")
    return see_and_send(
        request,
        partial(urging_of_parts, review, request.desk.on),
        partial(urge_parts, review, desk=request.desk),
        back=reverse("reports:review-parts", args=[review.pk]),
        template="reports/parts_urge.html",
        review=review,
    )


def _may_remind(review, desk):
    return not review.is_public and desk.may(Role.STANDING, review.unit)


def _texts(rows):
    """[(section's name, [its texts in the parts that were taken])], without empty ones."""
    taken = [part for part in rows if part.status == PartStatus.TAKEN]
    texts = [section for part in taken for section in part.sections.all() if section.body]
    found = [(kind.label, [text for text in texts if text.kind == kind]) for kind in PartSection.ASKED]
    return [(label, told) for label, told in found if told]


@require_POST
def insert(request, pk, section):
    review = served_review(request, pk)
    if not _drafts(review, request.desk):
        raise PermissionDenied("Chỉ thường trực Hội đồng soạn báo cáo, khi còn là dự thảo.")
    taken = PartSection.objects.filter(part__review=review, part__status=PartStatus.TAKEN)
    section = get_object_or_404(taken.select_related("part__unit"), pk=section)
    try:
        is_new = parts.insert_part(review, section, seen=review.version, by=request.user)
    except Collision:
        messages.error(request, "Báo cáo vừa được người khác lưu. Mời bấm lại.")
    else:
        told = "Đã chèn vào cuối" if is_new else "Nội dung này đã có trong"
        messages.success(request, f"{told} mục “{section.get_kind_display()}” của báo cáo.")
    return redirect(return_url(request, reverse("reports:review-parts", args=[review.pk])))
