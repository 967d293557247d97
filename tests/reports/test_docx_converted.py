"""Word files as LibreOffice prints them: the lines of the portal's own PDF, in the same places.

Left out where LibreOffice is not installed.
"""

import re
import shutil
import subprocess
from pathlib import Path

import pymupdf
import pytest
from django.conf import settings

from reports import docx, pdf

from .pages import A4, LEFT, MM, RIGHT, lines, millimetres, page_number, rule_below
from .papers_samples import EVERY_SAMPLE

pytestmark = pytest.mark.libreoffice

KINDS = sorted(EVERY_SAMPLE)
FONTS = """<fontconfig><dir>{folder}</dir><cachedir>{cache}</cachedir>
<match target="pattern"><test name="family"><string>Times New Roman</string></test>
<edit name="family" mode="assign" binding="same"><string>Tinos</string></edit></match></fontconfig>"""


@pytest.fixture(scope="module")
def converted(tmp_path_factory):
    """{kind: (our PDF, the Word file as LibreOffice prints it)}."""
    folder = tmp_path_factory.mktemp("word")
    fonts = settings.BASE_DIR / "static" / "papers" / "fonts"
    (folder / "fonts.conf").write_text(FONTS.format(folder=fonts, cache=folder / "cache"))
    papers = {kind: EVERY_SAMPLE[kind]() for kind in KINDS}
    for kind, paper in papers.items():
        (folder / f"{kind}.docx").write_bytes(docx.render(paper))
    _convert(folder)
    return {
        kind: (pymupdf.open(stream=pdf.render(paper)), pymupdf.open(folder / f"{kind}.pdf"))
        for kind, paper in papers.items()
    }


def _convert(folder):
    program = shutil.which("soffice") or shutil.which("libreoffice")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [
        program,
        profile,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        folder,
        *folder.glob("*.docx"),
    ]
    environment = {
        "HOME": str(folder),
        "FONTCONFIG_FILE": str(folder / "fonts.conf"),
        "PATH": Path(program).parent,
    }
    subprocess.run(command, env=environment, check=True, capture_output=True, timeout=300)


def words(file):
    """Also those of symbols that end a line after “/” or “-”."""
    return sorted(re.sub(r"(?<=[-/]) ?\n", "", "".join(page.get_text() for page in file)).split())


@pytest.mark.parametrize("kind", KINDS)
def test_it_has_all_words_of_the_pdf(converted, kind):
    ours, theirs = converted[kind]
    drawn = {word for page in ours for word in words_in_drawings(page)}

    assert set(words(ours)) - drawn <= set(words(theirs))


def words_in_drawings(page):
    """Of charts, which are pictures in Word."""
    boxes = [drawing["rect"] for drawing in page.get_drawings()]
    return [word[4] for word in page.get_text("words") if any(box.contains(word[:4]) for box in boxes)]


@pytest.mark.parametrize("kind", KINDS)
def test_lines_of_the_first_page_stand_where_the_pdf_has_them_in_its_sizes(converted, kind):
    ours, theirs = ({line.text: line for line in lines(file[0])} for file in converted[kind])
    both = ours.keys() & theirs.keys()

    assert len(both) >= 0.5 * len(ours)  # the words of charts are pictures in Word
    for text in both:
        assert theirs[text].left == pytest.approx(ours[text].left, abs=6) or both_centred(
            ours[text], theirs[text]
        ), text
        assert theirs[text].size == pytest.approx(ours[text].size, abs=0.3), text
        assert theirs[text].font.endswith(ours[text].font.rpartition("-")[2]), text


def both_centred(ours, theirs):
    """Where room is left for a number or a day, LibreOffice leaves more of it."""
    return theirs.centre == pytest.approx(ours.centre, abs=6)


@pytest.mark.parametrize("kind", KINDS)
def test_pages_are_a4_numbered_and_keep_their_margins(converted, kind):
    _ours, theirs = converted[kind]
    for number, page in enumerate(theirs, start=1):
        sides = [round(millimetres(side)) for side in (page.rect.width, page.rect.height)]
        assert sorted(sides) == sorted(A4)
        if sides == list(A4):
            assert all(line.left >= LEFT * MM - 1 for line in lines(page) if line.text != page_number(page))
            assert all(line.right <= (210 - RIGHT) * MM + 2 for line in lines(page))
        assert page_number(page) in ("", str(number)) or number > 1
    assert page_number(theirs[0]) == ""


@pytest.mark.parametrize("kind", KINDS)
def test_the_rule_under_the_motto_is_as_long_as_its_text(converted, kind):
    page = converted[kind][1][0]
    motto = next(line for line in lines(page) if line.text == "Độc lập - Tự do - Hạnh phúc")

    assert rule_below(page, motto) == pytest.approx((motto.left, motto.right), abs=2)
