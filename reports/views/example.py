from django.contrib.auth.decorators import login_not_required
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from reports.charts import LikelihoodRow
from reports.comparing.example import figures

FRESH = 300  # seconds


@login_not_required
@require_safe
@cache_control(max_age=FRESH)
def example(request):
    """The article's comparison, for everybody: counts of a demonstration record, no tie by name."""
    found = figures()
    context = {"figures": found, "bars": bars(found) if found else []}
    return render(request, "reports/example.html", context)


def bars(figures) -> list[LikelihoodRow]:
    groups = (
        (_("Japan, %(ties)s ties"), figures.japanese_ties, _("same partners"), figures.japan),
        (_("Canada, %(ties)s ties"), figures.canadian_ties, _("same partners"), figures.canada),
        (_("All Canada, %(ties)s ties"), figures.all_ties, _("matched or not"), figures.all),
    )
    return [
        LikelihoodRow(name % {"ties": ties}, "C", found["non_government"], note)
        for name, ties, note, found in groups
    ]
