"""What our columns are called for people; files use the short names."""

import re

from django.utils.translation import gettext_lazy as _

from activities.choices import Group

_OF_A_SIDE = {
    "city": _("City %(side)s"),
    "name_local": _("City %(side)s, name in its own script"),
    "region": _("City %(side)s, region or province"),
    "country": _("City %(side)s, country"),
    "lat": _("City %(side)s, latitude"),
    "lon": _("City %(side)s, longitude"),
    "wikidata": _("City %(side)s, Wikidata number"),
    "city_id": _("City %(side)s, number on record"),
}
_NAMES = {
    "tie_id": _("Key of the relationship"),
    "world_pair_id": _("Second key of the relationship"),
    "also_tie_ids": _("Keys of further relationships"),
    "cohort": _("Cohort"),
    "tier": _("Tier"),
    "start_date": _("Since"),
    "legal_status": _("Legal status"),
    "end_date": _("Ended on"),
    "source": _("Source"),
    "note": _("Note"),
    "activity_id": _("Key of the activity"),
    "title": _("Title"),
    "type": _("Type of activity"),
    "fields": _("Fields of work"),
    "mode": _("Mode"),
    "direction": _("Who travelled"),
    "date_start": _("First day"),
    "date_end": _("Last day"),
    "date_precision": _("How precisely the dates are known"),
    "status": _("Status"),
    "recorded_date": _("Stated on"),
    "reason": _("Reason"),
    "reason_side": _("Whose reason"),
    "reason_note": _("Reason in words"),
    "government_role": _("Government's part"),
    "government_involved": _("Government took part, yes or no"),
    "substance": _("Substance"),
    "participants": _("Who took part, without numbers"),
    "travellers": _("Travellers"),
    "minors": _("Minors"),
    "women": _("Women"),
    "place": _("Place"),
    "evidence": _("Evidence"),
    "outcome": _("Outcome"),
    "source_url": _("Link"),
} | {group.value: group.label for group in Group}


def column_name(column: str) -> str:
    """``City A, country`` for country_a; the short name itself where it has no other."""
    if sided := re.fullmatch(r"(.+)_([ab])", column):
        words = _OF_A_SIDE.get(sided[1])
        if words:
            return str(words) % {"side": sided[2].upper()}
    return str(_NAMES.get(column, column))
