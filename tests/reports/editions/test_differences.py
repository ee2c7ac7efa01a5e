from copy import deepcopy

from reports.editions.differences import differences


def test_the_same_content_has_no_differences(content):
    assert differences(content, deepcopy(content)) == []


def test_each_changed_figure_is_a_line_with_before_and_after(content):
    after = deepcopy(content)
    tie = after["ties"][0]
    tie["status_label"], tie["marks"][-1] = "Inactive", "silent"
    after["totals"]["participants"] += 3

    lines = differences(content, after)

    assert [(line["part"], line["figure"]) for line in lines] == [
        ("total", "participants"),
        ("tie", "status_label"),
        ("tie", str(content["strip_years"][-1])),
    ]
    assert lines[0]["after"] - lines[0]["before"] == 3
    assert lines[1]["subject"] == tie["name"]
    assert lines[2]["after"] == "silent"


def test_a_tie_that_joined_and_one_that_left_have_one_line_each(content):
    after = deepcopy(content)
    gone = after["ties"].pop(0)
    after["ties"].append(gone | {"id": 0, "name": "Regina – Jinan"})

    lines = [line for line in differences(content, after) if line["part"] == "tie"]

    assert [(line["subject"], line["before"], line["after"]) for line in lines] == [
        ("Regina – Jinan", False, True),
        (gone["name"], True, False),
    ]


def test_an_activity_that_was_renamed_is_told_by_its_old_and_new_title(content):
    after = deepcopy(content)
    after["activities"][0]["title"] = "Choir"

    (line,) = differences(content, after)

    assert (line["part"], line["figure"], line["after"]) == ("activity", "title", "Choir")


def test_a_part_that_an_older_content_lacks_is_not_compared(content):
    older = {name: part for name, part in content.items() if name not in ("spending", "travel")}

    assert differences(older, content) == []


def test_balance_and_what_was_put_off_are_figures_too(content):
    after = deepcopy(content)
    tie = after["spending"]["ties"][0]
    tie["breadth"], tie["disruption"]["postponed"] = 2.5, 1

    lines = differences(content, after)

    assert [(line["subject"], line["figure"], line["after"]) for line in lines] == [
        (tie["name"], "breadth", 2.5),
        (tie["name"], "postponed", 1),
    ]


def test_a_trip_that_became_dearer_and_one_that_left_have_a_line_each(content):
    content["travel"]["taken"] = [trip("Mayor", "900"), trip("Deputy", "90")]
    after = deepcopy(content)
    after["travel"]["taken"] = [trip("Mayor", "950")]

    lines = differences(content, after)

    assert [(line["subject"], line["before"], line["after"]) for line in lines] == [
        ("Mayor, Xi'an, 2019-06-01 – 2019-06-05", "900 / 1000 CAD", "950 / 1000 CAD"),
        ("Deputy, Xi'an, 2019-06-01 – 2019-06-05", "90 / 1000 CAD", None),
    ]


def trip(member, cost):
    return {
        "member": member, "destination": "Xi'an", "from_date": "2019-06-01",
        "to_date": "2019-06-05", "cost_to_council": cost, "total_cost": "1000", "currency": "CAD",
    }  # fmt: skip
