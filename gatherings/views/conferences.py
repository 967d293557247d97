from functools import partial

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from awards.views.offices import standing_unit
from core.calendar import today
from core.lists import FilteredListView
from core.moving import buttons, make_move, without_note
from core.pages import posted
from core.returning import on_the_way
from core.workflow import NotYours, TransitionError
from gatherings import conferences
from gatherings.conference_lists import ConferenceFilters, ConferenceTable, with_counts
from gatherings.forms.conference import ConferenceForm, NumberForm
from gatherings.levels import family
from gatherings.models import Conference
from gatherings.models.structure import Structure
from gatherings.views.finding import find, find_to_prepare, tabs
from organizations.models import Role

ACTS = {
    "ask": conferences.ask_for_delegates,
    "call": conferences.call,
    "hold": conferences.hold,
    "close": conferences.close,
}
DONE = {
    "ask": "Đã đề nghị các đơn vị cử đại biểu.",
    "call": "Đã ghi gửi giấy mời. In giấy mời ở cột bên phải.",
    "hold": "Đã ghi hội nghị đã tổ chức. Mời điểm danh đại biểu.",
    "close": "Đã kết thúc hội nghị.",
    "cancel": "Đã hủy hội nghị.",
}
ASKED = {
    "cancel": "Các đơn vị thấy hội nghị đã hủy và lý do.",
}


class ConferenceList(FilteredListView):
    filterset_class, table_class = ConferenceFilters, ConferenceTable
    template_name = "gatherings/conference_list.html"
    title = "Hội nghị điển hình tiên tiến"
    empty_title = "Chưa có hội nghị nào"
    empty_text = "Hội nghị hiện ra ở đây khi các đơn vị được đề nghị cử đại biểu."
    export_what = "conferences"

    def get_queryset(self):
        return with_counts(Conference.objects.visible_to(self.request.desk)).order_by("-starts_at")

    def may_add(self):
        return self.request.desk.has(Role.STANDING)


@require_GET
def conference_detail(request, pk):
    conference = find(request, pk)
    is_office = request.desk.may(Role.STANDING, conference.unit)
    context = {
        "conference": conference,
        "tabs": tabs(request, conference, "conference"),
        "moves": buttons(conference, request.desk, "gatherings:conference-move"),
        "facts": _facts(conference),
        "texts": [
            ("Mục đích", conference.purpose),
            ("Yêu cầu", conference.demands),
            ("Tiêu chuẩn đại biểu", conference.standards),
            ("Kinh phí", conference.funding),
        ],
        "duties": conference.duties.all(),
        "may_edit": is_office and conference.is_writable,
        "missing": conferences.missing_to_call(conference) if is_office and conference.is_writable else [],
        "papers": _numbers(conference, request.desk),
        "history": conference.history,
    }
    return render(request, "gatherings/conference_detail.html", context)


def _facts(conference):
    start, end = timezone.localtime(conference.starts_at), timezone.localtime(conference.ends_at)
    until = f"{end:%H:%M}" if start.date() == end.date() else f"{end:%H:%M ngày %d/%m/%Y}"
    targets = [
        f"{label} {conference.targets[name]}"
        for name, label in Structure.labels().items()
        if name in conference.targets
    ]
    total = conference.delegates_total
    wanted = f"{total}" if total else ""
    if targets:
        wanted = f"{wanted}, ít nhất: {', '.join(targets)}".lstrip(", ")
    return [
        ("Thời gian", f"{start:%H:%M ngày %d/%m/%Y} đến {until}"),
        ("Địa điểm", conference.place),
        ("Chủ trì", conference.chair),
        ("Thư ký", conference.secretary),
        ("Mốc của kế hoạch", conference.milestone),
        ("Hạn cử đại biểu", f"{conference.delegates_due_on:%d/%m/%Y}" if conference.delegates_due_on else ""),
        ("Đại biểu chính thức", wanted),
    ]


def _numbers(conference, desk):
    """What the clerk numbers: [(label, number or None, address or "")]."""
    is_clerk = desk.may(Role.CLERK, conference.unit) and conference.is_writable
    found = []
    for kind, (field, _, label) in conferences.PAPERS.items():
        number = getattr(conference, field)
        url = reverse("gatherings:conference-number", args=[conference.pk, kind])
        found.append((label, number, url if is_clerk and not number else ""))
    return found


