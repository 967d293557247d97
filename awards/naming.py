"""Awards by the office that gives them: the catalogue names only its level."""

import re

from organizations.models import Tier

OF_A_LEVEL = re.compile(r"(Ủy ban nhân dân|UBND)(?: cấp)? (tỉnh|huyện|xã)\b")
TIERS = {"tỉnh": Tier.PROVINCE, "huyện": Tier.DISTRICT, "xã": Tier.COMMUNE}


def given_by(text, *offices):
    """The name or title of an award with the office of its level in it, if it is one of `offices`.

    “Giấy khen của Chủ tịch UBND cấp xã” is “Giấy khen của Chủ tịch UBND xã Vĩnh Bình”, where it is not
    known who gives it “Giấy khen của Chủ tịch UBND xã”.
    """
    issuers = {office.tier: office.issuer for office in offices}

    def named(level):
        full = issuers.get(TIERS[level[2]], f"Ủy ban nhân dân {level[2]}")
        return full.replace("Ủy ban nhân dân", level[1], 1)

    return OF_A_LEVEL.sub(named, text)


def in_a_sentence(award, *offices):
    """Its title as it stands after “tặng”: only its first word may have been a capital by place."""
    title = given_by(award.title, *offices)
    return f"danh hiệu{title.removeprefix('Danh hiệu')}" if title.startswith("Danh hiệu ") else title
