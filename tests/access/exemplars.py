from core.calendar import now, today
from exemplars.models import AdoptionStatus, NominationStatus, RoundStatus, Stage, VisitStatus
from law.models import SubjectKind
from tests.access import action, form, page
from tests.factories import (
    AdoptionFactory,
    AttachmentFactory,
    CoverageFactory,
    EvidenceFactory,
    ExemplarFactory,
    ExemplarPhotoFactory,
    InitiativeFactory,
    InspectionRoundFactory,
    LearningEventFactory,
    MembershipFactory,
    NominationFactory,
    ObstacleFactory,
    OfficeStayFactory,
    OpenMatterFactory,
    RoundMemberFactory,
    SnapshotFactory,
    SubjectFactory,
    SupportPlanFactory,
    SupportTaskFactory,
    VisitFactory,
    VisitPhotoFactory,
    YearlyEvaluationFactory,
)


def draft(unit):
    return NominationFactory(unit=unit)


def _at_office(unit, status):
    """A dossier of the unit that has come to the nearest council at or above it."""
    office = unit.office_above(on=today(), itself=True)
    nomination = NominationFactory(unit=unit, status=status, holder=office, received_on=today())
    OfficeStayFactory(nomination=nomination, office=office)
    return nomination


def submitted(unit):
    return _at_office(unit, NominationStatus.SUBMITTED)


def received(unit):
    return _at_office(unit, NominationStatus.RECEIVED)


def appraised(unit):
    return _at_office(unit, NominationStatus.APPRAISED)


def sent_twice(unit):
    nomination = submitted(unit)
    for number in (1, 2):
        SnapshotFactory(nomination=nomination, number=number, at=now())
    return nomination


def evidence(unit):
    return EvidenceFactory(nomination=draft(unit))


def subject(unit):
    return SubjectFactory(unit=unit)


def collective(unit):
    return SubjectFactory(unit=unit, kind=SubjectKind.COLLECTIVE)


def evaluated(unit):
    return YearlyEvaluationFactory(subject=subject(unit))


def initiative(unit):
    return InitiativeFactory(authors=[subject(unit)])


def open_matter(unit):
    return OpenMatterFactory(subject=subject(unit))


def member(unit):
    return MembershipFactory(collective=collective(unit), person=subject(unit))


def about(what):
    """The address of a new record about a subject."""
    return lambda made: [made.pk, what]


def known(what):
    return lambda made: [what, made.pk]


def verified(unit):
    return ExemplarFactory(unit=unit, status=Stage.VERIFIED)


def adopted(unit):
    """By the unit, of an exemplar from elsewhere; without an office that lies higher."""
    return AdoptionFactory(unit=unit)


def adoption_at_office(unit):
    """By a foreign unit; the office of `unit` is asked to confirm."""
    office = unit.office_above(on=today(), itself=True)
    return AdoptionFactory(source=registered(unit), office=office, status=AdoptionStatus.ACCEPTED)


def attachment(unit):
    return AttachmentFactory(adoption=adopted(unit))


def learning_event(unit):
    return LearningEventFactory(unit=unit)


def own_event(unit, person):
    """One that the person who asks has entered."""
    return LearningEventFactory(unit=unit, created_by=person if person.pk else None)


def coverage(unit):
    return CoverageFactory(unit=unit)


def registered(unit):
    return ExemplarFactory(unit=unit, status=Stage.REGISTERED)


def _office(unit):
    return unit.office_above(on=today(), itself=True)


def round_of(unit):
    return InspectionRoundFactory(unit=unit)


def round_with_a_team(unit, person):
    """Called, with a visit in it, and the person in its team."""
    inspection = InspectionRoundFactory(unit=_office(unit), status=RoundStatus.CALLED)
    if person.is_authenticated:
        RoundMemberFactory(round=inspection, user=person)
    return inspection


def visit_to_write(unit, person):
    return VisitFactory(round=round_with_a_team(unit, person), exemplar=registered(unit))


def recorded(unit):
    inspection = InspectionRoundFactory(unit=_office(unit), status=RoundStatus.CALLED)
    return VisitFactory(round=inspection, exemplar=registered(unit), recorded=True)


