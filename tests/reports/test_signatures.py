"""Digital signatures of papers that come in: who signed, what is covered, and that nothing was changed."""

import datetime
from io import BytesIO

import pymupdf
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

from core.calendar import clock
from reports.models import Coverage, PaperKind, SignedCopy
from reports.printing import ask_for
from reports.signatures.placing import MM
from reports.signatures.verifying import SignatureFault, signatures_in
from tests.authority import SOFTHSM, Authority, signed
from tests.files import pdf
from tests.reports.stories import decision_of, plan_of
from tests.reports.test_printing import make

PLAN, DECISION = PaperKind.PLAN, PaperKind.DECISION
CHAIRMAN, OFFICE = ("Nguyễn Văn Quý", "Ủy ban nhân dân huyện Gò Thử"), ("Ủy ban nhân dân huyện Gò Thử", "")


@pytest.fixture(scope="module")
def authority():
    return Authority()


@pytest.fixture(scope="module")
def chairmans(authority):
    return authority.key_file(*CHAIRMAN)


@pytest.fixture(scope="module")
def offices(authority):
    return authority.key_file(*OFFICE)


@pytest.fixture
def trusted(authority, settings, tmp_path):
    (tmp_path / "goc.pem").write_bytes(authority.pem)
    (tmp_path / "doc-toi.txt").write_text("Chứng thư của nơi cấp.")
    settings.TRUST_DIR = str(tmp_path)


def test_a_scan_has_none():
    assert signatures_in(pdf()) == []


def test_who_signed_what_and_when_is_read(chairmans, trusted):
    (found,) = signatures_in(signed(pdf(), chairmans))

    assert (found.signer, found.organization) == CHAIRMAN
    assert (found.issuer, found.is_trusted) == ("Nơi cấp chứng thư thử", True)
    assert (found.covers, found.is_stamped) == (Coverage.FILE, False)
    assert abs(found.signed_at - clock()) < datetime.timedelta(minutes=1)


def test_the_offices_signature_after_the_leaders_leaves_both_standing(chairmans, offices, trusted):
    both = signed(signed(pdf(), chairmans, "LanhDao"), offices, "CoQuan")

    found = signatures_in(both)

    assert [(one.signer, one.covers) for one in found] == [
        (CHAIRMAN[0], Coverage.BEFORE_OTHERS),
        (OFFICE[0], Coverage.FILE),
    ]


@pytest.mark.usefixtures("trusted")
def test_an_authority_that_the_office_does_not_know_is_not_believed():
    (found,) = signatures_in(signed(pdf(), Authority("Nơi cấp lạ").key_file(*CHAIRMAN)))

    assert (found.issuer, found.is_trusted) == ("Nơi cấp lạ", False)


def test_one_changed_byte_is_told(chairmans):
    content = bytearray(signed(pdf(), chairmans))
    content[20] ^= 1

    with pytest.raises(SignatureFault, match="Chữ ký số của Nguyễn Văn Quý không còn đúng"):
        signatures_in(bytes(content))


def test_what_was_added_behind_the_signature_is_told(chairmans):
    writer, changed = IncrementalPdfFileWriter(BytesIO(signed(pdf(), chairmans))), BytesIO()
    page = writer.find_page_for_modification(0)[0]
    page.get_object()["/Contents"] = writer.add_object(generic.StreamObject(stream_data=b"0 0 99 99 re f"))
    writer.update_container(page.get_object())
    writer.write(changed)

    with pytest.raises(SignatureFault, match="Tệp đã bị sửa sau khi Nguyễn Văn Quý ký số"):
        signatures_in(changed.getvalue())


def test_the_page_tells_what_a_signed_copy_is(client, place, clerk, chairmans, trusted):
    plan = plan_of(place.district)
    printed = make(ask_for(PLAN, plan, by=clerk))
    client.force_login(clerk)
    file = SimpleUploadedFile("ke-hoach-da-ky.pdf", signed(printed.file.read(), chairmans))

    client.post(reverse("reports:attach-signed", args=[PLAN.value, plan.pk]), {"file": file})

    copy = SignedCopy.objects.get()
    panel = client.get(reverse("reports:papers-of", args=[PLAN.value, plan.pk])).text
    assert (copy.signed_on, copy.signatures.get().signer) == (printed, CHAIRMAN[0])
    assert "Được ký trên đúng tệp PDF của cổng." in panel
    assert "bao trùm toàn bộ tệp. Chứng thư do Nơi cấp chứng thư thử cấp." in panel


