"""What waits for a person: the rows on which the next step is theirs, the latest first.

A group, or several of one kind, cost one query, whatever waits in them.
"""

from functools import partial
from itertools import chain

from core.models import Event
from exemplars.models import NominationStatus
from organizations.access import PREPARING
from organizations.models import Role
from portal.worklist import conferences
from portal.worklist.clusters import to_rank, to_score
from portal.worklist.contests import to_check, to_judge
from portal.worklist.councils import sessions, to_read
from portal.worklist.dossiers import drafts, passed, to_appoint, waiting_dossiers
from portal.worklist.exemplars import adoptions, obstacles, support, to_commend, to_evaluate
from portal.worklist.opinions import opinion_lists
from portal.worklist.papers import NUMBER, SIGN, WRITE, papers
from portal.worklist.parts import owed, to_take
from portal.worklist.plans import assignments, milestones
from portal.worklist.visits import to_go
from portal.worklist.visits import to_read as records_to_read

RECENT = 8  # last own acts shown
GROUPS = [
    ((Role.HEAD,), partial(waiting_dossiers, "Hồ sơ chờ tôi trình", [NominationStatus.READY])),
    (
        (Role.OFFICER,),
        partial(waiting_dossiers, "Hồ sơ bị trả lại, cần bổ sung", [NominationStatus.RETURNED]),
    ),
    ((Role.OFFICER,), drafts),
    (
        (Role.STANDING,),
        partial(
            waiting_dossiers,
            "Hồ sơ mới đến, chờ tiếp nhận",
            [NominationStatus.SUBMITTED, NominationStatus.FORWARDED],
        ),
    ),
    ((Role.STANDING,), partial(waiting_dossiers, "Hồ sơ đang thẩm định", [NominationStatus.RECEIVED])),
    ((Role.STANDING,), to_appoint),
    ((Role.MEMBER,), to_read),
    ((Role.STANDING, Role.MEMBER, Role.CHAIRMAN), sessions),
    ((Role.STANDING,), opinion_lists),
    ((Role.STANDING,), passed),
    (tuple(Role), to_go),
    ((Role.STANDING,), records_to_read),
    ((Role.CHAIRMAN,), partial(papers, Role.CHAIRMAN, SIGN, "chờ ký")),
    ((Role.CLERK,), partial(papers, Role.CLERK, NUMBER, "đã ký, chờ cấp số")),
    ((Role.STANDING,), milestones),
    ((Role.STANDING,), to_take),
    ((Role.STANDING,), to_check),
    (tuple(Role), to_judge),
    (PREPARING, assignments),
    (PREPARING, owed),
    ((Role.STANDING,), conferences.to_begin),
    (PREPARING, conferences.to_send),
    ((Role.STANDING,), conferences.to_decide),
    ((Role.CLERK,), conferences.to_number),
    ((Role.HEAD,), to_score),
    ((Role.STANDING,), to_rank),
    ((Role.STANDING,), obstacles),
    (PREPARING, support),
    ((*PREPARING, Role.STANDING), adoptions),
    ((Role.STANDING,), to_commend),
    ((*PREPARING, Role.STANDING), to_evaluate),
    ((Role.STANDING,), partial(papers, Role.STANDING, WRITE, "đang soạn")),
]


def groups(desk):
    """The groups that have something in them, in the order of the day's work."""
    made = (make(desk) for roles, make in GROUPS if desk.has(*roles))
    found = chain.from_iterable(one if isinstance(one, list) else [one] for one in made)
    return [group for group in found if group.total]


def recent(user):
    """The person's own last acts."""
    return Event.objects.filter(by=user).select_related("content_type").order_by("-at", "-pk")[:RECENT]
