"""A field whose text goes into papers: what is pasted from Word, and its bar of marks."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from tests.factories import PlanFactory

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

# As Word puts it on the clipboard, shortened.
WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p {margin:0}</style></head>
<body lang=VI><!--StartFragment-->
<p class=MsoNormal><b><span style='font-size:14.0pt'>1. Mục
đích<o:p></o:p></span></b></p>
<p class=MsoNormal>Phát huy <b>vai trò</b> <i>nêu gương</i>&nbsp;của<span
style='font-weight:bold'> cán bộ</span>.</p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='mso-list:Ignore'>·<span>
&nbsp;&nbsp; </span></span><![endif]>Ý thứ nhất</p>
<p class=MsoListParagraph style='mso-list:l0 level2 lfo1'><span
 style='mso-list:Ignore'>o<span>&nbsp; </span></span>Ý con</p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span
 style='mso-list:Ignore'>2.<span>&nbsp; </span></span>Ý thứ hai</p>
<table><tr><td><p><b>STT</b></p></td><td><p><b>Đơn vị</b></p></td></tr>
<tr><td>1</td><td><p>Xã A</p><p>ấp B|C</p></td></tr></table>
<script>document.title = "hỏng"</script><img src="http://example.com/x.png" onerror="document.title='hỏng'">
<!--EndFragment--></body></html>"""
PASTED = """1. Mục đích
Phát huy **vai trò** *nêu gương* của **cán bộ**.
- Ý thứ nhất
+ Ý con
2. Ý thứ hai
| STT | Đơn vị |
| 1 | Xã A ấp B/C |"""
LISTS = "<ul><li>một<ul><li>nhỏ</li></ul></li></ul><ol start=3><li>ba</li><li><b>bốn</b>, năm</li></ol>"
PASTE = """(field, html) => {
  const data = new DataTransfer();
  data.setData("text/html", html);
  data.setData("text/plain", "chữ trơn");
  field.dispatchEvent(new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true}));
}"""


@pytest.fixture
def field(page, live_server, sign_in, standing, place):
    draft = PlanFactory(unit=place.district)
    sign_in(page, standing).goto(live_server.url + reverse("campaigns:plan-edit", args=[draft.pk]))
    field = page.locator("textarea[name=section-purpose]")
    field.fill("")
    field.focus()
    return field


def test_what_is_pasted_from_word_keeps_its_structure_and_nothing_else(page, field):
    title = page.title()
    field.evaluate(PASTE, WORD)

    expect(field).to_have_value(PASTED)
    assert page.title() == title

    page.keyboard.press("Control+z")
    expect(field).to_have_value("")


def test_lists_of_pages_keep_their_marks(field):
    field.evaluate(PASTE, LISTS)

    expect(field).to_have_value("- một\n+ nhỏ\n3. ba\n4. **bốn**, năm")


def test_the_bar_and_the_keys_mark_the_chosen_words(page, field):
    field.fill("người tốt việc tốt")
    field.evaluate("field => field.setSelectionRange(0, 9)")
    page.keyboard.press("Control+b")
    expect(field).to_have_value("**người tốt** việc tốt")

    page.keyboard.press("Control+b")
    bar = field.locator("xpath=preceding-sibling::div[@role='group']")
    bar.get_by_role("button", name="- Liệt kê").click()
    expect(field).to_have_value("- người tốt việc tốt")
