from awards.forms.annulment import AnnulmentForm
from awards.forms.decision import DecisionForm, LinesForm
from awards.forms.letter import LetterForm
from awards.forms.scoring import ReviewForm
from awards.forms.session import AttendanceFormSet, MinutesForm, SessionForm, TellersForm, day_typed
from awards.forms.tally import TallyForm

__all__ = [
    "AnnulmentForm",
    "AttendanceFormSet",
    "DecisionForm",
    "LetterForm",
    "LinesForm",
    "MinutesForm",
    "ReviewForm",
    "SessionForm",
    "TallyForm",
    "TellersForm",
    "day_typed",
]
