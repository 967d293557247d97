"""The writing contest of Tây Ninh, every two years as its plan asks, and one of the commune, open now.

How many wrote and how many came into the last round is true of the first edition; people are invented.
"""

import datetime
import uuid

from exemplars.models import Exemplar
from gatherings.entries import count_words
from gatherings.models import (
    Contest,
    ContestStatus,
    Entry,
    EntryStatus,
    Judge,
    JudgeScore,
    Round,
    RoundEntry,
)
from portal.demo.accounts import SUCCESSOR
from portal.demo.stories import at

NAME = "Gương người tốt quanh ta"
ABOUT = (
    "Viết về những người đóng góp thầm lặng ở khu dân cư, cơ quan, đơn vị: người thật, việc thật.\n"
    "Tổ chức hai năm một lần. Bài qua hai vòng sơ khảo, chung khảo; nơi cư trú xác nhận trước khi chấm.\n"
    "Lần thứ nhất, ban tổ chức nhận 454 bài viết về cá nhân, 46 bài viết về tập thể; 19 bài vào chung khảo."
)
ORGANISERS = (
    "Sở Văn hóa, Thể thao và Du lịch (chủ trì)\nHội Nhà báo tỉnh\nBáo Tây Ninh\n"
    "Đài Phát thanh và Truyền hình tỉnh\nỦy ban Mặt trận Tổ quốc Việt Nam tỉnh"
)
PLACES = (("Sơ khảo", 6), ("Chung khảo", 3))
PRIZES = ("Giải Nhất", "Giải Nhì", "Giải Ba")
HEROES = (
    ("Nguyễn Văn Sáu Lành", "Người chèo đò miễn phí cho học trò"),
    ("Lê Thị Mười Thương", "Bếp cháo của bà Mười"),
    ("Trần Công Nhẫn", "Ba mươi năm giữ con đường làng"),
    ("Phạm Thị Út Hiền", "Lớp học tình thương sau chợ"),
    ("Võ Thành Đạt", "Người vá đường lúc nửa đêm"),
    ("Huỳnh Thị Kim Sen", "Tủ thuốc không khóa"),
    ("Đỗ Văn Chí", "Cây cầu thứ mười một"),
    ("Mai Thị Lụa", "Chiếc máy may của chị Lụa"),
)
AUTHORS = ("Lý Thanh Bình", "Tạ Thị Mộng Tuyền", "Kiều Văn Phú", "Hồ Ngọc Diệp")
STORY = (  # paragraphs of sentences, told in this order
    (
        "Nhắc đến {hero}, bà con quanh vùng ai cũng biết, dù ít người nhớ việc ấy bắt đầu từ năm nào.",
        "Nhà ở cuối con đường đất, mái tôn đã cũ, trước sân lúc nào cũng có người đến nhờ một việc gì đó.",
        "Người ấy không giữ chức vụ gì, cũng chưa bao giờ đứng trước micrô kể về việc mình làm.",
        "Tôi tìm đến vào một buổi chiều mưa, khi công việc trong ngày vẫn còn dang dở.",
    ),
    (
        "Chuyện bắt đầu từ một mùa nước nổi, khi mấy đứa nhỏ trong xóm phải nghỉ học vì đường ngập.",
        "Thấy vậy mà không đành lòng, người ấy gom ít tiền dành dụm, nhờ thêm hai người bạn cùng làm.",
        "Tháng đầu chỉ giúp được vài nhà, sang năm sau thì cả ấp đều có người đến nhờ.",
        "Những năm ấy đường sá còn khó, mỗi lần đi phải mang theo đèn pin, áo mưa và mấy gói mì để ăn tạm.",
        "Có hôm trời chưa sáng đã nghe tiếng gọi ngoài ngõ, và chưa lần nào người gọi phải về không.",
    ),
    (
        "Thứ gì mua được thì mua, thứ gì xin được thì xin, còn công sức thì tự mình bỏ ra.",
        "Mỗi khoản góp, mỗi lần chi đều được ghi vào một cuốn sổ học trò, ai hỏi cũng mở ra cho xem.",
        "Cuốn sổ ấy nay đã là cuốn thứ bảy, nét chữ run hơn trước nhưng không sót một dòng nào.",
        "Chi bộ và Ban công tác Mặt trận ấp nhiều lần đề nghị hỗ trợ, người ấy chỉ nhận phần vật liệu.",
        "Phần còn lại, bà con tự đến góp mỗi người một ngày công, vui như làm cho chính nhà mình.",
    ),
    (
        "Bà Năm ở đầu xóm kể rằng năm đó con bà đau nặng, không có người ấy chạy giúp thì không biết ra sao.",
        "Một em học sinh cũ nay đã đi làm xa vẫn gửi thư về, nói rằng nhờ người ấy mà không bỏ học.",
        "Thầy hiệu trưởng trường tiểu học cho biết ba năm liền trường không có học sinh nghỉ giữa chừng.",
        "Cô y tá ở trạm y tế nhớ mãi đêm bão năm nọ, người ấy lội nước đi gõ cửa từng nhà có người già.",
        "Trưởng ấp thì nói ngắn gọn: từ ngày có người ấy, xóm này ít chuyện giận hờn hẳn đi.",
    ),
    (
        "Tôi hỏi điều gì khiến một người đã lớn tuổi vẫn chưa chịu nghỉ tay.",
        "Người ấy cười, bảo rằng hồi nhỏ mình cũng từng được người khác giúp như vậy mà chưa kịp trả ơn.",
        "Làm được việc cho người khác thì ban đêm ngủ ngon hơn, chỉ giản dị như thế thôi.",
        "Điều người ấy mong nhất là có thêm vài người trẻ trong ấp cùng làm, để việc này không dừng lại.",
    ),
    (
        "Lúc tôi ra về, ngoài ngõ đã có hai thanh niên đến hỏi xem ngày mai cần mang theo dụng cụ gì.",
        "Họ hẹn nhau năm giờ sáng, đi sớm cho kịp con nước, rồi mỗi người một việc như đã quen từ lâu.",
        "Những việc như vậy không lớn, nhưng nhờ đó mà xóm làng ấm áp hơn từng ngày.",
        "Xin kể lại để mọi người cùng biết, và để tin rằng quanh ta người tốt vẫn còn nhiều lắm.",
    ),
)
DAY = datetime.date
EDITIONS = (  # edition, first and last day for entries, day of the results
    ("lần thứ I, 2021-2022", DAY(2021, 7, 1), DAY(2022, 5, 31), DAY(2022, 8, 19)),
    ("lần thứ II, 2023-2024", DAY(2023, 7, 1), DAY(2024, 5, 31), DAY(2024, 8, 19)),
)
JUDGES = ("uyvien4", "uyvien5", "uyvien9")
OPEN_NOW = ("lần thứ I, 2026", datetime.date(2026, 9, 2), datetime.date(2026, 12, 31))


