from reports.charts.tie_map import TieOnMap, tie_map
from reports.charts.world import WHOLE

QUEBEC, XIAN, SAPPORO, SYDNEY = (-71.2, 46.8), (108.9, 34.3), (141.4, 43.1), (151.2, -33.9)


def tie(away=XIAN, *, home=QUEBEC, partner="Xi'an", is_live=True):
    return TieOnMap(
        title=f"Québec – {partner}", partner=partner, mark="M" if is_live else "silent",
        status="active" if is_live else "inactive", is_live=is_live, address="/", home=home,
        away=away,
    )  # fmt: skip


def test_every_tie_is_an_arc_inside_the_drawing():
    drawn = tie_map([tie(), tie(SAPPORO, partner="Sapporo"), tie(SYDNEY, partner="Sydney")])

    assert [arc.tie.partner for arc in drawn.arcs] == ["Xi'an", "Sapporo", "Sydney"]
    assert all(0 <= arc.x <= 100 and 0 <= arc.y <= 100 for arc in drawn.arcs)
    assert len(drawn.homes) == 1
    assert drawn.land.startswith("M")


def test_the_map_turns_so_that_the_pacific_is_not_cut():
    (arc,) = tie_map([tie(SAPPORO, home=(-123.1, 49.2))]).arcs

    assert arc.path.count("M") == 1
    assert arc.x < 50  # Asia at the left of America


def names(drawn):
    return [name.tie.partner for name in drawn.names]


def test_a_live_tie_is_named_and_a_silent_one_only_when_pointed_at():
    drawn = tie_map([tie(), tie(SAPPORO, partner="Sapporo", is_live=False)])

    assert names(drawn) == ["Xi'an"]
    assert drawn.unnamed == []


def test_live_names_without_room_are_told_beside_the_map():
    crowd = [tie((108.9, 34.3 + step / 100), partner=f"City {step}") for step in range(6)]

    drawn = tie_map(crowd)

    told = [one.tie.partner for one in drawn.unnamed if one.when_wide]
    assert sorted(names(drawn) + told) == sorted(each.partner for each in crowd)
    assert told


def test_a_narrow_window_has_room_for_fewer_names_and_tells_more():
    row = [tie((110, north), partner=f"City {north}") for north in range(0, 50, 9)]

    drawn = tie_map(row)

    assert len(drawn.few_names) < len(drawn.names)
    told = {one.tie.partner for one in drawn.unnamed if one.when_narrow}
    assert told == {each.partner for each in row} - {n.tie.partner for n in drawn.few_names}


def test_the_partner_of_two_ties_is_named_once():
    drawn = tie_map([tie(), tie(home=(-79.4, 43.7))])

    assert names(drawn) == ["Xi'an"]
    assert drawn.unnamed == []


def test_a_line_along_the_edge_of_the_world_is_not_cut_in_half():
    over_the_pole = tie_map([tie((108.8, 60), home=(-71.2, 60))])

    assert over_the_pole.view.top < WHOLE.top


def test_different_signs_of_one_place_stand_over_each_other():
    silent = {"is_live": False}

    drawn = tie_map([tie(), tie(home=SYDNEY), tie(**silent), tie(SAPPORO)])

    assert [arc.lift for arc in drawn.arcs] == [0, 0, 12, 0]


def test_a_tie_of_one_place_is_a_point():
    (arc,) = tie_map([tie(QUEBEC)]).arcs

    assert 0 <= arc.x <= 100
