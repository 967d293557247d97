"""Contests as everybody sees them: what is open, the form for an entry, what became of one, the results."""

from functools import partial

from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from core.calendar import today
from core.guarded import source_of
from core.models import PublicKind
from core.moving import saved
from core.pages import posted
from core.public import public_page
from gatherings.entries import take_entry
from gatherings.forms.contest import EntryForm
from gatherings.models import Contest, ContestStatus, Entry, EntryStatus, RoundEntry

KIND = PublicKind.CONTESTS


@public_page(KIND)
@require_safe
def contests(request):
    found = Contest.objects.public().select_related("unit").order_by("-opens_on", "pk")[:50]
    rows = [(contest, contest.takes_entries(today())) for contest in found]
    return render(request, "public/contests.html", {"rows": rows})


def _public_contest(pk):
    return get_object_or_404(Contest.objects.public().select_related("unit"), pk=pk)


@public_page(KIND)
@require_safe
def contest(request, pk):
    contest = _public_contest(pk)
    context = {
        "contest": contest,
        "is_open": contest.takes_entries(today()),
        "prized": _prized(contest) if contest.status == ContestStatus.PUBLISHED else [],
    }
    return render(request, "public/contest.html", context)


def _prized(contest):
    """The entries with prizes, as the last round ranked them."""
    rows = RoundEntry.objects.filter(round=contest.rounds.last()).exclude(entry__prize="")
    return [row.entry for row in rows.select_related("entry__unit").order_by("rank", "entry__hero_key")]


@public_page(KIND, kept=False)
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def send_entry(request, pk):
    """The form; what was sent leads to the page of the entry, whose code its author keeps."""
    contest = _public_contest(pk)
    form = EntryForm(posted(request), request.FILES or None, contest=contest)
    if not contest.takes_entries(today()):
        return render(request, "public/contest_closed.html", {"contest": contest})
    if request.method == "POST" and form.is_valid() and (entry := _taken(request, contest, form)):
        return redirect("gatherings:public-entry-state", code=entry.code)
    context = {"contest": contest, "form": form}
    return render(request, "public/entry_form.html", context, status=422 if form.is_bound else 200)


def _taken(request, contest, form):
    """The entry, or False with what speaks against it on the form."""
    sender = {"request_id": form.request_id, "source": source_of(request)}
    photos = form.cleaned_data["photos"]
    return saved(form, partial(take_entry, contest, photos=photos, **sender, **form.told()))


STATES = {  # as its author reads it
    EntryStatus.RECEIVED: "Ban tổ chức đã nhận bài và đang kiểm tra.",
    EntryStatus.REFUSED: "Bài không hợp lệ theo thể lệ.",
    EntryStatus.ACCEPTED: "Bài hợp lệ, đang chờ nơi cư trú xác nhận người thật, việc thật.",
    EntryStatus.CONFIRMED: "Bài đã được xác nhận và được đưa vào chấm.",
    EntryStatus.DENIED: "Nơi cư trú không xác nhận nội dung bài viết.",
}


@public_page(KIND, kept=False)
@never_cache
@require_safe
def entry_state(request, code):
    """What became of an entry, for whoever holds its code: nothing of its author, nothing of its text."""
    entry = get_object_or_404(Entry.objects.select_related("contest__unit"), code=code.upper())
    context = {"entry": entry, "contest": entry.contest, "told": STATES[EntryStatus(entry.status)]}
    return render(request, "public/entry_state.html", context)
