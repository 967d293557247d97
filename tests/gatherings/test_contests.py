"""A writing contest: entries from anybody, checked, confirmed, judged in rounds, published."""

import datetime
import uuid

import pytest
from django.core import signing
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from core import guarded
from core.guarded import MOST_FROM_ONE_PLACE
from core.models import PublicSwitch
from core.text import nfc
from core.workflow import NotYours, TransitionError
from exemplars.models import Exemplar, Stage
from gatherings import contests, entries
from gatherings.models import ContestStatus, Entry, EntryStatus, JudgeScore
from tests.factories import (
    ContestFactory,
    EntryFactory,
    ExemplarFactory,
    JudgeFactory,
    RoundEntryFactory,
    RoundFactory,
    UserFactory,
)

WORDS = st.lists(st.sampled_from(["bà", "Tốt", "đường", "nghĩa", "2024", "ớt"]), min_size=1, max_size=12)


@pytest.fixture
def contest(place):
    return ContestFactory(unit=place.district, status=ContestStatus.OPEN)


def ticket(seconds=60):
    at = guarded.clock().timestamp() - seconds
    return signing.dumps({"id": str(uuid.uuid4()), "at": at}, salt=guarded.SALT)


def typed(place, **changes):
    return {
        "author": "Lê Văn Viết",
        "address": "Xã Bình Thử",
        "contact": "0900 000 000",
        "hero": "Trần Thị Tốt",
        "hero_kind": "person",
        "unit": place.commune.pk,
        "title": "Người giữ cây cầu",
        "text": "Bà Tốt giúp đỡ hàng xóm đã nhiều năm nay.",
        "is_true": "on",
        "ticket": ticket(),
    } | changes


@pytest.fixture
def send(client, contest, place):
    """send(**changes): what the public form is answered."""

    def post(**changes):
        address = reverse("gatherings:public-entry", args=[contest.pk])
        return client.post(address, typed(place, **changes))

    return post


# --- Words -------------------------------------------------------------------------------------------


def test_each_syllable_that_is_written_apart_is_a_word():
    assert entries.count_words("Tốt nghiệp đại học, năm 2024 - 05 người.") == 8


@given(WORDS)
def test_words_are_counted_alike_composed_or_not(words):
    text = " ".join(words)

    assert entries.count_words(text) == entries.count_words(nfc(text)) == len(words)


# --- Sending -----------------------------------------------------------------------------------------


def test_anybody_sends_an_entry_and_gets_its_code(client, send):
    response = send()

    entry = Entry.objects.get()
    assert response.headers["Location"] == reverse("gatherings:public-entry-state", args=[entry.code])
    assert (entry.status, entry.words, entry.hero) == (EntryStatus.RECEIVED, 10, "Trần Thị Tốt")
    shown = client.get(response.headers["Location"])
    assert "đang kiểm tra" in shown.text
    assert "Lê Văn Viết" not in shown.text


def test_a_form_sent_twice_is_one_entry(send):
    once = ticket()

    answers = [send(ticket=once).headers["Location"] for _ in range(2)]

    assert (len(set(answers)), Entry.objects.count()) == (1, 1)


@pytest.mark.parametrize(
    "changes",
    [{"website": "http://x"}, {"ticket": 1}, {"ticket": "bịa"}, {"ticket": ""}],
    ids=["the trap is filled", "too quick", "no ticket of ours", "no ticket"],
)
def test_a_robot_is_refused_and_a_person_may_try_again(send, changes):
    if changes.get("ticket") == 1:  # second
        changes = {"ticket": ticket(1)}
    response = send(**changes)

    assert (response.status_code, Entry.objects.count()) == (422, 0)
    assert "Người giữ cây cầu" in response.text
    assert guarded._read(response.context["form"]["ticket"].value()) is None  # a new one, too young yet


def test_length_is_told_with_the_count(send):
    response = send(text="Quá ngắn.")

    assert "Bài có 2 chữ; thể lệ yêu cầu từ 5 đến 100 chữ." in response.text


def test_one_person_sends_no_more_than_the_rules_allow(send, contest):
    contest.entries_each = 1
    contest.save()
    send()

    response = send(author="LE VAN VIET")

    assert response.status_code == 422
    assert "đã gửi đủ số bài" in response.text


