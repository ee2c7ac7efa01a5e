"""How a new form begins: what the address asks for, or an activity that is to recur."""

from django import forms
from django.core.exceptions import ValidationError

from accounts.keys import as_key
from activities.choices import Direction, GovernmentRole, Mode, Status, Substance
from activities.copying import as_next_year
from activities.models import Activity, Programme
from relationships.forms.partial_date import PartialDateField

# Boxes that an address may fill, with what may stand in them; anything else is passed over.
WORDS = {
    "type": forms.CharField(max_length=20),
    "title": forms.CharField(max_length=300),
    "place": forms.CharField(max_length=150),
    "status": forms.ChoiceField(choices=[one for one in Status.choices if one[0] != Status.VOID]),
    "mode": forms.ChoiceField(choices=Mode.choices),
    "direction": forms.ChoiceField(choices=Direction.choices),
    "government_role": forms.ChoiceField(choices=GovernmentRole.choices),
    "substance": forms.ChoiceField(choices=Substance.choices),
    "start": PartialDateField(),
    "end": PartialDateField(),
}
BOXES = {"start": "starts", "end": "ends"}


def copied(request) -> Activity | None:
    """The activity that ``?copy=`` names, of an office whose activities the person may see."""
    return _row(Activity.objects.owned(), request, "copy", "office")


def programme_asked_for(request) -> Programme | None:
    return _row(Programme.objects.owned(), request, "programme", "relationship__office")


def beginning(request, *, relationship, programme, copy) -> dict:
    """The initial values of the form; what the address says overrules what is copied."""
    initial = as_next_year(copy) if copy else {}
    if programme:
        initial |= {"programme": programme.pk, "relationships": [programme.relationship_id]}
    if relationship:
        initial["relationships"] = [relationship.pk]
    return initial | _words(request)


def _words(request) -> dict:
    found = {}
    for name, field in WORDS.items():
        try:
            found[BOXES.get(name, name)] = field.clean(request.GET.get(name, ""))
        except ValidationError:
            continue  # an address is typed by people and by other pages; the form will ask
    return found


def _row(rows, request, name, office):
    pk = as_key(request.GET.get(name, ""))
    return rows.visible_to(request.user).select_related(office).filter(pk=pk).first()
