"""Invented people, collectives, households and deeds, drawn from a seeded generator: the same each time."""

import datetime
import json
from dataclasses import dataclass
from pathlib import Path

from exemplars.models import CollectiveKind, Sex, WorkerGroup
from law.models import SubjectKind
from organizations.models import UnitKind

INVENTED = json.loads((Path(__file__).parent / "data" / "invented.json").read_text())
FIELDS = list(INVENTED["deeds"])
WORKERS = {  # who works at units that are no homes
    UnitKind.SCHOOL: ("Giáo viên", "Hiệu trưởng"),
    UnitKind.ENTERPRISE: ("Nông dân", "Tổ trưởng tổ hợp tác"),
}


@dataclass(frozen=True)
class Someone:
    """Facts of one subject, as columns of Subject and Nomination, with the deed told of it."""

    kind: str
    facts: dict
    field: str
    deed: str
    result: str


def person(random, unit, place):
    field = random.choice(FIELDS)
    work = random.choice(INVENTED["deeds"][field])
    occupation = work["occupation"]
    sex, name = _name(random)
    leads = occupation.split()[0] in {"Trưởng", "Hiệu", "Chỉ", "Chủ"}
    facts = {
        "name": name,
        "birth_date": _birthday(random),
        "sex": sex,
        "id_number": f"082{random.randint(0, 10**9 - 1):09d}",
        "position": occupation,
        "workplace": _where(place, occupation in WORKERS.get(unit.kind, [occupation])),
        "worker_group": WorkerGroup.LEADER if leads else WorkerGroup.DIRECT,
        "ethnicity": "Kinh",
        "party_member": random.random() < 0.4,
    }
    return Someone(SubjectKind.PERSON, facts, field, work["deed"], work["result"])


def collective(random, unit, place):
    field = random.choice(FIELDS)
    work = random.choice(INVENTED["deeds"][field])
    headcount = random.randint(8, 60)
    hamlet = unit.kind in {"hamlet", "quarter"}
    facts = {
        "name": f"{random.choice(INVENTED['groups'])} {unit.name}" if hamlet else f"Tập thể {unit.name}",
        "collective_kind": CollectiveKind.GROUP if hamlet else CollectiveKind.OFFICE,
        "headcount": headcount,
        "women": random.randint(2, headcount - 2),
        "party_members": random.randint(0, headcount // 2),
        "address": place,
    }
    return Someone(SubjectKind.COLLECTIVE, facts, field, work["deed"], work["result"])


def household(random, unit, place):
    work = random.choice(INVENTED["household_deeds"])
    sex, name = _name(random)
    facts = {
        "name": name,
        "sex": sex,
        "id_number": f"082{random.randint(0, 10**9 - 1):09d}",
        "household_size": random.randint(2, 7),
        "hamlet": f"tổ {random.randint(1, 12)}",
        "address": _where(place, unit.kind not in WORKERS),
    }
    return Someone(SubjectKind.HOUSEHOLD, facts, "Văn hóa, thể thao", work["deed"], work["result"])


def someone(random, unit, place):
    """A person in six cases of ten, else a collective or a household; `place` names the unit in full."""
    maker = random.choices((person, collective, household), weights=(60, 22, 18))[0]
    return maker(random, unit, place)


def _where(place, inside):
    """Unit and commune; for those who are not inside it, the commune alone."""
    return place if inside else place.rpartition(", ")[2]


def _name(random):
    sex = random.choice((Sex.FEMALE, Sex.MALE))
    given = INVENTED["women" if sex == Sex.FEMALE else "men"]
    return sex, f"{random.choice(INVENTED['families'])} {random.choice(given)}"


def any_name(random):
    """A name alone, for somebody who only stands in a table."""
    return _name(random)[1]


def _birthday(random):
    return datetime.date(random.randint(1962, 1998), random.randint(1, 12), random.randint(1, 28))
