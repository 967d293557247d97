"""Delegates: who they are, whom units propose, replace and withdraw, what the office decides."""

from functools import partial

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.decorators.http import require_GET, require_http_methods

from core.filters import LONGEST_SEARCH, matching
from core.lists import FilteredListView
from core.moving import buttons, carry_out, make_move
from core.pages import confirm, posted
from core.returning import on_the_way
from core.workflow import Collision, NotYours, TransitionError
from exemplars.models import Subject
from gatherings import delegates, structure
from gatherings.conference_lists import DelegateFilters, DelegateTable, OfOneFilters, OfOneTable
from gatherings.forms.delegate import DelegateForm, ReplacementForm, known_of
from gatherings.models import ConferenceStatus, Delegate, DelegateStatus
from gatherings.views.finding import find, tabs
from organizations.models import Role

FOUND_AT_MOST = 12
DONE = {
    "accept": "Đã duyệt đại biểu.",
    "refuse": "Đã ghi không duyệt; đơn vị thấy lý do và có thể cử người khác.",
    "confirm": "Đã ghi đại biểu xác nhận dự.",
}
NOT_UNITS = "Đơn vị này không được giao chỉ tiêu đại biểu, hoặc hội nghị không nhận thêm đại biểu."


class DelegateList(FilteredListView):
    """Delegates of all conferences, for whoever looks for a person, and for the export."""

    filterset_class, table_class = DelegateFilters, DelegateTable
    title = "Đại biểu các hội nghị"
    empty_title = "Chưa có đại biểu nào"
    empty_text = "Đại biểu do đơn vị cử trong chỉ tiêu, hoặc do cơ quan tổ chức mời."
    export_what = "delegates"

    def get_queryset(self):
        return Delegate.objects.visible_to(self.request.desk).for_table().in_order()


class ConferenceDelegates(DelegateList):
    """Those of one conference, below its quotas and the groups among them."""

    filterset_class, table_class = OfOneFilters, OfOneTable
    template_name = "gatherings/conference_delegates.html"

    @cached_property
    def conference(self):
        return find(self.request, self.kwargs["pk"])

    def get_queryset(self):
        return super().get_queryset().filter(conference=self.conference.pk)

    def export_url(self):
        url = super().export_url()
        return f"{url}{'&' if '?' in url else '?'}conference={self.conference.pk}"

    def get_context_data(self, **kwargs):
        conference, desk = self.conference, self.request.desk
        rows = list(conference.delegates.all())
        quotas = conference.quotas.select_related("unit")
        is_office = desk.may(Role.STANDING, conference.unit)
        return super().get_context_data(
            conference=conference,
            tabs=tabs(self.request, conference, "conference-delegates"),
            totals=structure.totals(conference, rows),
            lines=structure.lines(quotas, rows),
            may_set=is_office and conference.is_writable,
            may_propose=delegates.is_open_for(conference, desk),
            takes_attendance=is_office and conference.status == ConferenceStatus.HELD,
            **kwargs,
        )


def find_delegate(request, pk):
    seen = Delegate.objects.visible_to(request.desk).for_table()
    return get_object_or_404(seen.select_related("replaces", "taken_from__conference"), pk=pk)


@require_GET
def delegate_detail(request, pk):
    delegate, desk = find_delegate(request, pk), request.desk
    is_open = delegates.is_open_for(delegate.conference, desk)
    is_mine = delegate.allows("replace", desk)
    context = {
        "delegate": delegate,
        "conference": delegate.conference,
        "facts": _facts(delegate) if is_mine else _public_facts(delegate),
        "moves": buttons(delegate, desk, "gatherings:delegate-move"),
        "may_edit": is_mine and is_open and delegates.is_live(delegate),
        "may_replace": is_open and delegate.can("replace", desk),
        "may_withdraw": is_mine and is_open and delegate.status == DelegateStatus.PROPOSED,
        "successor": Delegate.objects.filter(replaces=delegate).first(),
        "history": delegate.history,
    }
    return render(request, "gatherings/delegate_detail.html", context)


def _public_facts(delegate):
    return [
        ("Đơn vị cử", delegate.unit),
        ("Chức vụ, nơi công tác", delegate.position),
        ("Thành phần", delegate.get_seat_display()),
        ("Tiêu chuẩn", delegate.get_standard_display()),
        ("Căn cứ", delegate.ground),
    ]


def _facts(delegate):
    """For those who answer for the delegate: also what is counted."""
    own = [
        ("Dự với tư cách", f"{delegate.get_kind_display()} {delegate.represents}".strip().capitalize()),
        ("Giới tính, dân tộc", f"{delegate.get_sex_display()}, {delegate.ethnicity}"),
        ("Nhóm", delegate.get_worker_group_display()),
    ]
    return [*_public_facts(delegate), *own]


