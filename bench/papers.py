#!/usr/bin/env python
"""Seconds, peak memory and bytes of papers: this renderer, its Word file, WeasyPrint in one piece, Chromium.

    bench/papers.py [--only NAME] [--rows 1000 5000 10000]

Each cell is a process of its own; memory is that of the largest process in it. Chromium prints the same
HTML with the same fonts and is left out where it is not installed. 500 certificates come last, by
bench/certificates.py.
"""

import argparse
import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
REPORT_ROWS, ANNEX_ROWS = 1_000, 10_000


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--only", choices=PAPERS, help="one kind of paper")
    parser.add_argument("--rows", type=int, nargs="+", default=[], help="sizes of the annex besides 10,000")
    parser.add_argument("--cell", nargs=3, help=argparse.SUPPRESS)  # paper, engine, rows: measure in here
    options = parser.parse_args()
    if options.cell:
        paper, engine, rows = options.cell
        measure(paper, engine, int(rows))
        return
    print(f"{'paper':28}{'engine':20}{'seconds':>9}{'MB':>7}{'kB':>8}")
    for paper in [options.only] if options.only else PAPERS:
        for rows in [*options.rows, ANNEX_ROWS] if paper == "annex" else [REPORT_ROWS]:
            for engine in ENGINES:
                row(paper, engine, rows)
    if not options.only:
        subprocess.run([sys.executable, ROOT / "bench" / "certificates.py"], cwd=ROOT)


def row(paper, engine, rows):
    cell = [sys.executable, __file__, "--cell", paper, engine, str(rows)]
    done = subprocess.run(cell, capture_output=True, text=True, cwd=ROOT)
    name = f"{paper}, {rows} rows" if paper != "plan" else paper
    figures = done.stdout.strip() if done.returncode == 0 else done.stderr.strip().splitlines()[-1][:60]
    print(f"{name:28}{engine:20}{figures}", flush=True)


def measure(paper, engine, rows):
    set_up()
    document = PAPERS[paper](rows)
    ENGINES[engine](PAPERS["plan"](0))  # templates, fonts and code are warm in a worker
    began = time.perf_counter()
    content = ENGINES[engine](document)
    seconds = time.perf_counter() - began
    peak = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    print(f"{seconds:9.1f}{peak // 1024:7d}{len(content) // 1024:8d}")


def set_up():
    os.environ.update(SECRET_KEY="only for the bench", PORTAL_MODE="test")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")
    sys.path.insert(0, str(ROOT))
    import django

    django.setup()


# --- The papers --------------------------------------------------------------------------------------------


def plan(_rows):
    from tests.reports.papers_samples import plan

    return plan()


def report(rows):
    """A review of about forty pages: text, then a table of so many rows."""
    from dataclasses import replace

    from tests.reports.papers_samples import review

    paper = review()
    return replace(paper, body=(*paper.body, people(rows)), annexes=())


def annex(rows):
    from dataclasses import replace

    from reports.papers.document import Annex
    from tests.reports.papers_samples import decision

    return replace(decision(), annexes=(Annex("Danh sách được tặng Giấy khen", (people(rows),)),))


def people(rows):
    from reports.papers.document import Column, table

    columns = (Column("STT", 6, "center"), Column("Họ và tên", 30), Column("Nơi công tác, địa chỉ", 40))
    columns += (Column("Hình thức khen thưởng", 24),)
    return table(
        columns,
        (
            (
                str(number),
                f"Nguyễn Thị Hồng Ánh {number}",
                f"Tổ trưởng tổ nhân dân tự quản số {number % 40}, ấp Thạnh Lợi, xã Vĩnh Bình",
                "Giấy khen của Chủ tịch Ủy ban nhân dân xã",
            )
            for number in range(1, rows + 1)
        ),
    )


# --- The engines -------------------------------------------------------------------------------------------


def portal(document):
    from reports import pdf

    return pdf.render(document)


def word(document):
    from reports import docx

    return docx.render(document)


def weasyprint(document):
    from weasyprint import HTML

    from reports.papers.layout import to_html
    from reports.typesetting import BASE_URL

    return HTML(string=to_html(document), base_url=BASE_URL).write_pdf(pdf_variant="pdf/a-3a")


def chromium(document):
    from reports.papers.layout import to_html
    from reports.papers.lettering import FOLDER

    program = (
        os.environ.get("CHROMIUM")
        or shutil.which("chromium-headless-shell")
        or shutil.which("chromium")
        or shutil.which("google-chrome")
    )
    if not program:
        raise SystemExit("not installed")
    with tempfile.TemporaryDirectory() as folder:
        page, file = Path(folder) / "paper.html", Path(folder) / "paper.pdf"
        page.write_text(re.sub(r"<head>", f'<head><base href="{FOLDER.as_uri()}/">', to_html(document)))
        arguments = ["--headless", "--no-sandbox", "--no-pdf-header-footer", "--allow-file-access-from-files"]
        subprocess.run(
            [program, *arguments, f"--print-to-pdf={file}", page.as_uri()], check=True, capture_output=True
        )
        return file.read_bytes()


PAPERS = {"plan": plan, "report": report, "annex": annex}
ENGINES = {
    "this renderer": portal,
    "its Word file": word,
    "WeasyPrint at once": weasyprint,
    "Chromium": chromium,
}

if __name__ == "__main__":
    main()
