from core.models.event import Event
from core.models.holiday import Holiday
from core.models.job import Job

__all__ = ["Event", "Holiday", "Job"]
