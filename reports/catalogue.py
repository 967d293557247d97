"""Every kind of paper with its group, what it is made from, its form and a sample, for the administrator."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from core.calendar import today
from law.choosing import form_number
from law.models import FormNumber, PaperForm
from reports.models import SOURCES, PaperKind
from reports.papers.document import Document
from reports.papers.sources import on_form
from reports.samples import (
    cluster,
    conference,
    contest,
    council,
    dossiers,
    issued,
    movement,
    opinions,
    reviews,
    spread,
)

K = PaperKind
GROUPS = (
    "Kế hoạch",
    "Giao nhiệm vụ",
    "Đăng ký điển hình",
    "Kiểm chứng",
    "Báo cáo thành tích",
    "Bình xét, họp Hội đồng, kiểm phiếu",
    "Tờ trình",
    "Thẩm định, trả hồ sơ, thông báo kết quả",
    "Quyết định",
    "Giấy khen, sổ vàng",
    "Tiền thưởng",
    "Sơ kết, tổng kết, phương hướng",
    "Thống kê",
    "Hội nghị điển hình tiên tiến",
    "Cụm, khối thi đua",
    "Cuộc thi viết",
    "Nhân rộng",
)


@dataclass(frozen=True)
class Entry:
    """One paper, or one form of a paper that has several."""

    slug: str
    kind: PaperKind
    group: int  # from 1
    sample: Callable[[], Document]
    label: str
    forms: tuple[PaperForm, ...] = ()  # that the law may number: the paper's own, or those of its annexes

    @property
    def made_from(self):
        """What the portal makes it from; "" where it holds no such records yet."""
        model = SOURCES.get(self.kind)
        return str(model._meta.verbose_name) if model else ""

    def document(self):
        """The sample as it would be printed today."""
        own = self.forms[0] if len(self.forms) == 1 else None
        return on_form(self.sample(), own)


def _entry(kind, group, sample, label="", forms=()):
    if kind in PaperForm.values:
        forms = (PaperForm(kind),)
    return Entry(kind.value, kind, group, sample, label or kind.label, forms)


def _reports():
    for form in dossiers.ACHIEVEMENTS:
        slug = form.value.replace("_", "-")
        yield Entry(slug, K.ACHIEVEMENT, 5, partial(dossiers.report, form), form.label, (form,))


def _statistics():
    """Its annexes are forms, each with a number of its own."""
    numbers = {name: form_number(name, today()) for name in movement.STATISTICS_FORMS}
    return movement.statistical(labels={name: row.text for name, row in numbers.items() if row})


ENTRIES = (
    _entry(K.PLAN, 1, issued.plan),
    _entry(K.ASSIGNMENT, 2, movement.tasks_by_letter),
    Entry("assignment-decision", K.ASSIGNMENT, 2, movement.tasks_by_decision, "Quyết định giao nhiệm vụ"),
    _entry(K.REGISTRATION, 3, movement.registered),
    _entry(K.REGISTRATIONS, 3, movement.registered_list),
    _entry(K.VERIFICATION, 4, movement.verified),
    *_reports(),
    _entry(K.JUDGING, 6, dossiers.meeting),
    _entry(K.BALLOT, 6, council.ballots),
    _entry(K.TALLY, 6, issued.tally),
    _entry(K.MINUTES, 6, issued.minutes),
    _entry(K.OPINION_MINUTES, 6, opinions.minute),
    _entry(K.PROPOSAL, 7, council.proposed),
    _entry(K.SUBMISSION, 7, issued.submission, "Tờ trình cấp trên"),
    _entry(K.APPRAISAL, 8, dossiers.appraised),
    _entry(K.RETURN, 8, dossiers.returned),
    _entry(K.RESULT, 8, dossiers.told),
    _entry(K.NOTICE, 8, council.announced),
    _entry(K.DECISION, 9, issued.decision),
    _entry(K.ANNULMENT, 9, issued.annulment),
    _entry(K.GOLDEN_BOOK, 10, council.written),
    _entry(K.PAYMENT, 11, council.paid),
    _entry(K.INTERIM, 12, reviews.review),
    _entry(K.FINAL, 12, reviews.final_review),
    _entry(K.PART, 12, reviews.part),
    _entry(K.DIRECTIONS, 12, movement.next_years),
    _entry(K.STATISTICS, 13, _statistics, forms=tuple(map(PaperForm, movement.STATISTICS_FORMS))),
    _entry(K.CONFERENCE, 14, conference.plan),
    _entry(K.INVITATION, 14, conference.invitation),
    _entry(K.PROGRAMME, 14, conference.programme),
    _entry(K.DELEGATES, 14, conference.delegates),
    _entry(K.SCRIPT, 14, conference.script),
    _entry(K.CLUSTER_CONTRACT, 15, cluster.contract),
    _entry(K.CLUSTER_RESULT, 15, cluster.result),
    _entry(K.CONFIRMATION, 16, contest.letter),
    _entry(K.CARD, 17, spread.card_to_copy),
)


def grouped(on):
    """[(number and title, [(entry, the FormNumbers of its forms on that day)])] in order."""
    numbers = {row.form: row for row in FormNumber.objects.in_force(on)}
    groups = [(f"{number}. {title}", []) for number, title in enumerate(GROUPS, start=1)]
    for entry in ENTRIES:
        known = [numbers[form] for form in entry.forms if form in numbers]
        groups[entry.group - 1][1].append((entry, known))
    return groups