@require_http_methods(["GET", "POST"])
def conference_new(request):
    conference = Conference(unit=standing_unit(request))
    form = ConferenceForm(
        posted(request), instance=conference, desk=request.desk, initial=_of_milestone(request)
    )
    if request.method == "POST" and form.is_valid():
        conference = form.save(commit=False)
        conference.request_id = form.cleaned_data["request_id"]
        conference = conferences.begin_conference(conference, desk=request.desk)
        messages.success(request, "Đã lập hội nghị với chương trình thường dùng. Mời giao chỉ tiêu đại biểu.")
        return redirect(on_the_way(conference, request))
    return _form_page(request, form, "Lập hội nghị", reverse("gatherings:conferences"))


def _of_milestone(request):
    pk = request.GET.get("moc", "")
    return {"milestone": pk} if pk.isdigit() else {}


@require_http_methods(["GET", "POST"])
def conference_edit(request, pk):
    conference = find_to_prepare(request, pk)
    if not conference.is_writable:
        messages.error(request, "Hội nghị đã tổ chức hoặc đã hủy, không sửa được nữa.")
        return redirect(conference)
    form = ConferenceForm(posted(request), instance=conference, desk=request.desk)
    if request.method == "POST" and form.is_valid() and _saved(form, request.desk):
        messages.success(request, "Đã lưu hội nghị.")
        return redirect(on_the_way(conference, request))
    return _form_page(request, form, "Sửa hội nghị", conference.get_absolute_url())


@transaction.atomic
def _saved(form, desk):
    if not form.save_or_tell():
        return False
    form.instance.log("edit", desk=desk, label="Sửa thông tin hội nghị")
    return True


def _form_page(request, form, title, cancel_url):
    context = {"form": form, "title": title, "cancel_url": cancel_url, "groups": " ".join(Structure.GROUPS)}
    return render(request, "gatherings/conference_form.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def conference_move(request, pk, verb):
    return make_move(
        request,
        find(request, pk),
        verb,
        act=without_note(ACTS[verb]) if verb in ACTS else None,
        done=DONE.get(verb, ""),
        text=ASKED.get(verb, ""),
    )


@require_http_methods(["GET", "POST"])
def conference_number(request, pk, kind):
    """The clerk numbers the plan or the invitation that was signed by hand."""
    conference = find(request, pk)
    if kind not in conferences.PAPERS:
        raise Http404
    if not request.desk.may(Role.CLERK, conference.unit):
        raise PermissionDenied("Số văn bản do văn thư của cơ quan tổ chức cấp.")
    label = conferences.PAPERS[kind][2]
    try:
        conferences.refuse_number(conference, kind)
    except TransitionError as error:
        messages.error(request, str(error))
        return redirect(conference)
    form = NumberForm(posted(request), initial=_signed(conference))
    if request.method == "POST" and form.is_valid():
        act = partial(conferences.number_paper, conference, kind, desk=request.desk, **form.cleaned_data)
        if number := _numbered(form, act):
            messages.success(request, f"{label} đã được cấp số {number.text}.")
            return redirect(on_the_way(conference, request))
    context = {
        "form": form,
        "title": f"Cấp số {label.lower()}",
        "lead": f"{conference}. Ký hiệu {conferences.symbol_of(conference, kind)}.",
        "save_label": "Cấp số",
        "cancel_url": conference.get_absolute_url(),
    }
    return render(request, "form_page.html", context, status=422 if form.errors else 200)


def _signed(conference):
    name, title = conference.signatory, conference.signatory_title
    if not name:
        name, title = conferences.signatory_on(conference.unit, today())
    return {"on": today(), "signatory": name, "signatory_title": title}


def _numbered(form, act):
    """The number; None, with what stands in the way at the field."""
    try:
        return act()
    except NotYours as error:
        raise PermissionDenied(str(error)) from error
    except TransitionError as error:
        form.add_error("on", str(error))
        return None


@require_GET
def conference_levels(request, pk):
    """The conference among those above and below it, and which of them were held."""
    conference = find(request, pk)
    rows = family(conference, request.desk)
    context = {
        "conference": conference,
        "tabs": tabs(request, conference, "conference-levels"),
        "rows": rows,
        "held": sum(row.conference.took_place for row in rows),
    }
    return render(request, "gatherings/conference_levels.html", context)
