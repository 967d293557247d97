"""Entries of a contest: taken in from anybody, checked, confirmed by the place of residence."""

import re

from django.db import transaction

from core.calendar import today
from core.guarded import is_flooded
from core.once import begun_once
from core.text import fold, nfc
from core.workflow import TransitionError
from exemplars.models import Exemplar, Subject
from exemplars.photos import taken_in
from gatherings.models import ContestStatus, Entry, EntryPhoto, EntryStatus
from organizations.numbering import take_number

WORD = re.compile(r"[^\W_]+")
MOST_PHOTOS = 3
MOST_IN_AN_HOUR = 60  # entries of one contest
TOO_MANY = "Có quá nhiều bài gửi từ nơi này trong một giờ. Nội dung còn nguyên; mời gửi lại sau."


def count_words(text):
    """Words as Vietnamese counts them (chữ): each syllable that is written apart, and each number."""
    return len(WORD.findall(nfc(text)))


def take_entry(contest, *, request_id, source, photos=(), **told):
    """Keep an entry; the same request gives the same one. Raises TransitionError with what speaks against it.

    `photos` are files that a PhotoField has accepted.
    """
    return begun_once(Entry.objects, request_id, lambda: _take(contest, request_id, source, photos, told))


def _take(contest, request_id, source, photos, told):
    contest = type(contest).objects.select_for_update().get(pk=contest.pk)
    _refuse_unfit(contest, source, told)
    entry = Entry.objects.create(
        contest=contest, request_id=request_id, source=source, words=count_words(told["text"]), **told
    )
    pictures = [EntryPhoto(entry=entry, caption=f"Ảnh {n} của bài dự thi") for n in range(1, len(photos) + 1)]
    for picture, file in zip(pictures, photos, strict=True):
        taken_in(picture, file, by=None).save()
    return entry


def _refuse_unfit(contest, source, told):
    if not contest.takes_entries(today()):
        raise TransitionError("Cuộc thi không nhận bài vào lúc này.")
    if is_flooded(Entry.objects, source, most=MOST_IN_AN_HOUR, contest=contest):
        raise TransitionError(TOO_MANY)
    by_author = contest.entries.filter(folded_author=fold(told["author"])).exclude(status=EntryStatus.REFUSED)
    if by_author.count() >= contest.entries_each:
        raise TransitionError(
            f"Mỗi người được gửi {contest.entries_each} bài; người viết này đã gửi đủ số bài."
        )


# --- Asking the place of residence -------------------------------------------------------------------


@transaction.atomic
def number_letter(entry, *, desk):
    """Give the letter that asks for confirmation its number; a second press gives the same."""
    entry = Entry.objects.select_for_update(of=("self",)).select_related("contest__unit").get(pk=entry.pk)
    if entry.letter_number_id:
        return entry.letter_number
    if entry.status != EntryStatus.ACCEPTED:
        raise TransitionError("Chỉ gửi công văn xác nhận khi bài đã được kiểm tra là hợp lệ.")
    office = entry.contest.unit
    number = take_number(
        unit=office,
        symbol=office.symbol,
        on=today(),
        title=f"V/v xác nhận gương người tốt: {entry.hero}"[:400],
        by=desk.user,
    )
    Entry.objects.filter(pk=entry.pk).update(letter_number=number)
    entry.log("letter", desk=desk, label="Cấp số công văn xác nhận", note=number.text)
    return number


# --- Into the register -------------------------------------------------------------------------------


@transaction.atomic
def register_hero(entry, *, desk):
    """Let whom the entry is about enter the register of exemplars as found; once."""
    entry = Entry.objects.select_for_update(of=("self",)).select_related("unit", "contest").get(pk=entry.pk)
    if entry.exemplar_id:
        return entry.exemplar
    if entry.contest.status != ContestStatus.PUBLISHED or entry.status != EntryStatus.CONFIRMED:
        raise TransitionError("Chỉ đưa vào sổ điển hình khi đã xác nhận và cuộc thi đã công bố kết quả.")
    subject = Subject.objects.named(entry.hero, kind=entry.hero_kind, unit=entry.unit).first()
    subject = subject or Subject.objects.create(
        kind=entry.hero_kind, unit=entry.unit, name=entry.hero, position=entry.hero_about
    )
    exemplar = Exemplar.objects.create(
        subject=subject,
        unit=entry.unit,
        plan=entry.contest.plan,
        title=entry.title,
        practice=entry.text,
        found_on=today(),
    )
    exemplar.log("create", desk=desk, label="Phát hiện qua cuộc thi viết", note=str(entry.contest))
    Entry.objects.filter(pk=entry.pk).update(exemplar=exemplar)
    entry.log("register", desk=desk, label="Đưa vào sổ điển hình")
    return exemplar
