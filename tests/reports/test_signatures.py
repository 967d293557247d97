"""Digital signatures of papers that come in: who signed, what is covered, and that nothing was changed."""

import datetime
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

from core.calendar import clock
from reports.models import Coverage, PaperKind, SignedCopy
from reports.printing import ask_for
from reports.signatures.verifying import SignatureFault, signatures_in
from tests.authority import Authority, signed
from tests.files import pdf
from tests.reports.stories import plan_of
from tests.reports.test_printing import make

PLAN = PaperKind.PLAN
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


def test_another_paper_that_was_signed_is_no_paper_of_the_portal(client, place, clerk, chairmans):
    plan = plan_of(place.district)
    make(ask_for(PLAN, plan, by=clerk))
    client.force_login(clerk)
    file = SimpleUploadedFile("da-ky.pdf", signed(pdf(), chairmans))

    client.post(reverse("reports:attach-signed", args=[PLAN.value, plan.pk]), {"file": file})

    assert SignedCopy.objects.get().signed_on is None
