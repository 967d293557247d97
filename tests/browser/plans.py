"""The five plans, as the demonstration's files tell them, and people at the pages of a portal for them."""

import datetime
import json

from django.urls import reverse
from playwright.sync_api import expect

from campaigns.models import PlanStatus
from organizations.models import UnitKind
from portal.demo.plans import DATA
from reports.models import PartStatus
from tests.factories import (
    AssignmentFactory,
    CriterionFactory,
    MilestoneFactory,
    PlanFactory,
    PlanSectionFactory,
    PostFactory,
    UnitFactory,
    UserFactory,
)

DAYS = ("starts_on", "ends_on", "due_on", "covers_from", "covers_to", "issued_on")


def dated(values):
    return {
        name: datetime.date.fromisoformat(value) if name in DAYS and value else value
        for name, value in values.items()
    }


def the_plan(key, unit, units=(), **changes):
    """The plan of the file `key`, as `unit` made it; `units` gives {code: unit} for its assignments."""
    told = dated(json.loads((DATA / "plans" / f"{key}.json").read_text()))
    kept = ("title", "starts_on", "ends_on", "issued_on", "outside_number", "signatory", "signatory_title")
    values = {name: told[name] for name in kept if name in told}
    lists = {"legal_bases": ";\n".join(told["legal_bases"]), "recipients": "\n".join(told["recipients"])}
    plan = PlanFactory(unit=unit, **(values | lists | changes))
    for kind, body in told["sections"].items():
        PlanSectionFactory(plan=plan, kind=kind, body=body)
    for kind, rows in told["criteria"].items():
        for order, (text, points) in enumerate(rows, start=1):
            CriterionFactory(plan=plan, subject_kind=kind, text=text, max_points=points, order=order)
    for milestone in told["milestones"]:
        MilestoneFactory(plan=plan, **({"covers_from": None, "covers_to": None} | dated(milestone)))
    for order, assignment in enumerate(told["assignments"], start=1):
        if assignment["unit"] in units:
            given = dated(assignment) | {"unit": units[assignment["unit"]]}
            AssignmentFactory(plan=plan, order=order, **given)
    return plan


def recorded_plan(key, unit, units=()):
    """A plan that was issued on paper, as its own office is recording it."""
    return the_plan(key, unit, units, status=PlanStatus.RECORDING, recorder=unit)


def person(unit, role, name, **post):
    user = UserFactory(full_name=name)
    PostFactory(user=user, unit=unit, role=role, **post)
    return user


def province(name, **more):
    return UnitFactory(name=f"tỉnh {name}", kind=UnitKind.PROVINCE, has_council=True, place=name, **more)


def agency(parent, name):
    return UnitFactory(parent=parent, name=name, kind=UnitKind.AGENCY)


class Desk:
    """One browser at which people of the portal sit down in turn."""

    def __init__(self, page, sign_in, address):
        self.page, self.sign_in, self.address = page, sign_in, address

    def seat(self, user):
        self.leave()
        self.sign_in(self.page, user)
        return self

    def leave(self):
        """The page first: what it asked for without cookies would come back with a token of its own."""
        self.page.goto("about:blank")
        self.page.context.clear_cookies()

    def go(self, name, *args, query=""):
        self.page.goto(f"{self.address}{reverse(name, args=args)}{query}")
        return self

    def open(self, record):
        self.page.goto(f"{self.address}{record.get_absolute_url()}")
        return self

    def press(self, words, told=""):
        """The button, and what the portal says when it is done."""
        self.page.get_by_role("main").get_by_role("button", name=words, exact=True).first.click()
        if told:
            self.told(told)

    def follow(self, words):
        self.page.get_by_role("main").get_by_role("link", name=words, exact=True).first.click()

    def fill(self, **typed):
        """By the names of the fields, as the form of the page has them."""
        for name, value in typed.items():
            self.page.locator(f"#id_{name}").fill(value)

    def choose(self, name, label):
        self.page.locator(f"#id_{name}").select_option(label=label)

    def told(self, words):
        expect(self.page.locator(".messages")).to_contain_text(words)

    def sees(self, *words):
        for word in words:
            expect(self.page.get_by_role("main")).to_contain_text(word)

    def sees_no(self, words):
        expect(self.page.get_by_role("main")).not_to_contain_text(words)

    def counts(self, what, number):
        """One of the figures of the page."""
        figure = self.page.locator(".figure").filter(has=self.page.get_by_text(what, exact=True))
        expect(figure.locator("dd").first).to_have_text(str(number))

    def confirm(self, words, note=""):
        """A step of a record that asks once more, or for words, before it is made."""
        self.follow(words)
        asked = self.page.locator("dialog[open]")
        if note:
            asked.locator("textarea").fill(note)
        asked.get_by_role("button", name=words, exact=True).click()
        self.page.wait_for_load_state()


def recording_ends(desk, plan, standing):
    """The plan is let in by its own office, and is in force."""
    desk.seat(standing).open(plan)
    desk.confirm("Ghi vào cổng")
    desk.sees("Đã ban hành")


def work_is_done(desk, assignment, user, text):
    """A unit finds its work on its first page and tells in words that it is done."""
    desk.seat(user).go("home")
    desk.follow(assignment.task)
    desk.follow("Báo cáo tiến độ")
    desk.fill(text=text)
    desk.page.locator("#id_is_final").check()
    desk.press("Gửi báo cáo")
    desk.open(assignment).sees(text)


