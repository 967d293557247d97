import datetime

import pikepdf
import pytest
from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile
from django.template import Context, Template
from django.utils.safestring import SafeString

from core.forms import DongField
from core.uploads import UploadField
from exemplars.models import Nomination
from tests.files import pdf, picture

PDF = pdf()
HTML = b"<html><script>alert(1)</script></html>"
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"


class SubjectForm(forms.Form):
    name = forms.CharField(label="Họ và tên", help_text="Viết đầy đủ.")
    born_on = forms.DateField(label="Ngày sinh", required=False)
    sex = forms.ChoiceField(label="Giới tính", choices=[("f", "Nữ")], widget=forms.RadioSelect)
    is_worker = forms.BooleanField(label="Trực tiếp lao động", required=False)


class EvidenceForm(forms.Form):
    file = UploadField(kinds=("pdf", "jpg", "png"), megabytes=1)


@pytest.mark.parametrize(
    "typed", ["05/09/2024", "5/9/2024", "5/9/24", "05-09-2024", "5.9.2024", "2024-09-05", " 05/09/2024 "]
)
def test_dates_are_read_day_first(typed):
    assert forms.DateField().clean(typed) == datetime.date(2024, 9, 5)


@pytest.mark.parametrize("typed", ["31/02/2024", "09/2024", "2024", "1122024", "09/31/2024"])
def test_dates_that_are_none_are_refused(typed):
    with pytest.raises(forms.ValidationError):
        forms.DateField().clean(typed)


def test_dates_are_shown_as_dd_mm_yyyy():
    field = SubjectForm(initial={"born_on": datetime.date(2024, 9, 5)})["born_on"]

    assert 'value="05/09/2024"' in field.as_widget()
    assert "Ví dụ: 05/09/2024" in field.as_field_group()


@pytest.mark.parametrize(
    "typed", ["1500000", "1.500.000", "1 500 000", "1.500.000 đồng", "1.500.000đ", "1500000 VND"]
)
def test_money_is_read_with_or_without_dots(typed):
    assert DongField().clean(typed) == 1_500_000


@pytest.mark.parametrize("typed", ["1.5", "1,500,000", "-5", "nhiều", "15.00", "1.500.00"])
def test_money_that_could_be_read_in_two_ways_is_refused(typed):
    with pytest.raises(forms.ValidationError):
        DongField().clean(typed)


def test_money_is_shown_with_dots():
    assert DongField().widget.render("prize", 1_500_000).count('value="1.500.000"') == 1


class ProposalForm(forms.ModelForm):
    class Meta:
        model = Nomination
        fields = ["award", "merit"]


@pytest.mark.django_db
def test_an_empty_choice_is_a_word_and_no_dashes():
    form = ProposalForm()

    assert [next(iter(form.fields[name].choices)) for name in form.fields] == [("", "Chưa chọn")] * 2


def test_required_is_said_in_words_and_left_to_us():
    content = SubjectForm()["name"].as_field_group()

    assert "(bắt buộc)" in content
    assert " required" not in content
    assert "(bắt buộc)" not in SubjectForm()["born_on"].as_field_group()


def test_help_and_error_are_tied_to_the_field():
    content = SubjectForm({"name": ""})["name"].as_field_group()

    assert 'aria-describedby="id_name_helptext id_name_error"' in content
    assert 'id="id_name_helptext"' in content
    assert 'id="id_name_error"' in content


def test_choices_are_a_group_with_a_legend():
    content = SubjectForm()["sex"].as_field_group()

    assert content.index("<fieldset") < content.index("<legend>Giới tính") < content.index('type="radio"')


def test_summary_links_to_each_wrong_field():
    summary = Template('{% include "forms/errors.html" %}').render(Context({"form": SubjectForm({})}))

    assert summary.count("<a href=") == 2
    assert '<a href="#id_name">Họ và tên</a>' in summary
    assert '<a href="#id_sex">Giới tính</a>' in summary


def test_section_leaves_out_fields_that_the_form_lacks():
    section = Template('{% form_section form "name nothing" title="Chung" columns=2 %}')

    content = section.render(Context({"form": SubjectForm()}))

    assert isinstance(content, SafeString)
    assert content.count('class="field') - content.count('class="field-') == 1


def errors(name, content):
    form = EvidenceForm(files={"file": SimpleUploadedFile(name, content)})
    return [error.code for error in form.errors.as_data().get("file", [])]


@pytest.mark.parametrize(
    ("name", "content", "codes"),
    [
        ("don.pdf", PDF, []),
        ("DON.PDF", PDF, []),
        ("don.pdf", PNG, ["content"]),
        ("don.pdf", b"MZ\x90\x00", ["content"]),
        ("don.exe", PDF, ["kind"]),
        ("don", PDF, ["kind"]),
        ("anh.jpeg", picture("JPEG"), []),
        ("anh.jpg", picture("JPEG")[:-100], ["picture"]),
        ("anh.jpg", b"\xff\xd8\xff\xe0\x00\x10JFIF", ["picture"]),
        ("anh.png", picture("PNG"), []),
        ("anh.png", picture("PNG")[:-20], ["picture"]),
        ("anh.png", PNG, ["picture"]),
        ("anh.png", picture("JPEG"), ["content"]),
        ("don.pdf", b"", ["empty"]),
        ("don.pdf", PDF + bytes(1024 * 1024), ["size"]),
        ("don.pdf", PDF + b"\r\n\0\0", []),
        ("don.pdf", HTML + PDF, ["content"]),
        ("don.pdf", b"\xef\xbb\xbf" + PDF, ["content"]),
        ("don.pdf", PDF[:9] + HTML + b"%%EOF", ["broken"]),
        ("don.pdf", PDF + HTML, ["broken"]),
        ("don.pdf", PDF + HTML * 50, ["broken"]),
        ("don.pdf", PDF[:400], ["broken"]),
        ("don.pdf", pdf(encryption=pikepdf.Encryption(user="x", owner="y")), ["locked"]),
        ("don.pdf", pdf(encryption=pikepdf.Encryption(user="", owner="y")), []),
    ],
)
def test_file_must_be_what_it_says_and_small_enough(name, content, codes):
    assert errors(name, content) == codes


def test_limits_of_files_stand_at_the_field():
    content = EvidenceForm()["file"].as_field_group()

    assert "Tệp PDF, JPG hoặc PNG; không quá 1 MB." in content
    assert 'accept=".pdf,.jpg' in content


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        (forms.CharField(), "", "Mục này bắt buộc. Hãy điền vào."),
        (forms.IntegerField(), "mười", "Hãy nhập số nguyên, chỉ gồm chữ số."),
        (forms.IntegerField(min_value=1), "0", "Số nhập vào phải từ 1 trở lên."),
        (forms.CharField(max_length=3), "bốn chữ", "Nhiều nhất 3 ký tự (đang có 7). Hãy rút gọn."),
        (forms.DateField(), "31/02/2024", "Ngày chưa đúng. Hãy nhập ngày/tháng/năm, ví dụ 05/09/2024."),
        (
            forms.ChoiceField(choices=[("a", "A")]),
            "b",
            "Lựa chọn này không có trong danh sách. Hãy chọn lại.",
        ),
    ],
)
def test_errors_say_what_to_do(field, typed, said):
    with pytest.raises(forms.ValidationError) as refusal:
        field.clean(typed)

    assert refusal.value.messages == [said]
