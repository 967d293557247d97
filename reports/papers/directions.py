"""Phương hướng, nhiệm vụ of the next years, with an annex of the figures aimed at."""

from dataclasses import dataclass

from . import heads
from .document import Annex, Column, Document, Letterhead, Paragraph, Section, Signature, Title, table
from .layout import roman


@dataclass(frozen=True)
class Target:
    name: str
    unit: str  # of measure
    reached: str  # at the end of the last period
    by_year: tuple[str, ...]  # one for each year


@dataclass(frozen=True)
class Directions:
    letterhead: Letterhead
    issuer: str
    subject: str
    opening: str
    parts: tuple[tuple[str, str], ...]  # (title, typed text)
    years: tuple[int, ...]
    targets: tuple[Target, ...]
    signature: Signature
    addressees: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ("Lưu: VT",)


def paper(directions):
    return Document(
        directions.letterhead,
        Title("BÁO CÁO", directions.subject),
        tuple(_body(directions)),
        directions.issuer,
        signatures=(directions.signature,),
        addressees=directions.addressees,
        recipients=directions.recipients,
        annexes=(Annex("Chỉ tiêu thi đua, khen thưởng", (_targets(directions),), landscape=True),),
    )


def _body(directions):
    yield Paragraph(directions.opening)
    for number, (title, text) in enumerate(directions.parts, start=1):
        yield Section(roman(number), title)
        yield from heads.prose(text)
    yield Paragraph(
        f"Trên đây là phương hướng, nhiệm vụ của {directions.issuer}; các chỉ tiêu cụ thể nêu tại phụ lục "
        "kèm theo"
    )


def _targets(directions):
    """The years stand side by side under one head."""
    span = f"Chỉ tiêu giai đoạn {directions.years[0]} - {directions.years[-1]}"
    columns = (
        Column("STT", 6, "center"),
        Column("Chỉ tiêu", 34),
        Column("Đơn vị tính", 11, "center"),
        Column(f"Đạt năm {directions.years[0] - 1}", 11, "right"),
        *(Column(str(year), 38 // len(directions.years), "right", over=span) for year in directions.years),
    )
    rows = [
        (str(place), row.name, row.unit, row.reached, *row.by_year)
        for place, row in enumerate(directions.targets, start=1)
    ]
    return table(columns, rows)
