"""Every list as XLSX: exactly the rows that its own page shows for the same query, in the same order."""

import tempfile
from dataclasses import dataclass

from django.http import FileResponse, Http404
from django.views.decorators.http import require_GET

from awards.views.annulments import AnnulmentList
from awards.views.decisions import DecisionList
from awards.views.letters import LetterList
from awards.views.opinions import OpinionLists
from awards.views.register import Register
from awards.views.sessions import SessionList
from campaigns.views.assignments import AssignmentList
from campaigns.views.clusters import ClusterList, ClusterResultList
from campaigns.views.movements import MovementList
from campaigns.views.plans import PlanList
from core.calendar import today
from exemplars.views.adoptions import AdoptionList
from exemplars.views.exemplars import ExemplarList
from exemplars.views.nominations import NominationList
from exemplars.views.outreach import CoverageList, LearningList
from exemplars.views.visits import VisitList
from gatherings.views.conferences import ConferenceList
from gatherings.views.contests import ContestList, EntryList
from gatherings.views.delegates import DelegateList
from organizations.views.numbers import NumberList
from organizations.views.units import UnitList
from reports import exports
from reports.views.papers import PaperList
from reports.views.parts import PartList
from reports.views.reviews import ReviewList

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
KEPT_IN_MEMORY = 1024 * 1024  # bytes of the file; what is larger goes to the disk


@dataclass(frozen=True)
class Export:
    page: type  # the list's view
    rows: type  # the resource
    filename: str  # without accents, so that every system keeps it
    also: tuple = ()  # relations that the columns need and the page does not
    skip: tuple = ()  # long texts that no column needs


PROSE = ("background", "achievements", "past_awards", "appraisal")
EXPORTS = {
    "plans": Export(PlanList, exports.PlanRows, "ke-hoach"),
    "assignments": Export(AssignmentList, exports.AssignmentRows, "nhiem-vu"),
    "movements": Export(MovementList, exports.MovementRows, "phong-trao", ("unit",)),
    "clusters": Export(ClusterList, exports.ClusterRows, "cum-thi-dua"),
    "cluster-results": Export(ClusterResultList, exports.ClusterResultRows, "xep-hang-cum-thi-dua"),
    "nominations": Export(NominationList, exports.NominationRows, "ho-so-de-nghi", skip=PROSE),
    "exemplars": Export(ExemplarList, exports.ExemplarRows, "dien-hinh", ("movement",)),
    "visits": Export(VisitList, exports.VisitRows, "kiem-tra"),
    "adoptions": Export(AdoptionList, exports.AdoptionRows, "nhan-rong", ("source__subject",)),
    "learning": Export(LearningList, exports.LearningRows, "hoc-tap"),
    "coverage": Export(CoverageList, exports.CoverageRows, "truyen-thong"),
    "conferences": Export(ConferenceList, exports.ConferenceRows, "hoi-nghi", ("unit", "plan", "above")),
    "delegates": Export(DelegateList, exports.DelegateRows, "dai-bieu-hoi-nghi"),
    "sessions": Export(SessionList, exports.SessionRows, "phien-hop"),
    "decisions": Export(DecisionList, exports.DecisionRows, "quyet-dinh"),
    "annulments": Export(AnnulmentList, exports.AnnulmentRows, "quyet-dinh-huy-bo"),
    "register": Export(Register, exports.RegisterRows, "so-khen-thuong"),
    "opinions": Export(OpinionLists, exports.OpinionRows, "lay-y-kien"),
    "letters": Export(LetterList, exports.LetterRows, "to-trinh"),
    "reviews": Export(ReviewList, exports.ReviewRows, "bao-cao"),
    "contests": Export(ContestList, exports.ContestRows, "cuoc-thi"),
    "entries": Export(EntryList, exports.EntryRows, "bai-du-thi", skip=("text",)),
    "parts": Export(PartList, exports.PartRows, "phan-bao-cao"),
    "papers": Export(PaperList, exports.PaperRows, "van-ban"),
    "units": Export(UnitList, exports.UnitRows, "don-vi"),
    "numbers": Export(NumberList, exports.NumberRows, "so-van-ban"),
}


@require_GET
def export(request, what):
    wanted = EXPORTS.get(what)
    if wanted is None:
        raise Http404
    rows = rows_of(wanted.page, request)
    rows = rows.defer(*wanted.skip)
    if wanted.also:
        rows = rows.select_related(*wanted.also)
    file = tempfile.SpooledTemporaryFile(KEPT_IN_MEMORY)  # noqa: SIM115 - closed with the response
    exports.write_sheet(wanted.rows(), rows, file, title=wanted.page.title.replace("/", "-"))
    file.seek(0)
    name = f"{wanted.filename}-{today():%Y-%m-%d}.xlsx"
    return FileResponse(file, as_attachment=True, filename=name, content_type=XLSX)


def rows_of(page, request):
    """The queryset that the list's page shows for this request, all its pages together."""
    view = page()
    view.setup(request)
    view.filterset = view.get_filterset(view.get_filterset_class())
    view.object_list = view.filterset.qs if _is_usable(view.filterset) else view.filterset.queryset.none()
    return view.get_table().data.data


def _is_usable(filterset):
    return not filterset.is_bound or filterset.is_valid()
