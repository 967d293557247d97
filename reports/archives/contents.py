"""What an archive holds: each file with its place in it and what is known of it."""

import csv
import datetime
import re
import unicodedata
from collections import Counter
from dataclasses import dataclass, replace
from io import BytesIO, StringIO
from pathlib import PurePath

from django.db.models import Q
from django.db.models.fields.files import FieldFile

from core.templatetags.vietnamese import ngay_gio
from exemplars.models import Nomination
from exemplars.models.nomination import ENDED
from exemplars.parts import ACHIEVEMENT, PROPOSAL, facts, identity
from organizations.models import IssuedNumber
from reports.exports import NumberRows, write_sheet
from reports.models import Paper, PaperKind, SignedCopy
from reports.models.signed_copy import NUMBERED
from reports.papers.sources import is_final, visible_records

UNFIT = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f]+')  # for file names of Windows
NAME_LENGTH = 90  # letters; a path of all parts must stay below the 260 of Windows


@dataclass(frozen=True)
class Item:
    """A file of an archive: `file` as the portal keeps it with its `sha256`, or `content` made for this."""

    path: str
    kind: str
    title: str
    file: FieldFile | None = None
    content: bytes = b""
    number: str = ""
    day: datetime.date | None = None
    sha256: str = ""
    is_missing: bool = False  # a paper that was issued and of which there is no file


def file_name(text):
    """A file or folder name that every system takes, in NFC."""
    name = UNFIT.sub("-", unicodedata.normalize("NFC", text)).strip(" .-")
    return name[:NAME_LENGTH].rstrip(" .-") or "khong-ten"


def table(rows):
    """CSV that spreadsheets open with Vietnamese letters right."""
    text = StringIO()
    csv.writer(text, lineterminator="\r\n").writerows(rows)
    return text.getvalue().encode("utf-8-sig")


def of_dossier(nomination, desk):
    """The dossier as it stands, its history and evidence, and the papers about it that the person sees."""
    told = facts(nomination, (*identity(nomination.kind), *PROPOSAL, *ACHIEVEMENT))
    told += [("Trạng thái", nomination.get_status_display()), ("Đơn vị đề nghị", str(nomination.unit))]
    yield _made_here("thong-tin.csv", "Nội dung hồ sơ", table([("Mục", "Nội dung"), *told]))
    yield _made_here("qua-trinh.csv", "Quá trình xử lý hồ sơ", table(_history(nomination)))
    for place, evidence in enumerate(nomination.evidence.all(), start=1):
        suffix = PurePath(evidence.file.name).suffix
        yield Item(
            f"minh-chung/{place:02d} {file_name(evidence.title)}{suffix}",
            evidence.get_kind_display(),
            evidence.title,
            file=evidence.file,
            day=evidence.uploaded_at.date(),
            sha256=evidence.sha256,
        )
    for record in (nomination, *nomination.returns.all()):
        yield from _papers(Paper.objects.about(record).visible_to(desk).made().latest(), "van-ban")


def _made_here(path, title, content):
    return Item(path, "Trích từ cổng", title, content=content)


def _history(nomination):
    yield "Lúc", "Việc", "Người làm", "Chức danh", "Nội dung"
    for event in nomination.history:
        yield ngay_gio(event.at), event.label, str(event.by or ""), event.by_title, event.note


def of_year(archive, desk):
    """The papers that an office issued in a year, as printed and as signed, and the register of them.

    With the dossiers that ended there in that year, where the archive asks for them.
    """
    unit, year = archive.unit, archive.year
    register = IssuedNumber.objects.filter(series__unit=unit, series__year=year).for_table()
    book = BytesIO()
    write_sheet(NumberRows(), register.order_by("series__symbol", "number"), book, title=f"Năm {year}")
    yield _made_here(f"so-van-ban-di-{year}.xlsx", f"Sổ văn bản đi năm {year}", book.getvalue())
    papers = Paper.objects.filter(unit=unit, draft=False).visible_to(desk).made()
    of_year = [paper for paper in papers.prefetch_related("source") if _day(paper).year == year]
    yield from _papers(of_year, "van-ban")
    copies = SignedCopy.objects.visible_to(desk).prefetch_related("source").order_by("pk")
    for copy in copies:
        if copy.source.unit_id == unit.pk and _day(copy).year == year:
            yield _signed(copy)
    yield from _unprinted(unit, year, desk)
    if archive.with_dossiers:
        for nomination in dossiers_of(unit, year, desk).iterator(chunk_size=200):
            folder = f"ho-so/{nomination.pk} {file_name(nomination.name)}"
            for item in of_dossier(nomination, desk):
                yield replace(item, path=f"{folder}/{item.path}")


def _unprinted(unit, year, desk):
    """What was numbered that year and neither printed nor attached, so that it is told and not left out."""
    for kind in NUMBERED:
        records = visible_records(kind, desk).filter(unit=unit, number__series__year=year)
        for record in records.select_related("number__series"):
            filed = Paper.objects.of(kind, record).made().filter(draft=False)
            if is_final(kind, record) and not (filed or SignedCopy.objects.of(kind, record)):
                label = PaperKind(kind).label
                number = str(record.tally_number if kind == PaperKind.TALLY else record.number)
                path = f"van-ban/{file_name(label)}/{file_name(number)}"
                yield Item(path, label, str(record), number=number, is_missing=True)


def dossiers_of(unit, year, desk):
    """Dossiers of that year of assessment that have ended and lay at the office, or are the unit's own."""
    there = Q(stays__office=unit) | Q(unit=unit)
    ended = Nomination.objects.visible_to(desk).filter(there, year=year, status__in=ENDED)
    return ended.select_related("unit", "award", "plan", "subject").order_by("pk").distinct()


def _papers(papers, folder):
    for paper in papers:
        yield Item(
            f"{folder}/{file_name(paper.get_kind_display())}/{paper.pk} {file_name(paper.title)}.pdf",
            paper.get_kind_display(),
            paper.title,
            file=paper.file,
            number=getattr(paper.source, "number_text", "") or "",
            day=_day(paper),
            sha256=paper.sha256,
        )


def _signed(copy):
    return Item(
        f"ban-ky/{copy.get_kind_display()}/{copy.pk} {file_name(PurePath(copy.name).stem)}.pdf",
        f"{copy.get_kind_display()} (bản ký)",
        copy.name,
        file=copy.file,
        number=getattr(copy.source, "number_text", "") or "",
        day=_day(copy),
        sha256=copy.sha256,
    )


def _day(filed):
    """The day of the paper itself, where it bears one; else the day on which it was filed."""
    own = getattr(filed.source, "issued_on", None)
    moment = filed.made_at if isinstance(filed, Paper) else filed.uploaded_at
    return own or moment.date()


def distinct(items):
    """The items in their order; of two with one path the later gets a number in its name."""
    seen = Counter()
    for item in items:
        seen[item.path.casefold()] += 1
        times = seen[item.path.casefold()]
        if times > 1:
            place = PurePath(item.path)
            item = replace(item, path=str(place.with_name(f"{place.stem} ({times}){place.suffix}")))
        yield item
