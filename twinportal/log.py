import logging

FORBIDDEN = 403


class RefusalsInOneLine(logging.Filter):
    """Somebody without the right is no fault of the portal's, and needs no traceback."""

    def filter(self, record):
        if getattr(record, "status_code", None) == FORBIDDEN:
            record.exc_info = None
        return True
