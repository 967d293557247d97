import pytest

from awards.minutes import conclusion_text, draft_minutes, minutes_data, opening_text, tally_data
from awards.scoring import write_review
from core.workflow import TransitionError

pytestmark = pytest.mark.django_db


def test_the_discussion_tells_who_said_what_of_which_dossier(attended, appraised, members, chairman):
    session = attended(appraised(name="Lê Thị An"), appraised("CSTDT", name="Trần Văn Ba"))
    write_review(session.items.first(), user=members[0], comment="Rất\ntiêu biểu", send=True)
    write_review(session.items.first(), user=members[1], comment="Còn viết dở")

    assert opening_text(session).split("\n\n") == [
        f"Đồng chí {chairman}, Chủ tịch, Chủ tịch Hội đồng, chủ trì phiên họp.",
        "Thường trực Hội đồng trình bày 2 hồ sơ đề nghị khen thưởng.",
        f"1. Lê Thị An, đề nghị Giấy khen của Chủ tịch UBND huyện Gò Thử.\n- {members[0]}: Rất tiêu biểu",
        "2. Trần Văn Ba, đề nghị Chiến sĩ thi đua cấp tỉnh. Không có ý kiến khác.",
    ]


def test_what_the_absent_wrote_stands_in_the_minutes(attended, appraised):
    session = attended(appraised(), absent=1)
    session.members.filter(present=False).update(written_opinion="Nhất trí")

    last = opening_text(session).split("\n\n")[-1]

    absent = session.members.get(present=False)
    assert last == f"Ý kiến bằng văn bản của thành viên vắng mặt:\n- {absent}: Nhất trí"


def test_the_conclusion_lists_whom_the_council_passed_and_whom_not(counted, appraised):
    session = counted(appraised(name="Lê Thị An"), appraised("CSTDT", name="Trần Văn Ba"), votes=9, against=2)

    assert conclusion_text(session) == (
        "Hội đồng thông qua 1 trên 2 hồ sơ:\n"
        "- Lê Thị An, Giấy khen của Chủ tịch UBND huyện Gò Thử: 9/11 phiếu đồng ý (81,8%).\n\n"
        "Không thông qua 1 hồ sơ:\n"
        "- Trần Văn Ba, Chiến sĩ thi đua cấp tỉnh: 9/11 phiếu đồng ý (81,8%)."
    )


def test_the_count_drafts_the_minutes_and_keeps_what_was_written(attended, counted, appraised):
    session = counted(appraised())
    session.refresh_from_db()

    session.opening = "Viết tay"
    session.save()
    draft_minutes(session, overwrite=False)

    assert (session.opening, session.conclusion[:18]) == ("Viết tay", "Hội đồng thông qua")


def test_closed_minutes_are_not_drafted_again(passed, appraised):
    session = passed(appraised())

    session.refresh_from_db()
    with pytest.raises(TransitionError):
        draft_minutes(session)


def test_the_papers_get_plain_values(counted, appraised, members):
    session = counted(appraised(name="Lê Thị An"), absent=1)

    tally, minutes = tally_data(session), minutes_data(session)

    assert [tally[name] for name in ("members_total", "present_count", "absent_count", "valid")] == [
        11,
        10,
        1,
        11,
    ]
    assert [teller["name"] for teller in tally["tellers"]] == [str(member) for member in members[:2]]
    assert minutes["absent"] == [
        {"name": str(members[8]), "title": "Ủy viên", "seat": "Ủy viên"}
        | {"reason": "Đi công tác", "wrote": False}
    ]
    assert [(row["name"], row["share"], row["needed"]) for row in minutes["results"]] == [
        ("Lê Thị An", "100%", 6)
    ]


def test_there_is_no_tally_sheet_before_the_count_is_confirmed(attended, appraised):
    assert tally_data(attended(appraised())) is None
