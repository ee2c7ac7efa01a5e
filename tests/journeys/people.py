"""People of Victoria's tie with Suzhou, made up for the browser, and the pages that show them."""

from datetime import date

from django.utils import timezone

from relationships.models import Contact, Relationship
from relationships.people.merging import merge
from relationships.people.primary import call_first
from tests.factories import ContactFactory, OrganisationFactory


def people_of_suzhou(office):
    """One who left, the one who is called first, her double, and our own officer."""
    tie = Relationship.objects.of_office(office).get(partner_city__name="Suzhou")
    body = OrganisationFactory(
        office=office, name="Suzhou Foreign Affairs Office", native_name="苏州市外事办公室",
        kind="government", side="partner", city=tie.partner_city,
    )  # fmt: skip
    there = {"office": office, "native_language": "zh", "organisation": body}
    left = ContactFactory(
        name="Zhang Wei", native_name="张伟", from_date=date(2012, 3, 1),
        to_date=date(2018, 6, 30), **there,
    )  # fmt: skip
    first = ContactFactory(
        name="Li Na", native_name="李娜", from_date=date(2019, 9, 1), salutation="Director Li",
        email="li@suzhou.example", verified_date=date(2024, 5, 1), **there,
    )  # fmt: skip
    double = ContactFactory(name="Na Li", email="li@suzhou.example", office=office)
    ours = ContactFactory(
        office=office, name="Berg Anna", name_order="given", side="ours", post="Protocol officer",
        from_date=date(2015, 1, 1),
    )  # fmt: skip
    for contact in [left, first, double, ours]:
        contact.relationships.add(tie)
    call_first(contact=first, relationship=tie, by=None)
    return tie, left, first, double, ours


def people_places(office):
    tie, left, first, double, _ours = people_of_suzhou(office)
    body, second = first.organisation, OrganisationFactory(office=office, side="partner")
    merged = ContactFactory(office=office, name="Li N.")
    merge(kept=Contact.objects.get(pk=first.pk), merged=merged, values={}, by=None,
          now=timezone.now(), versions=(1, 1))  # fmt: skip
    yield "contact_list", "/people/"
    yield "contact_list-nothing", "/people/?q=nowhere"
    yield "contact_create", f"/people/new/?relationship={tie.pk}&side=partner"
    yield "contact_detail", first.get_absolute_url()
    yield "contact_detail-left", left.get_absolute_url()
    yield "contact_detail-merged", merged.get_absolute_url()
    yield "contact_edit", f"{first.get_absolute_url()}edit/"
    yield "contact_handover", f"{first.get_absolute_url()}handover/"
    yield "contact_merge", f"{first.get_absolute_url()}merge/{double.pk}/"
    yield "people_duplicates", "/people/duplicates/"
    yield "relationship_people", f"{tie.get_absolute_url()}people/"
    yield "organisation_list", "/people/organisations/"
    yield "organisation_list-nothing", "/people/organisations/?q=nowhere"
    yield "organisation_create", "/people/organisations/new/"
    yield "organisation_detail", body.get_absolute_url()
    yield "organisation_edit", f"{body.get_absolute_url()}edit/"
    yield "organisation_merge", f"{body.get_absolute_url()}merge/{second.pk}/"
