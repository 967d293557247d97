from dataclasses import dataclass

from django.db import models

from law.models import Certainty, Weight


class Verdict(models.TextChoices):
    PASS = "pass", "Đạt"
    FAIL = "fail", "Không đạt"
    UNKNOWN = "unknown", "Chưa rõ"


class Level(models.TextChoices):
    """What a finding means for the dossier, the gravest first."""

    BLOCK = "block", "Không đủ điều kiện"
    WARN = "warn", "Cần xem lại"
    INFORM = "inform", "Phù hợp"


@dataclass(frozen=True)
class Finding:
    """What one rule says: whether it is met, why, by which article, and the entries it looked at.

    `needed` says what would have to be added where the rule is not met or cannot be told.
    """

    rule: str
    verdict: Verdict
    sentence: str
    citation: str
    certainty: Certainty = Certainty.FOUND
    weight: Weight = Weight.WARN
    records: tuple = ()
    needed: str = ""

    @classmethod
    def by(cls, law, rule, verdict, sentence, **more):
        """As the row of law (law.models.Dated) says, with its citation and certainty."""
        return cls(rule, verdict, sentence, law.citation, law.certainty, **more)

    @property
    def level(self):
        if self.verdict == Verdict.PASS:
            return Level.INFORM
        failed = self.verdict == Verdict.FAIL and self.weight == Weight.BLOCK
        return Level.BLOCK if failed else Level.WARN

    @property
    def certainty_label(self):
        return Certainty(self.certainty).label