def accepted(unit):
    visit = recorded(unit)
    visit.status = VisitStatus.ACCEPTED
    visit.save()
    return visit


def photo_of_a_visit(unit, person):
    return VisitPhotoFactory(visit=visit_to_write(unit, person))


def photo_of_a_record(unit):
    return VisitPhotoFactory(visit=recorded(unit))


def planned(unit):
    return VisitFactory(round__unit=_office(unit), exemplar=registered(unit))


def support(unit):
    return SupportPlanFactory(exemplar=registered(unit))


def support_task(unit):
    return SupportTaskFactory(plan=support(unit))


def obstacle(unit):
    return ObstacleFactory(exemplar=registered(unit))


def photo(unit):
    return ExemplarPhotoFactory(exemplar=registered(unit))


SEEN = "200 200 404"
NOT_THEIRS = "403 403 404"  # they see it, but the act is another's
PREPARING = {"officer": SEEN, "head": SEEN}
OFFICE = {"standing": SEEN, "chairman": SEEN, "clerk": SEEN}
BY_STANDING = {"officer": NOT_THEIRS, "head": NOT_THEIRS, "chairman": NOT_THEIRS, "clerk": NOT_THEIRS}
OWN_OFFICE = dict.fromkeys(("standing", "chairman", "clerk"), "200 404 404")
BY_OWN_STANDING = {"standing": "200 404 404", "chairman": "403 404 404", "clerk": "403 404 404"}
BY_STANDING_OF_OFFICE = {"standing": SEEN, "chairman": NOT_THEIRS, "clerk": NOT_THEIRS}
OVERSEEING_ONLY = dict.fromkeys(("standing", "member", "chairman", "clerk"), NOT_THEIRS)
OFFICE_LOOKS_ON = dict.fromkeys(("standing", "chairman", "clerk", "member"), NOT_THEIRS)
FOLLOWING = {
    **PREPARING,
    "standing": SEEN,
    **dict.fromkeys(("chairman", "clerk", "member"), NOT_THEIRS),
}
ROWS_OF_SUPPORT = {"tasks-TOTAL_FORMS": 0, "tasks-INITIAL_FORMS": 0}
PREPARERS_ONLY = {"officer": 200, "head": 200, "others": 403}


def step(verb):
    return lambda record: [record.pk, verb]


def of_adoption(adoption):
    return ["nhan-rong", adoption.pk]


def of_exemplar(row):
    return [row.exemplar_id, row.pk]


def second_sending(nomination):
    return [nomination.pk, 2]


