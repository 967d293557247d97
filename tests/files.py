"""Files such as people send in."""

from io import BytesIO

import pikepdf
from PIL import Image


def pdf(**how):
    """A PDF of one blank page; `how` is what pikepdf is told when it saves."""
    paper, file = pikepdf.new(), BytesIO()
    paper.add_blank_page()
    paper.save(file, **how)
    return file.getvalue()


def picture(kind="PNG", size=(40, 30)):
    """A picture of that many points, of the kind that Pillow calls so."""
    file = BytesIO()
    Image.new("RGB", size, "navy").save(file, kind)
    return file.getvalue()
