"""What one row says about an activity."""

from dataclasses import dataclass, field
from typing import Any

from activities.imports.cities.words import CityWords
from relationships.dates import PartialDate


@dataclass(slots=True)
class ActivityRow:
    """What one row says about an activity.

    ``given`` are the values that the row states, ``assumed`` those that a new record takes where
    it is silent; both by the names of the model. ``tie_keys`` are tried in order for the first
    tie, ``also`` are the others' keys.
    """

    line: int
    key: str
    tie_keys: list[tuple[str, str]]
    also: list[str]
    sides: tuple[CityWords, CityWords] | None
    given: dict[str, Any] = field(default_factory=dict)
    assumed: dict[str, Any] = field(default_factory=dict)
    fields: list[str] = field(default_factory=list)
    words: dict[str, str] = field(default_factory=dict)
    remarks: list[str] = field(default_factory=list)
    involved: bool | None = None

    @property
    def values(self) -> dict[str, Any]:
        """Everything a new record takes."""
        return self.assumed | self.given

    @property
    def type(self) -> str:
        return self.given["type"]

    @property
    def start(self) -> PartialDate:
        return PartialDate(self.given["start_date"], self.given["start_precision"])
