from django.core.exceptions import PermissionDenied
from django.views.generic import ListView

from accounts.current_office import office_for
from activities.models import Import
from activities.views.imports.scope import PREPARE, VIEW


class ImportList(ListView):
    """The files that came in to one office, the newest first."""

    template_name = "activities/imports/list.html"
    paginate_by = 50

    def dispatch(self, request, *args, **kwargs):
        self.office = office_for(request)
        if not request.user.has_perm(VIEW, self.office):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_queryset(self):
        imports = Import.objects.visible_to(self.request.user).of_office(self.office)
        return imports.select_related("imported_by", "taken_by", "taken_back_by").defer(
            "mapping", "corrections", "decisions"
        )

    def get_context_data(self, **kwargs):
        may_send = self.request.user.has_perm(PREPARE, self.office)
        return super().get_context_data(**kwargs) | {"office": self.office, "may_send": may_send}
