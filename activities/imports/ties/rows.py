"""The row of a tie: its columns, and what its cells say together."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from activities.imports.cities.words import CityWords, city_columns, city_of
from activities.imports.columns import Column, Schema
from activities.imports.headers import Header
from activities.imports.records import Record
from activities.imports.values.cells import shown, text, text_up_to
from activities.imports.values.date_cells import partial_date
from activities.imports.values.date_columns import dates_of_column
from activities.imports.values.dates import most_precise
from activities.imports.values.vocabulary import Word
from activities.imports.values.words import LEGAL_STATUSES, TIERS
from relationships.dates import PartialDate
from relationships.models.relationship import LegalStatus, Tier


def tier(cell) -> Word:
    """The tier; a word that names none is kept, and the tie taken as the lists mean it."""
    source = text_up_to(60)(cell)
    return Word(TIERS.find(source) or Tier.SISTER, source)


TIE_COLUMNS = Schema(
    (
        Column("tie_id", text_up_to(100), ("pair_id", "numéro_jumelage")),
        Column("cohort", text_up_to(60), ("sample", "cohorte", "échantillon")),
        *city_columns("a", required=True),
        *city_columns("b", required=True),
        Column("tier", tier, ("level", "niveau", "catégorie")),
        Column(
            "start_date",
            partial_date,
            ("since_year", "since_date", "year_signed", "date_signed", "since", "depuis",
             "date_début", "date_signature", "année_signature"),
            merge=most_precise,
            survey=dates_of_column,
        ),
        Column("legal_status", LEGAL_STATUSES.read, ("statut_juridique",)),
        Column("end_date", partial_date, ("end_year", "date_fin"), merge=most_precise,
               survey=dates_of_column),
        Column("source", text, ("source_pair",)),
        Column("note", text, ("notes", "remarque", "remarques")),
    )
)  # fmt: skip


@dataclass(slots=True)
class TieRow:
    """What one row says about a tie. ``None`` and empty text: the row does not say."""

    line: int
    key: str
    cohort: str
    sides: tuple[CityWords, CityWords]
    tier: str | None
    tier_label: str
    start: PartialDate | None
    legal_status: str | None
    end: PartialDate | None
    source: str
    note: str
    words: dict[str, str]
    remarks: list[str]


def tie_row(record: Record, header: Header, as_of: date) -> TieRow | None:
    """The tie of a record; None, with the faults noted on it, where it contradicts itself."""
    start, end = record.get("start_date"), record.get("end_date")
    legal_status = record.get("legal_status")
    _check_dates(record, header, as_of)
    sides = tuple(city_of(record, header, side) for side in "ab")
    if record.faults:
        return None
    said = record.get("tier")
    if said and not TIERS.find(said.source):
        record.remarks.append(
            _("“%(word)s” is not a tier of ours; taken as sister, the word is kept.")
            % {"word": shown(said.source)}
        )
    return TieRow(
        line=record.line,
        key=record.get("tie_id", ""),
        cohort=record.get("cohort", ""),
        sides=sides,
        tier=said.value if said else None,
        tier_label=said.source if said and TIERS.is_further(said.source) else "",
        start=start,
        legal_status=legal_status.value if legal_status else (LegalStatus.ENDED if end else None),
        end=end,
        source=record.get("source", ""),
        note=record.get("note", ""),
        words=record.words,
        remarks=record.remarks,
    )


def _check_dates(record: Record, header: Header, as_of: date) -> None:
    start, end = record.get("start_date"), record.get("end_date")
    legal_status = record.get("legal_status")
    if start and start.first > as_of:
        record.refuse(
            header.name_of("start_date"),
            _("The tie would begin in the future: %(day)s.") % {"day": start},
        )
    if end and end.first > as_of:
        record.refuse(
            header.name_of("end_date"),
            _("The tie would end in the future: %(day)s.") % {"day": end},
        )
    if start and end and end.last < start.first:
        record.refuse(
            header.name_of("end_date"),
            _("The end, %(end)s, lies before the start, %(start)s.") % {"end": end, "start": start},
        )
    if (
        end
        and legal_status
        and legal_status.value
        not in (
            LegalStatus.ENDED,
            LegalStatus.HISTORICAL,
        )
    ):
        record.refuse(
            header.name_of("legal_status"),
            _("The tie has an end, yet its legal status is “%(status)s”.")
            % {"status": legal_status.source},
        )
