"""The offices of the sample data: real cities, whose folders hold their ties and activities."""

from dataclasses import dataclass

from accounts.models import Language, Office
from activities.models import SourceRow
from activities.models.imports import RowKind
from relationships.languages import language_of_name
from relationships.models import City, HomeCity, Relationship
from reports.sample import records
from reports.sample.files import content, rows, take


@dataclass(frozen=True, slots=True)
class SampleOffice:
    """An office as it is first made; what an administrator changes later stays."""

    slug: str
    name: str
    time_zone: str
    language: str = Language.ENGLISH
    currency: str = "CAD"
    fiscal_year_start_month: int = 1
    shares_with_network: bool = True
    # Its record comes from public sources, so its titles may be published.
    has_public_register: bool = False

    def made(self, **fields) -> Office:
        """The office on record, made now if it is not there yet."""
        values = {
            "name": self.name,
            "time_zone": self.time_zone,
            "language": self.language,
            "currency": self.currency,
            "fiscal_year_start_month": self.fiscal_year_start_month,
            "shares_with_network": self.shares_with_network,
            "has_public_register": self.has_public_register,
            "publishes_titles": self.has_public_register,
        }
        office, _made = Office.objects.get_or_create(slug=self.slug, defaults=values | fields)
        return office


def _canadian(slug, city, time_zone, language=Language.ENGLISH, **values) -> SampleOffice:
    return SampleOffice(slug, f"{city} (sample)", time_zone, language, **values)


def _japanese(slug, city) -> SampleOffice:
    return SampleOffice(
        slug, f"{city} (sample)", "Asia/Tokyo", currency="JPY", fiscal_year_start_month=4
    )


OFFICES = [
    _canadian("burnaby", "Burnaby", "America/Vancouver"),
    _canadian("lethbridge", "Lethbridge", "America/Edmonton"),
    _canadian("quebec", "Québec", "America/Toronto", Language.FRENCH, has_public_register=True),
    _canadian("regina", "Regina", "America/Regina", shares_with_network=False),
    _canadian("richmond", "Richmond", "America/Vancouver"),
    _canadian("vancouver", "Vancouver", "America/Vancouver"),
    _canadian("victoria", "Victoria", "America/Vancouver", has_public_register=True),
    _canadian("windsor", "Windsor", "America/Toronto"),
    _japanese("kitakyushu", "Kitakyushu"),
    _japanese("nagoya", "Nagoya"),
    _japanese("wakayama", "Wakayama"),
]


def seed_offices() -> set[str]:
    """Make the offices with their records. Returns the short names of those with news."""
    return {sample.slug for sample in OFFICES if _seed(sample)}


def _seed(sample: SampleOffice) -> bool:
    office = sample.made()
    folder = f"offices/{sample.slug}"
    work_for_cities(office, rows(f"{folder}/ties.csv"))
    has_news = take(content(f"{folder}/ties.csv"), f"{sample.slug}-ties.csv", RowKind.TIE, office)
    has_news |= take(
        content(f"{folder}/activities.csv"),
        f"{sample.slug}-activities.csv",
        RowKind.ACTIVITY,
        office,
    )
    if has_news:
        records.seed_records(office, ties_by_key(office))
    return has_news


def ties_by_key(office: Office) -> dict[str, Relationship]:
    """The ties of an office by the key that the sample files give them."""
    sources = SourceRow.objects.of_office(office).filter(kind=RowKind.TIE)
    sources = sources.select_related("relationship__home_city", "relationship__partner_city")
    return {row.key: row.relationship for row in sources if row.key}


def work_for_cities(office: Office, ties: list[dict[str, str]]) -> None:
    """Let the office work for the cities on the home side of ``ties``, rows of a file."""
    homes = {(tie["city_a"], tie["country_a"], tie["region_a"]): tie for tie in ties}
    for (name, country, region), tie in homes.items():
        city, _made = City.objects.get_or_create(
            name=name,
            country=country,
            region=region,
            defaults={
                "native_name": tie["name_local_a"],
                "native_language": language_of_name(tie["name_local_a"], country),
                "latitude": float(tie["lat_a"]),
                "longitude": float(tie["lon_a"]),
                "wikidata_id": tie["wikidata_a"],
            },
        )
        HomeCity.objects.get_or_create(office=office, city=city)
