from django.urls import path

from relationships.views.lookup import relationship_lookup

urlpatterns = [
    path("relationships/lookup/", relationship_lookup, name="relationship_lookup"),
]
