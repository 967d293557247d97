"""How far off due days are, in working days, as seen from one day."""

from functools import cached_property

from core.calendar import WorkingDays

SOON = 20  # working days before its end in which something is shown as due


class Deadlines:
    """The due days of many rows against the day `on`, with one query for the calendar.

    A due day that is not worked counts until the next working day.
    """

    def __init__(self, on):
        self.on = on

    @cached_property
    def calendar(self):
        return WorkingDays()

    def left(self, due_on, *, seen_from=None):
        """Working days to the end of `due_on`; negative once it is late, None where there is no due day."""
        if due_on is None:
            return None
        return self.calendar.between(seen_from or self.on, self.calendar.worked_or_next(due_on))

    @cached_property
    def last_missed(self):
        """The latest due day that is late by now: everything due on it or before is."""
        return self.calendar.add(self.on, -1)

    @cached_property
    def last_soon(self):
        """The latest due day that is near."""
        return self.calendar.add(self.on, SOON)

    def counts_until(self, due_on):
        """The working day until which `due_on` counts, when that is another day; else None."""
        end = self.calendar.worked_or_next(due_on) if due_on else None
        return end if end != due_on else None
