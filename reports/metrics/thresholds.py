"""Where the lines are drawn: the figures an office may set by policy."""

from dataclasses import dataclass, fields


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Months are calendar months and percents whole numbers, so every comparison is exact.

    The boundary belongs to the better status: exactly ``active_months`` after its last
    activity a tie is still active. 60 months and 70 percent come from the article, the rest
    is ours. ValueError if the months do not rise or a percent is not one.
    """

    active_months: int = 12
    cooling_months: int = 24
    inactive_months: int = 60
    new_months: int = 24
    heavy_minimum: int = 3
    heavy_percent: int = 70
    community_percent: int = 50
    sporadic_percent: int = 40
    unclassified_percent: int = 20

    def __post_init__(self):
        if not 0 < self.active_months < self.cooling_months < self.inactive_months:
            raise ValueError("the months for active, cooling and inactive must rise, from 1 on")
        if self.new_months < 0 or self.heavy_minimum < 1:
            raise ValueError("new months cannot be negative, nor official-heavy need nothing")
        for name in (field.name for field in fields(self) if field.name.endswith("percent")):
            if not 0 <= getattr(self, name) <= 100:
                raise ValueError(f"{name} must lie between 0 and 100")


STANDARD = Thresholds()
