import datetime

import pytest

from core.workflow import TransitionError
from exemplars import services
from exemplars.completeness import gaps
from exemplars.models import NominationStatus as S
from exemplars.models import Route
from law.models import MeritKind, ParameterKey
from organizations.models import UnitKind
from tests.factories import (
    AwardPowerFactory,
    AwardTypeFactory,
    EvidenceFactory,
    NominationFactory,
    ParameterFactory,
    PostFactory,
    RegimeFactory,
    SuccessionFactory,
    UnitFactory,
    UserFactory,
)

REFORM = datetime.date(2025, 7, 1)


def test_sending_hands_the_dossier_to_the_nearest_council(draft, head, desk_of, place):
    nomination = draft(unit=place.hamlet)

    services.submit(nomination, desk=desk_of(head))

    assert (nomination.status, nomination.holder) == (S.SUBMITTED, place.district)
    assert list(nomination.stays.values_list("office", "sent_by_office")) == [
        (place.district.pk, place.hamlet.pk)
    ]


@pytest.mark.parametrize("has_council", [True, False])
def test_sending_by_sector_goes_to_the_council_of_the_sector_or_the_nearest_above_it(
    draft, head, desk_of, place, has_council
):
    department = UnitFactory(parent=place.province, kind=UnitKind.AGENCY, has_council=has_council)
    place.commune.sector_parent = department
    place.commune.save()

    nomination = draft(route=Route.SECTOR)
    AwardPowerFactory(award=nomination.award, tier=1)
    services.submit(nomination, desk=desk_of(head))

    assert nomination.holder == (department if has_council else place.province)


def test_sending_writes_down_what_was_sent_and_what_is_known_now(draft, head, desk_of):
    nomination = draft(name="Trần Thị Bông")

    services.submit(nomination, desk=desk_of(head))

    snapshot = nomination.snapshots.get()
    assert (snapshot.number, snapshot.content["name"]) == (1, "Trần Thị Bông")
    assert snapshot.content["self_scores"] == "Đi đầu trong phong trào: 15/20 điểm"
    nomination.subject.refresh_from_db()
    assert (nomination.subject.name, nomination.subject.position) == ("Trần Thị Bông", "Nông dân")


def test_an_incomplete_dossier_is_not_sent_and_leaves_no_trace(head, desk_of, place):
    nomination = NominationFactory(unit=place.commune)

    with pytest.raises(TransitionError, match="Hồ sơ còn thiếu"):
        services.submit(nomination, desk=desk_of(head))

    nomination.refresh_from_db()
    assert (nomination.status, nomination.stays.count(), nomination.history.count()) == (S.DRAFT, 0, 0)


def test_a_warning_has_to_be_answered_in_writing(draft, submitted, head, desk_of):
    other = submitted()
    nomination = draft(subject=other.subject)

    with pytest.raises(TransitionError, match="ghi ý kiến giải trình"):
        services.submit(nomination, desk=desk_of(head))
    services.submit(nomination, desk=desk_of(head), acknowledgement="Thành tích khác.")

    assert nomination.history.last().note == "Thành tích khác."


def test_where_no_council_stands_above_the_dossier_stays(award, desk_of):
    lonely = UnitFactory(name="xã Lẻ")
    head = UserFactory()
    PostFactory(user=head, unit=lonely, role="head")
    nomination = NominationFactory(unit=lonely)

    with pytest.raises(TransitionError):
        services.submit(nomination, desk=desk_of(head))


def test_receiving_fixes_the_law_of_that_day_and_starts_the_time_for_an_answer(submitted, standing, desk_of):
    regime = RegimeFactory()
    ParameterFactory(key=ParameterKey.PROCESSING_DAYS, value="10", unit="ngày làm việc")
    nomination = submitted()

    services.receive(nomination, desk=desk_of(standing))

    assert nomination.regime == regime
    assert nomination.due_on == services.answer_due(nomination.award, nomination.received_on)


@pytest.mark.parametrize(
    ("unit", "due"), [("ngày làm việc", datetime.date(2024, 5, 20)), ("ngày", datetime.date(2024, 5, 16))]
)
def test_days_for_an_answer_are_working_days_unless_the_rule_says_days(award, unit, due):
    ParameterFactory(key=ParameterKey.PROCESSING_DAYS, value="10", unit=unit)

    assert services.answer_due(award, datetime.date(2024, 5, 6)) == due


