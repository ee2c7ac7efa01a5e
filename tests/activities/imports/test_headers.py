import json

import pytest

from activities.imports.activities.columns import ACTIVITY_COLUMNS
from activities.imports.headers import find_header
from activities.imports.mapping import Mapping, mapping_of, read_mapping
from activities.imports.reader import read_bytes
from activities.imports.refusals import UnusableFile
from activities.imports.ties.rows import TIE_COLUMNS
from tests.activities.imports.making import workbook_of


def header_of(*lines, schema=TIE_COLUMNS, mapping=None):
    data = "\n".join(lines).encode()
    return find_header(read_bytes(data, "a.csv"), schema, mapping or Mapping())


def refusal(*lines, **options):
    with pytest.raises(UnusableFile) as raised:
        header_of(*lines, **options)
    return raised.value.sentence


def test_headers_match_without_case_accents_spaces_underscores_and_hyphens():
    header = header_of("City A,VILLE-B,country_a,Pays b,Région a", "1,2,3,4,5")

    assert set(header.places) == {"city_a", "city_b", "country_a", "country_b", "region_a"}


def test_titles_may_stand_above_the_header():
    header = header_of("Our ties,,,", ",,,", "city_a,city_b,country_a,country_b", "1,2,3,4")

    assert header.line == 3


def test_a_header_may_name_the_country_of_its_city():
    header = header_of("city_ca,province_ca,city_cn,city_cn_local,province_cn", "1,2,3,4,5")

    assert header.implied == {"country_a": "CA", "country_b": "CN"}
    assert {"region_a", "region_b", "name_local_b"} <= set(header.places)


def test_a_prefecture_is_the_region_of_the_japanese_side():
    header = header_of("city_jp,prefecture,city_cn", "1,2,3")

    assert header.places["region_a"] == [1]


def test_unknown_columns_are_listed():
    header = header_of("city_a,city_b,country_a,country_b,mood", "1,2,3,4,5")

    assert header.unknown == {4: "mood"}


def test_a_missing_column_is_named_with_what_the_file_has():
    sentence = refusal("city_a,city_b,country_a,mood", "1,2,3,4")

    assert "lacks the column country_b" in sentence
    assert "mood" in sentence


def test_activities_need_a_tie_or_two_cities():
    sentence = refusal("title,type,date_start", "1,2,3", schema=ACTIVITY_COLUMNS)

    assert "tie_id or world_pair_id or city_a and city_b" in sentence


def test_a_file_without_our_headers_says_what_it_needs_and_what_it_has():
    sentence = refusal("name,colour", "Québec,blue")

    assert "at least city_a, country_a, city_b, country_b" in sentence
    assert "name, colour" in sentence


def test_a_header_and_nothing_below_is_said():
    assert "no row below" in refusal("city_a,city_b,country_a,country_b")


@pytest.mark.parametrize(
    "line", ["city_a,city_a,country_a,city_b,country_b", "city_a,ville_a,city_b,pays_a,pays_b"]
)
def test_two_columns_for_one_meaning_are_refused(line):
    assert "both mean city_a" in refusal(line, "1,2,3,4,5")


def test_an_unknown_header_that_stands_twice_is_refused():
    sentence = refusal("city_a,city_b,country_a,country_b,mood,mood", "1,2,3,4,5,6")

    assert "“mood” stands twice, in E, F" in sentence


def test_a_date_may_stand_in_several_columns():
    header = header_of("city_ca,city_cn,year_signed,date_signed", "1,2,3,4")

    assert header.places["start_date"] == [2, 3]


def test_a_map_gives_headers_their_meaning_and_leaves_columns_out():
    mapping = mapping_of({"Où": "city_a", "Avec": "City B", "Humeur": None}, TIE_COLUMNS)

    header = header_of("Où,Avec,pays_a,pays_b,humeur", "1,2,3,4,5", mapping=mapping)

    assert header.places["city_b"] == [1]
    assert header.left_out == {4}


def test_a_map_for_a_header_that_is_not_there_is_refused():
    mapping = mapping_of({"Où": "city_a"}, TIE_COLUMNS)

    assert "does not have: ou" in refusal(
        "city_a,city_b,country_a,country_b", "1,2,3,4", mapping=mapping
    )


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("{", "is not JSON"),
        ("[" * 100_000, "is not JSON"),
        ("[]", "must be a JSON object"),
        ('{"Où": "nowhere"}', "not one of our columns"),
        ('{"Où": 3}', "not one of our columns"),
        ('{"tier": {"x": 1}}', "a word of ours"),
    ],
)
def test_a_map_that_cannot_be_read_is_refused(tmp_path, content, words):
    path = tmp_path / "map.json"
    path.write_text(content)

    with pytest.raises(UnusableFile, match=words):
        read_mapping(path, TIE_COLUMNS)


def test_a_map_that_is_not_there_is_said(tmp_path):
    with pytest.raises(UnusableFile, match="cannot be opened"):
        read_mapping(tmp_path / "none.json", TIE_COLUMNS)


def test_a_map_translates_words(tmp_path):
    path = tmp_path / "map.json"
    path.write_text(json.dumps({"type": {"arts_culture": "performance"}}))

    assert read_mapping(path, ACTIVITY_COLUMNS).words == {"type": {"arts culture": "performance"}}


def test_a_note_beside_the_table_of_a_workbook_is_kept_as_a_column_without_name():
    names = ["city_a", "city_b", "country_a", "country_b", "", ""]
    data = workbook_of(names, ["1", "2", "3", "4", "", "see the minutes"])

    header = find_header(read_bytes(data, "a.xlsx"), TIE_COLUMNS, Mapping())

    assert header.unknown == {5: "column F"}
