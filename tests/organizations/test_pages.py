import datetime

import pytest
from django.urls import reverse

from core.calendar import today
from organizations.models import IssuedNumber, NumberSeries, Unit
from organizations.numbering import number_outside_paper, take_number
from organizations.reform import end_unit
from tests.factories import (
    DecisionFactory,
    IssuedNumberFactory,
    NumberSeriesFactory,
    PlanFactory,
    PostFactory,
    SessionFactory,
    UnitFactory,
    UserFactory,
)

REFORM = datetime.date(2025, 7, 1)
UNITS, NUMBERS = reverse("organizations:units"), reverse("organizations:numbers")


@pytest.fixture
def reformed(place):
    """The commune that went on with the district and with xã Kế Bên; xã Bình Thử still exists."""
    new = UnitFactory(parent=place.province, name="xã Đổi Mới", starts_on=REFORM)
    end_unit(place.sister, REFORM, [new])
    return new


def names(response):
    return [row.record.name for row in response.context["table"].rows]


def test_the_list_shows_the_tree_of_today(client, officer, place, reformed):
    client.force_login(officer)

    assert names(client.get(UNITS)) == [
        "tỉnh Thử", "huyện Gò Thử", "xã Bình Thử", "ấp Thử", "huyện Xa Lạ", "xã Đổi Mới",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"on": "30/06/2025", "q": "ke ben"}, ["xã Kế Bên"]),
        ({"on": "01/07/2025", "q": "ke ben"}, []),
        ({"q": "DOI MOI"}, ["xã Đổi Mới"]),
        ({"kind": "hamlet"}, ["ấp Thử"]),
        ({"tier": "2"}, ["huyện Gò Thử", "huyện Xa Lạ"]),
        ({"tier": "4"}, ["ấp Thử"]),
    ],
)
def test_the_list_can_be_narrowed(client, officer, reformed, query, found):
    client.force_login(officer)

    assert names(client.get(UNITS, query)) == found


def test_units_below_one_are_found_at_any_depth(client, officer, place):
    client.force_login(officer)

    assert names(client.get(UNITS, {"above": place.district.pk})) == ["xã Bình Thử", "ấp Thử", "xã Kế Bên"]


@pytest.mark.parametrize("count", [1, 30])
def test_the_list_asks_the_same_queries_for_any_length(client, officer, count, django_assert_num_queries):
    UnitFactory.create_batch(count, parent=UnitFactory())
    client.force_login(officer)

    with django_assert_num_queries(6):
        client.get(UNITS)


@pytest.mark.parametrize("count", [1, 10])
def test_a_unit_asks_the_same_queries_however_much_belongs_to_it(
    client, officer, place, count, django_assert_num_queries
):
    for _ in range(count):
        end_unit(UnitFactory(parent=place.commune), REFORM, [place.commune])
        UnitFactory(parent=place.commune)
        PostFactory(unit=place.commune)
    client.force_login(officer)

    with django_assert_num_queries(9):
        client.get(place.commune.get_absolute_url())


def test_a_unit_tells_what_became_of_it_and_what_it_was_made_of(client, officer, place, reformed):
    client.force_login(officer)

    ended = client.get(place.sister.get_absolute_url())
    new = client.get(reformed.get_absolute_url())

    assert [(step.successor, step.on) for step in ended.context["successions"]] == [(reformed, REFORM)]
    assert [(step.predecessor, step.on) for step in new.context["origins"]] == [(place.sister, REFORM)]
    assert "Đơn vị kết thúc ngày 30/06/2025." in ended.content.decode()


def test_a_unit_is_seen_on_the_day_asked_for_or_its_nearest(client, officer, place):
    gone = UnitFactory(parent=place.commune, name="ấp Cũ", ends_on=datetime.date(2020, 12, 31))
    client.force_login(officer)

    now = client.get(place.commune.get_absolute_url())
    then = client.get(place.commune.get_absolute_url(), {"on": "31/12/2020"})

    assert (list(now.context["children"]), list(then.context["children"])) == (
        [place.hamlet],
        [place.hamlet, gone],
    )
    assert client.get(gone.get_absolute_url()).context["on"] == datetime.date(2020, 12, 31)


def test_who_holds_no_post_finds_empty_lists_and_no_error(client, place):
    user = UserFactory()
    PostFactory(user=user, unit=place.commune, ends_on=datetime.date(2020, 1, 1))
    client.force_login(user)

    assert names(client.get(UNITS)) == []
    assert client.get(place.commune.get_absolute_url()).status_code == 404
    assert client.get(NUMBERS).status_code == 404
    assert "Hôm nay tài khoản chưa giữ chức trách nào" in client.get(reverse("home")).content.decode()


def test_an_account_that_was_switched_off_is_signed_out(client, officer):
    client.force_login(officer)
    officer.is_active = False
    officer.save()

    assert client.get(UNITS).status_code == 302


