"""What hangs on relationships, in whichever room it is kept."""

from collections import defaultdict

from django.db.models import QuerySet

from relationships.models import Relationship


def hangs_on(ties: list[Relationship], *, but: list[QuerySet]) -> dict[int, list[str]]:
    """The kinds of record that point at each of ``ties``, as people call them.

    Rows of ``but`` do not count, nor do the lists that a relationship is merely put into.
    """
    found = defaultdict(list)
    passed_over = {queryset.model: queryset for queryset in but}
    for relation in Relationship._meta.related_objects:
        if relation.many_to_many:
            continue
        model, name = relation.related_model, relation.field.name
        rows = model._base_manager.filter(**{f"{name}__in": ties})
        if model in passed_over:
            rows = rows.exclude(pk__in=passed_over[model].values("pk"))
        for pk in sorted(set(rows.values_list(name, flat=True))):
            found[pk].append(str(model._meta.verbose_name_plural))
    return dict(found)
