"""Digital signatures in a PDF that came in: who signed, what each covers, and whether it still holds."""

from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from pathlib import Path

import pikepdf
from django.conf import settings

from reports.models.signed_copy import Coverage
from reports.signatures.apart import apart

CERTIFICATE_FILES = {".pem", ".crt", ".cer", ".der"}


class SignatureFault(Exception):
    """A signature that no longer holds; the message is a sentence in Vietnamese for the page."""


@dataclass(frozen=True)
class Found:
    """One signature that holds. `signed_at` is None where the file does not say."""

    signer: str
    organization: str
    issuer: str
    signed_at: datetime | None
    is_stamped: bool  # the time comes from a time stamp, not from the signer's own clock
    covers: Coverage
    is_trusted: bool


def signatures_in(content):
    """Every signature of a PDF (bytes) in the order of signing; none in a plain scan.

    Nothing is fetched: whether a certificate was revoked is known only if the file itself says so. Raises
    SignatureFault when one of them does not fit what it covers, or what it covers was changed afterwards.
    """
    if not _has_signatures(content):
        return []
    from pyhanko.pdf_utils.misc import PdfError
    from pyhanko.pdf_utils.reader import PdfFileReader
    from pyhanko.sign.general import SigningError
    from pyhanko.sign.validation.errors import SignatureValidationError

    try:
        signatures = PdfFileReader(BytesIO(content), strict=False).embedded_regular_signatures
        return [_found(signature) for signature in signatures]
    except (PdfError, SignatureValidationError, SigningError, ValueError) as error:
        raise SignatureFault("Tệp có chữ ký số nhưng không đọc được. Hãy lấy lại tệp từ người ký.") from error


def _has_signatures(content):
    with pikepdf.open(BytesIO(content)) as file:
        form = file.Root.get("/AcroForm")
        return form is not None and any(map(_is_signed, form.get("/Fields", [])))


def _is_signed(field):
    return (field.get("/FT") == "/Sig" and "/V" in field) or any(map(_is_signed, field.get("/Kids", [])))


def _found(signature):
    from pyhanko.sign.validation import validate_pdf_signature
    from pyhanko_certvalidator import ValidationContext

    trust = ValidationContext(trust_roots=trusted_certificates(), allow_fetching=False)
    status = apart(validate_pdf_signature, signature, trust)
    subject, issuer = (_names(name) for name in (status.signing_cert.subject, status.signing_cert.issuer))
    signer = subject.get("common_name", "")
    if not (status.intact and status.valid):
        raise SignatureFault(
            f"Chữ ký số của {signer} không còn đúng: nội dung tệp đã bị sửa. Hãy lấy lại tệp từ người ký."
        )
    stamp = status.timestamp_validity
    is_stamped = bool(stamp and stamp.intact and stamp.valid)
    return Found(
        signer=signer,
        organization=subject.get("organization_name", ""),
        issuer=issuer.get("common_name", ""),
        signed_at=stamp.timestamp if is_stamped else status.signer_reported_dt,
        is_stamped=is_stamped,
        covers=_coverage(status, signer),
        is_trusted=status.trusted,
    )


def _names(name):
    """{kind: text} of a certificate's name; of several of one kind the last, as the most particular."""
    found = {}
    for kind, text in name.native.items():
        found[kind] = text if isinstance(text, str) else text[-1]
    return found


def _coverage(status, signer):
    from pyhanko.sign.diff_analysis import ModificationLevel
    from pyhanko.sign.validation import SignatureCoverageLevel

    if status.coverage == SignatureCoverageLevel.ENTIRE_FILE:
        return Coverage.FILE
    only_signed_on = status.modification_level is not None and (
        status.modification_level <= ModificationLevel.FORM_FILLING
    )
    if status.coverage == SignatureCoverageLevel.ENTIRE_REVISION and only_signed_on:
        return Coverage.BEFORE_OTHERS
    raise SignatureFault(
        f"Tệp đã bị sửa sau khi {signer} ký số, chữ ký không bao trùm phần sửa. Hãy lấy lại tệp từ người ký."
    )


def trusted_certificates():
    """The certificates of settings.TRUST_DIR, whose holders' word the office takes; none without it."""
    if not settings.TRUST_DIR:
        return []
    from pyhanko.keys import load_certs_from_pemder

    files = sorted(
        path for path in Path(settings.TRUST_DIR).iterdir() if path.suffix.lower() in CERTIFICATE_FILES
    )
    return list(load_certs_from_pemder(map(str, files)))
