from core.models.event import Event
from core.models.holiday import Holiday
from core.models.job import Job
from core.models.public import PublicKind, PublicSwitch

__all__ = ["Event", "Holiday", "Job", "PublicKind", "PublicSwitch"]
