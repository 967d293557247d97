import datetime
import uuid

import pytest
from django.urls import reverse

from awards import opinions
from awards.eligibility import Level, findings
from awards.models import OpinionList, OpinionStatus, Remark, Stance
from core.guarded import MOST_FROM_ONE_PLACE
from core.models import Holiday
from core.workflow import TransitionError
from exemplars.models import NominationStatus
from law.models import AwardType
from organizations.access import Desk
from tests.factories import OpinionListFactory, RemarkFactory

pytestmark = pytest.mark.django_db

DAY = datetime.timedelta(days=1)
PERSON = {"name": "Lê Văn Hỏi", "contact": "0900 000 000", "text": "Tôi đồng tình.", "stance": Stance.AGREES}


@pytest.fixture
def drafted_list(place, appraised):
    """drafted_list("GKH", …): a list with one dossier for each award."""

    def make(*codes, **facts):
        chosen = [appraised(code, summary="Có nhiều thành tích") for code in codes or ("GKH",)]
        made = OpinionListFactory(unit=place.district, **facts)
        opinions.set_nominations(made, chosen)
        return made

    return make


@pytest.fixture
def posted_list(drafted_list, standing):
    def make(*codes, **facts):
        made = drafted_list(*codes, **facts)
        opinions.post(made, desk=Desk(standing))
        return made

    return make


def remark(on, **facts):
    told = PERSON | {"source": "a", "request_id": uuid.uuid4()} | facts
    return opinions.take_remark(on, **told)


@pytest.mark.parametrize(
    ("code", "opened", "closes"),
    [
        ("BKT", datetime.date(2024, 5, 20), datetime.date(2024, 6, 3)),  # ten working days
        ("BKT", datetime.date(2023, 5, 15), datetime.date(2023, 5, 22)),  # seven days
        ("GDVH", datetime.date(2024, 5, 20), datetime.date(2024, 5, 30)),  # ten days
        ("GDVH", datetime.date(2024, 5, 22), datetime.date(2024, 6, 3)),  # the tenth is a Saturday
    ],
)
def test_a_list_stays_up_for_the_days_of_the_law_of_its_first_day(law, code, opened, closes):
    award = AwardType.objects.get(code=code)

    assert opinions.longest([award], opened)[1] == closes


def test_a_holiday_is_no_working_day_of_the_term(law):
    Holiday.objects.create(day=datetime.date(2024, 5, 22), name="Nghỉ thử", works=False)

    award = AwardType.objects.get(code="BKT")

    assert opinions.longest([award], datetime.date(2024, 5, 20))[1] == datetime.date(2024, 6, 4)


def test_the_award_that_wants_the_longest_counts_for_the_whole_list(posted_list):
    shown = posted_list("BKT", "GDVH")

    assert (shown.opens_on, shown.closes_on) == (datetime.date(2024, 5, 20), datetime.date(2024, 6, 3))
    assert shown.rule.unit == "ngày làm việc"


def test_a_list_without_dossiers_is_not_posted(place, standing):
    with pytest.raises(TransitionError, match="chưa có hồ sơ"):
        opinions.post(OpinionListFactory(unit=place.district), desk=Desk(standing))


def test_a_dossier_stands_on_one_list_at_a_time(drafted_list, place):
    taken = drafted_list().items.get().nomination

    with pytest.raises(TransitionError, match="danh sách lấy ý kiến khác"):
        opinions.set_nominations(OpinionListFactory(unit=place.district), [taken])


def test_a_list_is_not_closed_before_its_last_day_is_over(posted_list, standing, settings):
    shown = posted_list()
    settings.PORTAL_TODAY = shown.closes_on.isoformat()
    with pytest.raises(TransitionError, match="đến hết ngày 03/06/2024"):
        opinions.close(shown, desk=Desk(standing))

    settings.PORTAL_TODAY = (shown.closes_on + DAY).isoformat()
    opinions.close(shown, desk=Desk(standing))

    assert (shown.status, shown.ended_on) == (OpinionStatus.CLOSED, datetime.date(2024, 6, 4))


