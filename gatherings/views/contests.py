"""Contests as offices and judges see them: rules, entries, judging, results."""

from functools import partial

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from core.lists import FilteredListView
from core.moving import buttons, carry_out, make_move
from core.pages import posted
from core.returning import on_the_way, return_url
from core.stored_files import shown
from core.templatetags.vietnamese import so
from core.workflow import Collision, TransitionError
from exemplars.models import Exemplar
from gatherings import contests, entries
from gatherings.contest_lists import ContestFilters, ContestTable, EntryFilters, EntryTable
from gatherings.forms.contest import ContestForm, ScoreForm
from gatherings.models import Contest, ContestStatus, Entry, EntryPhoto, JudgeScore, RoundEntry
from organizations.models import Role

ACTS = {
    "open": (contests.open_contest, "Đã mở nhận bài.", "Ai cũng gửi bài được qua trang công khai."),
    "judge": (
        contests.begin_judging,
        "Đã đóng nhận bài. Giám khảo chấm vòng đầu.",
        "Không nhận thêm bài; các bài đã xác nhận vào vòng đầu.",
    ),
    "publish": (contests.publish, "Đã công bố kết quả.", "Kết quả hiện trên trang công khai."),
    "cancel": (None, "Đã hủy.", ""),
}
ENTRY_DONE = {
    "accept": "Đã ghi bài hợp lệ.",
    "refuse": "Đã ghi bài không hợp lệ.",
    "confirm": "Đã ghi nơi cư trú xác nhận.",
    "deny": "Đã ghi nơi cư trú không xác nhận.",
}


class ContestList(FilteredListView):
    filterset_class, table_class = ContestFilters, ContestTable
    template_name = "gatherings/contest_list.html"
    title = "Cuộc thi viết"
    empty_title = "Chưa có cuộc thi nào"
    empty_text = "Thường trực Hội đồng lập cuộc thi; ai cũng gửi bài được khi cuộc thi mở."
    export_what = "contests"

    def get_queryset(self):
        return contests.with_counts(Contest.objects.visible_to(self.request.desk))

    def may_add(self):
        return self.request.desk.has(Role.STANDING)


def seen_contest(request, pk):
    seen = Contest.objects.visible_to(request.desk).select_related("unit", "plan")
    return get_object_or_404(seen, pk=pk)


def run_contest(request, pk):
    """404 for what one may not see, 403 for what another office runs."""
    contest = seen_contest(request, pk)
    if not request.desk.may(Role.STANDING, contest.unit):
        raise PermissionDenied("Việc này do thường trực Hội đồng của cơ quan tổ chức thực hiện.")
    return contest


@require_safe
def contest_page(request, pk):
    contest, desk = seen_contest(request, pk), request.desk
    runs = desk.may(Role.STANDING, contest.unit)
    rounds = [(row, _rows(row)) for row in contest.rounds.all()]
    judged = contests.running_round(contest)
    context = {
        "contest": contest,
        "facts": _facts(contest),
        "judges": contest.judges.select_related("user"),
        "rounds": rounds,
        "judged": judged,
        "waiting": contests.waiting_scores(judged) if judged else 0,
        "is_judge": bool(judged) and contest.judges.filter(user=request.user).exists(),
        "runs": runs,
        "rounds_ended": any(row.ended_at for row, _ in rounds),
        "may_edit": runs and contest.status in (ContestStatus.PREPARING, ContestStatus.OPEN),
        "may_give_prizes": runs and not contest.rounds.filter(ended_at=None).exists() and bool(rounds),
        "moves": buttons(contest, desk, "gatherings:contest-move"),
        "history": contest.history,
    }
    return render(request, "gatherings/contest_detail.html", context)


def _rows(round_):
    """The round's entries once it has ended, the best first."""
    if round_.ended_at is None:
        return []
    return round_.entries.select_related("entry__unit").order_by("rank", "entry__title")


def _facts(contest):
    return [
        ("Cơ quan tổ chức", contest.unit),
        ("Phối hợp", "; ".join(contest.organisers.splitlines())),
        ("Kế hoạch", contest.plan),
        ("Nhận bài", f"từ {contest.opens_on:%d/%m/%Y} đến hết {contest.closes_on:%d/%m/%Y}"),
        ("Độ dài", f"{so(contest.min_words)}–{so(contest.max_words)} chữ"),
        ("Mỗi người", f"{contest.entries_each} bài"),
    ]


