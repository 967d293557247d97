"""Files such as people send in."""

from io import BytesIO

import pikepdf


def pdf(**how):
    """A PDF of one blank page; `how` is what pikepdf is told when it saves."""
    paper, file = pikepdf.new(), BytesIO()
    paper.add_blank_page()
    paper.save(file, **how)
    return file.getvalue()
