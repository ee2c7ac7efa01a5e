from reports.charts.labels import placed


def test_a_name_stands_right_of_its_point_or_else_left():
    assert placed([("Harbin", 100, 100)], [(100, 100)], 640, 300) == ["right"]
    assert placed([("Harbin", 600, 100)], [(600, 100)], 640, 300) == ["left"]


def test_of_names_that_would_cover_each_other_the_first_has_the_room():
    names = [("Busan", 300, 100), ("Hiroshima", 304, 103), ("Fukuoka", 302, 101)]

    assert placed(names, [], 640, 300) == ["right", "left", ""]


def test_a_name_does_not_cover_the_point_of_another_tie():
    assert placed([("Harbin", 100, 100)], [(100, 100), (130, 100)], 640, 300) == ["left"]


def test_letters_that_are_wide_take_their_room():
    assert placed([("札幌札幌", 590, 100)], [], 640, 300) == ["left"]
    assert placed([("abcd", 590, 100)], [], 640, 300) == ["right"]