@require_http_methods(["GET", "HEAD", "POST"])
def contest_edit(request, pk=None):
    if pk is None and not request.desk.has(Role.STANDING):
        raise PermissionDenied
    contest = run_contest(request, pk) if pk else Contest()
    form = ContestForm(posted(request), instance=contest, desk=request.desk)
    if request.method == "POST" and form.is_valid() and _saved(request, form):
        messages.success(request, "Đã lưu cuộc thi.")
        return redirect(return_url(request, form.instance))
    context = {"form": form, "contest": contest, "title": "Sửa thể lệ" if pk else "Lập cuộc thi viết"}
    return render(request, "gatherings/contest_form.html", context, status=422 if form.is_bound else 200)


def _saved(request, form):
    """Whether it was saved; what speaks against it then stands on the form."""
    data = form.cleaned_data
    try:
        contests.save_contest(
            form.instance,
            judges=data["judges"],
            rounds=form.rounds(),
            seen=data["version"] or 0,
            desk=request.desk,
        )
    except Collision:
        form.tell_collision()
        return False
    except TransitionError as error:
        form.add_error(None, str(error))
        return False
    return True


def contest_move(request, pk, verb):
    if verb not in ACTS:
        raise Http404
    contest = run_contest(request, pk)
    act, done, text = ACTS[verb]
    return make_move(request, contest, verb, act=act, done=done, text=text)


# --- Entries -----------------------------------------------------------------------------------------


class EntryList(FilteredListView):
    filterset_class, table_class = EntryFilters, EntryTable
    title = "Bài dự thi"
    empty_title = "Chưa có bài dự thi nào"
    empty_text = "Bài gửi qua trang công khai hiện ra ở đây để ban tổ chức kiểm tra."
    export_what = "entries"

    def get_queryset(self):
        return Entry.objects.visible_to(self.request.desk).for_table()


def seen_entry(request, pk):
    return get_object_or_404(Entry.objects.visible_to(request.desk).for_table(), pk=pk)


@require_safe
def entry_page(request, pk):
    entry, desk = seen_entry(request, pk), request.desk
    runs = desk.may(Role.STANDING, entry.office)
    context = {
        "entry": entry,
        "facts": [
            ("Mã bài", entry.code),
            ("Người viết", entry.author),
            ("Nơi ở, nơi làm việc", entry.address),
            ("Liên hệ", entry.contact),
            ("Gửi lúc", entry.sent_at),
            ("Viết về", entry.hero),
            ("Nghề nghiệp, chức vụ", entry.hero_about),
            ("Nơi cư trú, công tác", entry.unit),
            ("Độ dài", f"{so(entry.words)} chữ"),
        ],
        "moves": buttons(entry, desk, "gatherings:entry-move"),
        "may_number": runs and entry.status == "accepted" and not entry.letter_number_id,
        "may_register": runs
        and entry.status == "confirmed"
        and entry.contest.status == ContestStatus.PUBLISHED
        and not entry.exemplar_id,
        "sees_exemplar": Exemplar.objects.visible_to(desk).filter(pk=entry.exemplar_id).exists(),
        "photos": entry.photos.all(),
        "history": entry.history,
    }
    return render(request, "gatherings/entry_detail.html", context)


def entry_move(request, pk, verb):
    entry = seen_entry(request, pk)
    if verb not in entry.MOVES:
        raise Http404
    if not request.desk.may(Role.STANDING, entry.office):
        raise PermissionDenied
    act = partial(_move_entry, verb=verb)
    return make_move(request, entry, verb, act=act, done=ENTRY_DONE[verb])


def _move_entry(entry, *, desk, note, verb):
    if entry.contest.status not in (ContestStatus.OPEN, ContestStatus.PREPARING):
        raise TransitionError("Cuộc thi đã chấm, bài dự thi không đổi trạng thái được nữa.")
    entry.move(verb, desk=desk, note=note)


