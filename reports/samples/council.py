"""What is printed around a session and after a decision: ballot, proposal, notice, money, golden book."""

import datetime

from law.models import SubjectKind
from reports.papers import ballot, golden_book, lists, notice, payment, proposal
from reports.papers.document import Annex, Column, grouped_table

from .people import (
    AWARD,
    BY_STANDING,
    CHAIRMAN,
    COMMUNE,
    COUNCIL,
    DECISION,
    by_committee,
    by_council,
    people,
)

UNITS = ("Trường Tiểu học Vĩnh Bình 1", "Trạm Y tế xã Vĩnh Bình", "Ấp Hòa Thân", "Ấp Lợi An")
DONE = "Có thành tích xuất sắc trong xây dựng, nhân rộng điển hình tiên tiến năm 2026"
KINDS = (SubjectKind.PERSON, SubjectKind.PERSON, SubjectKind.COLLECTIVE, SubjectKind.HOUSEHOLD)


def awarded(count):
    """(kind, name, description) of as many, persons before collectives and households."""
    found = []
    for place, (name, _, post) in enumerate(people(count)):
        kind = KINDS[place % 4]
        if kind == SubjectKind.COLLECTIVE:
            found.append((kind, f"Tổ nhân dân tự quản số {place + 1}", UNITS[place % 4]))
        else:
            found.append((kind, f"Hộ {name}" if kind == SubjectKind.HOUSEHOLD else name, post))
    return sorted(found, key=lambda row: SubjectKind.values.index(row[0]))


def ballots(count=6):
    candidates = tuple(ballot.Candidate(name, post, AWARD) for _, name, post in awarded(count))
    return ballot.paper(
        ballot.Ballot(by_council(dated=False), COUNCIL, "ngày 16 tháng 10 năm 2026", candidates)
    )


def proposed(count=6):
    found = awarded(count)
    columns = (
        Column("STT", 8, "center"),
        Column("Họ và tên, tên tập thể, hộ gia đình", 26),
        lists.DESCRIBED,
        lists.DONE,
        lists.AWARD,
    )
    rows = [(str(place), name, post, DONE, AWARD) for place, (_, name, post) in enumerate(found, start=1)]
    return proposal.paper(
        proposal.Proposal(
            by_council("TTr-HĐTĐKT", 7, datetime.date(2026, 10, 19)),
            COUNCIL,
            f"Về việc đề nghị tặng {AWARD}",
            CHAIRMAN,
            (
                "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022",
                f"Căn cứ Biên bản họp số 04/BB-HĐTĐKT ngày 16 tháng 10 năm 2026 của {COUNCIL}",
            ),
            lists.headcount(kind for kind, *_ in found),
            lists.counts("Danh hiệu, hình thức khen thưởng", ((AWARD, kind) for kind, *_ in found)),
            760_000 * len(found),
            Annex("Danh sách đề nghị khen thưởng", (grouped_table(columns, [("", rows)]),), landscape=True),
            BY_STANDING,
        )
    )


def announced(count=8):
    found = awarded(count)
    given = tuple(
        notice.Given(UNITS[place % len(UNITS)], kind, name, post, AWARD)
        for place, (kind, name, post) in enumerate(found)
    )
    head = by_council("TB-HĐTĐKT", 13, datetime.date(2026, 10, 22))
    return notice.paper(notice.Notice(head, COUNCIL, DECISION, given, BY_STANDING))


def paid(count=8):
    amounts = {
        SubjectKind.PERSON: 760_000,
        SubjectKind.COLLECTIVE: 1_520_000,
        SubjectKind.HOUSEHOLD: 1_140_000,
    }
    payees = tuple(
        payment.Payee(kind, name, post, AWARD, amounts[kind]) for kind, name, post in awarded(count)
    )
    funding = "Quỹ thi đua, khen thưởng của xã năm 2026"
    return payment.paper(payment.Payment(by_committee(), COMMUNE, DECISION, funding, payees))


def written(count=8):
    entries = tuple(
        golden_book.Entry(kind, name, post, AWARD, DONE, str(place))
        for place, (kind, name, post) in enumerate(awarded(count), start=41)
    )
    return golden_book.paper(golden_book.GoldenBook(by_committee(), COMMUNE, 2026, DECISION, entries))
