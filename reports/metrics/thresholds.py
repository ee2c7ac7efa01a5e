"""Where the lines are drawn: the figures an office may set by policy."""

from dataclasses import dataclass, fields


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Months are whole calendar months, percents are whole; every comparison stays exact.

    The boundary belongs to the better status: exactly ``active_months`` months after its last
    activity a tie is still active. 60 months and 70 percent come from the article, the rest
    is ours. ValueError if the months are not in order or a percent is not one.
    """

    active_months: int = 12
    cooling_months: int = 24
    inactive_months: int = 60
    new_months: int = 24
    official_heavy_percent: int = 70
    official_heavy_min: int = 3
    community_below_percent: int = 50
    sporadic_percent: int = 40
    unclassified_over_percent: int = 20

    def __post_init__(self):
        if not 0 < self.active_months <= self.cooling_months <= self.inactive_months:
            raise ValueError("active, cooling and inactive months must be in this order")
        if not 0 < self.new_months <= self.inactive_months:
            raise ValueError("new months must lie between 1 and inactive months")
        if self.official_heavy_min < 1:
            raise ValueError("official-heavy needs at least one activity")
        for name in (field.name for field in fields(self) if field.name.endswith("percent")):
            if not 0 <= getattr(self, name) <= 100:
                raise ValueError(f"{name} must lie between 0 and 100")
