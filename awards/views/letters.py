from functools import partial
from http import HTTPStatus

from django.contrib import messages
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from awards import letters
from awards.filters import LetterFilters
from awards.forms import LetterForm
from awards.models import LetterStatus, SubmissionLetter
from awards.tables import LetterTable
from awards.views.offices import refuse_unless_standing, standing_unit
from core.lists import FilteredListView
from core.moving import buttons, make_move, saved, without_note
from core.pages import numbers, posted
from core.returning import on_the_way
from organizations import signing
from organizations.models import Role

DONE = {
    "submit": "Đã trình ký.",
    "give_back": "Đã trả lại dự thảo cho thường trực.",
    "sign": "Đã ký. Văn thư cấp số và gửi đi.",
    "issue": "Đã cấp số và gửi. Hồ sơ đã chuyển lên cấp trên.",
}
ASKED = {"issue": "Số được cấp theo thứ tự trong sổ và mang ngày hôm nay; hồ sơ chuyển lên nơi nhận."}


class LetterList(FilteredListView):
    filterset_class, table_class = LetterFilters, LetterTable
    template_name = "awards/letter_list.html"
    title = "Tờ trình cấp trên"
    lead = "Hồ sơ Hội đồng đã thông qua mà cấp trên quyết định."
    empty_title = "Chưa có tờ trình nào"
    empty_text = "Thường trực Hội đồng soạn tờ trình khi có hồ sơ phải trình cấp trên."
    export_what = "letters"

    def get_queryset(self):
        return (
            SubmissionLetter.objects.visible_to(self.request.desk).for_table().order_by("-issued_on", "-pk")
        )

    def may_add(self):
        return self.request.desk.has(Role.STANDING)


def find(request, pk):
    found = SubmissionLetter.objects.visible_to(request.desk).select_related(
        "unit", "to_unit", "number__series"
    )
    return get_object_or_404(found, pk=pk)


@require_GET
def letter_detail(request, pk):
    letter = find(request, pk)
    incoming = letter.unit_id not in request.desk.offices()
    context = {
        "letter": letter,
        "incoming": incoming,
        "nominations": letter.nominations.for_table().order_by("name_key", "pk"),
        "moves": buttons(letter, request.desk, "awards:letter-move", ASKED),
        "edits": letter.status == LetterStatus.DRAFT and request.desk.may(Role.STANDING, letter.unit),
        "history": () if incoming else letter.history,
    }
    return render(request, "awards/letter_detail.html", context)


@require_http_methods(["GET", "POST"])
def letter_new(request):
    unit = standing_unit(request)
    if request.method == "GET" and not letters.forwardable(unit).exists():
        messages.info(request, "Chưa có hồ sơ nào Hội đồng đã thông qua mà phải trình cấp trên.")
        return redirect("awards:letters")
    answer = _edit(request, letters.proposed(unit), "Soạn tờ trình", reverse("awards:letters"))
    pks = set(numbers(request.POST.getlist("nominations")))
    if answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY and (earlier := letters.draft_naming(unit, pks)):
        messages.info(request, "Các hồ sơ đã chọn đang ở dự thảo này, không soạn thêm bản nữa.")
        return redirect(on_the_way(earlier, request))
    return answer


@require_http_methods(["GET", "POST"])
def letter_edit(request, pk):
    letter = find(request, pk)
    refuse_unless_standing(request, letter.unit)
    if letter.status != LetterStatus.DRAFT:
        messages.error(request, "Tờ trình không còn là dự thảo, không sửa được nữa.")
        return redirect(letter)
    return _edit(request, letter, "Sửa tờ trình", letter.get_absolute_url())


def _edit(request, letter, title, cancel_url):
    form = LetterForm(posted(request), instance=letter, unit=letter.unit)
    if request.method == "POST" and form.is_valid() and saved(form, partial(_save, form, request.desk)):
        messages.success(request, "Đã lưu dự thảo tờ trình.")
        return redirect(on_the_way(form.instance, request))
    context = {"form": form, "title": title, "cancel_url": cancel_url}
    return render(request, "awards/letter_form.html", context, status=422 if form.errors else 200)


@transaction.atomic
def _save(form, desk):
    letter, chosen = form.instance, form.cleaned_data["nominations"]
    if letter.pk is None:
        words = {
            name: form.cleaned_data[name] for name in ("title", "route", "reasons", "recipients", "urgency")
        }
        form.instance = letters.draft_letter(letter.unit, chosen, desk=desk, **words)
        return True
    letter.to_unit = letters.receiver(letter.unit, letter.route)
    if not form.save_or_tell():
        return False
    letters.set_nominations(letter, chosen)
    letter.log("edit", desk=desk, label="Sửa dự thảo", note=f"{len(chosen)} hồ sơ")
    return True


@require_http_methods(["GET", "POST"])
def letter_move(request, pk, verb):
    letter = find(request, pk)
    acts = {
        "submit": letters.submit_letter,
        "sign": without_note(signing.sign),
        "issue": without_note(letters.issue_letter),
    }
    return make_move(
        request, letter, verb, act=acts.get(verb), done=DONE.get(verb, ""), text=ASKED.get(verb, "")
    )