def test_a_copy_whose_signature_does_not_hold_is_refused(client, place, clerk, chairmans):
    plan = plan_of(place.district)
    client.force_login(clerk)
    content = bytearray(signed(pdf(), chairmans))
    content[20] ^= 1

    answer = client.post(
        reverse("reports:attach-signed", args=[PLAN.value, plan.pk]),
        {"file": SimpleUploadedFile("da-ky.pdf", bytes(content))},
    )

    assert (answer.status_code, SignedCopy.objects.count()) == (422, 0)
    assert answer.context["form"].errors["file"] == [
        "Chữ ký số của Nguyễn Văn Quý không còn đúng: nội dung tệp đã bị sửa. Hãy lấy lại tệp từ người ký."
    ]


# --- Signing in the portal ---------------------------------------------------------------------------


@pytest.fixture
def decision(place, chairman, clerk):
    """Issued, signed in the portal by the chairman, and printed."""
    decision = decision_of(place.district, [], signatory=chairman.full_name, signed_by=chairman)
    make(ask_for(DECISION, decision, by=clerk))
    return decision


def sent(key, password="mat-khau", **more):
    return {"key": SimpleUploadedFile("khoa.p12", key), "password": password, **more}


def sign_page(decision):
    return reverse("reports:sign-paper", args=[DECISION.value, decision.pk])


def drawing(colour, size=(500, 200)):
    file = BytesIO()
    Image.new("RGBA", size, colour).save(file, "PNG")
    return SimpleUploadedFile("anh.png", file.getvalue())


def drawn(content, colour):
    """(left, bottom, right, top) in points of what is drawn in that colour on the first page."""
    with pymupdf.open(stream=content) as paper:
        picture = paper[0].get_pixmap(annots=True)
        height = paper[0].rect.height
    shown = Image.frombytes("RGB", (picture.width, picture.height), picture.samples)
    points = [
        (number % shown.width, number // shown.width)
        for number, point in enumerate(shown.getdata())
        if max(abs(a - b) for a, b in zip(point, colour, strict=True)) < 40
    ]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), height - max(ys), max(xs), height - min(ys)


BLUE, RED = (0, 0, 200), (200, 0, 0)


def test_leader_and_office_sign_one_after_the_other(
    client, decision, chairman, clerk, chairmans, offices, trusted
):
    for user, key in ((chairman, chairmans), (clerk, offices)):
        client.force_login(user)
        more = {"diameter": 36} if user == clerk else {}
        assert client.post(sign_page(decision), sent(key, **more)).status_code == 302

    first, second = SignedCopy.objects.all()
    assert first.signed_on == second.signed_on
    assert [one.signer for one in second.signatures.all()] == [CHAIRMAN[0], OFFICE[0]]
    assert second.file.read().startswith(first.file.read())
    assert [event.label for event in decision.history][-2:] == ["Ký số", "Ký số"]


def test_signature_stands_above_the_name_and_the_seal_on_its_left_third(
    client, decision, chairman, clerk, chairmans, offices
):
    client.force_login(chairman)
    client.post(sign_page(decision), sent(chairmans, picture=drawing((*BLUE, 255))))
    left, bottom, right, top = drawn(SignedCopy.objects.get().file.read(), BLUE)
    client.force_login(clerk)
    client.post(sign_page(decision), sent(offices, picture=drawing((*RED, 255), (300, 300)), diameter=30))
    seal = drawn(SignedCopy.objects.last().file.read(), RED)

    with pymupdf.open(stream=SignedCopy.objects.last().file.read()) as paper:
        name = paper[0].search_for(chairman.full_name)[-1]
        height = paper[0].rect.height
    assert abs((left + right) / 2 - (name.x0 + name.x1) / 2) < 3
    assert height - name.y0 < bottom < height - name.y0 + 30
    assert (right - left) / (top - bottom) == pytest.approx(500 / 200, rel=0.1)
    assert seal[2] - seal[0] == pytest.approx(30 * MM, abs=3)
    assert seal[2] == pytest.approx(left + (right - left) / 3, abs=6)


