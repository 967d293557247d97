import pytest
from django.urls import reverse

from awards.models import Advice, Review
from awards.scoring import criteria_of, write_review
from core.workflow import NotYours, TransitionError
from exemplars.models import NominationStatus
from law.models import MeritKind, SubjectKind
from tests.factories import CriterionFactory, PlanFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan(place):
    plan = PlanFactory(unit=place.district, issued=True)
    CriterionFactory(plan=plan, max_points=20, text="Có mô hình hiệu quả")
    CriterionFactory(plan=plan, max_points=30, text="Được học tập, làm theo")
    CriterionFactory(plan=plan, subject_kind=SubjectKind.HOUSEHOLD)
    return plan


@pytest.fixture
def item(convened, appraised, plan):
    return convened(appraised(plan=plan, name="Lê Thị Chấm")).items.get()


@pytest.fixture
def ad_hoc(convened, appraised):
    return convened(appraised(merit=MeritKind.EXCEPTIONAL)).items.get()


def sheet_url(item):
    return reverse("awards:scoring-item", args=[item.session_id, item.pk])


def full_sheet(item, points=15, comment="Rất tiêu biểu"):
    return {f"points_{c.pk}": points for c in criteria_of(item.nomination)} | {"comment": comment}


def test_a_person_is_scored_by_the_plans_criteria_for_persons(item):
    assert [c.max_points for c in criteria_of(item.nomination)] == [20, 30]


def test_a_sheet_is_sent_with_its_points_and_comment(as_, item, members):
    response = as_(members[0]).post(sheet_url(item), full_sheet(item))

    review = Review.objects.get(item=item, user=members[0])
    assert response.status_code == 302
    assert (review.comment, [s.points for s in review.scores.all()]) == ("Rất tiêu biểu", [15, 15])
    assert review.sent_at is not None


def test_points_above_the_criterions_most_are_told_at_the_field_and_stay(as_, item, members):
    response = as_(members[0]).post(sheet_url(item), full_sheet(item, points=25))

    first = criteria_of(item.nomination).first()
    assert response.status_code == 422
    assert response.context["form"].errors == {
        f"points_{first.pk}": ["Tiêu chí này tối đa 20 điểm."],
    }
    assert 'value="25"' in response.content.decode()


def test_a_draft_is_kept_with_holes_and_is_nobody_elses(as_, item, members):
    url = reverse("awards:scoring-draft", args=[item.session_id, item.pk])

    answer = as_(members[0]).post(
        url, {"comment": "Đang nghĩ", f"points_{criteria_of(item.nomination)[0].pk}": "7"}
    )

    assert answer.json()["message"].startswith("Đã lưu nháp lúc")
    review = Review.objects.get(user=members[0])
    assert (review.comment, review.sent_at, [s.points for s in review.scores.all()]) == (
        "Đang nghĩ",
        None,
        [7],
    )
    assert list(Review.objects.readable_by(members[1], item)) == []


def test_back_asks_for_the_sheet_anew(as_, item, members):
    assert "no-store" in as_(members[0]).get(sheet_url(item))["Cache-Control"]


def test_a_draft_keeps_what_can_be_read_and_says_what_cannot(as_, item, members):
    first = criteria_of(item.nomination)[0]
    url = reverse("awards:scoring-draft", args=[item.session_id, item.pk])

    answer = as_(members[0]).post(url, {"comment": "Giữ lại", f"points_{first.pk}": "99"})

    assert (answer.status_code, answer.json()["message"]) == (
        422,
        "Có mục chưa lưu: Tiêu chí này tối đa 20 điểm.",
    )
    assert Review.objects.get().comment == "Giữ lại"


def test_others_sheets_can_be_read_only_when_ones_own_is_in(as_, item, members):
    write_review(item, user=members[1], comment="Bí mật tới lúc gửi", send=True)

    before = as_(members[0]).get(sheet_url(item)).content.decode()
    assert "Bí mật tới lúc gửi" not in before
    assert list(Review.objects.readable_by(members[0], item)) == []

    write_review(item, user=members[0], comment="Của tôi", send=True)

    after = as_(members[0]).get(sheet_url(item)).content.decode()
    assert "Bí mật tới lúc gửi" in after
    assert Review.objects.readable_by(members[0], item).count() == 2


def test_the_sessions_page_tells_who_has_sent_and_never_what(as_, item, members, standing):
    write_review(item, user=members[1], comment="Bí mật tới lúc gửi", send=True)

    page = as_(standing).get(item.session.get_absolute_url())

    assert page.context["senders"] == {members[1].pk}
    assert "Bí mật tới lúc gửi" not in page.content.decode()


def test_a_sheet_is_sent_once(as_, item, members):
    browser = as_(members[0])
    browser.post(sheet_url(item), full_sheet(item))

    browser.post(sheet_url(item), full_sheet(item, comment="Đổi ý"))

    assert Review.objects.get().comment == "Rất tiêu biểu"


def test_a_late_autosave_does_not_open_a_sent_sheet(as_, item, members):
    write_review(item, user=members[0], comment="Đã gửi", send=True)

    answer = as_(members[0]).post(
        reverse("awards:scoring-draft", args=[item.session_id, item.pk]), {"comment": "Muộn"}
    )

    assert (answer.status_code, Review.objects.get().comment) == (409, "Đã gửi")


def test_outside_a_plan_members_advise_without_points(as_, ad_hoc, members):
    browser = as_(members[0])

    incomplete = browser.post(sheet_url(ad_hoc), {"comment": "Dũng cảm cứu người"})
    browser.post(sheet_url(ad_hoc), {"comment": "Dũng cảm cứu người", "advice": Advice.AGREE})

    assert incomplete.context["form"].errors == {
        "advice": ["Hãy chọn đồng ý hoặc không đồng ý trước khi gửi."]
    }
    assert Review.objects.get().advice == Advice.AGREE


def test_who_made_the_dossier_cannot_judge_it(as_, item, members):
    item.nomination.created_by = members[0]
    item.nomination.save()

    page = as_(members[0]).get(sheet_url(item))
    answer = as_(members[0]).post(sheet_url(item), full_sheet(item))

    assert (page.context["form"], page.context["conflict"]) == (None, "Đã lập hồ sơ này")
    assert (answer.status_code, Review.objects.count()) == (403, 0)


def test_the_service_refuses_a_conflicted_member_too(item, members):
    item.nomination.created_by = members[0]
    item.nomination.save()

    with pytest.raises(NotYours, match="đã lập hồ sơ này"):
        write_review(item, user=members[0], comment="x")


def test_after_the_count_no_sheet_is_taken(counted, appraised, members):
    item = counted(appraised(status=NominationStatus.APPRAISED)).items.get()

    with pytest.raises(TransitionError):
        write_review(item, user=members[0], comment="Muộn", send=True)


def test_the_worklist_tells_what_is_left(as_, item, ad_hoc, members):
    write_review(item, user=members[0], comment="Xong", send=True)

    page = as_(members[0]).get(reverse("awards:scoring", args=[item.session_id]))

    assert ([row["state"] for row in page.context["rows"]], page.context["done"]) == (["sent"], 1)