def test_the_clerk_numbers_a_paper_written_elsewhere_and_stands_on_the_list_again(client, clerk, place):
    client.force_login(clerk)
    back = f"{NUMBERS}?year={today().year}"
    data = {
        "unit": place.district.pk,
        "symbol": "cv-ubnd",
        "on": f"{today():%d/%m/%Y}",
        "title": "Công văn về đăng ký thi đua",
        "return_to": back,
    }

    response = client.post(reverse("organizations:number-new"), data)

    number = IssuedNumber.objects.get()
    assert (number.text, number.title, number.taken_by) == (
        "01/CV-UBND",
        "Công văn về đăng ký thi đua",
        clerk,
    )
    assert response.url == back


@pytest.mark.parametrize("symbol", ["05/KH-UBND", "KH UBND", "KH-"])
def test_a_symbol_is_what_stands_after_the_number(client, clerk, place, symbol):
    client.force_login(clerk)
    data = {"unit": place.district.pk, "symbol": symbol, "on": "02/05/2024", "title": "Công văn"}

    response = client.post(reverse("organizations:number-new"), data)

    assert (response.status_code, list(response.context["form"].errors)) == (422, ["symbol"])
    assert not NumberSeries.objects.exists()


def test_what_the_register_refuses_keeps_what_was_typed(client, clerk, place):
    take_number(unit=place.district, symbol="CV-UBND", on=today(), title="Trước", by=clerk)
    client.force_login(clerk)
    data = {"unit": place.district.pk, "symbol": "CV-UBND", "on": "02/05/2020", "title": "Công văn"}
    take_number(unit=place.district, symbol="CV-UBND", on=datetime.date(2020, 6, 1), title="Trước", by=clerk)

    response = client.post(reverse("organizations:number-new"), data)

    assert response.status_code == 422
    assert response.context["form"].non_field_errors() == [
        "Số 01/CV-UBND đã cấp cho văn bản ngày 01/06/2020; văn bản sau không được đề ngày trước ngày đó."
    ]
    assert response.context["form"]["title"].value() == "Công văn"


def test_the_clerk_opens_a_register_after_the_paper_one(client, clerk, place):
    client.force_login(clerk)
    data = {"unit": place.district.pk, "symbol": "QĐ-UBND", "year": 2024, "last": 57, "last_on": "30/04/2024"}

    client.post(reverse("organizations:series-start"), data)

    series = NumberSeries.objects.get()
    assert (series.last, series.last_on) == (57, datetime.date(2024, 4, 30))


def test_the_last_day_of_a_register_lies_in_its_year(client, clerk, place):
    client.force_login(clerk)
    data = {"unit": place.district.pk, "symbol": "QĐ-UBND", "year": 2024, "last": 57, "last_on": "30/04/2023"}

    response = client.post(reverse("organizations:series-start"), data)

    assert response.context["form"].errors["last_on"] == ["Ngày này không thuộc năm 2024."]


def test_a_clerk_writes_into_no_register_but_the_own_office_s(client, clerk, place):
    client.force_login(clerk)
    data = {"unit": place.foreign.pk, "symbol": "CV-UBND", "on": "02/05/2024", "title": "Công văn"}

    response = client.post(reverse("organizations:number-new"), data)

    assert list(response.context["form"].errors) == ["unit"]
    assert not NumberSeries.objects.exists()


def test_a_symbol_with_small_letters_belongs_to_the_series_of_the_portal(client, clerk, place):
    client.force_login(clerk)
    data = {"unit": place.district.pk, "symbol": "ttr-ubnd", "on": "02/05/2024", "title": "Về việc thử"}

    client.post(reverse("organizations:number-new"), data)

    assert IssuedNumber.objects.get().text == "01/TTr-UBND"


def line(name, number):
    return reverse(f"organizations:{name}", args=[number.pk])


@pytest.fixture
def outside(place, clerk):
    return number_outside_paper(
        unit=place.district, symbol="CV-UBND", on=today(), title="Đăng ký thi đua", by=clerk
    )


def test_the_clerk_cancels_a_number_and_the_list_says_so(client, clerk, outside):
    client.force_login(clerk)

    response = client.post(line("number-cancel", outside), {"note": "Cấp nhầm", "return_to": NUMBERS})
    page = client.get(NUMBERS)

    assert response.url.startswith(outside.get_absolute_url())
    assert f"Đã hủy số ngày {today():%d/%m/%Y}: Cấp nhầm" in page.text
    assert [row.record for row in client.get(NUMBERS, {"status": "given"}).context["table"].rows] == []
    assert client.get(outside.get_absolute_url()).context["cancels"] is False


def test_a_second_press_on_cancel_is_answered_with_a_sentence(client, clerk, outside):
    client.force_login(clerk)
    client.post(line("number-cancel", outside), {"note": "Cấp nhầm"})

    response = client.post(line("number-cancel", outside), {"note": "Lý do khác"})

    assert response.status_code == 422
    assert "đang ở trạng thái “Đã hủy số”" in response.text