ROWS = [
    *page("exemplars:nominations", others=200),
    *action("exemplars:nominations-receive", others=302),
    *page("exemplars:nomination-new", **PREPARERS_ONLY),
    *action("exemplars:nomination-new", officer=302, head=302, others=403),
    *page("exemplars:nomination", draft, **PREPARING, others=404),
    *page("exemplars:nomination", submitted, **PREPARING, **OFFICE, others=404),
    *page("exemplars:nomination", appraised, **PREPARING, **OFFICE, member=SEEN, others=404),
    *form("exemplars:nomination-edit", draft, **PREPARING, others=404),
    *form("exemplars:nomination-edit", appraised, officer="302 302 404", head="302 302 404",
          standing=NOT_THEIRS, chairman=NOT_THEIRS, clerk=NOT_THEIRS, member=NOT_THEIRS, others=404)[:1],
    *action("exemplars:nomination-autosave", draft, officer="409 409 404", head="409 409 404", others=404),
    *page("exemplars:nomination-submit", draft, **PREPARING, others=404),
    *action("exemplars:nomination-submit", draft, officer=NOT_THEIRS, head="422 422 404", others=404),
    *form("exemplars:nomination-give-back", submitted, standing=SEEN, **BY_STANDING, others=404),
    *form("exemplars:nomination-appraise", received, standing=SEEN, **BY_STANDING, others=404),
    *form("exemplars:nomination-move", draft, args=step("propose"), posted=302,
          officer=SEEN, head=NOT_THEIRS, others=404),
    *form("exemplars:nomination-move", submitted, args=step("receive"), posted=302,
          standing=SEEN, **BY_STANDING, others=404),
    *form("exemplars:nomination-move", submitted, args=step("withdraw"), head=SEEN,
          officer=NOT_THEIRS, standing=NOT_THEIRS, chairman=NOT_THEIRS, clerk=NOT_THEIRS, others=404),
    *page("exemplars:nomination-changes", sent_twice, args=second_sending, **PREPARING, **OFFICE, others=404),
    *page("exemplars:evidence", evidence, **PREPARING, others=404),
    *page("exemplars:subject", subject, others=SEEN),
    *form("exemplars:record-new", subject, args=about("ky-luat"), standing=SEEN, **PREPARING,
          others=NOT_THEIRS),
    *form("exemplars:record-new", subject, args=about("viec-xem-xet"), standing=SEEN, others=NOT_THEIRS),
    *form("exemplars:record-edit", evaluated, args=known("xep-loai"), standing=SEEN, **PREPARING,
          others=NOT_THEIRS),
    *form("exemplars:record-edit", initiative, args=known("sang-kien"), standing=SEEN, **PREPARING,
          others=NOT_THEIRS),
    *form("exemplars:record-edit", open_matter, args=known("viec-xem-xet"), standing=SEEN, others=404),
    *form("exemplars:record-remove", member, args=known("thanh-vien"), posted=302, standing=SEEN,
          **PREPARING, others=NOT_THEIRS),
    *form("exemplars:record-remove", open_matter, args=known("viec-xem-xet"), posted=302, standing=SEEN,
          others=404),
    *form("exemplars:members-new", collective, standing=SEEN, **PREPARING, others=NOT_THEIRS),
    *page("exemplars:card", registered, **PREPARING, **OFFICE, member=SEEN, others=404),
    *form("exemplars:card-release", verified, posted=302, standing=SEEN, **BY_STANDING, member=NOT_THEIRS,
          others=404),
    *form("exemplars:card-withdraw", verified, standing=SEEN, **BY_STANDING, member=NOT_THEIRS, others=404),
    *page("exemplars:spread", registered, **PREPARING, **OFFICE, member=SEEN, others=404),
    *form("exemplars:adoption-new", registered, **PREPARING, standing=SEEN, member=NOT_THEIRS,
          chairman=NOT_THEIRS, clerk=NOT_THEIRS, others=404),
    *page("exemplars:adoptions", others=200),
    *page("exemplars:adoption", adopted, **PREPARING, **OFFICE, member=SEEN, others=404),
    *form("exemplars:adoption-edit", adopted, **PREPARING, **OVERSEEING_ONLY, others=404),
    *form("exemplars:adoption-move", adopted, args=step("adopt"), posted=302, **PREPARING,
          **OVERSEEING_ONLY, others=404),
    *form("exemplars:adoption-move", adoption_at_office, args=step("confirm"), posted=302, standing=SEEN,
          **BY_STANDING, member=NOT_THEIRS, others=404),
    *page("exemplars:learning", others=200),
    *form("exemplars:learning-new", **PREPARERS_ONLY, standing=200),
    *page("exemplars:learning-event", learning_event, **PREPARING, **OFFICE, member=SEEN, others=404),
    *form("exemplars:learning-edit", learning_event, **PREPARING, standing="200 403 404", others=403),
    *page("exemplars:coverage-list", others=200),
    *form("exemplars:coverage-new", **PREPARERS_ONLY, standing=200),
    *page("exemplars:coverage", coverage, **PREPARING, **OFFICE, member=SEEN, others=404),
    *form("exemplars:coverage-edit", coverage, **PREPARING, standing="200 403 404", others=403),
    *form("exemplars:record-delete", own_event, args=known("hoc-tap"), posted=302, **PREPARING, **OFFICE,
          member=SEEN, others=404),
    *form("exemplars:attachment-new", adopted, args=of_adoption, **PREPARING, **OVERSEEING_ONLY, others=404),
    *page("exemplars:attachment", attachment, **PREPARING, **OFFICE, member=SEEN, others=404),
    *action("exemplars:attachment-remove", attachment, officer="302 302 404", head="302 302 404",
            **OVERSEEING_ONLY, others=404),
    *page("exemplars:exemplars", others=200),
    *form("exemplars:exemplar-new", **PREPARERS_ONLY),
    *page("exemplars:exemplar", registered, **PREPARING, **OFFICE, member=SEEN, others=404),
    *form("exemplars:exemplar-edit", registered, **PREPARING, others=403),
    *form("exemplars:exemplar-move", registered, args=step("nurture"), posted=302, officer=SEEN,
          head=NOT_THEIRS, standing=NOT_THEIRS, chairman=NOT_THEIRS, clerk=NOT_THEIRS, member=NOT_THEIRS,
          others=404),
    *page("exemplars:rounds", others=200),
    *form("exemplars:round-new", standing=200, others=403),
    *page("exemplars:round", round_of, **OWN_OFFICE, others=404),
    *page("exemplars:round", round_with_a_team, others=200),
    *form("exemplars:round-edit", round_of, **BY_OWN_STANDING, others=404),
    *form("exemplars:round-pick", round_of, **BY_OWN_STANDING, others=404),
    *form("exemplars:round-move", round_of, args=step("call"), posted=302, **BY_OWN_STANDING, others=404),
    *page("exemplars:visits", others=200),
    *page("exemplars:visits-worker", anonymous=200, others=200),
    *page("exemplars:visit", recorded, **OFFICE, others=404),
    *page("exemplars:visit", accepted, **PREPARING, **OFFICE, others=404),
    *page("exemplars:visit", visit_to_write, others=200),
    *form("exemplars:visit-record", visit_to_write, others=200),
    *form("exemplars:visit-record", recorded, standing=NOT_THEIRS, chairman=NOT_THEIRS, clerk=NOT_THEIRS,
          others=404),
    *page("exemplars:visit-photo", photo_of_a_record, **OFFICE, others=404),
    *action("exemplars:visit-photo-remove", photo_of_a_visit, others=302),
    *action("exemplars:visit-photo-remove", photo_of_a_record, standing=NOT_THEIRS, chairman=NOT_THEIRS,
            clerk=NOT_THEIRS, others=404),
    *form("exemplars:visit-day", planned, **BY_STANDING_OF_OFFICE, others=404),
    *action("exemplars:visit-unpick", planned, standing="302 302 404", chairman=NOT_THEIRS, clerk=NOT_THEIRS,
            others=404),
    *form("exemplars:visit-verify", accepted, posted=302, standing=SEEN, **BY_STANDING, others=404),
    *form("exemplars:visit-move", recorded, args=step("accept"), posted=302, **BY_STANDING_OF_OFFICE,
          others=404),
    *form("exemplars:support-new", registered, **FOLLOWING, data=ROWS_OF_SUPPORT, others=404),
    *form("exemplars:support-edit", support, **FOLLOWING, data=ROWS_OF_SUPPORT, others=404),
    *form("exemplars:support-result", support_task, **PREPARING, **OFFICE_LOOKS_ON, others=404),
    *form("exemplars:obstacle-new", registered, **PREPARING, **OFFICE_LOOKS_ON, others=404),
    *form("exemplars:obstacle-remove", obstacle, **FOLLOWING, others=404),
    *form("exemplars:evaluation-new", registered, **FOLLOWING, others=404),
    *form("exemplars:exemplar-photos", registered, **PREPARING, **OFFICE_LOOKS_ON, others=404),
    *page("exemplars:exemplar-photo", photo, **PREPARING, **OFFICE, member=SEEN, others=404),
    *action("exemplars:exemplar-photo-shift", photo, args=lambda photo: [*of_exemplar(photo), "len"],
            officer="302 302 404", head="302 302 404", **OFFICE_LOOKS_ON, others=404),
    *action("exemplars:exemplar-photo-remove", photo, args=of_exemplar, officer="302 302 404",
            head="302 302 404", **OFFICE_LOOKS_ON, others=404),
]  # fmt: skip
