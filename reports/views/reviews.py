"""Milestone reviews: list, start, page with figures, moves, and the dossiers behind a figure."""

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.generic import DetailView, FormView

from campaigns.forms.steps import IssueForm
from core.lists import FilteredListView
from core.moving import buttons, carry_out, make_move, without_note
from core.pages import FormPageMixin
from core.returning import came_from, on_the_way
from exemplars.models import Nomination
from organizations.models import Role
from organizations.signing import sign
from reports.behind import DossierFilters
from reports.figures import dossiers, figures
from reports.filters import ReviewFilters
from reports.forms import ReviewStartForm, open_milestones
from reports.models import OFFICE, MilestoneReview, ReviewSectionKind, ReviewStatus
from reports.named_figures import filled
from reports.services import issue_review, start_replacement, start_review, submit_review, unwritten
from reports.showing import shown
from reports.suggestions import HINTS
from reports.tables import DossierTable, ReviewTable

ACTS = {  # verb: (what makes the move, what is said when it is made, what follows from it)
    "submit": (
        submit_review,
        "Đã trình ký báo cáo.",
        "Sau khi trình, báo cáo không sửa được, trừ khi bị trả lại.",
    ),
    "give_back": (
        None,
        "Đã trả lại dự thảo cho người soạn.",
        "Báo cáo trở về dự thảo để người soạn sửa.",
    ),
    "sign": (
        without_note(sign),
        "Đã ký báo cáo. Văn thư sẽ cấp số và ban hành.",
        "Báo cáo chuyển cho văn thư cấp số và ban hành.",
    ),
    "begin_replacing": (
        start_replacement,
        "Đã lập dự thảo báo cáo thay thế.",
        "Dự thảo mới chép lời của báo cáo này, nhận các phần của đơn vị và tính lại số liệu. Báo cáo này vẫn "
        "có hiệu lực đến khi báo cáo thay thế được ban hành, và giữ nguyên số liệu, văn bản đã in.",
    ),
}


def visible(request):
    return MilestoneReview.objects.visible_to(request.desk).for_table()


class ReviewList(FilteredListView):
    filterset_class, table_class = ReviewFilters, ReviewTable
    template_name = "reports/review_list.html"
    title = "Báo cáo sơ kết, tổng kết"
    empty_title = "Chưa có báo cáo nào"
    empty_text = "Thường trực Hội đồng lập báo cáo khi kế hoạch đến mốc sơ kết, tổng kết."
    export_what = "reviews"

    def get_queryset(self):
        return visible(self.request).order_by("-period_to")

    def get_context_data(self, **kwargs):
        return super().get_context_data(may_start=self.request.desk.has(Role.STANDING), **kwargs)


class ReviewNew(FormPageMixin, FormView):
    """A draft on one milestone; `?moc=` chooses it beforehand."""

    form_class = ReviewStartForm
    template_name = "reports/review_new.html"

    def dispatch(self, request, *args, **kwargs):
        if not request.desk.has(Role.STANDING):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"desk": self.request.desk}

    def get_initial(self):
        return {"milestone": self.request.GET.get("moc")}

    def get_context_data(self, **kwargs):
        return super().get_context_data(has_choice=open_milestones(self.request.desk).exists(), **kwargs)

    def form_valid(self, form):
        review = start_review(form.cleaned_data["milestone"], desk=self.request.desk)
        return redirect(on_the_way(reverse("reports:review-edit", args=[review.pk]), self.request))


class ReviewDetail(DetailView):
    template_name = "reports/review_detail.html"
    context_object_name = "review"

    def get_queryset(self):
        older = "replaces__number__series"
        return visible(self.request).select_related(older).prefetch_related("sections")

    def get_context_data(self, **kwargs):
        review, desk = self.object, self.request.desk
        serves = review.unit_id in desk.offices(*OFFICE)
        written = {section.kind: section.body for section in review.sections.all()}
        is_draft = review.status == ReviewStatus.DRAFT
        found = review.figures or figures(review)
        newer = visible(self.request).filter(replaces=review).first()
        return super().get_context_data(
            serves=serves,
            shown=shown(review, found, linked=serves),
            silent=found.get("silent", []),
            sections=[
                (kind.label, filled(written.get(kind, ""), found), HINTS[kind]) for kind in ReviewSectionKind
            ],
            may_edit=is_draft and desk.may(Role.STANDING, review.unit),
            missing=unwritten(review) if is_draft else [],
            moves=_moves(review, desk),
            newer=newer,
            may_issue=review.can("issue", desk),
            back=came_from(self.request),
            history=review.history,
            facts=_facts(review),
            **kwargs,
        )


