"""The parts of the form that stay folded until there is something in them."""

from typing import NamedTuple

from django.forms import BoundField
from django.utils.translation import gettext as _

from activities.forms.counts import CUTS

# These always have a value, which is no reason to unfold.
NEVER_EMPTY = {"mode", "evidence"}


class Part(NamedTuple):
    title: str
    words: str
    fields: list[BoundField]
    is_asked: bool = False

    @property
    def is_open(self) -> bool:
        return self.is_asked or any(
            field.errors or (field.value() and field.name not in NEVER_EMPTY)
            for field in self.fields
        )


def parts(form) -> list[Part]:
    def part(title, words, names, is_asked=False):
        return Part(title, words, [form[name] for name in names], is_asked)

    return [
        part(
            _("Why it was not held"),
            _("if postponed, declined or cancelled"),
            ["reason_code", "reason_side", "reason_note"],
        ),
        part(
            _("Who led it"),
            _("an organisation of citizens or of business counts by itself"),
            ["lead_organisation", "led_by"],
        ),
        part(_("Travellers, minors, women"), _("of those who took part"), CUTS),
        part(
            _("Where and in which fields"),
            _("place, manner, programme, fields of work"),
            ["place", "mode", "programme", "fields_of_work"],
        ),
        part(
            _("Outcome and evidence"),
            _("what came of it, where it can be read"),
            ["outcome", "evidence", "source_url", "note"],
        ),
        part(_("Files"), _("programmes, photographs, reports"), ["files"], form.needs_files_again),
    ]