@require_POST
def entry_letter(request, pk):
    entry = _run_entry(request, pk)
    act = partial(entries.number_letter, entry, desk=request.desk)
    return carry_out(request, entry, act, "Đã cấp số công văn xác nhận. In ở mục Văn bản.")


@require_POST
def entry_register(request, pk):
    entry = _run_entry(request, pk)
    act = partial(entries.register_hero, entry, desk=request.desk)
    return carry_out(request, entry, act, "Đã đưa vào sổ điển hình, giai đoạn Phát hiện.")


def _run_entry(request, pk):
    entry = seen_entry(request, pk)
    if not request.desk.may(Role.STANDING, entry.office):
        raise PermissionDenied
    return entry


@require_safe
def entry_photo(request, pk):
    """To the office, and to the judges once the entry stands in a round."""
    seen = EntryPhoto.objects.filter(entry__in=Entry.objects.visible_to(request.desk))
    judged = EntryPhoto.objects.filter(entry__rounds__round__contest__judges__user=request.user)
    return shown(get_object_or_404((seen | judged).distinct(), pk=pk))


# --- Judging -----------------------------------------------------------------------------------------


def _judged_contest(request, pk):
    contest = seen_contest(request, pk)
    if not contest.judges.filter(user=request.user).exists():
        raise PermissionDenied("Chỉ giám khảo của cuộc thi được chấm bài.")
    return contest


@require_safe
def judging(request, pk):
    """A judge's own list of the running round: no authors, no others' points."""
    contest = _judged_contest(request, pk)
    round_ = contests.running_round(contest)
    rows = _own_rows(round_, request.user) if round_ else []
    context = {"contest": contest, "round": round_, "rows": rows}
    return render(request, "gatherings/judging.html", context)


def _own_rows(round_, user):
    """[(row of the round, the user's own points or None)], by code."""
    own = JudgeScore.objects.filter(round_entry__round=round_, judge__user=user)
    points = dict(own.values_list("round_entry", "points"))
    rows = round_.entries.select_related("entry").order_by("entry__code")
    return [(row, points.get(row.pk)) for row in rows]


@require_http_methods(["GET", "HEAD", "POST"])
def judging_entry(request, pk, row):
    contest = _judged_contest(request, pk)
    rows = RoundEntry.objects.filter(round__contest=contest).select_related("round__contest", "entry")
    row = get_object_or_404(rows, pk=row)
    own = row.scores.filter(judge__user=request.user).first()
    initial = {"points": own.points, "comment": own.comment} if own else {}
    form = ScoreForm(posted(request), initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            contests.give_score(row, user=request.user, **form.cleaned_data)
        except TransitionError as error:
            messages.error(request, str(error))
        else:
            messages.success(request, f"Đã chấm bài {row.entry.code}.")
        return redirect(on_the_way(reverse("gatherings:judging", args=[contest.pk]), request))
    context = {
        "contest": contest,
        "row": row,
        "form": form,
        "is_open": contests.running_round(contest) == row.round,
        "scores": contests.readable_scores(row, request.user),
        "photos": row.entry.photos.all(),
    }
    return render(request, "gatherings/judging_entry.html", context, status=422 if form.is_bound else 200)


@require_POST
def round_end(request, pk, order):
    contest = run_contest(request, pk)
    round_ = get_object_or_404(contest.rounds.all(), order=order)
    act = partial(contests.end_round, round_, desk=request.desk)
    return carry_out(request, contest, act, f"Đã kết thúc vòng {round_.name.lower()} và xếp hạng.")


@require_http_methods(["GET", "HEAD", "POST"])
def prizes(request, pk):
    contest = run_contest(request, pk)
    last = contests.last_round(contest)
    rows = list(last.entries.filter(goes_on=True).select_related("entry").order_by("rank")) if last else []
    if request.method == "POST" and rows:
        given = {
            row.entry: " ".join(request.POST.get(f"prize_{row.entry_id}", "").split())[:100] for row in rows
        }
        act = partial(contests.give_prizes, contest, prizes=given, desk=request.desk)
        return carry_out(request, contest, act, "Đã ghi giải thưởng.")
    return render(request, "gatherings/contest_prizes.html", {"contest": contest, "rows": rows})
