import pytest

from activities.imports.refusals import CellRefused
from activities.imports.values.countries import country


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("CA", "CA"),
        ("ca", "CA"),
        ("CAN", "CA"),
        ("Canada", "CA"),
        ("United States", "US"),
        ("États-Unis", "US"),
        ("Etats Unis", "US"),
        ("Chine", "CN"),
        ("中国", "CN"),
        ("日本", "JP"),
        ("대한민국", "KR"),
        ("Korea, Republic of", "KR"),
        ("Deutschland", "DE"),
        ("Côte d’Ivoire", "CI"),
        ("Россия", "RU"),
        ("Kosovo", "XK"),
        ("The Netherlands", "NL"),
        ("England", "GB"),
        ("U.K.", "GB"),
        ("U.S.", "US"),
        ("P.R. China", "CN"),
        ("Chine populaire", "CN"),
        ("한국", "KR"),
        ("臺灣", "TW"),
        ("ไทย", "TH"),
        ("مصر", "EG"),
    ],
)
def test_a_country_goes_by_code_or_by_name_in_english_french_or_its_own_language(cell, code):
    assert country(cell) == code


@pytest.mark.parametrize("cell", ["Atlantis", "ZZ", "12", "North"])
def test_an_unknown_country_is_refused(cell):
    with pytest.raises(CellRefused, match="not a country"):
        country(cell)
