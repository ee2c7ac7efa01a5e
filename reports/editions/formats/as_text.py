from django.template.loader import render_to_string
from django.utils.translation import override


def as_text(content: dict) -> bytes:
    """The edition for a terminal or the body of a message."""
    with override(content["language"]):
        return render_to_string("reports/edition.txt", {"content": content}).encode()
