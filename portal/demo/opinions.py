"""Lists for public opinion in the demonstration: before sessions of Gò Công Tây, and one that is up now.

Names and remarks are invented.
"""

import datetime
import uuid

from awards.models import OpinionItem, OpinionList, OpinionStatus, Remark, Session, SessionStatus, Stance
from awards.opinions import choices_for, longest
from portal.demo.accounts import DISTRICT, STAFF, SUCCESSOR
from portal.demo.stories import at

FIRST = datetime.date(2023, 1, 1)
BEFORE = 23  # days from the first day of a list to the session
A_DAY, AN_HOUR = datetime.timedelta(days=1), datetime.timedelta(hours=1)
PAST, ON_A_LIST = 4, 12  # lists, and dossiers of the one of now, at most
SAID = (
    (Stance.AGREES, "Bà con trong ấp đều biết việc làm này, khen là xứng đáng.", "Đã ghi nhận."),
    (
        Stance.OTHER,
        "Đề nghị nêu rõ đã giúp được bao nhiêu hộ để nơi khác học theo.",
        "Đã đề nghị đơn vị bổ sung số liệu vào báo cáo thành tích.",
    ),
    (
        Stance.OBJECTS,
        "Tôi thấy thành tích nêu trong danh sách là của cả tổ, không riêng một người.",
        "Đã xác minh tại nơi cư trú: người được đề nghị là người khởi xướng và trực tiếp làm.",
    ),
    (Stance.AGREES, "Đồng ý với danh sách.", "Đã ghi nhận."),
)
PEOPLE = ("Lưu Thị Bông", "Kha Văn Tiếng", "Từ Ngọc Lành", "Âu Văn Sáu", "Quan Thị Chín")


def load_opinions(random, told, trail, until):
    """Those that were shown by the day `until`, each as far as it had come."""
    playing = Telling(random, told, trail, until)
    held = Session.objects.filter(
        unit=told.units[DISTRICT], status=SessionStatus.CLOSED, held_at__date__gte=FIRST
    )
    for session in reversed(held.order_by("-held_at")[:PAST]):
        playing.before(session)
    if SUCCESSOR in told.units:
        playing.up_now(told.units[SUCCESSOR])


class Telling:
    """Writes lists one by one; its acts go to the trail."""

    def __init__(self, random, told, trail, until):
        self.random, self.told, self.trail, self.until = random, told, trail, until

    def before(self, session):
        """The list by which the people were asked about what that session considered."""
        nominations = [item.nomination for item in session.items.for_table()]
        opened = at(session.day - datetime.timedelta(days=BEFORE), 8)
        title = f"Danh sách đề nghị khen thưởng, phiên họp ngày {session.day:%d/%m/%Y}"
        made = self._post(session.unit, nominations, opened, title, session)
        self._remarks(made, opened, A_DAY, [True, True])
        ended = at(made.closes_on + datetime.timedelta(days=1), 9)
        made.status = self._move(made, "close", ended)
        made.ended_on = ended.date()
        made.conclusion = (
            "- Danh sách được công khai đủ thời gian theo quy định.\n"
            "- Các ý kiến đã được xem xét, trả lời; danh sách được giữ nguyên để trình Hội đồng."
        )
        made.version += 1
        made.save()

    def up_now(self, unit):
        waiting = choices_for(unit).select_related("award").order_by("pk")[:ON_A_LIST]
        if nominations := list(waiting):
            weekend = max(0, self.until.weekday() - 4)
            opened = at(self.until - weekend * A_DAY, 8)  # so that it stays up well after the story ends
            year = opened.year
            made = self._post(unit, nominations, opened, f"Danh sách đề nghị khen thưởng cuối năm {year}")
            self._remarks(made, opened, AN_HOUR, [True, False, False])

    def _post(self, unit, nominations, opened, title, session=None):
        rule, closes_on = longest({one.award for one in nominations}, opened.date())
        made = OpinionList.objects.create(
            unit=unit,
            session=session,
            title=title,
            rule=rule,
            opens_on=opened.date(),
            closes_on=closes_on,
            status=OpinionStatus.POSTED,
            version=2,
        )
        OpinionItem.objects.bulk_create(
            OpinionItem(opinion_list=made, nomination=one, order=order, achievement=one.summary)
            for order, one in enumerate(nominations, start=1)
        )
        staff = STAFF[unit.code]
        prepared = opened - datetime.timedelta(hours=1)
        self.trail.add(made, "edit", "Lập danh sách", at=prepared, by=staff.standing)
        self.trail.move(made, "post", OpinionStatus.PREPARING, at=opened, by=staff.standing)
        return made

    def _move(self, made, verb, moment):
        return self.trail.move(made, verb, made.status, at=moment, by=STAFF[made.unit.code].standing)

    def _remarks(self, made, opened, step, answered):
        """One every `step`; `answered` tells of each whether it was, by the next step."""
        items = list(made.items.all())
        standing = self.told.cast.users[STAFF[made.unit.code].standing]
        rows = []
        said = self.random.sample(SAID, len(answered))
        for place, ((stance, text, answer), is_answered) in enumerate(zip(said, answered, strict=True), 1):
            sent = opened + place * step + datetime.timedelta(minutes=self.random.randint(0, 59))
            rows.append(
                Remark(
                    opinion_list=made,
                    item=self.random.choice(items) if stance != Stance.AGREES else None,
                    request_id=uuid.UUID(int=self.random.getrandbits(128), version=4),
                    name=self.random.choice(PEOPLE),
                    contact=f"0900 000 {self.random.randint(0, 999):03}",
                    stance=stance,
                    text=text,
                    sent_at=sent,
                    answer=answer if is_answered else "",
                    answered_by=standing if is_answered else None,
                    answered_at=sent + step if is_answered else None,
                )
            )
        for row in Remark.objects.bulk_create(rows):
            if row.answered_at:
                by = STAFF[made.unit.code].standing
                self.trail.add(made, "answer", "Trả lời ý kiến", at=row.answered_at, by=by, note=str(row))
