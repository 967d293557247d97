"""Signing a paper's PDF: by a key in a file or on a token of the machine, with a picture in its place."""

import threading
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO

from django.conf import settings
from PIL import Image

from reports.signatures.apart import apart

one_at_the_token = threading.Lock()


class KeyFault(Exception):
    """The key cannot be used; the message is a sentence in Vietnamese for the page."""


@dataclass(frozen=True)
class Mark:
    """A picture (bytes of a PNG) on a page, from 0, in a box of (left, bottom, right, top) points."""

    page: int
    box: tuple[float, float, float, float]
    picture: bytes


def key_in_file(content, password):
    """The key of a PKCS#12 file (bytes); nothing of it is kept. Raises KeyFault."""
    from pyhanko.sign.signers import SimpleSigner

    try:
        return SimpleSigner.load_pkcs12_data(content, other_certs=[], passphrase=password.encode())
    except (ValueError, TypeError, AttributeError) as error:  # no such file, another password, no key in it
        raise KeyFault("Không mở được tệp khóa. Hãy chọn lại tệp .p12 (.pfx) và gõ lại mật khẩu.") from error


@contextmanager
def key_on_token(pin):
    """The key that settings.TOKEN_KEY names, on the token settings.TOKEN_LABEL; open inside the block.

    A token serves one session of a process at a time. Raises KeyFault, also for a wrong PIN.
    """
    from pkcs11 import PKCS11Error
    from pyhanko.config.pkcs11 import TokenCriteria
    from pyhanko.sign.pkcs11 import PKCS11Signer, open_pkcs11_session

    token = TokenCriteria(label=settings.TOKEN_LABEL)
    with one_at_the_token:
        try:
            session = open_pkcs11_session(settings.TOKEN_MODULE, token_criteria=token, user_pin=pin)
        except (PKCS11Error, RuntimeError) as error:
            raise KeyFault("Không mở được thiết bị ký số. Hãy kiểm tra mã PIN và thiết bị.") from error
        try:
            with session:
                # Digests are made here: not every token knows the newer mechanisms.
                yield PKCS11Signer(session, cert_label=settings.TOKEN_KEY, use_raw_mechanism=True)
        except PKCS11Error as error:
            raise KeyFault("Thiết bị ký số không ký được. Hãy báo quản trị viên.") from error


def sign(content, signer, *, field, mark=None):
    """The PDF with one more signature (PAdES B-B, SHA-256) at its end, in the field of that name."""
    from pyhanko.pdf_utils.images import PdfImage
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.sign.fields import SigFieldSpec, SigSeedSubFilter
    from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner
    from pyhanko.stamp import StaticStampStyle

    about = PdfSignatureMetadata(field_name=field, subfilter=SigSeedSubFilter.PADES, md_algorithm="sha256")
    place, style = SigFieldSpec(field), None
    if mark:
        picture = Image.open(BytesIO(mark.picture)).convert("RGBA")
        place = SigFieldSpec(field, on_page=mark.page, box=tuple(map(round, mark.box)))
        style = StaticStampStyle(
            background=PdfImage(picture), background_layout=_filling(), background_opacity=1, border_width=0
        )
    writer = IncrementalPdfFileWriter(BytesIO(content))
    act = PdfSigner(about, signer, stamp_style=style, new_field_spec=place)
    return apart(act.sign_pdf, writer).getvalue()


def _filling():
    """The picture fills its box; pyHanko would leave a margin."""
    from pyhanko.pdf_utils.layout import AxisAlignment, InnerScaling, Margins, SimpleBoxLayoutRule

    middle = AxisAlignment.ALIGN_MID
    return SimpleBoxLayoutRule(middle, middle, Margins(), InnerScaling.STRETCH_FILL)
