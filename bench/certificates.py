#!/usr/bin/env python
"""Certificates with a frame: ours, against plain WeasyPrint and Chromium, which draw it on each page.

    bench/certificates.py [--count 500]

All print the same texts in the same places, each in a process of its own, one after the other. Prints
seconds, peak memory of the largest process and bytes. Ends with status 1 when ours takes more than a quarter
of plain WeasyPrint's time. Chromium is left out where it is not installed.
"""

import argparse
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FRAME = (
    "@page { background: url(certificate-frame.svg) 0 0 / 297mm 210mm no-repeat } "
    ".code { position: absolute; left: 30mm; top: 142mm } .code svg { width: 24mm; height: 24mm }"
)
WANTED = 0.25  # of plain WeasyPrint's time
WAYS = {"ours": "texts in chunks, frame laid under once", "plain": "plain WeasyPrint, frame on each page"}
WAYS["chromium"] = "Chromium, frame on each page"


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--count", type=int, default=500)
    parser.add_argument("--way", choices=WAYS, help=argparse.SUPPRESS)  # one way, in a process of its own
    options = parser.parse_args()
    if options.way:
        print(*measure(options.way, options.count))
        return 0
    print(f"{options.count} certificates, 297 × 210 mm")
    print(f"{'':<42}{'seconds':>9}{'peak MB':>9}{'KB':>8}")
    seconds = {}
    for way, name in WAYS.items():
        if way == "chromium" and not chromium_program():
            print(f"{name:<42}{'not installed':>26}")
            continue
        seconds[way], megabytes, size = measured(way, options.count)
        print(f"{name:<42}{seconds[way]:>9.1f}{megabytes:>9.0f}{size / 1024:>8.0f}")
    share = seconds["ours"] / seconds["plain"]
    print(f"Ours takes {share:.0%} of the time; wanted: at most {WANTED:.0%}.")
    return share > WANTED


def measured(way, count):
    environment = os.environ | {"PORTAL_MODE": "test", "SECRET_KEY": "bench"}
    command = [sys.executable, __file__, "--way", way, "--count", str(count)]
    answer = subprocess.run(command, env=environment, cwd=ROOT, check=True, capture_output=True, text=True)
    return map(float, answer.stdout.split())


def measure(way, count):
    """Seconds, megabytes at the peak, bytes of the file."""
    sys.path.insert(0, str(ROOT))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")
    import django  # the environment names the mode first

    django.setup()
    face, sheets = certificates(count)
    started = time.perf_counter()
    content = {"ours": ours, "plain": plain, "chromium": chromium}[way](face, sheets)
    seconds = time.perf_counter() - started
    peak = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return seconds, peak / 1024, len(content)


def certificates(count):
    from reports.certificates.content import SAMPLE
    from reports.certificates.defaults import default_places
    from reports.certificates.placing import boxes_of
    from reports.certificates.rendering import Face, Sheet

    names = ("Trần Thị Mẫu", "Nguyễn Văn Thử", "Tập thể ấp Thạnh Lợi", SAMPLE["name"])
    places, size = default_places("a4", "full"), (297, 210)
    sheets = []
    for number in range(count):
        texts = SAMPLE | {"name": f"{names[number % len(names)]}", "book": f"Số sổ vàng: {number:03d}/2026"}
        payload = f"https://thidua.example.vn/xac-nhan/{number:022d}/"
        sheets.append(Sheet(tuple(boxes_of(places, texts, size)), payload))
    return Face(size, has_frame=True, title="Giấy khen"), sheets


def ours(face, sheets):
    from reports.certificates.rendering import render

    return render(face, sheets)


def plain(face, sheets):
    """The same sheets in one piece, frame, emblem and code drawn by WeasyPrint on each."""
    from weasyprint import CSS, HTML

    from reports.typesetting import BASE_URL, PaperFilesOnly

    drawn = CSS(string=FRAME, base_url=BASE_URL, url_fetcher=PaperFilesOnly())
    document = HTML(string=whole_html(face, sheets), base_url=BASE_URL, url_fetcher=PaperFilesOnly())
    return document.write_pdf(stylesheets=[drawn], pdf_variant="pdf/a-3u")


def chromium_program():
    return os.environ.get("CHROMIUM") or shutil.which("chromium-headless-shell") or shutil.which("chromium")


def chromium(face, sheets):
    """The same page as a browser prints it."""
    from reports.typesetting import BASE_URL

    head = f'<head><base href="{BASE_URL}"><style>{FRAME}</style>'
    frame = (
        '<section><img src="certificate-frame.svg" style="left: 0; top: 0; width: 297mm">'  # as @page has it
    )
    with tempfile.TemporaryDirectory() as folder:
        page, file = Path(folder) / "sheets.html", Path(folder) / "sheets.pdf"
        page.write_text(whole_html(face, sheets).replace("<head>", head, 1).replace("<section>", frame))
        options = ["--headless", "--no-sandbox", "--no-pdf-header-footer", "--allow-file-access-from-files"]
        command = [chromium_program(), *options, f"--print-to-pdf={file}", page.as_uri()]
        subprocess.run(command, check=True, capture_output=True)
        return file.read_bytes()


def whole_html(face, sheets):
    import segno

    from reports.certificates.rendering import text_html

    pages = []
    for sheet in sheets:
        code = segno.make(sheet.payload, error="m", micro=False).svg_inline(scale=1)
        emblem = '<img src="emblem.svg" style="left: 138.5mm; top: 21mm; width: 20mm">'
        pages.append(f'{emblem}<div class="code">{code}</div>')
    html = text_html(face, sheets)
    for page in pages:
        html = html.replace("<section><p", f"<section>{page}<p", 1)
    return html


if __name__ == "__main__":
    sys.exit(main())
