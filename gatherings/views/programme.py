"""The programme of a conference and the talks in it."""

from functools import partial

from django.contrib import messages
from django.core.files.storage import default_storage
from django.db import transaction
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from core.moving import carry_out
from core.pages import posted
from core.returning import on_the_way
from core.stored_files import download
from core.workflow import TransitionError
from gatherings import programme
from gatherings.forms.programme import BlockForm, TalkForm
from gatherings.models import Block, Conference, Talk
from gatherings.views.finding import find, find_to_prepare, refuse_unless_run_by, tabs
from organizations.models import Role

STEPS = {"len": -1, "xuong": 1}


def page_of(conference):
    return reverse("gatherings:conference-programme", args=[conference.pk])


@require_GET
def conference_programme(request, pk):
    conference = find(request, pk)
    blocks = list(conference.blocks.all())
    talks = list(conference.talks.select_related("exemplar__subject", "exemplar__unit"))
    is_office = request.desk.may(Role.STANDING, conference.unit)
    context = {
        "conference": conference,
        "tabs": tabs(request, conference, "conference-programme"),
        "slots": programme.slots(conference, blocks),
        "fault": programme.fault(conference, blocks),
        "talks": talks,
        "talks_fault": _talks_fault(blocks, talks),
        "is_office": is_office,
        "may_edit": is_office and conference.is_writable,
    }
    return render(request, "gatherings/conference_programme.html", context)


def _talks_fault(blocks, talks):
    """What is told when the talks are longer than the time that the programme has for them."""
    wanted, given = programme.talk_minutes(blocks, talks)
    if wanted <= given:
        return ""
    return f"Các tham luận cần {wanted} phút, chương trình dành {given} phút cho phần tham luận."


def _find_row(request, model, pk):
    """A block or a talk, for a page by which the standing office changes it."""
    seen = Conference.objects.visible_to(request.desk)
    rows = model.objects.filter(conference__in=seen).select_related("conference__unit")
    row = get_object_or_404(rows, pk=pk)
    refuse_unless_run_by(row.conference, request.desk)
    return row


@require_http_methods(["GET", "POST"])
def block_new(request, pk):
    block = Block(conference=find_to_prepare(request, pk))
    return _edit(request, BlockForm(posted(request), instance=block), "Thêm mục chương trình")


@require_http_methods(["GET", "POST"])
def block_edit(request, pk):
    block = _find_row(request, Block, pk)
    return _edit(request, BlockForm(posted(request), instance=block), "Sửa mục chương trình")


@require_http_methods(["GET", "POST"])
def talk_new(request, pk):
    return _edit_talk(request, Talk(conference=find_to_prepare(request, pk)), "Thêm tham luận")


@require_http_methods(["GET", "POST"])
def talk_edit(request, pk):
    return _edit_talk(request, _find_row(request, Talk, pk), "Sửa tham luận")


def _edit_talk(request, talk, title):
    data, files = posted(request), request.FILES or None
    form = TalkForm(data, files, instance=talk, desk=request.desk)
    return _edit(request, form, title, before=talk.file.name)


def _edit(request, form, title, before=""):
    """A form over one row of the programme; a new row goes behind the others."""
    conference = form.instance.conference
    if not conference.is_writable:
        messages.error(request, programme.CLOSED)
        return redirect(page_of(conference))
    if request.method == "POST" and form.is_valid() and _saved(form, before, request.desk):
        messages.success(request, "Đã lưu chương trình.")
        return redirect(on_the_way(page_of(conference), request))
    context = {"form": form, "title": title, "lead": conference, "cancel_url": page_of(conference)}
    return render(request, "gatherings/row_form.html", context, status=422 if form.errors else 200)


def _saved(form, before, desk):
    """Save; False, with the reason on the form, once the conference took place."""
    row = form.save(commit=False)
    try:
        with transaction.atomic():
            programme.add_last(row) if row.pk is None else row.save()
            row.conference.log("programme", desk=desk, label="Sửa chương trình", note=str(row))
            if before and row.file.name != before:
                transaction.on_commit(partial(default_storage.delete, before))
    except TransitionError as error:
        form.add_error(None, str(error))
        return False
    return True


def _shift(request, model, pk, way):
    row = _find_row(request, model, pk)
    if way not in STEPS:
        raise Http404
    done = f"Đã chuyển “{row}” {'lên' if STEPS[way] < 0 else 'xuống'}."
    return carry_out(
        request,
        page_of(row.conference),
        partial(programme.shift, row, STEPS[way]),
        done,
        then=page_of(row.conference),
    )


@require_POST
def block_shift(request, pk, way):
    return _shift(request, Block, pk, way)


@require_POST
def talk_shift(request, pk, way):
    return _shift(request, Talk, pk, way)


def _delete(request, model, pk):
    row = _find_row(request, model, pk)
    file = getattr(row, "file", None)
    name = file.name if file else ""

    def act():
        with transaction.atomic():
            programme.remove(row)
            row.conference.log("programme", desk=request.desk, label="Bỏ khỏi chương trình", note=str(row))
            if name:
                transaction.on_commit(partial(default_storage.delete, name))

    page = page_of(row.conference)
    return carry_out(request, page, act, f"Đã bỏ “{row}”.", then=page)


@require_POST
def block_delete(request, pk):
    return _delete(request, Block, pk)


@require_POST
def talk_delete(request, pk):
    return _delete(request, Talk, pk)


@require_GET
def talk_file(request, pk):
    """The text, for those who may see the conference; its office's before the invitations are out."""
    seen = Conference.objects.visible_to(request.desk)
    talks = Talk.objects.filter(conference__in=seen).exclude(file="").select_related("conference__unit")
    talk = get_object_or_404(talks, pk=pk)
    if not talk.conference.took_place:
        refuse_unless_run_by(talk.conference, request.desk)
    return download(talk)
