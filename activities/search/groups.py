"""What can be searched: for each kind of record who may read it, how it is found and shown."""

from collections.abc import Callable
from typing import NamedTuple

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

from activities.models import Activity, Programme
from activities.search.words import choices_named, cities_named, holds_all
from relationships.models import Agreement, City, Contact, Organisation, Relationship
from relationships.models.agreement import AgreementKind

CITIES_OF_TIE = ("relationship__home_city__", "relationship__partner_city__")


class Hit(NamedTuple):
    """One record that was found, with the door to it."""

    name: str
    note: str
    address: str
    native: str = ""
    language: str = ""


class Group(NamedTuple):
    """``find(user, words)`` gives the rows that ``user`` may see, in order; ``show`` says one."""

    name: str
    label: str | Promise
    permission: str
    find: Callable[..., QuerySet]
    show: Callable[..., Hit]


def groups_for(user) -> list[Group]:
    """The kinds of record that some role of ``user`` may read."""
    return [group for group in GROUPS if user.has_perm(group.permission)]


def _ties(user, words):
    return (
        Relationship.objects.visible_to(user, "relationships.view_relationship")
        .filter(cities_named(words, "home_city__", "partner_city__"))
        .with_cities()
        # Their own before those to compare with.
        .order_by(
            F("office__name").asc(nulls_last=True),
            "partner_city__name",
            "home_city__name",
            "pk",
        )
    )


def _tie(tie):
    city = tie.partner_city
    note = [str(city.country.name), tie.get_legal_status_display()]
    if tie.is_reference:
        note.append(str(_("to compare with")))
    return Hit(
        str(tie), " · ".join(note), tie.get_absolute_url(), city.native_name, city.native_language
    )


def _cities(user, words):
    """Cities that stand in a tie which ``user`` sees; of others nothing is said."""
    ties = Relationship.objects.visible_to(user, "relationships.view_relationship")
    has_tie = Exists(ties.filter(Q(home_city=OuterRef("pk")) | Q(partner_city=OuterRef("pk"))))
    return City.objects.filter(has_tie).filter(cities_named(words, "")).order_by("name", "pk")


def _city(city):
    note = ", ".join(part for part in (city.region, str(city.country.name)) if part)
    query = urlencode({"q": city.name, "group": "ties"})
    address = f"{reverse('search')}?{query}"
    return Hit(city.name, note, address, city.native_name, city.native_language)


def _activities(user, words):
    return (
        Activity.objects.visible_to(user, "activities.view_activity")
        .not_void()
        .titled_like(*words)
        .order_by("-start_date", "-pk")
    )


def _activity(activity):
    note = f"{activity.starts.in_words()} · {activity.get_type_display()}"
    if not activity.is_live:
        note += f" · {activity.get_status_display()}"
    return Hit(activity.title, note, activity.get_absolute_url())


def _programmes(user, words):
    visible = Programme.objects.owned().visible_to(user, "activities.view_activity")
    named = holds_all(words, "search_text") | cities_named(words, *CITIES_OF_TIE)
    return _with_tie(visible.filter(named)).order_by("name", "pk")


def _programme(programme):
    return Hit(programme.name, str(programme.relationship), programme.get_absolute_url())


def _agreements(user, words):
    visible = Agreement.objects.visible_to(user, "relationships.view_agreement")
    named = holds_all(words, "search_text") | cities_named(words, *CITIES_OF_TIE)
    named |= Q(kind__in=choices_named(AgreementKind, words))
    return _with_tie(visible.filter(named)).order_by("-signed_date", "-pk")


def _agreement(agreement):
    name = agreement.title or agreement.get_kind_display()
    note = f"{agreement.relationship} · {agreement.signed.in_words()}"
    return Hit(name, note, agreement.get_absolute_url())


def _with_tie(rows):
    return rows.select_related("relationship__home_city", "relationship__partner_city")


def _organisations(user, words):
    return (
        Organisation.objects.visible_to(user, "relationships.view_organisation")
        .filter(holds_all(words, "search_text"))
        .select_related("city")
        .order_by("name", "pk")
    )


def _organisation(body):
    note = body.get_kind_display() + (f" · {body.city}" if body.city else "")
    address = body.get_absolute_url()
    return Hit(body.name, note, address, body.native_name, body.native_language)


def _contacts(user, words):
    return (
        Contact.objects.visible_to(user, "relationships.view_contact")
        .filter(holds_all(words, "search_text"))
        .select_related("organisation")
        .order_by("family_name", "given_name", "pk")
    )


def _contact(contact):
    note = ", ".join(str(part) for part in (contact.post, contact.organisation) if part)
    address = contact.get_absolute_url()
    return Hit(contact.name, note, address, contact.native_name, contact.native_language)


GROUPS = (
    Group("ties", _("Relationships"), "relationships.view_relationship", _ties, _tie),
    Group("activities", _("Activities"), "activities.view_activity", _activities, _activity),
    Group("cities", _("Cities"), "relationships.view_relationship", _cities, _city),
    Group("organisations", _("Organisations"), "relationships.view_organisation",
          _organisations, _organisation),
    Group("contacts", _("Contacts"), "relationships.view_contact", _contacts, _contact),
    Group("programmes", _("Programmes"), "activities.view_activity", _programmes, _programme),
    Group("agreements", _("Agreements"), "relationships.view_agreement", _agreements, _agreement),
)  # fmt: skip