def test_a_list_is_not_closed_while_somebody_waits_for_an_answer(posted_list, standing, settings):
    shown = posted_list()
    remark(shown)
    settings.PORTAL_TODAY = "2024-06-10"

    with pytest.raises(TransitionError, match="Còn 1 ý kiến"):
        opinions.close(shown, desk=Desk(standing))


def test_a_remark_sent_twice_is_kept_once(posted_list):
    shown, request_id = posted_list(), uuid.uuid4()

    assert remark(shown, request_id=request_id) == remark(shown, request_id=request_id)
    assert Remark.objects.count() == 1


def test_one_address_sends_so_many_remarks_an_hour_and_no_more(posted_list):
    shown = posted_list()
    for _ in range(MOST_FROM_ONE_PLACE):
        remark(shown)

    with pytest.raises(TransitionError, match="quá nhiều ý kiến"):
        remark(shown)
    assert remark(shown, source="b")


def test_no_remark_is_taken_after_the_last_day(posted_list, settings):
    shown = posted_list()
    settings.PORTAL_TODAY = "2024-06-03"
    remark(shown)
    settings.PORTAL_TODAY = "2024-06-04"

    with pytest.raises(TransitionError, match="không còn lấy ý kiến"):
        remark(shown)
    assert not OpinionList.objects.shown(datetime.date(2024, 6, 4)).exists()


def finding(nomination, on):
    return next((one for one in findings(nomination, on) if one.rule == "R22"), None)


def test_r22_says_that_a_list_is_still_open(posted_list):
    found = finding(posted_list().items.get().nomination, datetime.date(2024, 5, 30))

    assert (found.level, found.sentence) == (
        Level.WARN,
        "Đang lấy ý kiến Nhân dân đến hết ngày 03/06/2024; chưa đưa ra quyết định.",
    )
    assert found.citation == "Nghị định 98/2023/NĐ-CP, Điều 46 khoản 1, 2"


@pytest.mark.parametrize(
    ("ended", "level", "sentence"),
    [
        ("2024-05-24", Level.WARN, "Chưa đủ thời gian lấy ý kiến Nhân dân: công khai 4 ngày làm việc"),
        ("2024-06-03", Level.INFORM, "Đã lấy ý kiến Nhân dân: công khai 10 ngày làm việc"),
    ],
)
def test_r22_counts_the_days_for_which_a_list_was_up(posted_list, standing, settings, ended, level, sentence):
    shown = posted_list()
    settings.PORTAL_TODAY = ended
    opinions.cancel(shown, desk=Desk(standing), note="Thử")

    found = finding(shown.items.get().nomination, datetime.date(2024, 6, 20))

    assert (found.level, found.sentence.startswith(sentence)) == (level, True)


def test_a_dossier_without_a_list_is_told_nothing(appraised):
    assert finding(appraised(), datetime.date(2024, 6, 20)) is None


def test_a_title_of_culture_is_not_decided_without_a_list(appraised):
    year = {"achieved_from": datetime.date(2024, 1, 1), "achieved_to": datetime.date(2024, 12, 31)}
    found = finding(appraised("GDVH", **year), datetime.date(2024, 6, 20))

    assert (found.level, found.sentence) == (
        Level.WARN,
        "Chưa lấy ý kiến Nhân dân: danh sách phải công khai 10 ngày trước khi quyết định.",
    )
    assert found.citation == "Nghị định 86/2023/NĐ-CP"


@pytest.mark.parametrize(
    ("on", "level", "sentence"),
    [
        (datetime.date(2024, 11, 24), Level.INFORM, "Danh hiệu năm 2024 hạn ra quyết định: chậm nhất"),
        (datetime.date(2024, 11, 25), Level.WARN, "Danh hiệu năm 2024 đã quá hạn ra quyết định: chậm nhất"),
    ],
)
def test_a_title_of_culture_is_decided_before_the_25th_of_november(appraised, on, level, sentence):
    year = {"achieved_from": datetime.date(2024, 1, 1), "achieved_to": datetime.date(2024, 12, 31)}
    told = {found.sentence: found.level for found in findings(appraised("GDVH", **year), on)}

    assert told[f"{sentence} ngày 24/11/2024."] == level


