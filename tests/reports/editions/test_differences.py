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
