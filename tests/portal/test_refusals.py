"""What people and the log are told when the portal refuses."""

import logging

from django.urls import reverse

from tests.factories import SessionFactory


def test_an_address_for_buttons_alone_says_so(client, standing, place):
    client.force_login(standing)

    answer = client.get(reverse("awards:session-tellers", args=[SessionFactory(unit=place.district).pk]))

    assert (answer.status_code, answer["Allow"]) == (405, "POST")
    assert "Địa chỉ này không mở được như một trang" in answer.text


def test_programs_get_the_bare_answer(client, standing):
    client.force_login(standing)

    answer = client.get(
        reverse("exemplars:nomination-autosave", args=[1]), headers={"Accept": "application/json"}
    )

    assert (answer.status_code, answer.content) == (405, b"")


def test_a_refusal_is_one_line_of_the_log(client, officer, caplog):
    client.force_login(officer)
    with caplog.at_level(logging.WARNING, logger="django.request"):
        client.get(reverse("awards:session-new"))

    refused = [record for record in caplog.records if record.name == "django.request"]
    console = next(handler for handler in logging.getLogger().handlers if handler.get_name() == "console")
    assert len(refused) == 1
    assert "\n" not in console.format(console.filter(refused[0]) and refused[0])
