"""The promises of the database, asked by a form."""

from django.core.exceptions import ValidationError


class KeepsPromises:
    """For a ModelForm: every promise of its model is asked, those on columns that no box shows
    included, and each is said under the box where it can be kept.
    """

    # The box under which the sentence of a promise stands; the others stand over the form.
    promised_under: dict[str, str] = {}

    def validate_constraints(self):
        at_fault = set(self.errors)
        for promise in self.instance._meta.constraints:
            box = self.promised_under.get(promise.name)
            if box in at_fault:
                continue  # what stands there is not what would be saved
            try:
                promise.validate(type(self.instance), self.instance)
            except ValidationError as error:
                self.add_error(box, error.messages)
