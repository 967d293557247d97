"""The programme: computed from lengths, never over its end, moved without a mouse."""

import datetime
from itertools import pairwise

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from core.workflow import TransitionError
from exemplars.models import Stage
from gatherings.models import Block, BlockKind, Conference, Talk
from gatherings.programme import SHORTEST, fault, remove, shift, slots, usual_blocks
from tests.factories import BlockFactory, ExemplarFactory, TalkFactory

HALF_PAST_SEVEN = datetime.datetime(2024, 6, 11, 7, 30, tzinfo=datetime.UTC)
FORM = {"kind": "other", "title": "Giao lưu", "by": "", "said": "", "begins_at": ""}


def hours(conference):
    found = slots(conference, conference.blocks.all())
    return [(f"{slot.begins:%H:%M}", f"{slot.ends:%H:%M}") for slot in found]


def titles(conference):
    return list(conference.blocks.values_list("title", flat=True))


def lasting(minutes):
    end = HALF_PAST_SEVEN + datetime.timedelta(minutes=minutes)
    return Conference(starts_at=HALF_PAST_SEVEN, ends_at=end)


@given(st.integers(min_value=SHORTEST, max_value=60 * 24))
def test_the_usual_programme_fits_every_conference(minutes):
    conference = lasting(minutes)

    assert fault(conference, usual_blocks(conference)) is None


@given(st.lists(st.integers(min_value=1, max_value=90), max_size=4), st.integers(60, 240))
def test_blocks_follow_each_other_and_are_refused_exactly_when_they_run_over(lengths, minutes):
    conference, blocks = lasting(minutes), [Block(minutes=length) for length in lengths]

    found = slots(conference, blocks)

    assert all(one.ends == other.begins for one, other in pairwise(found))
    assert (fault(conference, blocks) is None) == (sum(lengths) <= minutes)


def test_hours_follow_from_lengths_and_fixed_hours(conference, programme):
    Block.objects.filter(pk=programme[2].pk).update(begins_at=datetime.time(10, 0))

    assert hours(conference) == [("07:30", "08:30"), ("08:30", "09:30"), ("10:00", "11:00")]


def test_a_fixed_hour_before_the_end_of_the_last_block_is_told(conference, programme):
    programme[1].begins_at = datetime.time(8, 0)

    block, said = fault(conference, programme)

    assert block == programme[1]
    assert said == f"“{block}” bắt đầu lúc 08:00, khi mục trước 08:30 mới xong."


def test_a_block_moves_up_and_the_hours_with_it(conference, programme):
    shift(programme[2], -1)

    assert titles(conference) == [programme[0].title, programme[2].title, programme[1].title]


def test_a_shift_that_does_not_fit_is_refused_and_changes_nothing(conference, programme):
    Block.objects.filter(pk=programme[0].pk).update(begins_at=datetime.time(7, 30))
    programme[0].refresh_from_db()

    with pytest.raises(TransitionError, match="Không chuyển được"):
        shift(programme[0], 1)

    assert titles(conference) == [block.title for block in programme]


def test_a_block_that_is_taken_out_leaves_no_gap(conference, programme):
    remove(programme[1])

    assert list(conference.blocks.values_list("order", flat=True)) == [1, 2]


def test_a_block_that_runs_over_the_end_is_told_at_its_length(client, standing, conference, programme):
    client.force_login(standing)

    response = client.post(reverse("gatherings:block-new", args=[conference.pk]), {**FORM, "minutes": "40"})

    assert response.status_code == 422
    assert response.context["form"].errors["minutes"] == [
        "“Giao lưu” kéo dài đến 11:10, quá giờ kết thúc 11:00."
    ]
    assert conference.blocks.count() == 3


def test_talks_are_chosen_from_verified_exemplars_that_the_office_sees(client, standing, conference, place):
    client.force_login(standing)
    verified = ExemplarFactory(unit=place.commune, status=Stage.VERIFIED)
    ExemplarFactory(unit=place.commune, status=Stage.NURTURED)
    ExemplarFactory(unit=place.foreign, status=Stage.VERIFIED)

    page = client.get(reverse("gatherings:talk-new", args=[conference.pk]))

    assert list(page.context["form"].fields["exemplar"].queryset) == [verified]


def test_a_second_talk_of_one_exemplar_is_told(client, standing, conference, place):
    client.force_login(standing)
    exemplar = ExemplarFactory(unit=place.commune, status=Stage.VERIFIED)
    TalkFactory(conference=conference, exemplar=exemplar)

    response = client.post(
        reverse("gatherings:talk-new", args=[conference.pk]),
        {"exemplar": exemplar.pk, "title": "Cách làm", "speaker": "Bà An", "minutes": "10"},
    )

    assert response.status_code == 422
    assert Talk.objects.count() == 1


def test_talks_longer_than_their_block_are_told(client, standing, conference):
    client.force_login(standing)
    BlockFactory(conference=conference, kind=BlockKind.TALKS, minutes=15)
    TalkFactory.create_batch(2, conference=conference, minutes=10)

    page = client.get(reverse("gatherings:conference-programme", args=[conference.pk]))

    told = "Các tham luận cần 20 phút, chương trình dành 15 phút cho phần tham luận."
    assert page.content.decode().count(told) == 2  # at the block that is too short, and at the talks


def test_who_adds_a_talk_reads_how_much_time_is_left(client, standing, conference):
    client.force_login(standing)
    BlockFactory(conference=conference, kind=BlockKind.TALKS, minutes=15)
    TalkFactory(conference=conference, minutes=10)

    form = client.get(reverse("gatherings:talk-new", args=[conference.pk])).context["form"]

    told = "Chương trình dành 15 phút cho tham luận; các tham luận khác 10 phút."
    assert form["minutes"].help_text == told


def test_a_programme_that_no_longer_fits_is_told_at_its_block(client, standing, conference, programme):
    client.force_login(standing)
    Block.objects.filter(pk=programme[2].pk).update(minutes=120)

    page = client.get(reverse("gatherings:conference-programme", args=[conference.pk]))

    told = f"“{programme[2]}” kéo dài đến 11:30, quá giờ kết thúc 11:00."
    row = next(part for part in page.content.decode().split("<tr>") if "09:30 – 11:30" in part)
    assert told in row
