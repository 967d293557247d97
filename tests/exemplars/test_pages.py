"""Every page is there for those who work with it, with no more queries than it says."""

import pytest
from django.urls import reverse

from exemplars import services
from tests.factories import ExemplarFactory


def page(client, user, name, *args, **query):
    client.force_login(user)
    return client.get(reverse(f"exemplars:{name}", args=args), query)


@pytest.mark.parametrize("kind", ["person", "collective", "household"])
def test_the_draft_has_the_fields_of_its_kind(client, officer, draft, kind):
    response = page(client, officer, "nomination-edit", draft(kind=kind).pk)

    assert response.status_code == 200
    assert ("household_size" in response.context["form"].fields) == (kind == "household")


def test_the_detail_of_a_returned_dossier_says_what_to_mend(client, officer, returned):
    response = page(client, officer, "nomination", returned().pk)

    assert response.context["requests"] == [("Thành tích đạt được", "Nêu rõ số tiền.")]


def test_what_is_missing_is_named_once_in_its_link(client, officer, draft):
    shown = page(client, officer, "nomination-submit", draft(year=None).pk).text

    assert "Chưa có: Năm xét." in shown
    assert 'Điền<span class="sr-only"> Năm xét</span></a>' in shown


def test_a_head_who_may_not_send_what_has_holes_hands_it_back_from_there(client, head, draft):
    nomination = draft(year=None, status="ready")

    shown = page(client, head, "nomination-submit", nomination.pk).text

    assert reverse("exemplars:nomination-move", args=[nomination.pk, "hand_back"]) in shown


def test_the_officer_reads_why_the_head_handed_the_draft_back(client, officer, head, draft, desk_of):
    nomination = draft(status="ready")
    nomination.move("hand_back", desk=desk_of(head), note="Thiếu xác nhận của ấp.")

    told = [page(client, officer, name, nomination.pk).text for name in ("nomination-edit", "nomination")]
    nomination.move("propose", desk=desk_of(officer))
    sent_again = page(client, officer, "nomination", nomination.pk).text

    alert = "Thủ trưởng giao lại hồ sơ.</strong> Thiếu xác nhận của ấp."
    assert [alert in shown for shown in (*told, sent_again)] == [True, True, False]


def test_who_began_a_draft_by_mistake_drops_it_with_a_reason(client, officer, draft):
    nomination = draft()
    client.force_login(officer)
    page = client.get(nomination.get_absolute_url())
    address = reverse("exemplars:nomination-move", args=[nomination.pk, "drop"])
    assert address in page.text

    client.post(address, {"note": "Lập nhầm người."})

    nomination.refresh_from_db()
    assert (nomination.status, nomination.history.last().note) == ("withdrawn", "Lập nhầm người.")


@pytest.mark.parametrize("status", ["ready", "returned", "submitted"])
def test_what_went_on_to_the_head_is_not_the_officers_to_drop(client, officer, draft, place, status):
    nomination = draft(status=status, holder=place.district)
    client.force_login(officer)

    client.post(reverse("exemplars:nomination-move", args=[nomination.pk, "drop"]), {"note": "Lập nhầm."})

    nomination.refresh_from_db()
    assert nomination.status == status


def test_a_dossier_is_withdrawn_with_a_reason_and_its_lack_is_told_at_the_field(client, head, received):
    nomination = received()
    client.force_login(head)
    address = reverse("exemplars:nomination-move", args=[nomination.pk, "withdraw"])

    answer = client.post(address, {"note": " "})

    nomination.refresh_from_db()
    assert (answer.status_code, nomination.status) == (422, "received")
    assert "Hãy ghi rõ lý do." in answer.text


def test_exemplar_pages(client, head, officer, place):
    exemplar = ExemplarFactory(unit=place.commune)

    assert page(client, head, "exemplar", exemplar.pk).status_code == 200
    assert page(client, head, "exemplars").context["page_obj"].paginator.count == 1
    assert page(client, officer, "exemplar-new", q="x").status_code == 200
    assert page(client, officer, "exemplar-edit", exemplar.pk).status_code == 200
    assert page(client, officer, "subject", exemplar.subject_id).status_code == 200


def test_sending_and_handling_pages(client, head, standing, draft, received, desk_of):
    assert page(client, head, "nomination-submit", draft().pk).context["gaps"] == []
    nomination = received()
    assert page(client, standing, "nomination-give-back", nomination.pk).status_code == 200
    assert page(client, standing, "nomination-appraise", nomination.pk).status_code == 200
    assert page(client, standing, "nomination", nomination.pk).status_code == 200
    services.give_back(nomination, desk=desk_of(standing), requests={"summary": "x"})
    nomination.achievements = "Vận động 13 hộ hiến đất."
    nomination.save_unless_changed(nomination.version)
    services.submit(nomination, desk=desk_of(head), acknowledgement="đã xem")
    changes = page(client, standing, "nomination-changes", nomination.pk, 2).context["changes"]
    assert [(change.part, change.pieces) for change in changes] == [
        (
            "achievements",
            [
                ("kept", "Vận động"),
                ("dropped", " 12"),
                ("added", " 13"),
                ("kept", " hộ hiến đất."),
            ],
        )
    ]


def test_beginning_in_two_steps(client, officer, award, plan):
    first = page(client, officer, "nomination-new", kind="person", plan=plan.pk, q="Trần Thị Mới")
    sent = {
        "kind": "person",
        "plan": plan.pk,
        "request_id": str(first.context["form"]["request_id"].value()),
        "name": "Trần Thị Mới",
        "unit": first.context["form"]["unit"].value(),
        "award": award.pk,
    }

    answers = [client.post(reverse("exemplars:nomination-new"), sent) for _ in range(2)]

    assert answers[0].status_code == 302
    assert answers[0].url == answers[1].url
