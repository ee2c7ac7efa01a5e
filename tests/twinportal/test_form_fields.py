"""How a form field looks: label, hint, errors and control belong together."""

import pytest
from django import forms
from django.template.loader import render_to_string
from pytest_django.asserts import assertInHTML

from twinportal.widgets import Chips


class VisitForm(forms.Form):
    title = forms.CharField(label="Title", help_text="In a few words")
    place = forms.CharField(label="Place", required=False)
    kind = forms.ChoiceField(
        label="What kind", widget=Chips, choices=[("visit", "Visit"), ("aid", "Aid")]
    )
    mode = forms.ChoiceField(label="Mode", choices=[("virtual", "Virtual")])
    is_public = forms.BooleanField(label="Everybody may see it", required=False)
    note = forms.CharField(widget=forms.Textarea(attrs={"class": "tall"}), required=False)


def test_a_field_is_described_by_its_hint_and_its_error():
    form = VisitForm({})

    field = form["title"].as_field_group()

    assertInHTML('<label class="form-label" for="id_title">Title</label>', field)
    assert 'aria-describedby="id_title_helptext id_title_error"' in field
    assert 'id="id_title_helptext">In a few words' in field
    assert '<ul class="field-error" id="id_title_error"><li>This field is required.' in field
    assert 'aria-invalid="true"' in field


def test_what_is_not_needed_is_called_optional():
    form = VisitForm()

    assert "optional" in form["place"].as_field_group()
    assert "optional" not in form["title"].as_field_group()


@pytest.mark.parametrize(
    ("name", "css"),
    [
        ("title", 'class="form-control"'),
        ("mode", 'class="form-select"'),
        ("is_public", 'class="form-check-input"'),
        ("note", 'class="tall form-control"'),
    ],
)
def test_a_control_has_the_class_of_its_kind(name, css):
    assert css in VisitForm()[name].as_field_group()


def test_chips_are_radio_buttons_in_a_named_group():
    field = VisitForm(initial={"kind": "aid"})["kind"].as_field_group()

    assertInHTML("<legend>What kind</legend>", field)
    assert field.count('type="radio"') == 2
    assert 'value="aid"' in field
    assert "checked" in field


def test_the_summary_of_errors_leads_to_the_boxes():
    form = VisitForm({"mode": "virtual"})

    summary = render_to_string("parts/error_summary.html", {"form": form})

    assert '<a href="#id_title">Title</a>: This field is required.' in summary
    assert '<a href="#id_kind">What kind</a>' in summary
    assert 'role="alert"' in summary


def test_without_errors_there_is_no_summary():
    summary = render_to_string("parts/error_summary.html", {"form": VisitForm()})

    assert summary.strip() == ""
