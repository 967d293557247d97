import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError

from law.models import AwardType, MeritKind, SubjectKind


def test_merits_fit_the_subject(law):
    award = AwardType.objects.get(code="GKX")

    assert award.merits_for(SubjectKind.HOUSEHOLD) == [MeritKind.EXCEPTIONAL, MeritKind.MOVEMENT]
    assert MeritKind.SERVICE in award.merits_for(SubjectKind.PERSON)


def test_titles_have_no_merit_kind(law):
    assert set(map(tuple, AwardType.objects.filter(group="title").values_list("merit_kinds", flat=True))) == {
        ()
    }


def test_unknown_merit_kinds_are_refused(law):
    award = AwardType.objects.get(code="GKX")
    award.merit_kinds = ["service", "luck"]

    with pytest.raises(ValidationError, match="Không có loại hình khen thưởng: luck"):
        award.full_clean()


def test_an_award_is_for_somebody(law):
    with pytest.raises(IntegrityError):
        AwardType.objects.filter(code="GDVH").update(for_households=False)


def test_a_rule_may_not_end_before_it_begins(law):
    with pytest.raises(IntegrityError):
        AwardType.objects.filter(code="GKH").update(valid_to="2000-01-01")


@pytest.mark.parametrize(
    ("code", "kinds"),
    [
        ("GDVH", [SubjectKind.HOUSEHOLD]),
        ("CSTDCS", [SubjectKind.PERSON]),
        ("TTLDXS", [SubjectKind.COLLECTIVE]),
        ("BKT", [SubjectKind.PERSON, SubjectKind.COLLECTIVE, SubjectKind.HOUSEHOLD]),
    ],
)
def test_awards_know_their_subjects(law, code, kinds):
    assert AwardType.objects.get(code=code).subject_kinds == kinds
