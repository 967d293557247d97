"""Sessions and ballots of the demonstration."""

import datetime

from awards.models import (
    AgendaItem,
    Outcome,
    Review,
    Score,
    Session,
    SessionMember,
    SessionStatus,
    Tally,
)
from awards.sessions import number_minutes
from law.choosing import vote_rule
from organizations.models import Post
from portal.demo.stories import APPRAISED_BEFORE, CONVENED_BEFORE, at, month

ABSENT = 0.06  # share of members
READ_AT_MOST = 25  # dossiers of a session for which members' points are told
BUSY = {"uyvien1", "uyvien4", "uyvien1.tinh"}  # have not yet read what a session that is called is about
OPINIONS = (
    "Việc làm thiết thực, có số liệu, nên khen để nhân rộng.",
    "Đồng ý; đề nghị đơn vị tiếp tục theo dõi, giúp đỡ.",
    "Thành tích rõ, được người dân nơi cư trú xác nhận.",
    "Nên giới thiệu cách làm tại cuộc họp sơ kết.",
)


class Council:
    """The councils of the demonstration at work; their acts go to the trail."""

    def __init__(self, random, told, trail, until):
        self.random, self.told, self.trail, self.until = random, told, trail, until
        self.rules = {}

    def hold(self, meeting):
        """The session of one meeting as far as it had come, or None before it was prepared."""
        prepared = meeting.day - datetime.timedelta(days=APPRAISED_BEFORE)
        items = [story for story in meeting.stories if story.scheduled]
        if prepared > self.until or not items:
            return None
        session = self._session(meeting)
        members = self._members(session, meeting)
        agenda = self._agenda(session, items, meeting.day)
        if session.status in {SessionStatus.COUNTED, SessionStatus.CLOSED}:
            self._count(session, members, agenda, items, meeting.staff)
        self._read(session, members, agenda, meeting)
        return session

    def _session(self, meeting):
        office = self.told.units[meeting.unit]
        start = at(meeting.day, 8)
        session = Session.objects.create(
            unit=office,
            title=f"Xét khen thưởng thành tích trong phong trào thi đua, tháng {month(meeting.day)}",
            held_at=start,
            ended_at=at(meeting.day, 11) if start.date() <= self.until else None,
            place=f"Phòng họp số 1, trụ sở {office.issuer}",
            secretary=self.told.cast.users[meeting.staff.secretary],
        )
        self._move_through(session, meeting.day, meeting.staff)
        return session

    def _move_through(self, session, day, staff):
        """Convened, counted and closed, as far as the last day allows."""
        self.trail.add(
            session,
            "create",
            "Lập phiên họp",
            at=at(day - datetime.timedelta(APPRAISED_BEFORE), 16),
            by=staff.standing,
        )
        steps = (
            ("convene", at(day - datetime.timedelta(days=CONVENED_BEFORE), 9), staff.standing),
            ("count", at(day, 11), staff.tellers[1]),
            ("close", at(day + datetime.timedelta(days=1), 9), staff.standing),
        )
        for verb, moment, by in steps:
            if moment.date() <= self.until:
                session.status = self.trail.move(session, verb, session.status, at=moment, by=by)
        if session.status == SessionStatus.CLOSED:
            closer, closed_on = self.told.cast.users[staff.standing], steps[-1][1].date()
            session.number = number_minutes(session, on=closed_on, by=closer)
        Session.objects.filter(pk=session.pk).update(
            status=session.status,
            number=session.number,
            tally_number=session.tally_number,
            opening=_opening(session),
            conclusion=_conclusion(session),
        )

    def _members(self, session, meeting):
        held, staff = meeting.day <= self.until, meeting.staff
        posts = Post.objects.council_of(session.unit, meeting.day)
        members = [
            SessionMember(
                session=session,
                user=post.user,
                title=post.title,
                seat=post.council_seat,
                present=self._present(post, staff) if held else None,
                teller=held and post.user.username in staff.tellers,
            )
            for post in posts
        ]
        for member in members:
            if member.present is False:
                member.absence_reason = "đi công tác"
                member.written_opinion = "Nhất trí với danh sách đề nghị của Thường trực Hội đồng."
        return SessionMember.objects.bulk_create(members)

    def _present(self, post, staff):
        serves = post.user.username in {*staff.tellers, staff.secretary}
        leads = serves or post.council_seat in {"chair", "standing"}
        return leads or self.random.random() > ABSENT

    def _agenda(self, session, items, day):
        return AgendaItem.objects.bulk_create(
            AgendaItem(session=session, nomination=story.nomination, order=order, rule=self._rule(story, day))
            for order, story in enumerate(items, start=1)
        )

    def _rule(self, story, day):
        key = story.nomination.award_id, day
        if key not in self.rules:
            self.rules[key] = vote_rule(story.nomination.award, day)
        return self.rules[key]

    def _count(self, session, members, agenda, items, staff):
        ballots = len(members)
        Tally.objects.create(
            session=session,
            handed_out=ballots,
            returned=ballots,
            valid=ballots,
            invalid=0,
            entered_by=self.told.cast.users[staff.tellers[0]],
            entered_at=at(session.held_at.date(), 10, 40),
            confirmed_by=self.told.cast.users[staff.tellers[1]],
            confirmed_at=at(session.held_at.date(), 11),
        )
        for item, story in zip(agenda, items, strict=True):
            passed = any(step.verb == "pass" for step in story.happened)
            needed = item.rule.votes_needed(len(members))
            votes = self.random.randint(needed, ballots) if passed else self.random.randint(2, needed - 1)
            item.votes_for, item.votes_against = votes, ballots - votes
            item.outcome = Outcome.PASSED if passed else Outcome.NOT_PASSED
        AgendaItem.objects.bulk_update(agenda, ["votes_for", "votes_against", "outcome"], 500)

    def _read(self, session, members, agenda, meeting):
        """Members' points and comments: all of a session that was held, some of one that is called."""
        if session.status == SessionStatus.DRAFT:
            return
        held = session.status != SessionStatus.CONVENED
        readers = [m for m in members if m.seat == "member" and (held or m.user.username not in BUSY)]
        sent = at(meeting.day - datetime.timedelta(days=4), 14)
        if sent.date() > self.until:
            sent = at(self.until, 8)
        reviews = Review.objects.bulk_create(
            Review(item=item, user=member.user, comment=self.random.choice(OPINIONS), sent_at=sent)
            for item in agenda[:READ_AT_MOST]
            if item.nomination.plan_id
            for member in readers
        )
        self._score(reviews)

    def _score(self, reviews):
        criteria = {}
        for review in reviews:
            nomination = review.item.nomination
            key = nomination.plan_id, nomination.kind
            if key not in criteria:
                criteria[key] = list(nomination.plan.criteria.filter(subject_kind=nomination.kind))
        Score.objects.bulk_create(
            (
                Score(
                    review=review,
                    criterion=criterion,
                    points=self.random.randint(criterion.max_points * 6 // 10, criterion.max_points),
                )
                for review in reviews
                for criterion in criteria[review.item.nomination.plan_id, review.item.nomination.kind]
            ),
            1000,
        )


def _opening(session):
    if session.status not in {SessionStatus.COUNTED, SessionStatus.CLOSED}:
        return ""
    return (
        "Thường trực Hội đồng báo cáo kết quả thẩm định các hồ sơ trong chương trình phiên họp.\n"
        "Các thành viên trao đổi về từng trường hợp, coi trọng việc làm cụ thể, người trực tiếp lao động."
    )


def _conclusion(session):
    if session.status != SessionStatus.CLOSED:
        return ""
    return (
        "Hội đồng thông qua danh sách theo kết quả kiểm phiếu.\n"
        f"Giao Thường trực Hội đồng hoàn thiện hồ sơ, trình Chủ tịch {session.unit.issuer} xem xét, "
        "quyết định."
    )
