"""Signing a paper's PDF: by a key in a file or on a token of the machine, with a picture in its place."""

from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO

from django.conf import settings
from PIL import Image


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
        raise KeyFault("Không mở được tệp khóa. Hãy kiểm tra tệp .p12 (.pfx) và mật khẩu.") from error


@contextmanager
def key_on_token(pin):
    """The one key of the token that settings.TOKEN_MODULE and TOKEN_LABEL name. Raises KeyFault."""
    from pkcs11 import PKCS11Error
    from pyhanko.sign.pkcs11 import PKCS11Signer, open_pkcs11_session

    try:
        with open_pkcs11_session(settings.TOKEN_MODULE, token_criteria=_token(), user_pin=pin) as session:
            signer = PKCS11Signer(session, cert_label=settings.TOKEN_KEY)
            if signer.signing_cert is None:
                raise KeyFault("Thiết bị ký số không có chứng thư. Hãy báo quản trị viên.")
            yield signer
    except (PKCS11Error, RuntimeError) as error:
        raise KeyFault("Thiết bị ký số không mở được. Hãy kiểm tra mã PIN và thiết bị.") from error


def _token():
    from pyhanko.config.pkcs11 import TokenCriteria

    return TokenCriteria(label=settings.TOKEN_LABEL)


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
    return PdfSigner(about, signer, stamp_style=style, new_field_spec=place).sign_pdf(writer).getvalue()


def _filling():
    """The picture fills its box; pyHanko would leave a margin."""
    from pyhanko.pdf_utils.layout import AxisAlignment, InnerScaling, Margins, SimpleBoxLayoutRule

    middle = AxisAlignment.ALIGN_MID
    return SimpleBoxLayoutRule(middle, middle, Margins(), InnerScaling.STRETCH_FILL)
