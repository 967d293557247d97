"""The programme of a conference: in which order, from when to when, and whether it fits."""

import datetime
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from core.workflow import TransitionError
from gatherings.models import Block, BlockKind, Conference

SHORTEST = 60  # minutes of a conference
STEP = 5  # minutes by which lengths are cut to fit
CHAIR = "Người chủ trì"
USUAL = (  # in the order in which such conferences run
    (BlockKind.PERFORMANCE, "Đón tiếp đại biểu, văn nghệ chào mừng", "Ban Tổ chức", 20),
    (BlockKind.CEREMONY, "Chào cờ, tuyên bố lý do, giới thiệu đại biểu", "Người dẫn chương trình", 10),
    (BlockKind.SPEECH, "Khai mạc hội nghị", CHAIR, 10),
    (BlockKind.REPORT, "Báo cáo tổng kết phong trào thi đua", "Thường trực Hội đồng", 25),
    (BlockKind.TALKS, "Tham luận của điển hình tiên tiến", "Các điển hình", 40),
    (BlockKind.BREAK, "Giải lao", "", 10),
    (BlockKind.HONOURS, "Công bố quyết định, trao khen thưởng", "Thường trực Hội đồng", 35),
    (BlockKind.SPEECH, "Phát biểu của lãnh đạo", "Đại diện lãnh đạo", 15),
    (BlockKind.CEREMONY, "Phát động phong trào thi đua", CHAIR, 15),
    (BlockKind.SPEECH, "Bế mạc", CHAIR, 5),
)
CLOSED = "Hội nghị đã tổ chức hoặc đã hủy, không sửa được nữa."


@dataclass(frozen=True)
class Slot:
    """A block with its moments, in local time."""

    block: Block
    begins: datetime.datetime
    ends: datetime.datetime


def usual_blocks(conference):
    """Unsaved blocks of the usual order, cut to the length of the conference, which is SHORTEST at least."""
    whole = sum(minutes for *_, minutes in USUAL)
    share = min(1, conference.minutes / whole)
    return [
        Block(
            conference=conference,
            kind=kind,
            title=title,
            by=by,
            minutes=max(STEP, int(minutes * share) // STEP * STEP),
            order=order,
        )
        for order, (kind, title, by, minutes) in enumerate(USUAL, start=1)
    ]


def slots(conference, blocks):
    """The blocks in their order: each begins where the last one ended, or at its own hour.

    An hour that is past by then is one of the next day, if the conference lasts that long.
    """
    found, at = [], timezone.localtime(conference.starts_at)
    end = timezone.localtime(conference.ends_at)
    for block in blocks:
        begins = _begin(block, at, end)
        at = begins + datetime.timedelta(minutes=block.minutes)
        found.append(Slot(block, begins, at))
    return found


def _begin(block, at, end):
    if block.begins_at is None:
        return at
    begins = at.replace(hour=block.begins_at.hour, minute=block.begins_at.minute, second=0)
    tomorrow = begins + datetime.timedelta(days=1)
    return tomorrow if begins < at and tomorrow < end else begins


def fault(conference, blocks):
    """Why the programme cannot run so: (block, a sentence), or None when it can."""
    before = timezone.localtime(conference.starts_at)
    end = timezone.localtime(conference.ends_at)
    for slot in slots(conference, blocks):
        if slot.begins < before:
            said = f"“{slot.block}” bắt đầu lúc {slot.begins:%H:%M}, khi mục trước {before:%H:%M} mới xong."
            return slot.block, said
        if slot.ends > end:
            said = f"“{slot.block}” kéo dài đến {slot.ends:%H:%M}, quá giờ kết thúc {end:%H:%M}."
            return slot.block, said
        before = slot.ends
    return None


def talk_minutes(blocks, talks):
    """(minutes of all talks, minutes that the programme has for them)."""
    given = sum(block.minutes for block in blocks if block.kind == BlockKind.TALKS)
    return sum(talk.minutes for talk in talks), given


def open_for_writing(conference):
    """The conference, locked until the transaction ends; TransitionError once it took place."""
    locked = Conference.objects.select_for_update().get(pk=conference.pk)
    if not locked.is_writable:
        raise TransitionError(CLOSED)
    return locked


@transaction.atomic
def add_last(row):
    """Save a block or a talk behind the others of its conference."""
    open_for_writing(row.conference)
    row.order = _siblings(row).count() + 1
    row.save()


@transaction.atomic
def shift(row, step):
    """Move a block or a talk one place up (-1) or down (+1); TransitionError when it then does not fit."""
    conference = open_for_writing(row.conference)
    rows = list(_siblings(row))
    place = rows.index(row)
    other = place + step
    if not 0 <= other < len(rows):
        return
    rows[place], rows[other] = rows[other], rows[place]
    if isinstance(row, Block) and (found := fault(conference, rows)):
        raise TransitionError(f"Không chuyển được: {found[1]}")
    _number(rows)


@transaction.atomic
def remove(row):
    """Take a block or a talk out; those behind it move up."""
    open_for_writing(row.conference)
    rows = [other for other in _siblings(row) if other != row]
    row.delete()
    _number(rows)


def _siblings(row):
    return type(row).objects.filter(conference=row.conference_id).order_by("order", "pk")


def _number(rows):
    for order, row in enumerate(rows, start=1):
        row.order = order
    if rows:
        type(rows[0]).objects.bulk_update(rows, ["order"])
