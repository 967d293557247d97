"""Where on a finished PDF the pictures of a signature and of the seal belong.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 7 và 8.
"""

from contextlib import closing

import pypdfium2

MM = 72 / 25.4
WIDEST = 55 * MM  # a signature
BESIDE = 45 * MM  # to either side of the name's middle stands the signatory's column
CLEAR = 1 * MM  # between the picture and the words above and below it


class NoPlace(Exception):
    """The name does not stand in the paper."""


def place_of_signature(content, name, size):
    """(page from 0, (left, bottom, right, top) in points): between the office and the name, in its middle.

    `size` is the picture's (width, height), of which the proportion is kept. Raises NoPlace.
    """
    with pypdfium2.PdfDocument(content) as paper:
        for number in reversed(range(len(paper))):
            with closing(paper[number]) as page, closing(page.get_textpage()) as text:
                if box := _last_box(text, name):
                    return number, _above(text, box, size)
    raise NoPlace(name)


def place_of_seal(signature, diameter):
    """The seal's box, of `diameter` points: over the left third of the signature's box, at its height."""
    left, bottom, right, top = signature
    edge, middle = left + (right - left) / 3, (bottom + top) / 2
    return edge - diameter, middle - diameter / 2, edge, middle + diameter / 2


def _last_box(text, name):
    """The box of the last place on the page where the name stands in one line; None where it does not."""
    found, search = None, text.search(name, match_case=True)
    while hit := search.get_next():
        first, count = hit
        letters = [text.get_charbox(number) for number in range(first, first + count)]
        letters = [box for box in letters if box[2] > box[0]]
        found = (
            min(box[0] for box in letters),
            min(box[1] for box in letters),
            max(box[2] for box in letters),
            max(box[3] for box in letters),
        )
    return found


def _above(text, name, size):
    middle, floor = (name[0] + name[2]) / 2, name[3] + CLEAR
    rows = (text.get_rect(number) for number in range(text.count_rects()))
    ceilings = [
        row[1] for row in rows if row[1] > name[3] and row[0] < middle + BESIDE and row[2] > middle - BESIDE
    ]
    room = min(ceilings) - CLEAR - floor
    width, height = size
    scale = min(WIDEST / width, room / height)
    width, height = width * scale, height * scale
    bottom = floor + (room - height) / 2
    return middle - width / 2, bottom, middle + width / 2, bottom + height