def test_the_clerk_completes_a_line_and_the_second_to_save_is_told(client, clerk, outside):
    client.force_login(clerk)
    data = {"signatory": "Lê An", "recipients": "Sở Nội vụ", "kept_by": "VT", "copies": "12", "version": 1}

    first = client.post(line("number-edit", outside), data)
    second = client.post(line("number-edit", outside), data | {"copies": "15"})

    outside.refresh_from_db()
    assert (first.status_code, second.status_code) == (302, 422)
    assert (outside.signatory, outside.copies, outside.version) == ("Lê An", 12, 2)
    assert second.context["form"].errors["copies"] == ["Bản vừa lưu ghi: “12”"]
    assert [event.verb for event in outside.history] == ["edit"]


def test_who_signed_a_paper_of_the_portal_is_not_typed_again(client, clerk, place):
    number = take_number(unit=place.district, symbol="KH-UBND", on=today(), title="Kế hoạch", by=clerk)
    client.force_login(clerk)

    assert "signatory" not in client.get(line("number-edit", number)).context["form"].fields


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"kind": "Kế hoạch"}, ["01/KH-UBND"]),
        ({"kind": "Công văn"}, ["02/UBND-NV"]),
        ({"year": "2023"}, ["03/QĐ-UBND"]),
        ({"q": "01/kh"}, ["01/KH-UBND"]),
        ({"q": "le an"}, ["02/UBND-NV"]),
        ({"sort": "signatory", "year": "2024"}, ["01/KH-UBND", "02/UBND-NV"]),
        ({"sort": "-number"}, ["02/UBND-NV", "03/QĐ-UBND", "01/KH-UBND"]),
    ],
)
def test_the_register_is_narrowed_and_ordered(client, clerk, place, query, found):
    for number, symbol, year, signatory in [
        (1, "KH-UBND", 2024, ""),
        (2, "UBND-NV", 2024, "Lê An"),
        (3, "QĐ-UBND", 2023, "Võ Ba"),
    ]:
        series = NumberSeriesFactory(unit=place.district, symbol=symbol, year=year)
        IssuedNumberFactory(series=series, number=number, signatory=signatory)
    client.force_login(clerk)

    assert [row.record.text for row in client.get(NUMBERS, query).context["table"].rows] == found


def test_the_book_holds_all_that_is_filtered_from_the_first_number_on(client, clerk, place):
    kept = NumberSeriesFactory(unit=place.district, symbol="KH-UBND")
    for number in (2, 1, 3):
        IssuedNumberFactory(series=kept, number=number)
    IssuedNumberFactory(series=NumberSeriesFactory(unit=place.district, symbol="BC-UBND"), number=1)
    client.force_login(clerk)

    page = client.get(reverse("organizations:number-book"), {"series": kept.pk})

    assert [row.record.number for row in page.context["table"].paginated_rows] == [1, 2, 3]


@pytest.mark.parametrize("model", [PlanFactory, DecisionFactory, SessionFactory])
def test_a_line_leads_to_the_paper_that_bears_the_number(client, clerk, place, model):
    number = IssuedNumberFactory(series=NumberSeriesFactory(unit=place.district))
    paper = model(unit=place.district, number=number)
    client.force_login(clerk)

    assert client.get(number.get_absolute_url()).context["paper_url"] == paper.get_absolute_url()


def test_the_administrator_is_led_to_no_paper_that_is_not_the_administrators_to_see(
    client, administrator, place
):
    number = IssuedNumberFactory(series=NumberSeriesFactory(unit=place.district))
    DecisionFactory(unit=place.district, number=number)
    client.force_login(administrator)

    assert client.get(number.get_absolute_url()).context["paper_url"] == ""


@pytest.mark.parametrize("count", [1, 30])
def test_the_registers_ask_the_same_queries_for_any_length(
    client, clerk, place, count, django_assert_num_queries
):
    for number in IssuedNumberFactory.create_batch(count, series=NumberSeriesFactory(unit=place.district)):
        DecisionFactory(unit=place.district, number=number)
    client.force_login(clerk)

    with django_assert_num_queries(8):
        response = client.get(NUMBERS)

    assert response.context["page_obj"].paginator.count == count


def test_numbers_of_other_offices_are_not_shown(client, clerk, place):
    IssuedNumberFactory(series__unit=place.foreign)
    own = IssuedNumberFactory(series__unit=place.district)
    client.force_login(clerk)

    assert [row.record for row in client.get(NUMBERS).context["table"].rows] == [own]


def test_the_clerk_of_the_successor_reads_the_old_registers_but_numbers_only_the_new(client, place):
    new = UnitFactory(parent=place.province, name="xã Đổi Mới", starts_on=REFORM)
    old = IssuedNumberFactory(series__unit=place.district)
    end_unit(place.district, REFORM, [new], subtree=True)
    clerk = PostFactory(unit=new, role="clerk", starts_on=REFORM).user
    client.force_login(clerk)

    assert [row.record for row in client.get(NUMBERS).context["table"].rows] == [old]
    form = client.get(reverse("organizations:number-new")).context["form"]
    assert list(form.fields["unit"].queryset) == [new]
    assert Unit.objects.existing().filter(pk=place.district.pk).count() == 0