def load_contests(random, units, users, plans, trail, until):
    province = units.get("T72")
    for number, (edition, opens, closes, ends) in enumerate(EDITIONS):
        if province and opens <= until:
            contest = _contest(province, plans.get("tay-ninh-2021"), edition, opens, closes, 500, 1500)
            _play(random, contest, number, (opens, closes, ends), units, users, trail, until)
    edition, opens, closes = OPEN_NOW
    if SUCCESSOR in units and opens <= until:
        contest = _contest(units[SUCCESSOR], plans.get("vinh-binh-2026"), edition, opens, closes, 100, 1200)
        _play(random, contest, 2, (opens, closes, closes), units, users, trail, until)


def _contest(unit, plan, edition, opens, closes, least, most):
    return Contest.objects.create(
        unit=unit,
        plan=plan,
        name=NAME,
        edition=edition,
        about=ABOUT if unit.code == "T72" else "\n".join(ABOUT.splitlines()[:1]),
        organisers=ORGANISERS if unit.code == "T72" else "",
        min_words=least,
        max_words=most,
        opens_on=opens,
        closes_on=closes,
    )


def _play(random, contest, number, days, units, users, trail, until):
    opens, closes, ends = days
    by = "thuongtruc" if contest.unit.code == SUCCESSOR else "thuongtruc.tinh"
    judges = Judge.objects.bulk_create(
        Judge(contest=contest, user=users[name])
        for name in ("uyvien4", "uyvien5", "uyvien9")
        if name in users
    )
    rounds = Round.objects.bulk_create(
        Round(contest=contest, order=order, name=name, places=places)
        for order, (name, places) in enumerate(PLACES, start=1)
    )
    status = trail.move(contest, "open", contest.status, at=at(opens, 8), by=by)
    entries = _entries(random, contest, number, opens, units, ends <= until)
    if ends <= until:
        status = trail.move(contest, "judge", status, at=at(closes + datetime.timedelta(days=20), 9), by=by)
        _judge(random, rounds, entries, judges, at(ends - datetime.timedelta(days=9), 15))
        status = trail.move(contest, "publish", status, at=at(ends, 9), by=by)
        _register(contest, entries, ends, trail, by)
    published = ends if status == ContestStatus.PUBLISHED else None
    Contest.objects.filter(pk=contest.pk).update(status=status, published_on=published)


