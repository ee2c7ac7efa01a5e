"""Dates as people write them in a cell, one by one and where the whole column proves the order."""

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from activities.imports.refusals import CellRefused
from activities.imports.values.date_cells import partial_date, span
from activities.imports.values.date_columns import dates_of_column
from activities.imports.values.eras import ERAS
from activities.imports.values.months import MONTHS


def sentence(read, cell):
    with pytest.raises(CellRefused) as raised:
        read(cell)
    return raised.value.sentence


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        ("31 janvier 2009", "2009-01-31"),
        ("le 31 janvier 2009", "2009-01-31"),
        ("1er mai 2012", "2012-05-01"),
        ("12 AOÛT 2012", "2012-08-12"),
        ("févr. 2012", "2012-02"),
        ("Jan 31, 2009", "2009-01-31"),
        ("31st of January, 2009", "2009-01-31"),
        ("31-Jan-2009", "2009-01-31"),
        ("Sept. 2014", "2014-09"),
        ("May 2012", "2012-05"),
        ("2012 May", "2012-05"),
        ("05/2012", "2012-05"),
        ("2012/5", "2012-05"),
        ("2012/5/3", "2012-05-03"),
        ("20120503", "2012-05-03"),
        (20120503.0, "2012-05-03"),
        ("31.1.2009", "2009-01-31"),
        ("31/01/2009", "2009-01-31"),
        ("01/31/2009", "2009-01-31"),
        ("03/03/2015", "2015-03-03"),
        ("2016年3月", "2016-03"),
        ("2016年3月5日", "2016-03-05"),
        ("２０１６年３月５日", "2016-03-05"),
        ("二〇一六年十二月二十五日", "2016-12-25"),
        ("2016년 3월 5일", "2016-03-05"),
        ("令和5年5月1日", "2023-05-01"),
        ("令和元年5月1日", "2019-05-01"),
        ("R5.5.1", "2023-05-01"),
        ("H28.3", "2016-03"),
        ("平成28年", "2016"),
        ("平成二十八年三月", "2016-03"),
        ("昭和55年", "1980"),
        ("昭和64年1月7日", "1989-01-07"),
        ("民國105年3月", "2016-03"),
    ],
)
def test_a_date_is_read_as_it_is_meant(cell, told):
    assert str(partial_date(cell)) == told


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        ("03/04/2015", "may be 2015-04-03 or 2015-03-04"),
        ("3.4.2015", "may be 2015-04-03 or 2015-03-04"),
        ("31/13/2015", "not a date"),
        ("00/01/2015", "not a date"),
        ("30 février 2015", "not a date"),
        ("5/3/16", "four digits"),
        ("5-Mar-16", "four digits"),
        ("Mar-16", "not a date"),
        ("4 May", "not a date"),
        ("2016.1", "not a date"),
        (2016.1, "not a date"),
        ("2008-9", "not a date"),
        ("T1", "not a date"),
        ("S55", "not a date"),
        ("c. 1985", "not a date"),
        ("平成31年5月", "the era 平成 lasted from 1989-01-08 to 2019-04-30"),
        ("平成31年5月1日", "the era 平成 lasted"),
        ("平成32年", "the era 平成 lasted"),
        ("昭和64年1月8日", "the era 昭和 lasted"),
        ("明治5年", "the era 明治 lasted from 1873-01-01"),
        ("令和元年4月30日", "the era 令和 began on 2019-05-01"),
        ("R1.4.30", "the era 令和 began"),
        (43831.0, "may mean 2020-01-01 by it: format the column as a date"),
        ("43831", "may mean 2020-01-01"),
        ("12-15 May 2014", "tells two dates, 2014-05-12 and 2014-05-15"),
        ("#REF!", "formula"),
    ],
)
def test_a_date_that_cannot_be_told_is_refused_with_the_reason(cell, words):
    assert words in sentence(partial_date, cell)


@pytest.mark.parametrize(
    ("cell", "first", "last"),
    [
        ("12-15 May 2014", "2014-05-12", "2014-05-15"),
        ("12 – 15 mai 2014", "2014-05-12", "2014-05-15"),
        ("du 12 au 15 mai 2014", "2014-05-12", "2014-05-15"),
        ("May 12-15, 2014", "2014-05-12", "2014-05-15"),
        ("28 May - 2 June 2014", "2014-05-28", "2014-06-02"),
        ("May 28 – June 2, 2014", "2014-05-28", "2014-06-02"),
        ("2014-05-12 – 2014-05-15", "2014-05-12", "2014-05-15"),
        ("2014-05-12/2014-05-15", "2014-05-12", "2014-05-15"),
        ("2014-05-12 to 2014-05-15", "2014-05-12", "2014-05-15"),
        ("25/03/2015 - 28/03/2015", "2015-03-25", "2015-03-28"),
        ("mai-juin 2014", "2014-05", "2014-06"),
        ("Dec 2013 – Jan 2014", "2013-12", "2014-01"),
        ("2015–2016", "2015", "2016"),
        ("2016年3月5日〜8日", "2016-03-05", "2016-03-08"),
        ("2016年3月5日～4月2日", "2016-03-05", "2016-04-02"),
        ("令和5年5月1日から3日まで", "2023-05-01", "2023-05-03"),
    ],
)
def test_the_days_from_one_to_another_are_read_as_both(cell, first, last):
    told = span(cell)

    assert (str(told.first), str(told.last)) == (first, last)


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        ("28 Dec - 2 Jan 2015", "ends before it begins: 2015-12-28 to 2015-01-02"),
        ("15-12 May 2014", "ends before it begins"),
        ("12 – May 2014", "not a date"),
        ("5 May 2014 and 6 June 2014", "not a date"),
        ("2015/16", "not a date"),
        ("03/04/2015 - 05/04/2015", "may be 2015-04-03 or"),
    ],
)
def test_a_span_that_cannot_be_told_is_refused_with_the_reason(cell, words):
    assert words in sentence(span, cell)