def board_tells(desk, plan, user, *, done, of):
    """How many of the plan's assignments are done, as its board counts them."""
    desk.seat(user).go("campaigns:plan-board", plan.pk)
    figures = desk.page.locator(".figure")
    expect(figures.filter(has=desk.page.get_by_text("Tất cả", exact=True))).to_contain_text(str(of))
    expect(figures.filter(has=desk.page.get_by_text("Đã hoàn thành", exact=True))).to_contain_text(str(done))


def plan_ends(desk, plan, standing):
    desk.seat(standing).open(plan)
    desk.confirm("Kết thúc kế hoạch")
    plan.refresh_from_db()
    assert plan.status == PlanStatus.ENDED


def it_moves(desk, exemplar, user, step, stage, note=""):
    """One step in the life of an exemplar, made at its page by whose step it is."""
    desk.seat(user).open(exemplar).follow(step)
    desk.fill(note=note)
    desk.press(step, f"Đã ghi: {stage.lower()}.")
    desk.open(exemplar).sees(stage)


# --- Looked at on the spot ------------------------------------------------------------------------------


def a_round_is_called(desk, plan, exemplar, standing, leader, *, name, between, day):
    """The standing office names the team, finds the exemplar among those to be seen, and calls."""
    desk.seat(standing).go("exemplars:round-new")
    desk.page.locator("#id_plan").select_option(value=str(plan.pk))
    desk.page.locator("#id_leader").select_option(value=str(leader.pk))
    desk.fill(name=name, starts_on=between[0], ends_on=between[1])
    desk.press("Lưu", "Đã lập đợt kiểm tra.")
    desk.sees("chưa lần nào")
    desk.page.get_by_label(f"Chọn {exemplar}").check()
    desk.fill(planned_on=day)
    desk.press("Đưa vào đợt kiểm tra", "Đã thêm 1 chuyến vào đợt kiểm tra.")
    desk.confirm("Triệu tập đoàn")
    desk.sees("Đã triệu tập đoàn")


def the_team_writes(desk, exemplar, member, **typed):
    """The record by the criteria of the exemplar's plan, all of them met."""
    criteria = exemplar.plan.criteria.filter(subject_kind=exemplar.subject.kind)
    desk.seat(member).go("home").follow(str(exemplar))
    desk.follow("Ghi biên bản")
    for criterion in criteria:
        desk.sees(criterion.text)
        desk.page.locator(f"input[name=result_{criterion.pk}][value=met]").check()
    desk.page.locator("input[name=verdict][value=meets]").check()
    desk.fill(**typed)
    desk.press("Gửi biên bản", "Đã gửi biên bản")


def the_office_verifies(desk, exemplar, standing):
    """The record is read and accepted, and the exemplar verified on the strength of it."""
    desk.seat(standing).go("home").follow(str(exemplar))
    desk.confirm("Chấp nhận biên bản")
    desk.follow("Ghi kiểm chứng đạt")
    desk.press("Kiểm chứng đạt", "Đã ghi điển hình được kiểm chứng đạt.")
    desk.open(exemplar).sees("Đã kiểm chứng")


# --- A review, of the parts of units --------------------------------------------------------------------


def a_review_begins(desk, milestone, standing, units, **texts):
    """From the first page of the office to its page of parts, with the units of that name asked."""
    desk.seat(standing).go("home").follow(milestone)
    desk.press("Lập dự thảo")
    desk.fill(**texts)
    desk.press("Lưu dự thảo", "Đã lưu dự thảo báo cáo.")
    desk.follow("Phần của các đơn vị")
    boxes = desk.page.locator("input[name=units]")
    expect(boxes.first).to_be_attached()  # the page may still be on its way
    for box in boxes.all():
        box.uncheck()
    for unit in units:
        desk.page.get_by_label(unit, exact=True).check()
    desk.press("Yêu cầu gửi báo cáo", f"Đã yêu cầu {len(units)} đơn vị gửi báo cáo.")


def a_part_is_sent(desk, unit, officer, head, words):
    """Written by who prepares at the unit, found on the first page; sent by the head."""
    desk.seat(officer).go("home").follow(str(unit))
    desk.follow("Viết báo cáo")
    desk.fill(discovery=words)
    desk.press("Lưu", "Đã lưu. Thủ trưởng đơn vị xem")
    desk.seat(head).go("home").follow(str(unit))
    desk.press("Gửi báo cáo", "Đã gửi phần báo cáo.")


def parts_are_put_together(desk, review, standing, *words):
    """Each part is taken from the first page of the office; its words go below those of the report."""
    for part in review.parts.filter(status=PartStatus.SENT).select_related("unit"):
        desk.seat(standing).go("home").follow(str(part.unit))
        desk.press("Tiếp nhận", "Đã tiếp nhận phần báo cáo.")
    desk.go("reports:review-parts", review.pk)
    desk.counts("Đã tiếp nhận", review.parts.count())
    for number, text in enumerate(words):
        desk.sees(text)
        desk.page.get_by_role("button", name="Chèn vào báo cáo").nth(number).click()
        desk.told("Đã chèn vào cuối mục")
    desk.open(review).sees(*words)


def a_review_is_issued(desk, review, standing, chairman, clerk):
    desk.seat(standing).open(review).press("Trình ký", "Đã trình ký báo cáo.")
    desk.seat(chairman).open(review).press("Ký báo cáo", "Đã ký báo cáo.")
    desk.seat(clerk).open(review).follow("Cấp số, ban hành")
    desk.press("Cấp số, ban hành", "Đã ban hành báo cáo và chốt số liệu.")
    desk.open(review).sees("Đã chốt khi ban hành")
