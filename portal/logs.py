import logging


class WithoutTraceback(logging.Filter):
    """What the portal refuses (statuses 400 to 499) is told in one line; tracebacks are for faults."""

    def filter(self, record):
        if 400 <= getattr(record, "status_code", 0) < 500:
            record.exc_info = record.exc_text = None
        return True