def test_one_address_sends_no_more_than_some_in_an_hour(send):
    for number in range(MOST_FROM_ONE_PLACE):
        send(author=f"Người {number}")

    response = send(author="Người nữa")

    assert (response.status_code, Entry.objects.count()) == (422, MOST_FROM_ONE_PLACE)


def test_a_file_that_is_no_picture_is_refused(client, contest, place):
    files = {"photos": [SimpleUploadedFile("anh.jpg", b"%PDF-1.7", "image/jpeg")]}
    response = client.post(reverse("gatherings:public-entry", args=[contest.pk]), typed(place) | files)

    assert (response.status_code, list(response.context["form"].errors)) == (422, ["photos"])


def test_a_contest_that_is_over_takes_nothing(send, contest):
    contest.closes_on = datetime.date(2016, 1, 1)
    contest.save()

    assert "không nhận bài vào lúc này" in send().text
    assert not Entry.objects.exists()


# --- Checking ----------------------------------------------------------------------------------------


def test_an_entry_is_checked_asked_about_and_confirmed(client, contest, place, standing):
    client.force_login(standing)
    entry = EntryFactory(contest=contest, unit=place.commune)

    client.post(reverse("gatherings:entry-move", args=[entry.pk, "accept"]))
    for _ in range(2):
        client.post(reverse("gatherings:entry-letter", args=[entry.pk]))
    client.post(reverse("gatherings:entry-move", args=[entry.pk, "confirm"]), {"note": "UBND xã xác nhận."})

    entry.refresh_from_db()
    assert (entry.status, entry.letter_number.number) == (EntryStatus.CONFIRMED, 1)


def test_a_refusal_wants_a_reason(client, contest, standing):
    client.force_login(standing)
    entry = EntryFactory(contest=contest)

    assert client.post(reverse("gatherings:entry-move", args=[entry.pk, "refuse"])).status_code == 422


def test_nobody_but_the_office_sees_an_entry(contest, officer, stranger, standing, desk_of):
    EntryFactory(contest=contest)

    seen = [Entry.objects.visible_to(desk_of(user)).count() for user in (standing, officer, stranger)]

    assert seen == [1, 0, 0]


# --- Judging -----------------------------------------------------------------------------------------


@pytest.fixture
def judged(contest):
    """Two rounds, the first running with three confirmed entries and two judges."""
    first = RoundFactory(contest=contest, order=1, name="Sơ khảo", places=1)
    RoundFactory(contest=contest, order=2, name="Chung khảo", places=1)
    type(contest).objects.filter(pk=contest.pk).update(status=ContestStatus.JUDGING)
    contest.refresh_from_db()
    contest.people = [JudgeFactory(contest=contest).user for _ in range(2)]
    contest.rows = [RoundEntryFactory(round=first) for _ in range(3)]
    return contest


def score(judged, *points):
    """The same points from both judges, one for each entry."""
    for user in judged.people:
        for row, given_points in zip(judged.rows, points, strict=True):
            contests.give_score(row, user=user, points=given_points)


def test_judging_begins_when_all_entries_are_answered(contest, standing, desk_of):
    RoundFactory(contest=contest)
    JudgeFactory(contest=contest)
    EntryFactory(contest=contest)
    Entry.objects.update(status=EntryStatus.ACCEPTED)

    with pytest.raises(TransitionError, match="Còn 1 bài chưa kiểm tra"):
        contests.begin_judging(contest, desk=desk_of(standing))

    Entry.objects.update(status=EntryStatus.CONFIRMED)
    contests.begin_judging(contest, desk=desk_of(standing))
    assert contest.rounds.get().entries.count() == 1


def test_others_points_are_read_once_ones_own_are_in(judged):
    first, second = judged.people
    contests.give_score(judged.rows[0], user=first, points=80)

    before = contests.readable_scores(judged.rows[0], second).count()
    contests.give_score(judged.rows[0], user=second, points=70)

    assert (before, contests.readable_scores(judged.rows[0], second).count()) == (0, 2)


def test_only_judges_give_points(judged):
    with pytest.raises(NotYours):
        contests.give_score(judged.rows[0], user=UserFactory(), points=80)


def test_a_round_does_not_end_while_points_are_missing(judged, standing, desk_of):
    contests.give_score(judged.rows[0], user=judged.people[0], points=80)

    with pytest.raises(TransitionError, match="Còn 5 điểm chưa chấm"):
        contests.end_round(judged.rounds.first(), desk=desk_of(standing))


