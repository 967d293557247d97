"""The pages of certificates: asking for them, what was printed, the file, and what everybody may check."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from awards.models import AwardEntry
from core import jobs
from reports.models import CertificateBatch as Batch
from tests.factories import BlankFactory, PrinterFactory

from .certificates import NAMES, ask, decision_of


@pytest.fixture
def decision(place):
    return decision_of(place)


@pytest.fixture
def blank(place):
    return BlankFactory(unit=place.district)


@pytest.fixture
def batch(decision, blank, clerk):
    batch = ask(decision, blank, clerk)
    jobs.run(batch.job_id)
    batch.refresh_from_db()
    return batch


def address(decision, name="certificates"):
    return reverse(f"reports:{name}", args=[decision.pk])


def test_asking_makes_a_batch_of_the_list_with_the_printers_offset(client, decision, blank, clerk, place):
    printer = PrinterFactory(unit=place.district, dx=1.5, dy=-2)
    client.force_login(clerk)

    response = client.post(
        address(decision), {"blank": blank.pk, "printer": printer.pk, "which": "all", "first_number": 3}
    )

    assert (response.status_code, response["Location"]) == (302, address(decision))
    batch = Batch.objects.get()
    assert (batch.certificates.count(), float(batch.dx), float(batch.dy)) == (4, 1.5, -2)
    assert min(c.number for c in batch.certificates.all()) == 3


def test_only_those_ticked_are_printed_when_that_is_chosen(client, decision, blank, clerk):
    entry = decision.entries.get(name=NAMES[1])
    client.force_login(clerk)

    client.post(address(decision), {"blank": blank.pk, "which": "chosen", "entries": [entry.pk]})

    assert [c.entry for c in Batch.objects.get().certificates.all()] == [entry]


def test_nothing_ticked_prints_nothing_and_says_so(client, decision, blank, clerk):
    client.force_login(clerk)

    response = client.post(address(decision), {"blank": blank.pk, "which": "chosen"})

    assert response.status_code == 422
    assert "Không còn giấy nào để in" in response.text
    assert not Batch.objects.exists()


def test_the_blank_of_another_office_is_not_offered(client, decision, clerk, place):
    foreign = BlankFactory(unit=place.foreign)
    client.force_login(clerk)

    response = client.post(address(decision), {"blank": foreign.pk, "which": "all"})

    assert response.status_code == 422
    assert list(response.context["form"].errors) == ["blank"]


def test_the_chairman_looks_on(client, decision, blank, chairman):
    client.force_login(chairman)

    assert client.get(address(decision)).context["form"] is None
    assert client.post(address(decision), {"blank": blank.pk, "which": "all"}).status_code == 403


def test_the_page_says_who_is_printed(client, decision, batch, clerk):
    client.force_login(clerk)

    response = client.get(address(decision))

    assert (response.context["printed"], response.context["batches"]) == (4, [batch])
    assert batch.sha256 in response.text


def test_a_page_that_asks_whether_it_is_done_is_told_to_look_anew(client, decision, blank, clerk):
    waiting = ask(decision, blank, clerk)
    client.force_login(clerk)
    where, htmx = address(decision, "certificate-batches"), {"HX-Request": "true"}

    assert 'hx-trigger="every 2s"' in client.get(where, headers=htmx).text
    jobs.run(waiting.job_id)
    assert client.get(where, headers=htmx)["HX-Refresh"] == "true"


@pytest.mark.parametrize(("query", "kept"), [("", "inline"), ("?tai=1", "attachment")])
def test_the_file_is_for_the_office_of_the_decision(client, batch, chairman, officer, query, kept):
    where = reverse("reports:certificate-file", args=[batch.pk]) + query

    client.force_login(officer)
    assert client.get(where).status_code == 404
    client.force_login(chairman)
    response = client.get(where)

    assert response["Content-Disposition"].startswith(f"{kept}; filename*=utf-8''Gi%E1%BA%A5y%20khen")
    assert b"".join(response.streaming_content).startswith(b"%PDF")


def test_queries_do_not_grow_with_the_list(client, place, blank, clerk):
    client.force_login(clerk)
    client.get(reverse("home"))
    counts = []
    for names in (NAMES, [f"Nguyễn Văn {n}" for n in range(12)]):
        decision = decision_of(place, names, ["person"] * len(names))
        with CaptureQueriesContext(connection) as queries:
            client.get(address(decision))
        counts.append(len(queries))

    assert counts[0] == counts[1] <= 25


@pytest.mark.parametrize(("who", "links"), [("clerk", 2), ("officer", 0)])
def test_the_decision_and_the_register_lead_to_the_certificates(client, request, decision, who, links):
    client.force_login(request.getfixturevalue(who))
    pages = [client.get(decision.get_absolute_url()), client.get(reverse("awards:register"))]

    assert sum(f'href="{address(decision)}"' in page.text for page in pages) == links


# --- What everybody may check ------------------------------------------------------------------------


@pytest.fixture
def certificate(batch):
    AwardEntry.objects.filter(name=NAMES[0]).update(description="ấp Kín, số 12")
    return batch.certificates.select_related("entry__nomination").get(entry__name=NAMES[0])


def shown(response):
    """The words of the page's own part."""
    main = response.text.partition('<main class="content"')[2].partition("</main>")[0]
    return " ".join(part.partition(">")[2] for part in main.split("<")).split()


def test_anybody_sees_whose_what_by_which_decision_and_that_it_counts(client, certificate):
    response = client.get(reverse("reports:confirm", args=[certificate.token]))
    words = " ".join(shown(response))

    assert words.startswith(
        "Xác nhận khen thưởng Có hiệu lực Tên Trần Thị Mẫu "
        "Được tặng Giấy khen của Chủ tịch Ủy ban nhân dân "
        "Theo Quyết định số 1842/QĐ-UBND ngày 09/06/2023 của Chủ tịch Ủy ban nhân dân huyện Gò Thử"
    )
    assert response["X-Robots-Tag"] == "noindex, nofollow"
    assert '<meta name="robots" content="noindex, nofollow">' in response.text


def test_nobody_sees_anything_else(client, certificate):
    entry = certificate.entry
    response = client.get(reverse("reports:confirm", args=[certificate.token]))

    secrets = ["ấp Kín", f"{certificate.number:02d}/2023", "450.000", str(entry.nomination.unit), *NAMES[1:]]
    assert [secret for secret in secrets if secret in response.text] == []
    assert "sessionid" not in response.cookies


def test_a_cancelled_award_is_said_to_be_cancelled(client, certificate):
    AwardEntry.objects.filter(pk=certificate.entry_id).update(annulled_on="2024-01-02")
    words = " ".join(shown(client.get(reverse("reports:confirm", args=[certificate.token]))))

    assert "Đã hủy bỏ" in words
    assert "Có hiệu lực" not in words


def test_an_unknown_token_is_not_found(client, certificate):
    wrong = certificate.token[:-1] + ("A" if certificate.token[-1] != "A" else "B")

    assert client.get(reverse("reports:confirm", args=[wrong])).status_code == 404


def test_the_address_comes_from_the_settings_and_not_from_a_request(client, settings, decision, blank, clerk):
    settings.PUBLIC_URL = "https://thidua.example.vn"
    client.force_login(clerk)
    client.post(address(decision), {"blank": blank.pk, "which": "all"}, headers={"host": "localhost"})
    certificate = Batch.objects.get().certificates.first()

    assert certificate.address == f"https://thidua.example.vn/xac-nhan/{certificate.token}/"
