"""A conference with all of which its papers speak."""

import datetime

from tests.factories import (
    AwardEntryFactory,
    BlockFactory,
    ConferenceFactory,
    DelegateFactory,
    DutyFactory,
    HonourFactory,
    QuotaFactory,
    TalkFactory,
)


def conference_of(unit):
    conference = ConferenceFactory(
        unit=unit,
        asked=True,
        name="Hội nghị điển hình tiên tiến huyện Gò Thử",
        chair="Ông Lê An, Chủ tịch",
        purpose="- Biểu dương điển hình.",
        funding="Từ Quỹ thi đua, khen thưởng.",
    )
    BlockFactory(conference=conference, title="Khai mạc", by="Chủ trì", said="Kính mời.", minutes=10, order=1)
    BlockFactory(conference=conference, title="Trao khen thưởng", minutes=30, order=2)
    DutyFactory(conference=conference, due_on=datetime.date(2024, 6, 1))
    QuotaFactory(conference=conference, unit=unit, number=5, women=2, minorities=1, workers=3)
    DelegateFactory(
        conference=conference, unit=unit, name="Lê Thị An", position="Trưởng ấp", status="accepted"
    )
    DelegateFactory(conference=conference, unit=unit, name="Võ Văn Ba", sex="male", status="confirmed")
    DelegateFactory(conference=conference, unit=unit, name="Người Chờ", status="proposed")
    TalkFactory(conference=conference, title="Nuôi dê nhốt chuồng", speaker="Ông Lê Văn Tư")
    entry = AwardEntryFactory(name="Phan Thị Sáu", nomination__unit=unit)
    HonourFactory(conference=conference, entry=entry, handed_by="Ông Lê An")
    return conference
