from reports.charts.tie_map import MOST, TieOnMap, tie_map

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


def test_a_live_tie_is_named_and_a_silent_one_only_when_pointed_at():
    drawn = tie_map([tie(), tie(SAPPORO, partner="Sapporo", is_live=False)])

    assert [bool(arc.side) for arc in drawn.arcs] == [True, False]
    assert drawn.unnamed == []


def test_live_names_without_room_are_told_beside_the_map():
    crowd = [tie((108.9, 34.3 + step / 100), partner=f"City {step}") for step in range(6)]

    drawn = tie_map(crowd)

    named = [arc.tie.partner for arc in drawn.arcs if arc.side]
    assert sorted(named + [each.partner for each in drawn.unnamed]) == sorted(
        each.partner for each in crowd
    )
    assert drawn.unnamed


def test_the_partner_of_two_ties_is_named_once():
    drawn = tie_map([tie(), tie(home=(-79.4, 43.7))])

    assert [bool(arc.side) for arc in drawn.arcs] == [True, False]
    assert drawn.unnamed == []


def test_more_ties_than_can_be_told_apart_are_counted():
    assert tie_map([tie()] * (MOST + 7)).hidden == 7


def test_a_tie_of_one_place_is_a_point():
    (arc,) = tie_map([tie(QUEBEC)]).arcs

    assert 0 <= arc.x <= 100
