"""Quyết định khen thưởng with the list of those it awards."""

from awards.decisions import prizes_on
from awards.naming import in_a_sentence as told
from core.calendar import today
from core.templatetags.vietnamese import so

from . import heads, lists
from .document import Article, Document, Title
from .typed_text import capitalised, in_a_sentence

SAYS_IT_ALL = ("có ", "đạt ", "hoàn thành ", "lập ")  # verbs of an achievement that need no word before


def document(decision):
    """Needs items with their nominations and entries prefetched."""
    office = heads.office_of(decision.unit, decision.issued_on)
    nominations = [item.nomination for item in decision.items.all()]
    prizes = prizes_of(decision, nominations)
    articles = tuple(_articles(decision, office, nominations, sum(filter(None, prizes.values()))))
    return Document(
        heads.of_paper(decision, office),
        Title("QUYẾT ĐỊNH", decision.title, authority=heads.head_of(office).upper()),
        articles,
        heads.head_of(office),
        signatures=(heads.signature(decision, office, collective=False),),
        legal_bases=heads.bases(decision.legal_bases),
        recipients=recipients(decision, last_article=len(articles)),
        annexes=(lists.annex(f"được {given(nominations, office)}", nominations, [office], prizes),),
        draft=not decision.is_public,
    )


def prizes_of(decision, nominations):
    """{nomination id: đồng}: as registered once issued, before that by the rules of today."""
    if decision.is_public:
        return {entry.nomination_id: entry.prize for entry in decision.entries.all()}
    amounts = prizes_on(today())
    return {row.pk: amounts.get((row.award_id, row.kind)) for row in nominations}


def _articles(decision, office, nominations, total):
    yield Article(
        1,
        f"{capitalised(given(nominations, office))} cho {lists.headcount(row.kind for row in nominations)} "
        f"(có danh sách kèm theo) {reason(decision.achievement)}.",
    )
    if total:
        funding = f", {_source(decision.funding)}" if decision.funding else ""
        yield Article(2, f"Kèm theo khen thưởng là tiền thưởng, tổng số tiền là {so(total)} đồng{funding}.")
    yield Article(3 if total else 2, execution(decision.executors))


def given(nominations, office):
    """“tặng Giấy khen …” for one award, “tặng danh hiệu, hình thức khen thưởng” for several."""
    titles = list(dict.fromkeys(told(row.award, office) for row in nominations))
    return f"tặng {titles[0]}" if len(titles) == 1 else "tặng danh hiệu, hình thức khen thưởng"


def reason(achievement):
    """What follows “tặng … cho …”: “vì đã có thành tích …”."""
    words = in_a_sentence(achievement.rstrip(" ."))
    if words.startswith("vì "):
        return words
    if words.startswith("đã "):
        return f"vì {words}"
    return f"vì đã {words}" if words.startswith(SAYS_IT_ALL) else f"vì đã có thành tích: {words}"


def _source(funding):
    """“trích từ Quỹ thi đua, khen thưởng …”: the law writes the fund's name with a capital."""
    words = funding.rstrip(" .;,")
    words = words if words.startswith("Quỹ") else in_a_sentence(words)
    return words if words.startswith(("trích", "chi", "lấy", "từ")) else f"trích từ {words}"


def execution(executors):
    who = executors.rstrip(" .;") or "Các cơ quan, đơn vị liên quan và các đối tượng có tên trong danh sách"
    return f"Quyết định này có hiệu lực kể từ ngày ký. {who} chịu trách nhiệm thi hành Quyết định này"


def recipients(decision, last_article):
    """A decision is sent to those of its last article: “Như Điều 3”."""
    entries = heads.recipients(decision.recipients)
    return tuple(f"Như Điều {last_article}" if entry == heads.AS_ABOVE else entry for entry in entries)
