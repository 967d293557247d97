from functools import partial

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from core.moving import attempt
from core.returning import on_the_way
from core.stored_files import shown
from core.workflow import TransitionError
from exemplars.forms.photo import PhotoForm
from exemplars.models import Exemplar, ExemplarPhoto
from exemplars.photos import add_photo, remove_photo, shift_photo
from organizations.access import PREPARING

STEPS = {"len": -1, "xuong": 1}  # words in addresses


def _prepared(request, pk):
    """404 for what one does not see, 403 for what is prepared by others."""
    seen = Exemplar.objects.visible_to(request.desk).select_related("unit", "subject")
    exemplar = get_object_or_404(seen, pk=pk)
    if not any(request.desk.may(role, exemplar.unit) for role in PREPARING):
        raise PermissionDenied
    return exemplar


@require_http_methods(["GET", "HEAD", "POST"])
def exemplar_photos(request, pk):
    """The photos of an exemplar, and the form by which one more comes in."""
    exemplar = _prepared(request, pk)
    form = PhotoForm(request.POST, request.FILES) if request.method == "POST" else PhotoForm()
    if form.is_bound and form.is_valid() and _add(request, exemplar, form):
        return redirect(on_the_way("exemplars:exemplar-photos", request, pk))
    context = {
        "exemplar": exemplar,
        "photos": exemplar.photos.all(),
        "form": form,
        "title": "Ảnh của điển hình",
        "save_label": "Thêm ảnh",
    }
    status = 422 if form.is_bound else 200
    return render(request, "exemplars/exemplar_photos.html", context, status=status)


def _add(request, exemplar, form):
    """Whether the photo was taken in; what speaks against it then stands at the field."""
    try:
        add_photo(exemplar, desk=request.desk, **form.cleaned_data)
    except TransitionError as error:
        form.add_error("file", str(error))
        return False
    messages.success(request, "Đã thêm ảnh.")
    return True


@require_POST
def photo_remove(request, pk, photo_pk):
    exemplar = _prepared(request, pk)
    photo = exemplar.photos.filter(pk=photo_pk).first()
    if photo:  # a second click finds it gone already
        attempt(request, partial(remove_photo, photo, desk=request.desk), f"Đã bỏ ảnh “{photo}”.")
    return redirect(on_the_way("exemplars:exemplar-photos", request, pk))


@require_POST
def photo_shift(request, pk, photo_pk, way):
    if way not in STEPS:
        raise Http404
    exemplar = _prepared(request, pk)
    photo = exemplar.photos.filter(pk=photo_pk).first()
    if photo:
        shift_photo(photo, STEPS[way], desk=request.desk)
    return redirect(on_the_way("exemplars:exemplar-photos", request, pk))


@require_safe
def exemplar_photo(request, pk):
    """A photo as a picture, to whoever may see its exemplar."""
    seen = Exemplar.objects.visible_to(request.desk)
    return shown(get_object_or_404(ExemplarPhoto.objects.filter(exemplar__in=seen), pk=pk))
