"""Tables that offices send: XLSX or CSV, with a title above the header and empty rows between.

Text in encodings from before Unicode is rewritten; the Dataset's `title` then names the encoding.

A sheet is read into a tablib Dataset of raw rows; `with_header` then finds the header in it.
"""

import codecs
import csv
import datetime
import io

import tablib
from import_export.formats.base_formats import Format
from openpyxl import Workbook, load_workbook
from openpyxl.styles import Alignment, Font

from core.encodings import as_latin, rewritten
from core.text import fold, line

ROW = "Dòng"  # the column that says where in the file a row stood
MOST_ROWS = 5000
DELIMITERS = "\t;,"
BYTE_ORDER_MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}


class SheetError(ValueError):
    """The file cannot be read as a table; the message is a sentence in Vietnamese for the page."""


class Sheet(Format):
    """A file format of import_export that gives rows as they stand, whatever the header is."""

    is_guessed = False  # whether the bytes were read as Latin letters, for want of a better encoding

    def __init__(self, encoding=None):
        """The encoding is found in the file; import_export names one all the same."""

    def can_import(self):
        return True

    def create_dataset(self, in_stream):
        rows, encoding = rewritten(up_to_the_last(self.read(in_stream)))
        if self.is_guessed and not encoding:
            raise SheetError(
                "Không nhận ra bảng mã của tệp CSV này. "
                "Hãy mở tệp bằng Excel rồi lưu lại dạng .xlsx hoặc “CSV UTF-8”."
            )
        width = max(map(len, rows), default=0)
        cells = ([cell_of(value) for value in row] + [""] * (width - len(row)) for row in rows)
        return tablib.Dataset(*cells, title=encoding)


def up_to_the_last(rows):
    """The rows up to the last that holds anything: a sheet may be framed far beyond it."""
    kept, empty = [], 0
    for row in rows:
        if any(value not in (None, "") for value in row):
            kept += [()] * empty + [row]
            empty = 0
        else:
            empty += 1
        if len(kept) > MOST_ROWS:
            raise SheetError(f"Tệp có hơn {MOST_ROWS} dòng. Hãy tách thành nhiều tệp.")
    return kept


class XlsxSheet(Sheet):
    """The first sheet of an Excel workbook that is not hidden."""

    def get_title(self):
        return "xlsx"

    def read(self, content):
        try:
            sheets = load_workbook(io.BytesIO(content), read_only=True, data_only=True).worksheets
            sheet = next(sheet for sheet in sheets if sheet.sheet_state == "visible")
        except Exception as error:  # openpyxl raises whatever the broken file made it stumble over
            raise SheetError("Không mở được tệp Excel này. Hãy mở bằng Excel rồi lưu lại .xlsx.") from error
        sheet.reset_dimensions()
        return sheet.iter_rows(values_only=True)


class CsvSheet(Sheet):
    """Text with commas, semicolons or tabs, in any encoding that Vietnamese is written in."""

    def get_title(self):
        return "csv"

    def read(self, content):
        text, self.is_guessed = decoded(content)
        head = text[:10_000]
        delimiter = max(DELIMITERS, key=head.count)
        return csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)


def decoded(content):
    """(text, whether it was only read as the Latin letters that its bytes mean) of a CSV file."""
    encoding = next((name for mark, name in BYTE_ORDER_MARKS.items() if content.startswith(mark)), "utf-8")
    try:
        return content.decode(encoding), False
    except UnicodeDecodeError:
        return as_latin(content), True


def cell_of(value):
    """A cell as the rest reads it: text in its stored form, a date, or "" for nothing."""
    if value is None:
        return ""
    if isinstance(value, datetime.datetime):
        return value.date()
    if isinstance(value, datetime.date):
        return value
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return line(str(value))


def with_header(dataset, columns, required):
    """The rows below the header as dicts by `columns`, with ROW for where each stood in the file.

    Headings are known whatever their accents and case; columns that are not ours are left out.
    Raises SheetError when no row holds all `required` headings.
    """
    known = {fold(column): column for column in columns}
    rows = list(dataset)
    for number, row in enumerate(rows[:30], start=1):
        places = {known[fold(str(cell))]: place for place, cell in enumerate(row) if fold(str(cell)) in known}
        if places.keys() >= set(required):
            return list(_records(rows[number:], places, number + 1))
    raise SheetError(
        f"Không tìm thấy dòng tiêu đề có đủ các cột: {', '.join(required)}. Hãy dùng tệp mẫu trên trang này."
    )


def _records(rows, places, first):
    for number, row in enumerate(rows, start=first):
        record = {column: row[place] for column, place in places.items()}
        if any(value != "" for value in record.values()) and not _is_header(record):
            yield {ROW: number, **record}


def _is_header(record):
    """Whether the row is the header once more, as on every page of a printed list."""
    return all(fold(str(value)) == fold(column) for column, value in record.items())


def template(columns, sample, notes):
    """The bytes of an XLSX file to fill in: the header with one sample row, and a sheet of notes."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Nhập"
    sheet.append(columns)
    sheet.append(sample)
    for cell, column in zip(sheet[1], columns, strict=True):
        cell.font = Font(bold=True)
        sheet.column_dimensions[cell.column_letter].width = max(14, len(column) + 4)
    sheet.freeze_panes = "A2"
    guide = book.create_sheet("Hướng dẫn")
    for row in notes:
        guide.append(row)
        guide.cell(guide.max_row, 2).alignment = Alignment(wrap_text=True, vertical="top")
    guide.column_dimensions["A"].width, guide.column_dimensions["B"].width = 34, 90
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()