def test_a_wrong_password_is_told_at_its_field_and_nothing_is_filed(client, decision, chairman, chairmans):
    client.force_login(chairman)

    answer = client.post(sign_page(decision), sent(chairmans, password="sai"))

    assert answer.status_code == 422
    assert answer.context["form"].errors == {
        "password": ["Không mở được tệp khóa. Hãy chọn lại tệp .p12 (.pfx) và gõ lại mật khẩu."]
    }
    assert not SignedCopy.objects.exists()


@pytest.mark.parametrize("key", [b"", b"%PDF-1.7", b"0" * 200_000])
def test_what_is_no_key_is_refused(client, decision, chairman, key):
    client.force_login(chairman)

    answer = client.post(sign_page(decision), sent(key))

    assert answer.status_code == 422
    assert not SignedCopy.objects.exists()


@pytest.fixture(scope="module")
def token(authority, tmp_path_factory):
    """The settings of a token with the office's key in the machine."""
    known = {"label": "Cơ quan", "key_label": "dau-co-quan", "pin": "4321"}
    authority.token(tmp_path_factory.mktemp("token"), OFFICE[0], **known)
    return {"TOKEN_MODULE": SOFTHSM, "TOKEN_LABEL": known["label"], "TOKEN_KEY": known["key_label"]}


@pytest.fixture
def plugged_in(token, settings):
    for name, value in token.items():
        setattr(settings, name, value)


@pytest.mark.usefixtures("plugged_in", "trusted")
def test_the_office_signs_by_the_pin_of_its_token(client, decision, clerk):
    client.force_login(clerk)

    wrong = client.post(sign_page(decision), {"pin": "0000", "diameter": 36})
    answers = [client.post(sign_page(decision), {"pin": "4321", "diameter": 36}) for _ in range(2)]

    told = ["Không mở được thiết bị ký số. Hãy kiểm tra mã PIN và thiết bị."]
    assert (wrong.status_code, wrong.context["form"].errors) == (422, {"pin": told})
    assert [answer.status_code for answer in answers] == [302, 302]
    assert [(one.signer, one.is_trusted) for one in SignedCopy.objects.last().signatures.all()] == [
        (OFFICE[0], True),
        (OFFICE[0], True),
    ]


@pytest.mark.usefixtures("plugged_in")
def test_the_leaders_key_is_not_on_the_offices_token(client, decision, chairman):
    client.force_login(chairman)

    assert "password" in client.get(sign_page(decision)).context["form"].fields


def test_a_token_that_is_not_plugged_in_is_told(client, decision, clerk, settings):
    settings.TOKEN_MODULE, settings.TOKEN_LABEL = "/khong/co.so", "x"
    client.force_login(clerk)

    answer = client.post(sign_page(decision), {"pin": "1", "diameter": 36})

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["pin"])


def test_a_paper_is_printed_before_it_is_signed(client, place, clerk, offices):
    decision = decision_of(place.district, [])
    client.force_login(clerk)

    answer = client.get(sign_page(decision), follow=True)

    told = [str(message) for message in answer.context["messages"]]
    assert told == ["Chưa in bản chính thức. Hãy in văn bản trước rồi ký số."]


def test_the_panel_offers_each_the_own_signature(client, decision, chairman, clerk, standing):
    def offered(user):
        client.force_login(user)
        address = reverse("reports:papers-of", args=[DECISION.value, decision.pk])
        return client.get(address).context["signs"]

    assert [offered(user) for user in (chairman, clerk, standing)] == ["leader", "office", None]


def test_another_paper_that_was_signed_is_no_paper_of_the_portal(client, place, clerk, chairmans):
    plan = plan_of(place.district)
    make(ask_for(PLAN, plan, by=clerk))
    client.force_login(clerk)
    file = SimpleUploadedFile("da-ky.pdf", signed(pdf(), chairmans))

    client.post(reverse("reports:attach-signed", args=[PLAN.value, plan.pk]), {"file": file})

    assert SignedCopy.objects.get().signed_on is None
