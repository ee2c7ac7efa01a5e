from django.urls import path

from relationships.people_urls import urlpatterns as people
from relationships.views.agreements import AgreementCreate, AgreementDetail, AgreementEdit
from relationships.views.cities import city_create, city_find, city_lookup
from relationships.views.decisions import (
    DecisionEdit,
    decision_create,
    legal_status_change,
    legal_status_undo,
)
from relationships.views.documents import (
    agreement_document,
    agreement_document_remove,
    agreement_document_restore,
)
from relationships.views.lookup import relationship_lookup
from relationships.views.ties import RelationshipCreate, RelationshipEdit

TIE = "relationships/<int:pk>"

urlpatterns = [
    *people,
    path("relationships/lookup/", relationship_lookup, name="relationship_lookup"),
    path("relationships/new/", RelationshipCreate.as_view(), name="relationship_create"),
    path(f"{TIE}/edit/", RelationshipEdit.as_view(), name="relationship_edit"),
    path(f"{TIE}/decisions/new/", decision_create, name="decision_create"),
    path("decisions/<int:pk>/edit/", DecisionEdit.as_view(), name="decision_edit"),
    path(f"{TIE}/legal-status/", legal_status_change, name="legal_status_change"),
    path("legal-status/<int:pk>/undo/", legal_status_undo, name="legal_status_undo"),
    path(f"{TIE}/agreements/new/", AgreementCreate.as_view(), name="agreement_create"),
    path("agreements/<int:pk>/", AgreementDetail.as_view(), name="agreement_detail"),
    path("agreements/<int:pk>/edit/", AgreementEdit.as_view(), name="agreement_edit"),
    path("documents/<int:pk>/", agreement_document, name="agreement_document"),
    path("documents/<int:pk>/remove/", agreement_document_remove, name="agreement_document_remove"),
    path(
        "documents/<int:pk>/restore/", agreement_document_restore, name="agreement_document_restore"
    ),
    path("cities/lookup/", city_lookup, name="city_lookup"),
    path("cities/find/", city_find, name="city_find"),
    path("cities/new/", city_create, name="city_create"),
]
