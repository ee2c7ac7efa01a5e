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
        (
            "Mayor, Xi'an, 2019-06-01 – 2019-06-05",
            "900 / 1000 CAD, Signing",
            "950 / 1000 CAD, Signing",
        ),
        ("Deputy, Xi'an, 2019-06-01 – 2019-06-05", "90 / 1000 CAD, Signing", None),
    ]


def trip(member, cost):
    return {
        "member": member, "destination": "Xi'an", "from_date": "2019-06-01",
        "to_date": "2019-06-05", "cost_to_council": cost, "total_cost": "1000", "currency": "CAD",
        "reason": "Signing", "activity_title": "",
    }  # fmt: skip


# Words and figures that follow from figures that are compared, and what an edition is made for.
FOLLOWS = {
    "version", "language", "office", "is_demonstration", "year", "as_of", "as_of_text", "title",
    "statement", "likelihood_notes", "window", "strip_years", "definitions", "marks", "class",
    "label", "status", "kind", "to_date", "percent", "low", "high", "home", "partner",
    "native_language",
    "last_activity", "months_since", "is_too_few", "text", "notes", "share", "word",
    "per_activity", "per_tie", "per_person_day", "when", "start_date", "end_date", "involvement",
    "tie", "id", "awaited", "held", "activity", "called_off_totals",
}  # fmt: skip
FOLLOWS_HERE = ("travel.totals", "travel.taken.0.status", "travel.called_off.0.status",
                "concentration.activities", "findings.0.name", "spending.ties.0.name",
                "spending.ties.1.name")  # fmt: skip


def test_every_figure_of_a_content_is_compared_or_follows_from_one_that_is(rich):
    unseen = [
        ".".join(map(str, path))
        for path in leaves(rich)
        if not FOLLOWS.intersection(path)
        and path[-2:] != ("disruption", "of")
        and path != ("spending", "costs", "activities")  # of the totals
        and differences(rich, changed(rich, path)) == []
    ]

    assert [path for path in unseen if not path.startswith(FOLLOWS_HERE)] == []


def leaves(value, path=()):
    pairs = value.items() if isinstance(value, dict) else enumerate(value)
    for key, inner in pairs:
        if isinstance(inner, dict | list) and inner:
            yield from leaves(inner, (*path, key))
        elif not isinstance(inner, dict | list):
            yield (*path, key)


def changed(content, path):
    copy = deepcopy(content)
    *parents, last = path
    holder = copy
    for key in parents:
        holder = holder[key]
    old = holder[last]
    holder[last] = not old if isinstance(old, bool) else "other" if not _is_number(old) else old + 1
    return copy


def _is_number(value):
    return isinstance(value, int | float)
