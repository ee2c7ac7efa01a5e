from django.urls import path

from relationships.views.people import contact, handover, merging, organisations
from relationships.views.people.anonymising import contact_anonymise
from relationships.views.people.contact_form import ContactCreate, ContactEdit
from relationships.views.people.listing import ContactList, OrganisationList

urlpatterns = [
    path("people/", ContactList.as_view(), name="contact_list"),
    path("people/new/", ContactCreate.as_view(), name="contact_create"),
    path("people/duplicates/", merging.people_duplicates, name="people_duplicates"),
    path("people/<int:pk>/", contact.contact_detail, name="contact_detail"),
    path("people/<int:pk>/edit/", ContactEdit.as_view(), name="contact_edit"),
    path("people/<int:pk>/verify/", contact.contact_verify, name="contact_verify"),
    path("people/<int:pk>/primary/", contact.contact_primary, name="contact_primary"),
    path("people/<int:pk>/handover/", handover.contact_handover, name="contact_handover"),
    path("people/<int:pk>/anonymise/", contact_anonymise, name="contact_anonymise"),
    path("people/<int:pk>/export/", contact.contact_export, name="contact_export"),
    path("people/<int:pk>/merge/<int:other>/", merging.contact_merge, name="contact_merge"),
    path("people/<int:pk>/apart/<int:other>/", merging.contact_apart, name="contact_apart"),
    path("people/<int:pk>/unmerge/", merging.contact_unmerge, name="contact_unmerge"),
    path("people/organisations/", OrganisationList.as_view(), name="organisation_list"),
    path(
        "people/organisations/new/",
        organisations.OrganisationCreate.as_view(),
        name="organisation_create",
    ),
    path(
        "people/organisations/lookup/",
        organisations.organisation_lookup,
        name="organisation_lookup",
    ),
    path(
        "people/organisations/<int:pk>/",
        organisations.organisation_detail,
        name="organisation_detail",
    ),
    path(
        "people/organisations/<int:pk>/edit/",
        organisations.OrganisationEdit.as_view(),
        name="organisation_edit",
    ),
    path(
        "people/organisations/<int:pk>/merge/<int:other>/",
        merging.organisation_merge,
        name="organisation_merge",
    ),
    path(
        "people/organisations/<int:pk>/apart/<int:other>/",
        merging.organisation_apart,
        name="organisation_apart",
    ),
    path(
        "people/organisations/<int:pk>/unmerge/",
        merging.organisation_unmerge,
        name="organisation_unmerge",
    ),
    path(
        "relationships/<int:pk>/people/", handover.relationship_people, name="relationship_people"
    ),
]
