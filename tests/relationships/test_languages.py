import pytest

from relationships.languages import language_of_name


@pytest.mark.parametrize(
    ("name", "country", "language"),
    [
        ("西安", "CN", "zh"),
        ("台北", "TW", "zh-Hant"),
        ("和歌山", "JP", "ja"),
        ("さいたま", "JP", "ja"),
        ("서울", "KR", "ko"),
        ("Хабаровск", "RU", ""),
        ("ᐃᖃᓗᐃᑦ", "CA", ""),
        ("", "CN", ""),
    ],
)
def test_a_native_name_says_its_language_where_characters_depend_on_it(name, country, language):
    assert language_of_name(name, country) == language
