from awards.models.annulment import Annulment, AnnulmentItem, AnnulmentStatus, Ground
from awards.models.decision import AwardEntry, Decision, DecisionItem, DecisionStatus
from awards.models.judgement import Answer, Judgement, Step
from awards.models.letter import LetterStatus, SubmissionLetter
from awards.models.opinion import OpinionItem, OpinionList, OpinionStatus, Remark, Stance
from awards.models.scoring import Advice, Review, Score
from awards.models.session import AgendaItem, Outcome, Session, SessionMember, SessionStatus, Tally

__all__ = [
    "Advice",
    "AgendaItem",
    "Annulment",
    "AnnulmentItem",
    "AnnulmentStatus",
    "Answer",
    "AwardEntry",
    "Decision",
    "DecisionItem",
    "DecisionStatus",
    "Ground",
    "Judgement",
    "LetterStatus",
    "OpinionItem",
    "OpinionList",
    "OpinionStatus",
    "Outcome",
    "Remark",
    "Review",
    "Score",
    "Session",
    "SessionMember",
    "SessionStatus",
    "Stance",
    "Step",
    "SubmissionLetter",
    "Tally",
]
