"""What the sample offices have in common: cities' other names, shocks, the portal's policy."""

from datetime import date

from accounts.models import Office
from activities.models.imports import RowKind
from relationships.dates import PartialDate
from relationships.models import City, CityAlias, Cohort, Leader, Shock
from reports.models import Policy
from reports.sample.files import content, rows, take

NO_ACTIVITIES = "What they did is not on record: these are ties to compare with, not figures."
COHORTS = {
    "canada_china": (
        "Canada–China, real ties",
        "49 municipal sister city ties around March 2020, compiled from public lists. The article "
        "counts 49 as well; its own list was not found, so the two need not hold the same ties. "
        + NO_ACTIVITIES,
    ),
    "japan_china": (
        "Japan–China, real ties",
        "190 ties compiled from public lists and pages; the article counts 373. Missing are most "
        "ties of prefectures and districts. " + NO_ACTIVITIES,
    ),
}


def seed_reference() -> bool:
    """Take the real ties to compare with. False if they were there."""
    has_news = False
    for name, (title, description) in COHORTS.items():
        if take(content(f"reference/{name}.csv"), f"{name}.csv", RowKind.TIE, None):
            Cohort.objects.filter(name=name, title="").update(title=title, description=description)
            has_news = True
    return has_news


def describe_cities() -> None:
    """Say what kind of place a city is and how else it is called."""
    for row in rows("records/cities.csv"):
        place = {"name": row["city"], "country": row["country"], "region": row["region"]}
        for city in City.objects.filter(**place):
            city.kind = row["kind"]
            city.save(update_fields=["kind"])
            for alias in filter(None, row["aliases"].split(";")):
                CityAlias.objects.get_or_create(city=city, name=alias)


def seed_shocks(slugs: set[str]) -> None:
    """Shocks of the offices named, and those that hit everybody."""
    offices = {office.slug: office for office in Office.objects.filter(slug__in=slugs)}
    for row in rows("records/shocks.csv"):
        hit = row["offices"].split(";") if row["offices"] else [None]
        for slug in hit:
            if slug is None or slug in offices:
                _seed_shock(row, offices.get(slug))


def _seed_shock(row: dict[str, str], office: Office | None) -> None:
    Shock.objects.get_or_create(
        name=row["name"],
        office=office,
        start_date=PartialDate.parse(row["start"]).first,
        defaults={
            "kind": row["kind"],
            "countries": row["countries"].split(";") if row["countries"] else [],
            "end_date": PartialDate.parse(row["end"]).first if row["end"] else None,
            "source": row["source"],
        },
    )


def seed_leaders() -> None:
    """Terms of mayors, from the public record; those of a city that is not there are left out."""
    for row in rows("records/leaders.csv"):
        since = PartialDate.parse(row["from"])
        city = City.objects.filter(name=row["city"], country=row["country"], region=row["region"])
        if city := city.first():
            Leader.objects.get_or_create(
                city=city,
                post="mayor",
                from_date=since.first,
                defaults={
                    "name": row["name"],
                    "native_name": row["native_name"],
                    "from_precision": since.precision,
                    "to_date": PartialDate.parse(row["to"]).first if row["to"] else None,
                    "source": row["source"],
                },
            )


def seed_policy() -> None:
    """The portal's default thresholds, unless somebody has already set a default."""
    if not Policy.objects.filter(office=None).exists():
        Policy.objects.create(valid_from=date(2024, 1, 1), note="The portal's default.")
