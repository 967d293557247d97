"""Who may sign which paper digitally, and what is signed: the final PDF with the signatures that it has."""

from PIL import Image

from core.workflow import TransitionError
from organizations.models import Role
from reports.models import Paper, SignedCopy
from reports.models.signed_copy import NUMBERED
from reports.papers.sources import document_of, is_final, name_of, records_of
from reports.signatures.placing import MM, NoPlace, place_of_seal, place_of_signature
from reports.signatures.signing import Mark, sign
from reports.signed_copies import file_copy

LEADER, OFFICE = "leader", "office"
USUAL = (55, 22)  # of a signature's picture: its proportion, where only the seal is placed


def part_of(kind, record, desk):
    """As what the person may sign it now: LEADER who signed it in the portal, OFFICE its clerk; else None."""
    if kind not in NUMBERED or not is_final(kind, record):
        return None
    if getattr(record, "signed_by_id", None) == desk.user.pk:
        return LEADER
    return OFFICE if desk.may(Role.CLERK, record.unit) and not getattr(record, "is_recorded", False) else None


def to_be_signed(kind, record):
    """The file on which the next signature goes; None until the final paper was printed."""
    signed = SignedCopy.objects.of(kind, record).exclude(signed_on=None).last()
    final = Paper.objects.of(kind, record).made().filter(draft=False).first()
    source = signed or final
    return source and source.file


def sign_paper(kind, record, signer, *, part, picture=None, diameter=0, desk):
    """Sign what is there so far, with the picture (an image file) in its place, and file it.

    `diameter` is the seal's, in millimetres. Raises TransitionError, with a sentence for the page.
    """
    file = to_be_signed(kind, record)
    if file is None:
        raise TransitionError("Chưa in bản chính thức. Hãy in văn bản trước rồi ký số.")
    with file.open() as opened:
        content = opened.read()
    mark = _mark(content, _signatory(kind, record), part, picture, diameter) if picture else None
    number = SignedCopy.objects.of(kind, record).exclude(signed_on=None).count() + 1
    signed = sign(content, signer, field=f"ChuKy{number}", mark=mark)
    name = f"{name_of(kind, record).replace('/', '-')[:150]} (ký số lần {number}).pdf"
    return file_copy(kind, record, signed, name=name, desk=desk, label="Ký số")


def _signatory(kind, record):
    """The name that stands last on the paper."""
    return document_of(kind, records_of(kind).get(pk=record.pk)).signatures[-1].name


def _mark(content, signatory, part, picture, diameter):
    size = Image.open(picture).size if part == LEADER else USUAL
    try:
        page, box = place_of_signature(content, signatory, size)
    except NoPlace as error:
        raise TransitionError(
            f"Không thấy tên {signatory} ở chỗ ký của văn bản. Bỏ ảnh để ký không hiện hình."
        ) from error
    picture.seek(0)
    return Mark(page, place_of_seal(box, diameter * MM) if part == OFFICE else box, picture.read())
