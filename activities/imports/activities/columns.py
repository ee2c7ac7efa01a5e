"""The columns of a file of activities."""

from activities.choices import Group
from activities.imports.cities.words import city_columns
from activities.imports.columns import Column, Schema
from activities.imports.values.cells import keys, link, text, text_up_to
from activities.imports.values.date_cells import partial_date, span
from activities.imports.values.date_columns import dates_of_column, spans_of_column
from activities.imports.values.numbers import count
from activities.imports.values.participants import participants
from activities.imports.values.types import activity_type
from activities.imports.values.vocabulary import listed, yes_or_no
from activities.imports.values.words import (
    DIRECTIONS,
    EVIDENCE,
    FIELDS,
    MODES,
    PRECISIONS,
    REASON_SIDES,
    REASONS,
    ROLES,
    STATUSES,
    SUBSTANCES,
)

_GROUP_ALIASES = {
    Group.ELECTED: ("élus",),
    Group.OFFICIALS: ("fonctionnaires",),
    Group.STUDENTS: ("élèves", "étudiants", "pupils"),
    Group.TEACHERS: ("enseignants",),
    Group.ARTISTS: ("artistes",),
    Group.ATHLETES: ("athlètes", "sportifs"),
    Group.BUSINESS: ("gens_d_affaires", "entreprises"),
    Group.ACADEMICS: ("universitaires", "chercheurs"),
    Group.CIVIC: ("bénévoles", "associations", "volunteers"),
    Group.RESIDENTS: ("résidents", "habitants", "citizens", "citoyens"),
}

ACTIVITY_COLUMNS = Schema(
    (
        Column("activity_id", text_up_to(100), ("event_id", "numéro_activité")),
        Column("tie_id", text_up_to(100), ("relationship_id", "numéro_jumelage")),
        Column("world_pair_id", text_up_to(100), ("pair_id",)),
        Column("also_tie_ids", keys),
        *city_columns("a", required=False),
        *city_columns("b", required=False),
        Column("title", text_up_to(300), ("titre", "activity", "activité", "intitulé"),
               required=True),
        Column("type", activity_type, ("activity_type", "type_d_activité"), required=True),
        Column("fields", listed(FIELDS), ("field", "domaines", "domaine"), listed=True),
        Column("mode", MODES.read),
        Column("direction", DIRECTIONS.read, ("sens",)),
        Column("date_start", span, ("start_date", "date", "start", "date_début"),
               required=True, survey=spans_of_column),
        Column("date_end", partial_date, ("end_date", "end", "date_fin"),
               survey=dates_of_column),
        Column("date_precision", PRECISIONS.read, ("precision", "précision")),
        Column("status", STATUSES.read, ("statut", "état")),
        Column("recorded_date", partial_date, ("stated_on", "date_constat"),
               survey=dates_of_column),
        Column("reason", REASONS.read, ("reason_code", "motif")),
        Column("reason_side", REASON_SIDES.read),
        Column("reason_note", text),
        Column("government_role", ROLES.read, ("rôle_du_gouvernement",)),
        Column("government_involved", yes_or_no, ("government", "gouvernement")),
        Column("substance", SUBSTANCES.read),
        Column("participants", participants, listed=True),
        *(Column(group.value, count, _GROUP_ALIASES[group], own=True) for group in Group),
        Column("travellers", count, ("voyageurs",), own=True),
        Column("minors", count, ("mineurs",), own=True),
        Column("women", count, ("femmes",), own=True),
        Column("place", text_up_to(150), ("lieu",)),
        Column("evidence", EVIDENCE.read, ("preuve",)),
        Column("outcome", text, ("résultat", "résultats")),
        Column("source_url", link, ("url", "link", "lien")),
        Column("note", text, ("notes", "remarque", "remarques")),
    ),
    one_of=(("tie_id",), ("world_pair_id",), ("city_a", "city_b")),
)  # fmt: skip
