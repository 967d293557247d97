"""Entry of what is known of a subject, one page for each kind of record."""

from dataclasses import dataclass
from functools import partial

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import models
from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_http_methods

from core.moving import attempt, saved
from core.pages import confirm, posted
from core.workflow import Collision
from exemplars.forms.choices_found import as_typed
from exemplars.forms.records import (
    AbsenceForm,
    DisciplineForm,
    InitiativeForm,
    MembersForm,
    OpenMatterForm,
    PledgeForm,
    RecordForm,
    YearlyEvaluationForm,
)
from exemplars.models import (
    Absence,
    Discipline,
    Initiative,
    Membership,
    OpenMatter,
    Pledge,
    Subject,
    YearlyEvaluation,
)
from exemplars.records import add_members, change, enter, remove
from exemplars.views.acting import back, kept_record
from law.models import SubjectKind

ASKS = require_http_methods(["GET", "HEAD", "POST"])


@dataclass(frozen=True)
class Kind:
    """How records of one model are entered: by which form (None: by a page of its own), about whom."""

    model: type[models.Model]
    form: type[RecordForm] | None
    subjects: tuple = (SubjectKind.PERSON,)

    @property
    def name(self):
        return self.model._meta.verbose_name

    def is_for(self, subject, desk):
        """Whether the person may enter such a record about the subject."""
        return subject.kind in self.subjects and self.model.objects.may_be_kept_about(subject, desk)


NOT_HOUSEHOLDS = (SubjectKind.PERSON, SubjectKind.COLLECTIVE)
KINDS = {
    "xep-loai": Kind(YearlyEvaluation, YearlyEvaluationForm, NOT_HOUSEHOLDS),
    "dang-ky": Kind(Pledge, PledgeForm, NOT_HOUSEHOLDS),
    "ky-luat": Kind(Discipline, DisciplineForm),
    "sang-kien": Kind(Initiative, InitiativeForm, NOT_HOUSEHOLDS),
    "nghi": Kind(Absence, AbsenceForm),
    "thanh-vien": Kind(Membership, None, (SubjectKind.COLLECTIVE,)),
    "viec-xem-xet": Kind(OpenMatter, OpenMatterForm, tuple(SubjectKind)),
}


def _kind(what, *, with_form=True):
    kind = KINDS.get(what)
    if kind is None or (with_form and kind.form is None):
        raise Http404
    return kind


def _subject(request, pk, kind):
    """404 for whom one does not see or of whom there are no such records, 403 for whom others prepare."""
    seen = Subject.objects.visible_to(request.desk).filter(kind__in=kind.subjects)
    subject = get_object_or_404(seen.select_related("unit"), pk=pk)
    if not kind.is_for(subject, request.desk):
        raise PermissionDenied
    return subject


@ASKS
def record_new(request, pk, what):
    kind = _kind(what)
    subject = _subject(request, pk, kind)
    record = Initiative() if kind.model is Initiative else kind.model(subject=subject)
    return _entry(request, kind, record, subject, {"authors": [subject.pk]})


@ASKS
def record_edit(request, pk, what):
    kind = _kind(what)
    record = kept_record(kind.model, pk, request.desk)
    return _entry(request, kind, record, record.home)


def _entry(request, kind, record, subject, initial=None):
    finds = "find" in request.POST
    if finds:
        initial = as_typed(request.POST, kind.form)
    form = kind.form(None if finds else posted(request), instance=record, initial=initial, desk=request.desk)
    if form.is_bound and form.is_valid() and _kept(form, request.desk):
        messages.success(request, f"Đã lưu {kind.name}.")
        return back(request, subject)
    act = "Sửa" if record.pk else "Thêm"
    return _page(request, form, f"{act} {kind.name}", subject)


def _kept(form, desk):
    """Whether the record was saved; where somebody else was first, the form now says so."""
    sent, record = form.cleaned_data, form.instance
    authors = sent.get("authors", ())
    if record.pk is None:
        act = partial(enter, record, desk=desk, request_id=sent["request_id"], authors=authors)
    else:
        act = partial(change, record, seen=sent["version"] or 0, desk=desk, authors=authors)
    try:
        return saved(form, act)
    except Collision:
        form.tell_collision()
        return False


def _page(request, form, title, subject):
    context = {
        "form": form,
        "title": title,
        "lead": subject,
        "subject": subject,
        "cancel_url": subject.get_absolute_url(),
    }
    return render(request, "exemplars/record_form.html", context, status=422 if form.is_bound else 200)


@ASKS
def record_remove(request, pk, what):
    kind = _kind(what, with_form=False)
    record = kept_record(kind.model, pk, request.desk)
    subject = record.home
    if request.method == "POST":
        attempt(request, partial(remove, record, desk=request.desk), f"Đã xóa {kind.name}.")
        return back(request, subject)
    return confirm(
        request,
        title=f"Xóa {kind.name}?",
        text=f"{record}. Việc xóa được ghi vào nhật ký.",
        action="Xóa",
        back=subject,
        danger=True,
    )


@ASKS
def members_new(request, pk):
    """Several persons at once, since a collective has many and they are nearly those of the year before."""
    collective = _subject(request, pk, KINDS["thanh-vien"])
    finds, asked = "find" in request.POST, request.GET.get("nam", "")
    initial = as_typed(request.POST, MembersForm) if finds else {"year": asked} if asked.isdigit() else {}
    data = None if finds else posted(request)
    form = MembersForm(data, initial=initial, desk=request.desk, collective=collective)
    if form.is_bound and form.is_valid():
        _add(request, collective, form.cleaned_data)
        return back(request, collective)
    return _page(request, form, "Thêm thành viên", collective)


def _add(request, collective, sent):
    number = add_members(collective, sent["year"], sent["people"], desk=request.desk)
    if number:
        messages.success(request, f"Đã thêm {number} thành viên năm {sent['year']}.")
    else:
        messages.info(request, f"Những người này đã là thành viên năm {sent['year']}.")
