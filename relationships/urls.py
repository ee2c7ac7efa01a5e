from django.urls import path

from relationships.people_urls import urlpatterns as people
from relationships.views.lookup import relationship_lookup

urlpatterns = [
    *people,
    path("relationships/lookup/", relationship_lookup, name="relationship_lookup"),
]