def test_receiving_twice_has_one_effect(submitted, standing, desk_of):
    first = submitted()
    second = type(first).objects.get(pk=first.pk)
    services.receive(first, desk=desk_of(standing))

    with pytest.raises(TransitionError, match="Vừa có người khác xử lý"):
        services.receive(second, desk=desk_of(standing))

    assert [event.verb for event in first.history] == ["submit", "receive"]


def test_a_return_needs_at_least_one_thing_to_mend(received, standing, desk_of):
    nomination = received()

    with pytest.raises(TransitionError, match="ít nhất một nội dung"):
        services.give_back(nomination, desk=desk_of(standing), requests={})

    nomination.refresh_from_db()
    assert nomination.status == S.RECEIVED


def test_a_mended_dossier_goes_back_to_the_office_that_returned_it(returned, head, desk_of, place):
    nomination = returned()
    AwardPowerFactory(award=nomination.award, tier=1)
    nomination._meta.model.objects.filter(pk=nomination.pk).update(holder=place.province)
    nomination.refresh_from_db()

    services.submit(nomination, desk=desk_of(head))

    assert (nomination.holder, nomination.open_return) == (place.province, None)
    assert list(nomination.snapshots.values_list("number", flat=True)) == [1, 2]


def test_after_the_reform_the_successor_holds_what_is_taken_in(submitted, place, desk_of, settings):
    settings.PORTAL_TODAY = "2025-06-20"
    nomination = submitted()
    settings.PORTAL_TODAY = "2025-07-02"
    new = UnitFactory(parent=place.province, name="xã Mới", has_council=True, starts_on=REFORM)
    for old in (place.district, place.commune):
        old.ends_on = REFORM - datetime.timedelta(days=1)
        old.save()
        SuccessionFactory(predecessor=old, successor=new, on=REFORM)
    heir = UserFactory()
    PostFactory(user=heir, unit=new, role="standing", starts_on=REFORM)
    nomination.refresh_from_db()

    services.receive(nomination, desk=desk_of(heir))

    assert nomination.holder == new
    assert [stay.office for stay in nomination.stays.order_by("pk")] == [place.district, new]


def test_what_the_law_forbids_cannot_be_found_eligible(received, standing, desk_of):
    nomination = received()
    nomination.award.powers.all().delete()

    with pytest.raises(TransitionError, match="không nơi nào được quyết định"):
        services.appraise(nomination, desk=desk_of(standing), eligible=True, opinion="Đủ.")
    services.appraise(nomination, desk=desk_of(standing), eligible=False, opinion="Không có thẩm quyền.")

    assert (nomination.status, nomination.appraisal) == (S.INELIGIBLE, "Không có thẩm quyền.")


@pytest.mark.parametrize(
    ("fields", "part"),
    [
        ({"summary": ""}, "summary"),
        ({"award": None}, "award"),
        ({"merit": ""}, "merit"),
        ({"achieved_to": None}, "achieved_to"),
        ({"worker_group": ""}, "worker_group"),
    ],
)
def test_completeness_names_what_is_missing(draft, fields, part):
    assert [gap.part for gap in gaps(draft(**fields))] == [part]


def test_completeness_asks_for_minutes_unless_the_merit_is_exceptional(draft):
    nomination = draft()
    nomination.evidence.all().delete()
    assert [gap.part for gap in gaps(nomination)] == ["evidence"]

    nomination.merit = MeritKind.EXCEPTIONAL
    assert gaps(nomination) == []


def test_a_fighters_title_needs_proof_of_an_initiative(draft):
    title = AwardTypeFactory(code="CSTDCS", group="title", merit_kinds=[])
    AwardPowerFactory(award=title, tier=2)
    nomination = draft(award=title, merit="")
    assert [gap.part for gap in gaps(nomination)] == ["evidence"]

    EvidenceFactory(nomination=nomination, kind="initiative", sha256="1" * 64)
    assert gaps(nomination) == []