def _entries(random, contest, number, opens, units, is_over):
    below = [unit for unit in units.values() if unit.path.startswith(contest.unit.path)]
    heroes = HEROES[number:] if is_over else HEROES[:5]
    states = [EntryStatus.CONFIRMED] * len(heroes) if is_over else _open_states(len(heroes))
    entries = []
    for place, ((hero, title), status) in enumerate(zip(heroes, states, strict=True)):
        text = _told(random, hero)
        sent = opens + datetime.timedelta(days=9 * (place + 1))
        entries.append(
            Entry(
                contest=contest,
                code=f"BT{number}{place:02}{random.randint(10000, 99999)}"[:10],
                request_id=uuid.UUID(int=random.getrandbits(128), version=4),
                author=AUTHORS[place % len(AUTHORS)],
                address=f"{random.choice(below).name}",
                contact=f"09{random.randint(10_000_000, 99_999_999)}",
                hero=hero,
                unit=random.choice(below[1:] or below),
                title=title,
                text=text,
                words=count_words(text),
                sent_at=at(sent, 10),
                status=status,
            )
        )
    return Entry.objects.bulk_create(entries)


def _told(random, hero):
    """The story with one sentence left out, so that no two are the same."""
    left = random.choice([sentence for paragraph in STORY[1:] for sentence in paragraph])
    paragraphs = (" ".join(one for one in paragraph if one != left) for paragraph in STORY)
    return "\n".join(paragraphs).format(hero=hero)


def _open_states(count):
    some = (EntryStatus.CONFIRMED, EntryStatus.ACCEPTED, EntryStatus.REFUSED, EntryStatus.RECEIVED)
    return [some[min(place, len(some) - 1)] for place in range(count)]


def _judge(random, rounds, entries, judges, moment):
    standing = entries
    for round_ in rounds:
        rows = RoundEntry.objects.bulk_create(RoundEntry(round=round_, entry=entry) for entry in standing)
        points = {row.pk: [random.randint(60, 98) for _ in judges] for row in rows}
        JudgeScore.objects.bulk_create(
            JudgeScore(round_entry=row, judge=judge, points=given, sent_at=moment)
            for row in rows
            for judge, given in zip(judges, points[row.pk], strict=True)
        )
        for row in rows:
            row.points = round(sum(points[row.pk]) / len(judges), 2)
        for row in rows:
            row.rank = 1 + sum(other.points > row.points for other in rows)
            row.goes_on = row.rank <= round_.places
        RoundEntry.objects.bulk_update(rows, ["points", "rank", "goes_on"])
        standing = [row.entry for row in sorted(rows, key=lambda row: row.rank) if row.goes_on]
        Round.objects.filter(pk=round_.pk).update(ended_at=moment)
    for entry, prize in zip(standing, PRIZES, strict=False):
        entry.prize = prize
    Entry.objects.bulk_update(standing[: len(PRIZES)], ["prize"])


def _register(contest, entries, day, trail, by):
    """The winners enter the register as found."""
    subjects = Exemplar.subject.field.related_model
    for entry in entries:
        if not entry.prize:
            continue
        subject = subjects.objects.create(kind=entry.hero_kind, unit=entry.unit, name=entry.hero)
        exemplar = Exemplar.objects.create(
            subject=subject,
            unit=entry.unit,
            plan=contest.plan,
            title=entry.title,
            practice=entry.text,
            found_on=day,
        )
        trail.add(exemplar, "create", "Phát hiện qua cuộc thi viết", at=at(day, 10), by=by, note=str(contest))
        Entry.objects.filter(pk=entry.pk).update(exemplar=exemplar)
