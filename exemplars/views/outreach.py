"""Learning events and coverage: lists, entry, pages."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views import View
from django.views.decorators.http import require_safe

from core.lists import FilteredListView
from core.once import begun_once
from core.returning import return_url
from core.templatetags.vietnamese import so
from exemplars.deleting import may_delete
from exemplars.filters import CoverageFilters, LearningFilters
from exemplars.forms.choices_found import as_typed
from exemplars.forms.outreach import CoverageForm, LearningForm
from exemplars.models import Coverage, Exemplar, LearningEvent
from exemplars.tables import CoverageTable, LearningTable
from exemplars.views.acting import kept_record
from exemplars.views.tabs import Tabbed
from organizations.access import PREPARING
from organizations.models import Role
from organizations.naming import names_apart

LEARNING = ("Học tập, giao lưu", "exemplars:learning")
COVERAGE = ("Truyền thông", "exemplars:coverage-list")


class OutreachList(Tabbed, FilteredListView):
    def may_begin(self):
        return may_enter(self.request.desk)


def may_enter(desk):
    return desk.has(*PREPARING, Role.STANDING)


class LearningList(OutreachList):
    filterset_class, table_class = LearningFilters, LearningTable
    title = "Học tập, giao lưu"
    lead = "Các buổi tham quan, trao đổi, giao lưu và báo cáo kinh nghiệm của điển hình."
    empty_title = "Chưa ghi buổi nào"
    empty_text = "Bấm “Ghi một buổi” sau mỗi lần có nơi đến học hoặc điển hình báo cáo kinh nghiệm."
    new_url_name, new_label = "exemplars:learning-new", "Ghi một buổi"
    export_what = "learning"

    def get_queryset(self):
        return LearningEvent.objects.visible_to(self.request.desk).for_table()


class CoverageList(OutreachList):
    filterset_class, table_class = CoverageFilters, CoverageTable
    title = "Truyền thông"
    lead = "Tin, bài, chuyên mục, buổi phát về điển hình."
    empty_title = "Chưa ghi tin, bài nào"
    empty_text = "Bấm “Ghi tin, bài” khi báo, đài hoặc trang của đơn vị nói về điển hình."
    new_url_name, new_label = "exemplars:coverage-new", "Ghi tin, bài"
    export_what = "coverage"

    def get_queryset(self):
        return Coverage.objects.visible_to(self.request.desk).for_table()


class Entry(View):
    """The form of one kind of outreach, new or known; a press on “Tìm” shows it again with what was found."""

    model = form_class = None
    template_name = "exemplars/outreach_form.html"
    titles = ("", "")  # of a new one, of a known one
    beside = ("", "")  # title and URL name of the list

    def dispatch(self, request, *args, **kwargs):
        if not may_enter(request.desk):
            raise PermissionDenied
        self.record = self._record(kwargs.get("pk"))
        return super().dispatch(request, *args, **kwargs)

    def _record(self, pk):
        return self.model() if pk is None else kept_record(self.model, pk, self.request.desk)

    def get(self, request, pk=None):
        asked = request.GET.get("dien-hinh", "")
        chosen = Exemplar.objects.known_to(request.desk).filter(pk=asked) if asked.isdigit() else []
        initial = {"exemplars": [exemplar.pk for exemplar in chosen]} if chosen else {}
        return self._page(self._form(initial=initial))

    def post(self, request, pk=None):
        if "find" in request.POST:
            return self._page(self._form(initial=as_typed(request.POST, self.form_class)))
        form = self._form(request.POST)
        if not form.is_valid():
            return self._page(form, status=422)
        saved = self._changed(form) if self.record.pk else self._begun(form)
        if saved is None:
            return self._page(form, status=422)
        messages.success(request, "Đã lưu.")
        return redirect(return_url(request, saved))

    def _form(self, *args, **kwargs):
        return self.form_class(*args, instance=self.record, desk=self.request.desk, **kwargs)

    def _begun(self, form):
        def begin():
            form.instance.created_by = self.request.desk.user
            form.instance.request_id = form.cleaned_data["request_id"]
            form.instance.save()
            form.keep_choices()
            return form.instance

        return begun_once(self.model.objects, form.cleaned_data["request_id"], begin)

    def _changed(self, form):
        if not form.save_or_tell():
            return None
        form.keep_choices()
        return form.instance

    def _page(self, form, status=200):
        is_new, (list_title, list_name) = self.record.pk is None, self.beside
        context = {
            "form": form,
            "title": self.titles[0 if is_new else 1],
            "list_title": list_title,
            "list_url": reverse(list_name),
            "cancel_url": reverse(list_name) if is_new else self.record.get_absolute_url(),
        }
        return render(self.request, self.template_name, context, status=status)


class LearningEntry(Entry):
    model, form_class = LearningEvent, LearningForm
    titles = ("Ghi buổi học tập, giao lưu", "Sửa buổi học tập, giao lưu")
    beside = LEARNING


class CoverageEntry(Entry):
    model, form_class = Coverage, CoverageForm
    titles = ("Ghi tin, bài", "Sửa tin, bài")
    beside = COVERAGE


@require_safe
def learning_page(request, pk):
    event = get_object_or_404(LearningEvent.objects.visible_to(request.desk).for_table(), pk=pk)
    facts = [
        ("Hình thức", event.get_kind_display()),
        ("Ngày", f"{event.held_on:%d/%m/%Y}"),
        ("Địa điểm", event.place),
        ("Đơn vị tổ chức", event.unit),
        ("Số người dự", so(event.attendance)),
        ("Đơn vị đến dự", "\n".join(names_apart(event.guests.all()).values())),
        ("Kế hoạch", event.plan),
    ]
    return _outreach_page(request, event, facts, LEARNING, "hoc-tap")


@require_safe
def coverage_page(request, pk):
    coverage = get_object_or_404(Coverage.objects.visible_to(request.desk).for_table(), pk=pk)
    facts = [
        ("Thể loại", coverage.get_kind_display()),
        ("Báo, đài, trang", coverage.outlet),
        ("Ngày đăng, phát", f"{coverage.published_on:%d/%m/%Y}"),
        ("Số lượt đọc, nghe, xem", "" if coverage.reach is None else so(coverage.reach)),
        ("Đơn vị ghi nhận", coverage.unit),
        ("Kế hoạch", coverage.plan),
    ]
    return _outreach_page(
        request, coverage, facts, ("Truyền thông", "exemplars:coverage-list"), "truyen-thong"
    )


def _outreach_page(request, record, facts, parent, what):
    desk = request.desk
    context = {
        "record": record,
        "what": what,
        "facts": facts,
        "parent": parent[0],
        "parent_url": reverse(parent[1]),
        "exemplars": Exemplar.objects.known_to(desk).filter(pk__in=record.exemplars.values("pk")).for_table(),
        "may_delete": may_delete(record, request.user),
        "may_edit": type(record).objects.kept_by(desk).filter(pk=record.pk).exists(),
        "files": record.files.select_related("uploaded_by"),
    }
    return render(request, "exemplars/outreach_detail.html", context)
