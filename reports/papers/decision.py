"""Quyết định khen thưởng with the list of those it awards."""

import re

from awards.decisions import prizes_on
from awards.models import DecisionStatus
from core.calendar import today
from core.templatetags.vietnamese import so

from . import heads, lists
from .document import Article, Document, Title

# In the catalogue an award is of a level; on paper it is of the office that gives it.
LEVEL = re.compile(r"Ủy ban nhân dân cấp (xã|huyện|tỉnh)")


def document(decision):
    """Needs items with their nominations and entries prefetched."""
    office = heads.office_of(decision.unit, decision.issued_on)
    nominations = [item.nomination for item in decision.items.all()]
    prizes = _prizes(decision, nominations)
    articles = tuple(_articles(decision, office, nominations, sum(filter(None, prizes.values()))))
    return Document(
        heads.of_paper(decision, office),
        Title("QUYẾT ĐỊNH", decision.title, authority=heads.head_of(office).upper()),
        articles,
        heads.head_of(office),
        signatures=(heads.signature(decision, office, collective=False),),
        legal_bases=heads.bases(decision.legal_bases),
        recipients=_recipients(decision, last_article=len(articles)),
        annexes=(lists.annex(f"{lists.TITLE}được {_given(nominations, office)}", nominations, prizes),),
        draft=decision.status != DecisionStatus.ISSUED,
    )


def _prizes(decision, nominations):
    """{nomination id: đồng}: as registered once issued, before that by the rules of today."""
    if decision.status == DecisionStatus.ISSUED:
        return {entry.nomination_id: entry.prize for entry in decision.entries.all()}
    amounts = prizes_on(today())
    return {row.pk: amounts.get((row.award_id, row.kind)) for row in nominations}


def _articles(decision, office, nominations, total):
    yield Article(
        1,
        f"T{_given(nominations, office)[1:]} cho {lists.headcount(row.kind for row in nominations)} "
        f"(có danh sách kèm theo) {_reason(decision.achievement)}.",
    )
    if total:
        funding = f" {_source(decision.funding)}," if decision.funding else ""
        yield Article(2, f"Kèm theo khen thưởng là tiền thưởng{funding} tổng số tiền là {so(total)} đồng.")
    yield Article(3 if total else 2, _execution(decision.executors))


def _given(nominations, office):
    """“tặng Giấy khen …” for one award, “tặng danh hiệu, hình thức khen thưởng” for several."""
    titles = list(dict.fromkeys(LEVEL.sub(office.issuer, row.award.title) for row in nominations))
    return f"tặng {titles[0]}" if len(titles) == 1 else "tặng danh hiệu, hình thức khen thưởng"


def _reason(achievement):
    words = _lower(achievement.rstrip(" ."))
    if words.startswith("vì "):
        return words
    return f"vì {words}" if words.startswith("đã ") else f"vì đã có thành tích: {words}"


def _source(funding):
    words = _lower(funding.rstrip(" .;,"))
    return words if words.startswith(("trích", "chi", "lấy", "từ")) else f"từ {words}"


def _execution(executors):
    who = executors.rstrip(" .;") or "Các cơ quan, đơn vị liên quan và các đối tượng có tên trong danh sách"
    return f"Quyết định này có hiệu lực kể từ ngày ký. {who} chịu trách nhiệm thi hành Quyết định này"


def _recipients(decision, last_article):
    """A decision is sent to those of its last article: “Như Điều 3”."""
    entries = heads.recipients(decision.recipients)
    return tuple(f"Như Điều {last_article}" if entry == heads.AS_ABOVE else entry for entry in entries)


def _lower(text):
    return text[:1].lower() + text[1:]
