"""An issued decision of the district with a few awards, for the tests of certificates."""

from law.models import SubjectKind
from reports.certificates import batches
from tests.factories import AwardTypeFactory, SubjectFactory
from tests.reports import stories

NAMES = ("Trần Thị Mẫu", "Lê Văn Thử", "Ấp Thạnh Hưng", "Phan Văn Ửng")
KINDS = (SubjectKind.PERSON, SubjectKind.PERSON, SubjectKind.COLLECTIVE, SubjectKind.HOUSEHOLD)


def decision_of(place, names=NAMES, kinds=KINDS, **changes):
    """The office has arranged the list with households first; the paper prints persons first."""
    plan = stories.plan_of(place.district)
    dossiers = [
        stories.dossier(
            plan,
            place.commune,
            subject=SubjectFactory(unit=place.commune, name=name, kind=kind),
            kind=kind,
            award=AwardTypeFactory(),
        )
        for name, kind in zip(names, kinds, strict=True)
    ]
    return stories.decision_of(place.district, [*reversed(dossiers[2:]), *dossiers[:2]], **changes)


def names(entries):
    return [entry.name for entry in entries]


def names_on(content_pages, known=NAMES):
    """Whose certificate each page is."""
    return [next(name for name in known if name in page.get_text()) for page in content_pages]


def ask(decision, blank, by, **how):
    return batches.ask_for(decision, blank, by=by, **how)
