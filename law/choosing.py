"""Which rule applies, chosen by the date that counts and never by today.

Every answer is a row, so that a page can show its `basis` (citation and period) and its certainty.
"""

from django.db.models import F, Q

from law.models import AwardPower, AwardType, Branch, FormNumber, Parameter, ParameterKey, Regime, VoteRule


class NoRule(LookupError):
    """Nothing is in force; the message is a sentence for people."""


def regime_on(day, branch=Branch.MERIT):
    """The law, decree and circulars of that day; NoRule before the first that the catalogue knows."""
    what = f"chế độ pháp lý về {Branch(branch).label}"
    return _only(Regime.objects.filter(branch=branch), day, what)


def awards_for(kind, tier, on):
    """Awards that the head of a unit of `tier` may give to subjects of this kind on that day."""
    return AwardType.objects.in_force(on).for_subject(kind).decided_at(tier, on)


def deciders(award, on):
    """Who may grant the award on that day: AwardPower rows, highest tier first."""
    return AwardPower.objects.in_force(on).filter(award=award).order_by("tier")


def power(award, tier, on):
    """By what the head of a unit of `tier` grants the award on that day; NoRule when it may not."""
    what = f"thẩm quyền của {AwardPower(tier=tier).get_tier_display()} quyết định “{award}”"
    return _only(AwardPower.objects.filter(award=award, tier=tier), on, what)


def vote_rule(award, on):
    return _only(
        VoteRule.objects.filter(award=award).select_related("award"), on, f"tỷ lệ phiếu cho “{award}”"
    )


def find_parameter(key, on, award=None):
    """The value for this award, else the one for all awards, else None."""
    rows = Parameter.objects.in_force(on).filter(Q(award=award) | Q(award=None), key=key)
    return rows.order_by(F("award").desc(nulls_last=True)).first()


def find_parameters(keys, on, awards):
    """{award: {key: the value for this award, else the one for all awards}}, in one query."""
    rows = Parameter.objects.in_force(on).filter(Q(award__in=awards) | Q(award=None), key__in=keys)
    in_order = list(rows.order_by(F("award").asc(nulls_first=True)))
    return {award: {row.key: row for row in in_order if row.award_id in (None, award.pk)} for award in awards}


def parameter(key, on, award=None):
    """As find_parameter, but NoRule instead of None."""
    found = find_parameter(key, on, award)
    if found is None:
        raise _no_rule(f"tham số “{ParameterKey(key).label}”", on)
    return found


def form_number(form, on):
    """The form (PaperForm) as papers of that day name it, None where the catalogue knows no number."""
    return FormNumber.objects.in_force(on).filter(form=form).first()


def _only(rows, on, what):
    found = rows.in_force(on).first()
    if found is None:
        raise _no_rule(what, on)
    return found


def _no_rule(what, on):
    return NoRule(f"Không có {what} đang có hiệu lực vào ngày {on:%d/%m/%Y}.")
