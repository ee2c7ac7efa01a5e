from django.utils.translation import gettext as _
from django_filters.rest_framework import DjangoFilterBackend
from rest_framework.exceptions import ValidationError

PAGING = {"page", "page_size", "format"}


class DeclaredFilters(DjangoFilterBackend):
    """Filters by what is declared and refuses the rest.

    A misspelt filter that is passed over would answer with every row, which nobody asked for.
    """

    def filter_queryset(self, request, queryset, view):
        filterset = self.get_filterset_class(view, queryset)
        declared = set(filterset.base_filters) if filterset else set()
        unknown = set(request.query_params) - declared - PAGING
        if unknown:
            raise ValidationError(
                {name: [_("There is no such filter.")] for name in sorted(unknown)}
            )
        return super().filter_queryset(request, queryset, view)
