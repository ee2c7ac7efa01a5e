"""What a restatement says beside its figures: what changed, and what was recorded since."""

from django.utils.translation import gettext as _
from django.utils.translation import override

from reports.editions.changed_since import records_changed
from reports.editions.differences import differences
from reports.editions.figures import figure_words, value_words
from reports.models import Edition


def restatement(edition: Edition) -> dict:
    """Line by line what differs from the edition that ``edition`` restates, and why."""
    with override(edition.language):
        return {
            "number": edition.restates.number_text,
            "sha256": edition.restates.sha256,
            "reason": edition.reason,
            "lines": [
                _in_words(line) for line in differences(edition.restates.summary, edition.summary)
            ],
            "records": records_changed(edition),
        }


def _in_words(line):
    return line | {
        "subject": line["subject"] or _("All relationships"),
        "figure_label": figure_words(line["figure"]),
        "before_text": value_words(line["before"]),
        "after_text": value_words(line["after"]),
    }
