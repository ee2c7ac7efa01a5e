"""How many took part, in words."""

from django.utils.translation import gettext as _


def people_text(row: dict) -> str:
    """Of a row with ``participants``, who were counted, and ``is_unnumbered``, if some were not."""
    if not row["participants"]:
        return _("not known") if row["is_unnumbered"] else "–"
    if row["is_unnumbered"]:
        return _("%(people)s or more") % {"people": row["participants"]}
    return str(row["participants"])