def _moves(review, desk):
    """The buttons of the page; the clerk's is another, and a second replacement is not begun."""
    hidden = {"issue"}
    if MilestoneReview.objects.filter(replaces=review).exists():
        hidden.add("begin_replacing")
    texts = {"begin_replacing": ACTS["begin_replacing"][2]}
    moves = buttons(review, desk, "reports:review-move", texts)
    return [move for move in moves if move["verb"] not in hidden]


def _facts(review):
    return [
        ("Cơ quan báo cáo", review.unit),
        ("Kế hoạch", f"{review.plan.number_text} {review.plan}".strip()),
        ("Mốc", review.milestone),
        ("Số liệu", f"từ {review.period_from:%d/%m/%Y} đến hết ngày {review.period_to:%d/%m/%Y}"),
        ("Số, ngày ban hành", review.reference),
        ("Người ký", review.signatory),
    ]


def review_move(request, pk, verb):
    """Ask, then make one move of the review; the clerk's has a page of its own, for the date."""
    if verb not in ACTS:
        raise Http404
    review = get_object_or_404(visible(request), pk=pk)
    if not request.desk.may(review.MOVES[verb].role, review.unit):
        raise PermissionDenied
    act, done, text = ACTS[verb]
    return make_move(request, review, verb, act=act, done=done, text=text)


class ReviewIssue(FormPageMixin, FormView):
    """The clerk gives number and day; the figures are frozen with them."""

    form_class = IssueForm
    template_name = "reports/review_issue.html"

    @cached_property
    def review(self):
        return get_object_or_404(visible(self.request), pk=self.kwargs["pk"])

    def get(self, request, *args, **kwargs):
        """403 for those whose move it is not, at once and not after the date is typed."""
        if not request.desk.may(Role.CLERK, self.review.unit):
            raise PermissionDenied
        return super().get(request, *args, **kwargs)

    def post(self, request, *args, **kwargs):
        if not request.desk.may(Role.CLERK, self.review.unit):
            raise PermissionDenied
        return super().post(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        return super().get_context_data(review=self.review, **kwargs)

    def form_valid(self, form):
        day = form.cleaned_data["on"]
        return carry_out(
            self.request,
            self.review,
            lambda: issue_review(self.review, desk=self.request.desk, on=day),
            "Đã ban hành báo cáo và chốt số liệu.",
        )


class ReviewDossiers(FilteredListView):
    """The dossiers that one figure counts, of those that the person may see."""

    filterset_class, table_class = DossierFilters, DossierTable
    template_name = "reports/review_dossiers.html"
    title = "Hồ sơ trong báo cáo"
    empty_title = "Không có hồ sơ nào trong báo cáo này"

    @cached_property
    def review(self):
        return get_object_or_404(visible(self.request), pk=self.kwargs["pk"])

    @property
    def above(self):
        return self.review

    @property
    def lead(self):
        as_now = ", theo dữ liệu hiện nay; số liệu trong báo cáo đã chốt khi ban hành"
        note = as_now if self.review.figures else ""
        return f"{self.review}, số liệu đến hết ngày {self.review.period_to:%d/%m/%Y}{note}."

    def get_filterset_kwargs(self, filterset_class):
        return super().get_filterset_kwargs(filterset_class) | {"review": self.review}

    def get_queryset(self):
        mine = Nomination.objects.visible_to(self.request.desk).order_by().values("pk")
        return dossiers(self.review).filter(pk__in=mine).select_related("unit", "award").order_by("name_key")