def test_before_the_decree_of_2023_no_last_day_is_named(appraised):
    told = [found.sentence for found in findings(appraised("GDVH"), datetime.date(2023, 12, 20))]

    assert not [sentence for sentence in told if "chậm nhất" in sentence]


def test_the_sessions_page_says_which_list_is_open_beyond_its_day(as_, drafted, posted_list, standing):
    shown = posted_list(title="Danh sách thử")
    session = drafted(shown.items.get().nomination)

    page = as_(standing).get(session.get_absolute_url())

    assert "Đang lấy ý kiến đến hết ngày 03/06/2024, sau ngày họp" in page.content.decode()


def test_the_office_lists_what_is_on_a_sessions_agenda(as_, drafted, appraised, standing):
    session = drafted(appraised(), appraised())
    browser, address = as_(standing), f"{reverse('awards:opinion-new')}?session={session.pk}"
    form = browser.get(address).context["form"]
    chosen = [one.pk for one in form.initial["nominations"]]

    browser.post(address, {"title": "Danh sách", "session": session.pk, "nominations": chosen, "version": 1})

    made = OpinionList.objects.get()
    assert (made.session, made.items.count(), made.status) == (session, 2, OpinionStatus.PREPARING)


def test_an_answer_says_who_gave_it(as_, posted_list, standing):
    asked = remark(posted_list())

    as_(standing).post(
        reverse("awards:remark-answer", args=[asked.pk]), {"answer": "Đã ghi nhận.", "version": 1}
    )

    asked.refresh_from_db()
    assert (asked.answer, asked.answered_by) == ("Đã ghi nhận.", standing)


def test_two_who_answer_at_once_collide_visibly(as_, posted_list, standing):
    asked = remark(posted_list())
    browser, address = as_(standing), reverse("awards:remark-answer", args=[asked.pk])
    browser.post(address, {"answer": "Một", "version": 1})

    page = browser.post(address, {"answer": "Hai", "version": 1})

    assert page.status_code == 422
    assert Remark.objects.get().answer == "Một"


def test_a_council_member_does_not_read_who_wrote(as_, posted_list, members):
    assert as_(members[0]).get(posted_list().get_absolute_url()).status_code == 404


def test_the_list_of_lists_asks_the_same_queries_for_any_length(
    as_, posted_list, standing, django_assert_max_num_queries
):
    browser, address = as_(standing), reverse("awards:opinions")
    remark(posted_list())
    browser.get(address)
    with django_assert_max_num_queries(25) as few:
        browser.get(address)
    remark(posted_list("GKH", "BKT"), source="b")

    with django_assert_max_num_queries(len(few)):
        assert browser.get(address).context["page_obj"].paginator.count == 2


def test_a_lists_page_asks_the_same_queries_for_any_number_of_remarks(
    as_, posted_list, standing, django_assert_max_num_queries
):
    small, large = posted_list(), posted_list("GKH", "BKT")
    for shown in (small, large, large):
        remark(shown, item=shown.items.first(), source=str(shown.pk))
    browser = as_(standing)
    browser.get(small.get_absolute_url())
    with django_assert_max_num_queries(25) as few:
        browser.get(small.get_absolute_url())

    with django_assert_max_num_queries(len(few)):
        browser.get(large.get_absolute_url())


def test_a_dossier_that_left_the_office_is_not_offered(appraised, place):
    appraised(status=NominationStatus.AWARDED)

    assert not opinions.choices_for(place.district).exists()


def test_the_work_list_names_what_waits_for_an_answer(as_, posted_list, standing):
    RemarkFactory(opinion_list=posted_list(title="Danh sách chờ"))

    page = as_(standing).get(reverse("home")).content.decode()

    assert "Danh sách chờ" in page
    assert "1 ý kiến chưa trả lời" in page
