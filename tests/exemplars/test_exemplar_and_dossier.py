"""An exemplar and a dossier are two things that know each other; figures are rows of the exemplar's form."""

import uuid
from decimal import Decimal

import pytest
from django.urls import reverse

from exemplars.models import Exemplar, Nomination
from tests.factories import ExemplarFactory, ExemplarFigureFactory, SubjectFactory, WorkFieldFactory

FIGURE = {"figures-0-name": "Thu nhập", "figures-0-measure": "triệu đồng", "figures-0-before": "30,5"}


@pytest.fixture
def exemplar(place, plan):
    exemplar = ExemplarFactory(
        unit=place.commune, plan=plan, field=WorkFieldFactory(), practice="Trồng hoa", effect="Sạch đẹp"
    )
    ExemplarFigureFactory(exemplar=exemplar, name="Số hộ", measure="hộ", before=1, after=11)
    return exemplar


def test_a_dossier_takes_over_what_its_exemplar_says(client, officer, exemplar, plan, award):
    client.force_login(officer)
    page = client.get(reverse("exemplars:nomination-new"), {"exemplar": exemplar.pk})
    form = page.context["form"]
    sent = {field.html_name: field.value() or "" for field in form} | {"subject": exemplar.subject_id}

    client.post(reverse("exemplars:nomination-new"), sent)

    dossier = Nomination.objects.get()
    assert (dossier.exemplar, dossier.subject, dossier.plan, dossier.field) == (
        exemplar,
        exemplar.subject,
        plan,
        exemplar.field,
    )
    assert dossier.achievements == "Trồng hoa\n\nSạch đẹp\n\n- Số hộ (hộ): trước 1, sau 11."
    for here, there in ((exemplar, dossier), (dossier, exemplar)):
        assert there.get_absolute_url() in client.get(here.get_absolute_url()).content.decode()


def test_a_dossier_of_another_subject_is_not_of_the_exemplar(client, officer, exemplar, place, award):
    other = SubjectFactory(unit=place.commune)
    client.force_login(officer)

    client.post(
        reverse("exemplars:nomination-new"),
        {
            "kind": "person",
            "exemplar": exemplar.pk,
            "subject": other.pk,
            "unit": place.commune.pk,
            "request_id": uuid.uuid4(),
        },
    )

    dossier = Nomination.objects.get()
    assert (dossier.subject, dossier.exemplar, dossier.achievements) == (other, None, "")


@pytest.fixture
def edit(client, officer, exemplar, typed):
    """edit(**changes): the answer to the form of the exemplar, with its figures as they were shown."""
    client.force_login(officer)
    address = reverse("exemplars:exemplar-edit", args=[exemplar.pk])

    def opened():
        page = client.get(address)
        figures = page.context["figures"]
        sent = typed(page) | {"figures-seen": figures.seen_text, "figures-INITIAL_FORMS": 0}
        for form in figures.rows.forms:
            sent |= {form.add_prefix(name): form[name].initial or "" for name in ("name", "measure")}
            shown = {name: form[name].initial for name in ("before", "after")}
            sent |= {form.add_prefix(name): "" if v is None else int(v) for name, v in shown.items()}
        return {**sent, "figures-TOTAL_FORMS": len(figures.rows.forms)}

    edit.opened = opened
    edit.send = lambda sent, **changes: client.post(address, {**sent, **changes})
    return edit


def figures_of(exemplar):
    return [(row.name, row.before, row.after) for row in exemplar.figures.all()]


def test_figures_are_changed_with_the_exemplar(edit, exemplar):
    answer = edit.send(edit.opened(), **FIGURE, **{"figures-1-name": "Số cây", "figures-1-after": "1.200"})

    assert answer.status_code == 302
    assert figures_of(exemplar) == [("Thu nhập", Decimal("30.5"), 11), ("Số cây", None, 1200)]


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("figures-0-before", "30.5", "Hãy nhập số; phần lẻ viết sau dấu phẩy, ví dụ 1.250,5."),
        ("figures-0-name", "", "Mục này bắt buộc. Hãy điền vào."),
    ],
)
def test_a_wrong_figure_is_answered_at_its_row_and_the_text_stays(edit, exemplar, name, value, sentence):
    answer = edit.send(edit.opened(), title="Tên mới", **{name: value})

    assert (answer.status_code, answer.context["form"]["title"].value()) == (422, "Tên mới")
    assert [errors for row in answer.context["figures"].rows.errors for errors in row.values()] == [
        [sentence]
    ]
    assert Exemplar.objects.get().title == exemplar.title


def test_one_more_row_of_figures_is_given_and_nothing_typed_is_lost(edit):
    sent = edit.opened()

    answer = edit.send(sent, title="Tên mới", add="figures", **FIGURE)

    rows = answer.context["figures"].rows.forms
    assert (answer.status_code, len(rows)) == (200, sent["figures-TOTAL_FORMS"] + 1)
    assert (answer.context["form"]["title"].value(), rows[0]["name"].value()) == ("Tên mới", "Thu nhập")


def test_of_two_who_change_the_figures_either_can_be_chosen(edit, exemplar):
    mine = edit.opened()
    edit.send(edit.opened(), **{"figures-0-after": "12"})

    collision = edit.send(mine, **{"figures-0-after": "13"})

    assert (collision.status_code, figures_of(exemplar)) == (409, [("Số hộ", 1, 12)])
    chosen = {
        **mine,
        "figures-0-after": "13",
        "version": 2,
        "figures-seen": collision.context["figures"].saved_text,
    }
    edit.send(chosen, **{"figures-keep": "saved"})
    assert figures_of(exemplar) == [("Số hộ", 1, 12)]
    edit.send(chosen, **{"figures-keep": "typed", "version": 3})
    assert figures_of(exemplar) == [("Số hộ", 1, 13)]


def test_figures_that_only_the_other_one_changed_stay(edit, exemplar):
    mine = edit.opened()
    edit.send(edit.opened(), **{"figures-0-after": "12"})

    edit.send(mine, version=2, title="Tên mới")

    assert (Exemplar.objects.get().title, figures_of(exemplar)) == ("Tên mới", [("Số hộ", 1, 12)])


def test_a_new_exemplar_that_is_sent_twice_is_begun_once(client, officer, place):
    client.force_login(officer)
    subject = SubjectFactory(unit=place.commune)
    sent = {"about": "model", "rhythm": 6, "title": "Đường hoa", "unit": place.commune.pk}
    sent |= {"found_on": "01/10/2024", "subject": subject.pk, "request_id": uuid.uuid4()}
    rows = {"figures-TOTAL_FORMS": 1, "figures-INITIAL_FORMS": 0, "figures-seen": ""}

    answers = [client.post(reverse("exemplars:exemplar-new"), {**sent, **rows, **FIGURE}) for _ in range(2)]

    exemplar = Exemplar.objects.get()
    assert [answer.status_code for answer in answers] == [302, 302]
    assert (exemplar.history.count(), figures_of(exemplar)) == (1, [("Thu nhập", Decimal("30.5"), None)])
