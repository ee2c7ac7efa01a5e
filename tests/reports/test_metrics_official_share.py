import pytest

from reports.metrics import Counts, Thresholds, balance


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        (Counts(), {"too_few"}),
        (Counts(G=1), {"too_few", "official_only"}),
        (Counts(G=2), {"too_few", "official_only"}),
        (Counts(C=2), {"too_few"}),
        (Counts(G=3), {"official_heavy", "official_only"}),
        (Counts(G=7, C=3), {"official_heavy"}),  # exactly 70 %
        (Counts(G=6, C=3), set()),  # 66.7 %
        (Counts(G=35, C=14), {"official_heavy"}),  # the article's 71.4 %
        (Counts(G=2, M=2), set()),  # citizens in exactly half
        (Counts(G=5, M=4), {"official_heavy"}),  # citizens in 44.4 %
        (Counts(M=5), set()),  # all official and all with citizens
        (Counts(B=4), {"official_only"}),  # no officials, but no citizens either
        (Counts(G=2, B=1), {"official_only"}),  # 66.7 %
        (Counts(G=4, U=1), {"official_heavy", "official_only"}),  # exactly 20 % unclassified
        (Counts(G=3, U=1), {"classify_first", "official_only"}),  # 25 %
        (Counts(U=2), {"classify_first", "too_few"}),
    ],
)
def test_what_the_counts_of_a_window_say(counts, said):
    found = balance(counts)

    assert said == {
        name.removeprefix("is_")
        for name, value in found._asdict().items()
        if name.startswith("is_") and value
    }


def test_the_share_is_of_what_is_classified():
    found = balance(Counts(G=4, M=1, C=2, B=1, U=2))

    assert (found.official, found.of) == (5, 8)


def test_the_limits_are_a_policy():
    lenient = Thresholds(heavy_percent=80, heavy_minimum=10)

    assert not balance(Counts(G=7, C=3), lenient).is_official_heavy
    assert balance(Counts(G=8, C=2), lenient).is_official_heavy
    assert balance(Counts(G=8, C=1), lenient).is_too_few


def test_counts_add_up():
    counts = Counts(G=1, M=2, C=3, B=4, U=5)

    assert (counts.total, counts.classified) == (15, 10)
    assert (counts.government, counts.community) == (3, 5)
