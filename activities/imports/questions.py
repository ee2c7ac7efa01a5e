"""What a person must decide before a row can be taken, with the answers to choose from."""

from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _


class CityDoubt(models.TextChoices):
    SEVERAL = "several", _("more than one match")
    UNKNOWN = "unknown", _("not on record")
    UNTIED = "untied", _("without a relationship")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A city that a row may mean. ``pk`` is None for one that another row of the file brings."""

    pk: int | None
    label: str
    wikidata_id: str = ""


@dataclass(frozen=True, slots=True)
class CityQuestion:
    """Which city a row means on one side (``a`` or ``b``), with what it says of it.

    A row answers with the ``pk`` of a candidate in the column ``city_id_a`` (or ``_b``), or with
    a Wikidata number in ``wikidata_a``. An unknown city may be put on record instead.
    """

    side: str
    doubt: str
    name: str
    country: str
    region: str = ""
    native_name: str = ""
    candidates: tuple[Candidate, ...] = ()

    @property
    def answer_column(self) -> str:
        return f"city_id_{self.side}"
