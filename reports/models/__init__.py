from reports.models.archive import ARCHIVING, Archive
from reports.models.certificate import (
    PRINTING,
    Alignment,
    Blank,
    BlankField,
    BlankFieldKind,
    BlankMode,
    Certificate,
    CertificateBatch,
    Colour,
    Lettering,
    Printer,
    Sheet,
)
from reports.models.paper import OFFICE, SOURCES, TO_BE_SIGNED, Paper, PaperKind
from reports.models.part import PartSection, PartStatus, ReviewPart
from reports.models.review import MilestoneReview, ReviewSection, ReviewSectionKind, ReviewStatus
from reports.models.signed_copy import CopySignature, Coverage, SignedCopy

__all__ = [
    "ARCHIVING",
    "OFFICE",
    "PRINTING",
    "SOURCES",
    "TO_BE_SIGNED",
    "Alignment",
    "Archive",
    "Blank",
    "BlankField",
    "BlankFieldKind",
    "BlankMode",
    "Certificate",
    "CertificateBatch",
    "Colour",
    "CopySignature",
    "Coverage",
    "Lettering",
    "MilestoneReview",
    "Paper",
    "PaperKind",
    "PartSection",
    "PartStatus",
    "Printer",
    "ReviewPart",
    "ReviewSection",
    "ReviewSectionKind",
    "ReviewStatus",
    "Sheet",
    "SignedCopy",
]
