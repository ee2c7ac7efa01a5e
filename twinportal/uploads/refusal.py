class Refused(Exception):
    """A document is not kept; the message says why, as the rest of a sentence about the file."""
