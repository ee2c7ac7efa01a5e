from django.db import models

from relationships.folding import fold


class FoldedField(models.TextField):
    """Another column without case and accents, to search in; kept up with it by ``save`` and
    ``bulk_create``.
    """

    def __init__(self, *, of: str, **kwargs):
        self.of = of
        super().__init__(editable=False, default="")

    def deconstruct(self):
        name, path, _args, _kwargs = super().deconstruct()
        return name, path, [], {"of": self.of}

    def pre_save(self, instance, add):
        folded = fold(getattr(instance, self.of))
        setattr(instance, self.attname, folded)
        return folded