@require_http_methods(["GET", "POST"])
def delegate_new(request, pk):
    conference = find(request, pk)
    if not delegates.is_open_for(conference, request.desk):
        raise PermissionDenied(NOT_UNITS)
    form = DelegateForm(
        posted(request), instance=Delegate(conference=conference), desk=request.desk, initial=_known(request)
    )
    if request.method == "POST" and form.is_valid():
        act = partial(delegates.propose, form.save(commit=False), desk=request.desk)
        if _done(form, act):
            messages.success(request, f"Đã cử đại biểu {form.instance}.")
            return redirect(on_the_way(_list_of(conference), request))
    return _form_page(request, form, "Cử đại biểu", conference)


def _list_of(conference):
    return reverse("gatherings:conference-delegates", args=[conference.pk])


def _known(request):
    """What is known of the subject that was chosen above the form."""
    pk = request.GET.get("subject", "")
    chosen = Subject.objects.visible_to(request.desk).filter(pk=pk).first() if pk.isdigit() else None
    return {"subject": chosen.pk} | known_of(chosen) if chosen else {}


def _done(form, act):
    """Do it; False, with what stands in the way on the form."""
    try:
        act()
    except NotYours as error:
        raise PermissionDenied(str(error)) from error
    except TransitionError as error:
        form.add_error("unit" if "chỉ tiêu" in str(error) and "unit" in form.fields else None, str(error))
        return False
    return True


def _form_page(request, form, title, conference, **extra):
    typed = request.GET.get("q", "")[:LONGEST_SEARCH]
    known = Subject.objects.visible_to(request.desk).select_related("unit")
    subject = str(form["subject"].value() or "")
    context = {
        "form": form,
        "title": title,
        "conference": conference,
        "cancel_url": _list_of(conference),
        "q": typed,
        "found": matching(known, typed)[:FOUND_AT_MOST] if typed.strip() else [],
        "chosen": known.filter(pk=subject).first() if subject.isdigit() else None,
        **extra,
    }
    return render(request, "gatherings/delegate_form.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def delegate_edit(request, pk):
    delegate = find_delegate(request, pk)
    if not delegate.allows("replace", request.desk):
        raise PermissionDenied(NOT_UNITS)
    if not (delegates.is_live(delegate) and delegates.is_open_for(delegate.conference, request.desk)):
        messages.error(request, "Đại biểu này không sửa được nữa.")
        return redirect(delegate)
    form = DelegateForm(posted(request), instance=delegate, desk=request.desk)
    if request.method == "POST" and form.is_valid() and _corrected(form, request.desk):
        messages.success(request, "Đã lưu đại biểu.")
        return redirect(on_the_way(delegate, request))
    return _form_page(request, form, "Sửa đại biểu", delegate.conference, is_edit=True)


def _corrected(form, desk):
    """Save; False, with what stands in the way on the form, or what the other person wrote."""
    seen = form.cleaned_data["version"] or 0
    try:
        return _done(form, partial(delegates.correct, form.instance, seen=seen, desk=desk))
    except Collision:
        form.tell_collision()
        return False


@require_http_methods(["GET", "POST"])
def delegate_replace(request, pk):
    """Another person on the seat of this one."""
    old = find_delegate(request, pk)
    if not old.allows("replace", request.desk):
        raise PermissionDenied(NOT_UNITS)
    if not (old.can("replace", request.desk) and delegates.is_open_for(old.conference, request.desk)):
        messages.error(request, f"Không thay được: đại biểu đang ở trạng thái “{old.get_status_display()}”.")
        return redirect(old)
    new = Delegate(conference=old.conference, unit=old.unit, seat=old.seat)
    form = ReplacementForm(
        posted(request), instance=new, desk=request.desk, replaced=old, initial=_known(request)
    )
    if request.method == "POST" and form.is_valid():
        new, note = form.save(commit=False), form.cleaned_data["note"]
        if _done(form, partial(delegates.replace, old, new, note=note, desk=request.desk)):
            messages.success(request, f"Đã cử {new} thay {old}.")
            return redirect(on_the_way(_list_of(old.conference), request))
    return _form_page(request, form, f"Thay đại biểu {old}", old.conference, replaced=old)


@require_http_methods(["GET", "POST"])
def delegate_move(request, pk, verb):
    return make_move(request, find_delegate(request, pk), verb, done=DONE.get(verb, ""))


@require_http_methods(["GET", "POST"])
def delegate_withdraw(request, pk):
    delegate = find_delegate(request, pk)
    if not delegate.allows("replace", request.desk):
        raise PermissionDenied(NOT_UNITS)
    if request.method == "POST":
        return carry_out(
            request,
            delegate.conference,
            partial(delegates.withdraw, delegate, desk=request.desk),
            f"Đã rút đại biểu {delegate}.",
            then=_list_of(delegate.conference),
        )
    return confirm(
        request,
        title=f"Rút đại biểu {delegate}?",
        text="Đơn vị có thể cử người khác trong chỉ tiêu.",
        action="Rút đại biểu",
        back=delegate,
        danger=True,
    )
