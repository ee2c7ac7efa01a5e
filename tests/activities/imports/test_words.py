import pytest

from activities.choices import ActivityType, GovernmentRole, Group, Status
from activities.imports.refusals import CellRefused
from activities.imports.ties.rows import tier
from activities.imports.values import words
from activities.imports.values.participants import participants
from activities.imports.values.types import activity_type


@pytest.mark.parametrize(
    ("vocabulary", "cell", "value"),
    [
        (words.STATUSES, "held", Status.HELD),
        (words.STATUSES, "Cancelled", Status.CANCELLED),
        (words.STATUSES, "canceled", Status.CANCELLED),
        (words.STATUSES, "reportée", Status.POSTPONED),
        (words.STATUSES, "REPORTEE", Status.POSTPONED),
        (words.ROLES, "Took part", GovernmentRole.PARTICIPANT),
        (words.MODES, "in-person", "in_person"),
        (words.DIRECTIONS, "Both ways", "both"),
        (words.LEGAL_STATUSES, "en vigueur", "in_force"),
    ],
)
def test_a_choice_goes_by_stored_word_label_or_french_word(vocabulary, cell, value):
    assert vocabulary.read(cell).value == value


def test_a_word_for_no_choice_is_refused_with_the_choices():
    with pytest.raises(CellRefused, match="not one of: idea, planned, held"):
        words.STATUSES.read("maybe")


@pytest.mark.parametrize(
    ("cell", "kind"),
    [
        ("Official visit", ActivityType.OFFICIAL_VISIT),
        ("échange d'élèves", ActivityType.STUDENT_EXCHANGE),
        ("donation", ActivityType.AID),
        ("agreement", ActivityType.ANNIVERSARY),
        ("gift", ActivityType.MONUMENT),
        ("sport", ActivityType.SPORTS),
        ("arts_culture", ActivityType.OTHER),
        ("virtual", ActivityType.OTHER),
        ("environment_technical", ActivityType.STAFF_EXCHANGE),
    ],
)
def test_a_type_goes_by_its_own_words_and_by_those_of_public_lists(cell, kind):
    assert activity_type(cell).value == kind


def test_a_type_that_a_list_leaves_open_says_so():
    assert "performance or an exhibition" in activity_type("arts_culture").remark


def test_an_unknown_type_is_refused():
    with pytest.raises(CellRefused, match="not a type of activity"):
        activity_type("hovercraft")


@pytest.mark.parametrize(
    ("cell", "groups"),
    [
        ("officials;students", {Group.OFFICIALS, Group.STUDENTS}),
        ("citizens", {Group.RESIDENTS}),
        ("volunteers", {Group.CIVIC}),
        ("youth", {Group.RESIDENTS}),
        ("youth;students", {Group.STUDENTS}),
        ("experts;officials", {Group.OFFICIALS}),
        ("élèves; enseignants", {Group.STUDENTS, Group.TEACHERS}),
        (" ; ", set()),
    ],
)
def test_a_list_of_participants_becomes_groups(cell, groups):
    assert participants(cell).groups == groups


def test_an_expert_may_be_anybody_and_the_row_says_so():
    assert "any group" in participants("experts").remark


def test_a_participant_of_no_group_is_refused():
    with pytest.raises(CellRefused, match="“dogs” is not a group"):
        participants("officials;dogs")


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("friendship", "friendship"),
        ("municipality", "sister"),
        ("uncertain", "contact"),
        ("gemellaggio", "sister"),
    ],
)
def test_any_word_for_a_tier_is_taken_and_kept(cell, value):
    word = tier(cell)

    assert (word.value, word.source) == (value, cell)
