import pytest

from reports import metrics


@pytest.mark.parametrize(
    ("role", "community", "business", "letter", "strict_letter"),
    [
        ("lead", False, False, "G", "G"),  # an official visit
        ("lead", False, True, "G", "G"),  # a trade mission
        ("participant", True, False, "M", "M"),  # a mayor travels with a choir
        ("participant", True, True, "M", "M"),
        ("none", True, False, "C", "C"),  # a student exchange
        ("none", True, True, "C", "C"),
        ("courtesy", True, False, "C", "M"),  # the same, with the mayor's opening words
        ("none", False, True, "B", "B"),  # a chamber of commerce
        ("courtesy", False, True, "B", "G"),
        ("none", False, False, "U", "U"),  # nothing recorded
        ("courtesy", False, False, "U", "G"),
    ],
)
def test_an_activity_is_classified_by_government_role_and_who_took_part(
    role, community, business, letter, strict_letter
):
    usual = metrics.classify(role=role, community=community, business=business)
    strict = metrics.classify(role=role, community=community, business=business, strict=True)

    assert (usual, strict) == (letter, strict_letter)
    assert metrics.strictly(usual, role) == strict_letter


@pytest.mark.parametrize(
    ("letters", "classes"),
    [
        ("", set()),
        ("G", {"any", "government"}),
        ("M", {"any", "government", "community"}),
        ("C", {"any", "non_government", "community", "people_to_people"}),
        ("B", {"any", "non_government"}),
        ("U", {"any"}),
        ("GC", {"any", "government", "non_government", "community", "people_to_people"}),
    ],
)
def test_a_year_counts_in_every_class_it_has_an_activity_of(letters, classes):
    counted = {name for name in metrics.CLASSES if metrics.indicator(letters, name)}

    assert counted == classes


@pytest.mark.parametrize(
    ("letters", "mark"),
    [
        ("", None),
        ("G", "G"),
        ("GB", "G"),
        ("GU", "G"),
        ("GC", "M"),
        ("M", "M"),
        ("CB", "C"),
        ("CU", "C"),
        ("BU", "B"),
        ("U", "U"),
        ("GMCBU", "M"),
    ],
)
def test_a_year_shows_one_mark_for_all_that_was_held_in_it(letters, mark):
    assert metrics.year_mark(letters) == mark
