"""Advanced exemplars: the list, the page, the steps of their life, the form."""

from functools import partial

from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from core.lists import FilteredListView
from core.moving import attempt
from core.pages import posted
from core.returning import with_return
from core.templatetags.vietnamese import dong, ngay
from exemplars.filters import ExemplarFilters
from exemplars.forms.moving import MoveForm
from exemplars.models import Exemplar, Nomination, NominationStatus, Stage
from exemplars.models.stage import BACK, LIVING
from exemplars.tables import ExemplarTable
from exemplars.views.acting import back, require
from exemplars.views.nurturing import nurture_of
from exemplars.views.spread import spread_of
from exemplars.views.tabs import Tabbed
from organizations.access import PREPARING

TEXTS = ("practice", "cost", "effect", "causes", "needs")
FOUND_AT_MOST = 12


class ExemplarList(Tabbed, FilteredListView):
    filterset_class, table_class = ExemplarFilters, ExemplarTable
    template_name = "exemplars/exemplar_list.html"
    title = "Điển hình tiên tiến"
    empty_title = "Chưa có điển hình nào"
    empty_text = "Điển hình do đơn vị phát hiện, đăng ký, bồi dưỡng rồi nhân rộng."
    export_what = "exemplars"

    def get_queryset(self):
        return Exemplar.objects.visible_to(self.request.desk).for_table().with_attention()

    def may_begin(self):
        return self.request.desk.has(*PREPARING)


@require_safe
def exemplar_page(request, pk):
    exemplar = _seen(request, pk)
    moves = exemplar.open_moves(request.desk)
    context = {
        "exemplar": exemplar,
        "facts": _facts(exemplar),
        "texts": [(_label(name), getattr(exemplar, name)) for name in TEXTS],
        "figures": exemplar.figures.all(),
        "photos": exemplar.photos.all(),
        "steps": _steps(exemplar),
        "moves": {verb: move for verb, move in moves.items() if move.style == "primary"},
        "quiet_moves": {verb: move for verb, move in moves.items() if move.style != "primary"},
        "may_edit": any(request.desk.may(role, exemplar.unit) for role in PREPARING),
        "visits": exemplar.visits.visible_to(request.desk).select_related("round"),
        "history": exemplar.history,
        **_awards(request, exemplar),
        **nurture_of(exemplar, request.desk),
        **spread_of(exemplar, request.desk),
    }
    context["sections"] = _sections(context)
    return render(request, "exemplars/exemplar_detail.html", context)


def _sections(context):
    """Links to the parts of the page that this person is shown, as components/tabs.html takes them."""
    follows = context["follows"]
    parts = [
        ("Giai đoạn", "giai-doan", True),
        ("Cách làm, kết quả", "noi-dung", True),
        ("Ảnh", "anh", context["photos"] or context["may_edit"]),
        ("Bồi dưỡng", "boi-duong", follows or context["support_plans"] or context["obstacles"]),
        ("Vướng mắc", "vuong-mac", follows or context["support_plans"] or context["obstacles"]),
        ("Đánh giá", "danh-gia", follows or context["evaluations"]),
        ("Kiểm tra", "kiem-tra", context["visits"]),
    ]
    return [{"label": label, "url": f"#{anchor}"} for label, anchor, is_shown in parts if is_shown]


def _awards(request, exemplar):
    """The dossiers of the exemplar, as far as one may see them, and the step that an award calls for."""
    seen = Nomination.objects.visible_to(request.desk).filter(exemplar=exemplar).for_table()
    nominations = list(seen.order_by("-year", "-pk"))
    awarded = next((one for one in nominations if one.status == NominationStatus.AWARDED), None)
    address = reverse("exemplars:exemplar-move", args=[exemplar.pk, "commend"])
    may_commend = awarded and exemplar.can("commend", request.desk)
    return {
        "nominations": nominations,
        "awarded": awarded,
        "commend_url": with_return(address, request) if may_commend else "",
    }


def _seen(request, pk):
    seen = Exemplar.objects.visible_to(request.desk).for_table().select_related("movement").with_attention()
    return get_object_or_404(seen, pk=pk)


def _label(name):
    words = str(Exemplar._meta.get_field(name).verbose_name)
    return words[:1].upper() + words[1:]


def _facts(exemplar):
    return [
        ("Loại điển hình", exemplar.get_about_display()),
        ("Đơn vị theo dõi", exemplar.unit),
        ("Ngày phát hiện", f"{exemplar.found_on:%d/%m/%Y}"),
        ("Năm đăng ký", exemplar.year),
        ("Lĩnh vực", exemplar.field),
        ("Phong trào", exemplar.movement),
        ("Kế hoạch", exemplar.plan),
        ("Tổng kinh phí", dong(exemplar.cost_dong)),
        ("Đầu mối liên hệ", exemplar.contact),
    ]


def _steps(exemplar):
    """As components/stepper.html takes them; none for an exemplar that is followed no longer."""
    if exemplar.status == Stage.DROPPED:
        return []
    days = dict(exemplar.way)
    at = LIVING.index(exemplar.status)
    return [
        {
            "label": stage.label,
            "state": "now" if number == at else "done" if stage in days and number < at else "next",
            "note": ngay(days.get(stage)) if number <= at else "",
        }
        for number, stage in enumerate(LIVING)
    ]


@require_http_methods(["GET", "HEAD", "POST"])
def exemplar_move(request, pk, verb):
    """A step in the life of an exemplar: its day and a word on it are asked on GET, it is made on POST."""
    exemplar = _seen(request, pk)
    if verb not in exemplar.MOVES:
        raise Http404
    require(exemplar, verb, request.desk)
    form = MoveForm(posted(request), exemplar=exemplar, verb=verb)
    move = exemplar.MOVES[verb]
    if form.is_bound and (form.is_valid() or not exemplar.is_open_to(verb)):
        act = partial(exemplar.move, verb, desk=request.desk, **form.cleaned_data)
        attempt(request, act, f"Đã ghi: {Stage(move.target).label.lower()}.")
        return back(request, exemplar)
    context = {
        "exemplar": exemplar,
        "form": form,
        "title": f"{move.label}: {exemplar}",
        "save_label": move.label,
        "is_back": verb in BACK,
        "cancel_url": exemplar.get_absolute_url(),
    }
    status = 422 if form.is_bound else 200
    return render(request, "exemplars/exemplar_move.html", context, status=status)