def test_one_cell_of_a_column_proves_the_order_of_the_others():
    column = dates_of_column(["03/04/2015", "", "25/03/2015"])

    assert str(column.read("03/04/2015")) == "2015-04-03"
    assert column.remark == "days are read before months, as “25/03/2015” shows"


def test_months_may_be_proved_to_stand_first():
    column = dates_of_column(["03/04/2015", "3/25/2015"])

    assert str(column.read("03/04/2015")) == "2015-03-04"
    assert "months are read before days" in column.remark


@pytest.mark.parametrize(
    "cells", [["03/04/2015"], ["03/04/2015", "2015-03-25"], ["3/4/2015", "25/3/2015", "3/25/2015"]]
)
def test_without_proof_or_with_two_the_order_stays_unknown(cells):
    column = dates_of_column(cells)

    assert "may be" in sentence(column.read, cells[0])
    assert column.remark == ""


def test_an_order_that_nobody_needs_is_not_told():
    assert dates_of_column(["25/03/2015", "03/03/2015"]).remark == ""


def test_dates_that_a_program_may_have_swapped_are_refused_with_both_readings():
    column = dates_of_column([date(2015, 4, 3), "25/03/2015"])

    refused = sentence(column.read, date(2015, 4, 3))
    assert "may be 2015-04-03 or 2015-03-04" in refused
    assert "such as “25/03/2015”" in refused
    assert str(column.read(date(2015, 4, 4))) == "2015-04-04"
    assert str(column.read("25/03/2015")) == "2015-03-25"


def test_date_cells_late_in_the_month_were_not_swapped():
    column = dates_of_column([date(2015, 4, 3), date(2015, 4, 30), "25/03/2015"])

    assert str(column.read(date(2015, 4, 3))) == "2015-04-03"


@pytest.mark.parametrize("kind", [float, str])
def test_a_column_of_nothing_but_serial_numbers_is_read_and_said(kind):
    column = dates_of_column([kind(43831), "", kind(43832), kind(43900)])

    assert str(column.read(kind(43831))) == "2020-01-01"
    assert "is 2020-01-01" in column.remark


def test_serial_numbers_of_1904_count_from_there():
    column = dates_of_column([42369.0] * 3, date(1904, 1, 1))

    assert str(column.read(42369.0)) == "2020-01-01"


@pytest.mark.parametrize("cells", [[43831.0, 43832.0], [43831.0, 43832.0, 2020.0]])
def test_a_serial_number_among_others_is_refused(cells):
    assert "2020-01-01" in sentence(dates_of_column(cells).read, 43831.0)


days = st.dates(date(1800, 1, 1), date(2199, 12, 31))


@given(day=days, name=st.sampled_from(sorted(MONTHS.items())))
def test_every_day_reads_back_from_every_way_of_writing_it(day, name):
    word, month = name
    day = day.replace(month=month, day=min(day.day, 28))
    written = [
        f"{day:%Y-%m-%d}", f"{day:%Y%m%d}", f"{day:%Y}/{day.month}/{day.day}",
        f"{day.day} {word} {day:%Y}", f"{day.day} {word.upper()}. {day:%Y}",
        f"{word} {day.day}, {day:%Y}", f"{day:%Y}年{day.month}月{day.day}日",
    ]  # fmt: skip

    for cell in written:
        assert partial_date(cell).first == day, cell
        assert partial_date(cell).precision == "day", cell


@given(day=days, others=st.lists(days, min_size=1))
def test_a_day_of_two_numbers_is_read_right_or_refused(day, others):
    column = [f"{other:%d/%m/%Y}" for other in [*others, day]]

    try:
        told = dates_of_column(column).read(column[-1])
    except CellRefused:
        assert max(other.day for other in [*others, day]) <= 12
    else:
        assert told.first == day


@given(day=st.dates(date(1873, 1, 1), date(2100, 12, 31)))
def test_every_day_of_japan_reads_back_from_its_era(day):
    era = next(era for era in reversed(ERAS[:5]) if era.first <= day)
    count = day.year - era.first_year + 1

    for cell in (
        f"{era.name}{count}年{day.month}月{day.day}日",
        f"{era.letter.upper()}{count}.{day.month}.{day.day}",
    ):
        assert partial_date(cell).first == day


ANY_TEXT = st.text(max_size=30) | st.text("0123456789年月日令和平成R./- –～年至ofde", max_size=24)


@given(ANY_TEXT)
def test_any_text_is_a_date_or_refused(words):
    with suppress(CellRefused):
        told = span(words)
        assert 1800 <= told.first.first.year <= 2199
        assert not told.last or told.first.first < told.last.first
