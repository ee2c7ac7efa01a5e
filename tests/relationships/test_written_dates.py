import pytest

from relationships.written_dates import TwoReadings, as_iso


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("14 July 2026", "2026-07-14"),
        ("14 juillet 2026", "2026-07-14"),
        ("1er août 2026", "2026-08-01"),
        ("July 14, 2026", "2026-07-14"),
        ("3rd of Sept. 2026", "2026-09-03"),
        ("DÉC. 2018", "2018-12"),
        ("february 2018", "2018-02"),
        ("14/07/2026", "2026-07-14"),
        ("07.14.2026", "2026-07-14"),
        ("5-5-2026", "2026-05-05"),
    ],
)
def test_a_date_written_out_is_read(written, iso):
    assert as_iso(written) == iso


@pytest.mark.parametrize("written", ["", "soon", "14 Juli 2026", "July", "14 July 26", "2026年"])
def test_what_is_no_such_date_is_not_read(written):
    assert as_iso(written) is None


@pytest.mark.parametrize("written", ["04/07/2026", "12 1 2026"])
def test_a_date_with_two_readings_is_not_guessed(written):
    with pytest.raises(TwoReadings):
        as_iso(written)
