"""An officer sends a file in and says what its columns and letters mean."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from activities.models import Import
from tests.activities.imports.making import csv_of, workbook_of
from tests.activities.incoming.browsing import act, page_of, upload
from tests.activities.incoming.sending import send, worked_on
from tests.activities.incoming.test_taking import CHOIR
from tests.factories import HomeCityFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november")]


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


@pytest.mark.parametrize("kind", ["activity", "tie"])
@pytest.mark.parametrize("format", ["csv", "xlsx"])
def test_an_empty_file_to_fill_in_has_all_columns(officer_client, kind, format):
    answer = officer_client.get(reverse("import_template", args=[kind, format]))

    assert f'.{format}"' in answer.headers["Content-Disposition"]
    sent = upload(officer_client, answer.content, f"empty.{format}", kind)
    assert "no row below" in sent.content.decode()


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