def test_who_shares_the_last_place_goes_on_too(judged, standing, desk_of):
    score(judged, 90, 70, 90)

    contests.end_round(judged.rounds.first(), desk=desk_of(standing))

    first, second = judged.rounds.all()
    assert list(first.entries.order_by("pk").values_list("rank", "goes_on")) == [
        (1, True),
        (3, False),
        (1, True),
    ]
    assert second.entries.count() == 2


def test_a_judge_sees_no_author(client, judged):
    client.force_login(judged.people[0])
    row = judged.rows[0]

    shown = client.get(reverse("gatherings:judging-entry", args=[judged.pk, row.pk]))

    assert row.entry.title in shown.text
    assert row.entry.author not in shown.text


def test_points_out_of_range_are_told_at_the_field(client, judged):
    client.force_login(judged.people[0])

    response = client.post(
        reverse("gatherings:judging-entry", args=[judged.pk, judged.rows[0].pk]), {"points": "101"}
    )

    assert (response.status_code, JudgeScore.objects.count()) == (422, 0)


# --- Results -----------------------------------------------------------------------------------------


@pytest.fixture
def winner(contest, place):
    entry = EntryFactory(contest=contest, unit=place.commune, hero="Trần Thị Tốt", title="Người giữ cây cầu")
    Entry.objects.filter(pk=entry.pk).update(status=EntryStatus.CONFIRMED, prize="Giải Nhất")
    type(contest).objects.filter(pk=contest.pk).update(
        status=ContestStatus.PUBLISHED, published_on="2026-01-02"
    )
    RoundEntryFactory(round=RoundFactory(contest=contest), entry=entry, rank=1, points=90)
    entry.refresh_from_db()
    return entry


def test_who_was_written_about_enters_the_register_once(winner, standing, desk_of):
    made = [entries.register_hero(winner, desk=desk_of(standing)) for _ in range(2)]

    exemplar = Exemplar.objects.get()
    assert made == [exemplar, exemplar]
    assert (exemplar.status, str(exemplar.subject), exemplar.contest_entry) == (
        Stage.FOUND,
        "Trần Thị Tốt",
        winner,
    )


def test_results_are_public_without_the_author(client, winner, contest):
    shown = client.get(reverse("gatherings:public-contest", args=[contest.pk]))

    assert "Giải Nhất" in shown.text
    assert winner.author not in shown.text
    assert winner.contact not in shown.text


# --- Public pages ------------------------------------------------------------------------------------

PUBLIC = {
    "contests": "gatherings:public-contests",
    "exemplars": "public-exemplars",
    "awards": "public-decisions",
}


@pytest.mark.parametrize("kind", PUBLIC)
def test_what_is_switched_off_is_not_there(client, db, kind):
    before = client.get(reverse(PUBLIC[kind])).status_code
    PublicSwitch.objects.create(kind=kind, is_on=False)

    assert (before, client.get(reverse(PUBLIC[kind])).status_code) == (200, 404)
    assert reverse(PUBLIC[kind]) not in client.get(reverse("public-home")).text


def test_public_pages_are_kept_by_caches_and_set_no_cookie(client, db):
    response = client.get(reverse("public-home"))

    assert (response.headers["Cache-Control"], dict(response.cookies)) == ("public, max-age=300", {})


def test_only_released_exemplars_are_public(client, place):
    hidden = ExemplarFactory(unit=place.commune, contact="Bà Tốt, 0900 000 000")
    address = reverse("public-exemplar", args=[hidden.pk])
    before = client.get(address).status_code
    Exemplar.objects.update(released_at=guarded.clock())

    shown = client.get(address)

    assert (before, shown.status_code) == (404, 200)
    assert "0900 000 000" not in shown.text


@pytest.mark.parametrize("count", [2, 8])
def test_lists_ask_the_same_for_any_number(client, contest, standing, count, django_assert_max_num_queries):
    for _ in range(count):
        EntryFactory(contest=contest)
        ContestFactory(unit=contest.unit, status=ContestStatus.OPEN)
    client.force_login(standing)

    with django_assert_max_num_queries(14):
        client.get(reverse("gatherings:contests"))
    with django_assert_max_num_queries(15):
        client.get(reverse("gatherings:entries"))
    client.logout()
    with django_assert_max_num_queries(3):
        client.get(reverse("gatherings:public-contests"))
