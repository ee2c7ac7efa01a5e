"""Headers in people's own words, in English and French, in one row or two."""

from collections import defaultdict

import pytest

from activities.imports.activities.columns import ACTIVITY_COLUMNS
from activities.imports.header_words import HeaderWords, _loose_words, side_of
from activities.imports.headers import find_header
from activities.imports.mapping import Mapping, squeeze
from activities.imports.reader import read_bytes
from activities.imports.refusals import UnusableFile
from activities.imports.ties.rows import TIE_COLUMNS
from tests.activities.imports.making import workbook_of

SCHEMAS = {"ties": TIE_COLUMNS, "activities": ACTIVITY_COLUMNS}


def header_of(*rows, schema=ACTIVITY_COLUMNS):
    table = read_bytes(workbook_of(*[row.split("|") for row in rows]), "a.xlsx")
    return find_header(table, schema, Mapping())


@pytest.mark.parametrize(
    ("header", "column"),
    [
        ("Titre de l'activité", "title"),
        ("TYPE D’ACTIVITÉ", "type"),
        ("Date de début", "date_start"),
        ("Date (yyyy-mm-dd)", "date_start"),
        ("Date de fin", "date_end"),
        ("Nombre d'élèves", "students"),
        ("Nb d’enseignants", "teachers"),
        ("Number of students", "students"),
        ("No. of officials", "officials"),
        ("Students (number)", "students"),
        ("Pays partenaire", "country_b"),
        ("Country of partner", ""),
        ("Partner country", "country_b"),
        ("Ville jumelée", "city_b"),
        ("Our city", "city_a"),
        ("City / Ville", ""),
        ("Title / Titre", "title"),
        ("Remarques", "note"),
        ("Number of meetings", ""),
        ("Mood", ""),
    ],
)
def test_a_header_is_understood_as_a_person_would(header, column):
    words = HeaderWords(ACTIVITY_COLUMNS)

    assert (words.exact(header) or words.loose(header)) == column


@pytest.mark.parametrize("schema", SCHEMAS.values(), ids=SCHEMAS)
def test_no_header_means_two_columns(schema):
    meanings = defaultdict(set)
    for column in schema.columns:
        for word in (column.name, *column.aliases):
            meanings[squeeze(word)].add(column.name)
    exact = set(meanings)
    for name, word in _loose_words():
        if name in schema and squeeze(word) not in exact:
            meanings[squeeze(word)].add(name)

    assert not {word: names for word, names in meanings.items() if len(names) > 1}


@pytest.mark.parametrize("schema", SCHEMAS.values(), ids=SCHEMAS)
def test_every_column_has_further_words(schema):
    loose = {name for name, _word in _loose_words()}

    bare = {column.name for column in schema.columns if not column.aliases} - loose

    assert bare == {"city_id_a", "city_id_b"} & set(schema.names)


def test_a_loose_word_gives_way_to_a_header_that_says_it_exactly():
    header = header_of("title|name|type|date|tie_id", "a|b|c|d|e")

    assert header.places["title"] == [0]
    assert header.unknown == {1: "name"}
    assert header.understood == {}


def test_what_was_understood_loosely_is_told():
    header = header_of("Nom|type|date|Jumelage", "a|b|c|d")

    assert header.understood == {0: "title", 3: "tie_id"}


def test_two_loose_words_for_one_column_are_refused():
    with pytest.raises(UnusableFile, match="both mean title"):
        header_of("Nom|Event|type|date|tie_id", "a|b|c|d|e")


@pytest.mark.parametrize(
    ("group", "side"),
    [("Home city", "a"), ("Notre ville", "a"), ("Partner", "b"), ("VILLE PARTENAIRE", "b"),
     ("City B", "b"), ("Participants", "")],
)  # fmt: skip
def test_a_group_of_headers_may_name_a_side(group, side):
    assert side_of(group) == side


def test_a_row_of_groups_stands_over_a_row_of_names():
    header = header_of(
        "Our ties||||",
        "Home||Partner||Since",
        "City|Country|City|Country|",
        "Montréal|CA|Wuhan|CN|1999",
        schema=TIE_COLUMNS,
    )

    assert header.line == 3
    assert header.places == {"city_a": [0], "country_a": [1], "city_b": [2], "country_b": [3],
                             "start_date": [4]}  # fmt: skip
    assert header.names[2:] == ["Partner City", "Partner Country", "Since"]


def test_a_group_over_some_names_leaves_the_others_as_they_are():
    header = header_of(
        "title|type|date||participants||tie_id",
        "||start|end|students|teachers|",
        "Choir|performance|2015|2016|3|4|T1",
    )

    assert header.line == 2
    assert {name: header.places[name] for name in ("date_start", "date_end", "students")} == {
        "date_start": [2],
        "date_end": [3],
        "students": [4],
    }


def test_a_header_in_two_languages_counts_once():
    header = header_of(
        "title|type|date_start|tie_id", "titre|type d'activité|date de début|tie id", "a|b|c|d"
    )

    assert header.line == 2


def test_the_first_row_below_a_header_is_no_part_of_it():
    header = header_of("title|type|date|tie_id|note", "students|other|2015|T1|teachers")

    assert header.line == 1
