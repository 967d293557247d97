from dataclasses import dataclass
from zlib import crc32

from django.db import models

from law.models import Certainty, Weight

DOUBTFUL = (Certainty.RECALLED_HIGH, Certainty.RECALLED_MEDIUM, Certainty.RECALLED_LOW)


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
    def key(self):
        """By which an answer is known to be about this finding, and no more when law or facts change."""
        about = [self.verdict, self.citation, self.needed, *(record.pk for record in self.records)]
        return f"{self.rule}-{crc32('|'.join(map(str, about)).encode()):08x}"

    @property
    def is_liftable(self):
        """Whether the law behind a block is so uncertain that an office may decide against it."""
        return self.level == Level.BLOCK and self.certainty in DOUBTFUL

    @property
    def level(self):
        if self.verdict == Verdict.PASS:
            return Level.INFORM
        failed = self.verdict == Verdict.FAIL and self.weight == Weight.BLOCK
        return Level.BLOCK if failed else Level.WARN

    @property
    def certainty_label(self):
        return Certainty(self.certainty).label
