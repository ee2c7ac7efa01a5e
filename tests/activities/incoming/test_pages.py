"""An officer sends a file in, settles it, and a coordinator takes it: page by page."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from activities.models import Activity, Import
from relationships.models import City
from tests.activities.imports.making import TIE, csv_of, workbook_of
from tests.activities.incoming.sending import AS_OF, checked, send, taken, worked_on
from tests.activities.incoming.test_taking import CHOIR, VISIT
from tests.factories import ActivityFactory, CityFactory, HomeCityFactory, RelationshipFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _in_november(time_machine):
    time_machine.move_to(f"{AS_OF}T12:00:00+00:00")


def bytes_of(source):
    with source.file.open("rb") as file:
        return file.read()


def upload(browser, data, name="rows.csv", kind="activity"):
    file = SimpleUploadedFile(name, data)
    return browser.post(reverse("import_create"), {"kind": kind, "file": file})


def page_of(browser, source, query=""):
    return browser.get(f"{source.get_absolute_url()}{query}").content.decode()


def act(browser, name, source, **data):
    return browser.post(reverse(name, args=[source.pk]), data, follow=True).content.decode()


def test_a_file_whose_columns_are_known_goes_straight_to_its_check(officer_client, tie):
    answer = upload(officer_client, csv_of(CHOIR))

    source = Import.objects.get()
    assert answer.url == source.get_absolute_url()
    assert (source.state, source.imported_by.name) == ("checking", "Odile")
    worked_on(source)
    text = page_of(officer_client, source)
    assert "Choir from Shanghai" in text
    assert "Every row is settled." in text
    assert "Corinne" not in text


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("rows.csv", b"", "The file is empty."),
        ("rows.xlsx", csv_of(CHOIR), "named like an Excel workbook"),
        ("rows.csv", b"\x89PNG\r\n", "a picture"),
        ("rows.csv", b"a,b\n" * 20_001, "more than 20000 rows"),
        ("rows.csv", b"a,b\n" * 3_000_000, "larger than 10 MB"),
    ],
)
def test_a_file_that_is_no_table_is_refused_with_a_sentence(officer_client, name, data, sentence):
    answer = upload(officer_client, data, name)

    assert sentence in answer.content.decode()
    assert not Import.objects.exists()


def test_strange_columns_are_asked_about_once_for_each_set_of_headers(officer_client, tie):
    row = {"Où": "Shanghai", "Quand": "2018-05-04", "Quoi": "Chorale", "Genre": "soirée",
           "Ville": "Montréal", "Pays": "CA", "Chez": "CN", "Dossier": "12"}  # fmt: skip
    answer = upload(officer_client, csv_of(row))
    source = Import.objects.get()
    assert answer.url == reverse("import_columns", args=[source.pk])
    page = officer_client.get(answer.url).content.decode()
    assert "Dossier" in page
    meanings = ["city_b", "date_start", "title", "type", "city_a", "country_a", "country_b", "-"]
    said = {f"column_{at}": meaning for at, meaning in enumerate(meanings)}

    said |= {"version": source.version}
    answer = officer_client.post(answer.url, said, follow=True)

    assert "soirée" in answer.content.decode()
    said |= {"version": source.version + 1, "word_0": "performance"}
    officer_client.post(reverse("import_columns", args=[source.pk]), said)
    source = worked_on(source)
    assert (source.state, source.created, source.layout["left_out"]) == ("checked", 1, ["Dossier"])
    again = upload(officer_client, csv_of(row | {"Quoi": "Autre"}))
    assert again.url == Import.objects.first().get_absolute_url()


def test_columns_must_say_what_a_file_needs_and_nothing_twice(officer_client, office, tie):
    source = send({"Où": "Shanghai", "Quand": "2018-05-04"}, office=office)
    address = reverse("import_columns", args=[source.pk])

    lacking = officer_client.post(address, {"version": 1, "column_0": "city_b"})
    twice = officer_client.post(address, {"version": 1, "column_0": "title", "column_1": "title"})

    assert "Say which column is: Title." in lacking.content.decode()
    assert "cannot both be: Title" in twice.content.decode()


def test_of_two_who_settle_the_columns_the_second_is_told(officer_client, office, tie):
    source = send(CHOIR | {"Dossier": "12"}, office=office)
    said = {"version": 1, **columns_of(officer_client, source)}
    officer_client.post(reverse("import_columns", args=[source.pk]), said | {"column_9": "-"})
    worked_on(source)

    second = officer_client.post(reverse("import_columns", args=[source.pk]), said)

    assert second.status_code == 409
    assert "Somebody else settled the columns meanwhile" in second.content.decode()
    assert "leave out" in second.content.decode()


def columns_of(browser, source):
    page = browser.get(reverse("import_columns", args=[source.pk]))
    form = page.context["form"]
    return {field.html_name: field.initial or "" for field in form.visible_fields()}


def test_another_sheet_of_the_workbook_can_be_read(officer_client, tie):
    header, row = list(CHOIR), list(CHOIR.values())
    data = workbook_of(header, row, sheet="2024", more={"2025": [header, row, row]})
    upload(officer_client, data, "years.xlsx")
    source = Import.objects.get()

    page = act(officer_client, "import_columns", source, sheet="2025")
    act(officer_client, "import_columns", source, sheet="2031")

    source.refresh_from_db()
    assert source.sheet == "2025"
    assert "The workbook has other sheets" in page


def test_a_refused_cell_is_corrected_in_place_and_the_file_stays(officer_client, office, tie):
    source = checked(send(CHOIR, VISIT | {"date_start": "soon"}, office=office))
    before = bytes_of(source)
    text = page_of(officer_client, source)
    assert "Row 3" in text
    assert 'name="cell_7" value="soon"' in text

    answer = officer_client.post(
        reverse("import_row", args=[source.pk, 3]), {"cell_7": "2019-09-01", "was_7": "soon"}
    )

    source.refresh_from_db()
    assert answer.url.endswith("?page=1#row-3")
    assert (source.created, source.refused, source.can_be_taken) == (2, 0, True)
    assert source.corrections == {"3": {"7": "2019-09-01"}}
    assert bytes_of(source) == before


def test_of_two_who_correct_one_cell_the_second_is_told(officer_client, office, tie):
    source = checked(send(CHOIR, VISIT | {"date_start": "soon"}, office=office))
    address = reverse("import_row", args=[source.pk, 3])
    officer_client.post(address, {"cell_7": "later", "was_7": "soon"})

    second = officer_client.post(address, {"cell_7": "2019-09-01", "was_7": "soon"})

    text = second.content.decode()
    assert second.status_code == 409
    assert "Somebody else corrected this row meanwhile" in text
    assert 'value="2019-09-01"' in text
    assert "Now: later" in text


def test_the_city_that_is_meant_is_chosen(officer_client, office, home):
    for region in ("Jiangsu", "Zhejiang"):
        city = CityFactory(name="Taizhou", region=region, country="CN")
        RelationshipFactory(office=office, home_city=home, partner_city=city)
    source = checked(send(CHOIR | {"city_b": "Taizhou"}, office=office))
    text = page_of(officer_client, source)
    assert "It is Taizhou" in text

    officer_client.post(reverse("import_row", args=[source.pk, 2]), {"cell_city_id_b": city.pk})

    row = source.checked_rows.get()
    assert (row.outcome, row.relationship) == (
        "created",
        "Montréal (Quebec) – Taizhou (Zhejiang)",
    )


def test_a_city_that_is_not_on_record_is_put_there_and_the_way_leads_back(
    officer_client, office, home
):
    source = checked(send(CHOIR | {"city_b": "Qingdao"}, office=office))
    address = source.checked_rows.get()
    text = page_of(officer_client, source)
    assert "Put Qingdao on record" in text
    city = CityFactory(name="Tsingtao", country="CN")

    row = officer_client.get(
        reverse("import_row", args=[source.pk, address.line]), {"side": "b", "city": city.pk}
    )

    assert f'name="cell_city_id_b" value="{city.pk}"' in row.content.decode()


def test_the_refused_rows_come_back_as_a_file_that_can_be_sent_again(officer_client, office, tie):
    source = checked(send(CHOIR, VISIT | {"date_start": "soon", "note": "=1+1"}, office=office))

    answer = officer_client.get(reverse("import_refused", args=[source.pk]))
    again = upload(officer_client, answer.content.replace(b"soon", b"2019-09-01"))

    lines = answer.content.decode("utf-8-sig").splitlines()
    assert len(lines) == 2
    assert lines[0].endswith("note,What to correct")
    assert "is not a date" in lines[1]
    assert "'=1+1" in lines[1]
    returned = Import.objects.first()
    assert again.url == returned.get_absolute_url()
    returned = worked_on(returned)
    assert (returned.created, returned.layout["unknown"]) == (1, [])


@pytest.mark.parametrize("kind", ["activity", "tie"])
@pytest.mark.parametrize("format", ["csv", "xlsx"])
def test_an_empty_file_to_fill_in_has_all_columns(officer_client, kind, format):
    answer = officer_client.get(reverse("import_template", args=[kind, format]))

    assert f'.{format}"' in answer.headers["Content-Disposition"]
    sent = upload(officer_client, answer.content, f"empty.{format}", kind)
    assert "no row below" in sent.content.decode()


def test_a_possible_duplicate_is_decided_and_undecided(officer_client, office, tie):
    ActivityFactory(relationships=[tie], when="2018-05-04", type="performance")
    source = checked(send(CHOIR, office=office))

    taken = act(officer_client, "import_decide", source, line="2", answer="take")
    asked = act(officer_client, "import_decide", source, line="2", answer="")
    left = act(officer_client, "import_decide", source, line="duplicates", answer="leave")

    assert "taken as one of its own" in taken
    assert "Take row 2 as well" in asked
    assert "Undo for row 2" in left


def test_the_file_may_change_the_record_when_it_is_let(coordinator_client, office, tie):
    source = checked(send(CHOIR, office=office))
    act(coordinator_client, "import_take", source)
    worked_on(source)
    later = checked(send(CHOIR | {"artists": "41"}, office=office))
    assert "1 known row says otherwise" in page_of(coordinator_client, later)

    act(coordinator_client, "import_updates", later, answer="yes")
    act(coordinator_client, "import_take", later)
    worked_on(later)

    assert Activity.objects.get().artists == 41


def test_an_officer_hands_the_file_to_those_who_may_take_it(
    officer_client, coordinator, office, tie
):
    source = checked(send(CHOIR, office=office))

    text = page_of(officer_client, source)
    answer = officer_client.post(reverse("import_take", args=[source.pk]))

    assert "The file waits here for somebody who may take it: Corinne." in " ".join(text.split())
    assert answer.status_code == 403


def test_a_coordinator_takes_the_file_and_takes_it_back(coordinator_client, office, tie):
    source = checked(send(CHOIR, office=office))

    assert "The rows are being taken" in act(coordinator_client, "import_take", source)
    assert "at work on this import" in act(coordinator_client, "import_take", source)
    worked_on(source)
    assert "Choir from Shanghai" in page_of(coordinator_client, source)
    assert "The import is being taken back" in act(coordinator_client, "import_take_back", source)
    assert "at work on this import" in act(coordinator_client, "import_take_back", source)
    worked_on(source)
    back = page_of(coordinator_client, source)

    assert "Made void: 1." in back
    assert "Check it again, to take it again" in back
    assert Activity.objects.get().status == "void"


def test_the_bar_of_progress_is_asked_for_alone_and_then_loads_the_page(
    officer_client, office, tie
):
    source = send(CHOIR, office=office)
    Import.objects.filter(pk=source.pk).update(state="checking", done=3, total=8)
    htmx = {"HX-Request": "true"}

    part = officer_client.get(source.get_absolute_url(), headers=htmx)
    Import.objects.filter(pk=source.pk).update(state="uploaded")
    over = officer_client.get(source.get_absolute_url(), headers=htmx)

    assert "Step 3 of 8" in part.content.decode()
    assert "<html" not in part.content.decode()
    assert over.headers["HX-Refresh"] == "true"


def test_only_rows_of_one_outcome_are_shown_when_asked_for(officer_client, office, tie):
    source = checked(send(CHOIR, VISIT | {"date_start": "soon"}, office=office))

    refused = page_of(officer_client, source, "?outcome=refused")
    odd = page_of(officer_client, source, "?outcome=nonsense&page=99%00")

    assert re.findall(r'id="row-(\d+)"', refused) == ["3"]
    assert re.findall(r'id="row-(\d+)"', odd) == ["3", "2"]


def test_odd_answers_change_nothing(officer_client, office, tie):
    source = checked(send(CHOIR, VISIT | {"date_start": "soon"}, office=office))
    row = reverse("import_row", args=[source.pk, 3])

    officer_client.post(row, {"cell_7": "a\0b", "cell_99": "x", "cell_title": "y"})
    officer_client.post(reverse("import_decide", args=[source.pk]), {"line": "9" * 30})
    officer_client.post(reverse("import_decide", args=[source.pk]), {"line": "2", "answer": "take"})

    source.refresh_from_db()
    assert (source.corrections, source.decisions) == ({}, {})
    assert officer_client.get(reverse("import_row", args=[source.pk, 77])).status_code == 404


def test_the_list_shows_the_files_of_the_office(officer_client, office, other_office, tie):
    send(CHOIR, office=office, name="ours.csv")
    send(TIE, office=other_office, name="theirs.csv", kind="tie")

    text = officer_client.get(reverse("import_list")).content.decode()

    assert "ours.csv" in text
    assert "theirs.csv" not in text


@pytest.mark.parametrize("number", [2, 20])
def test_the_preview_asks_as_little_for_many_rows_as_for_few(
    officer_client, office, tie, number, django_assert_max_num_queries
):
    rows = [VISIT | {"activity_id": f"E{n}", "date_start": f"19{n + 70}"} for n in range(number)]
    source = checked(send(*rows, CHOIR | {"date_start": "soon"}, office=office))

    with django_assert_max_num_queries(12):
        officer_client.get(source.get_absolute_url())


@pytest.mark.parametrize("number", [2, 20])
def test_the_list_asks_as_little_for_many_files_as_for_few(
    officer_client, office, tie, number, django_assert_max_num_queries
):
    for at in range(number):
        send(CHOIR, office=office, name=f"{at}.csv")
    Import.objects.update(state="checked", layout={"has_news": True})

    with django_assert_max_num_queries(9):
        officer_client.get(reverse("import_list"))


def test_unknown_cities_of_a_file_of_relationships_are_asked_about(officer_client, office, home):
    source = checked(send(TIE, office=office, kind="tie"))
    asked = page_of(officer_client, source)

    answer = act(officer_client, "import_updates", source, what="cities", answer="yes")

    assert "1 row names a city that is not on record." in asked
    assert "Put Shanghai on record" in asked
    assert "Every row is settled." in answer
    assert not City.objects.filter(name="Shanghai").exists()
    again = act(officer_client, "import_updates", source, what="cities", answer="no")
    assert "1 row needs settling" in again


def test_a_file_is_discarded_and_brought_back(officer_client, office, tie):
    source = checked(send(CHOIR, office=office))

    gone = act(officer_client, "import_discard", source)
    twice = act(officer_client, "import_discard", source)
    page = page_of(officer_client, source)
    back = act(officer_client, "import_discard", source, answer="undo")

    assert "is discarded" in gone
    assert "at work on this import" in twice
    assert "Discarded by Odile." in page
    assert "Every row is settled." in back
    assert "Discarded by" not in back


def test_what_is_on_record_is_not_discarded(coordinator_client, coordinator, office, tie):
    source = taken(checked(send(CHOIR, office=office)), by=coordinator)

    act(coordinator_client, "import_discard", source)

    source.refresh_from_db()
    assert source.state == "taken"


def test_who_knows_how_its_letters_are_written_can_say_so(officer_client, tie):
    data = csv_of(CHOIR | {"title": "Chœur du Québec"}, encoding="utf-8").decode()
    data = data.replace("œ", "oe").encode("mac-roman")
    refused = upload(officer_client, data).content.decode()

    file = SimpleUploadedFile("rows.csv", data)
    sent = {"kind": "activity", "file": file, "encoding": "mac-roman"}
    officer_client.post(reverse("import_create"), sent)

    assert "How its letters are written" in refused
    source = Import.objects.get()
    assert worked_on(source).checked_rows.get().title == "Choeur du Québec"
    columns = reverse("import_columns", args=[source.pk])
    officer_client.post(columns, {"encoding": "cp1252"})
    assert worked_on(source).encoding == "cp1252"
    odd = officer_client.post(columns, {"encoding": "zip\0"}, follow=True).content.decode()
    assert "There is no encoding" in odd


def test_the_letters_are_not_asked_for_where_they_can_be_read(officer_client, tie):
    page = officer_client.get(reverse("import_create")).content.decode()

    assert "How its letters are written" not in page


PARTNERS = [
    ["Nos activités"],
    ["Titre", "Type", "Date", "Ville partenaire", "Pays partenaire", "Élèves"],
    ["Choir", "performance", "2018-05-04", "Shanghai", "Chine", 4],
    ["Total", "", "", "", "", 4],
    ["Note : provisoire"],
]


def test_a_file_that_names_partners_only_means_the_offices_own_city(officer_client, office, tie):
    upload(officer_client, workbook_of(*PARTNERS), "partners.xlsx")

    source = worked_on(Import.objects.get())

    assert [row.outcome for row in source.checked_rows.order_by("line")] == [
        "ignored", "created", "ignored", "ignored",
    ]  # fmt: skip
    assert "Montréal is meant in every row" in page_of(officer_client, source)


def test_with_several_home_cities_the_file_must_say_which(officer_client, office, tie):
    HomeCityFactory(office=office)

    answer = upload(officer_client, workbook_of(*PARTNERS), "partners.xlsx")

    source = Import.objects.get()
    assert answer.url == reverse("import_columns", args=[source.pk])
    page = officer_client.post(answer.url, {"version": source.version}).content.decode()
    assert "Say which column is" in page
