"""QR codes as operators of a PDF page."""

import segno

QUIET = 4  # modules of white that readers want on each side (ISO/IEC 18004)


def operators(payload, x, y, width):
    """Draws the code into a square at (x, y), its lower left corner in points; white around the modules."""
    rows = [bytes(row) for row in segno.make(payload, error="m", micro=False).matrix]
    module = width / (len(rows) + 2 * QUIET)
    commands = [f"q 1 g {x:.3f} {y:.3f} {width:.3f} {width:.3f} re f 0 g"]
    for place, row in enumerate(rows):
        bottom = y + width - (place + QUIET + 1) * module
        for start, length in _runs(row):
            left = x + (start + QUIET) * module
            commands.append(f"{left:.3f} {bottom:.3f} {length * module:.3f} {module:.3f} re")
    return " ".join([*commands, "f Q"]).encode()


def _runs(row):
    """(start, length) of each stretch of dark modules."""
    start = None
    for place, dark in enumerate([*row, 0]):
        if dark and start is None:
            start = place
        elif not dark and start is not None:
            yield start, place - start
            start = None
