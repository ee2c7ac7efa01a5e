"""The promises of the database, asked by a form."""

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError


class KeepsPromises:
    """For a ModelForm: every promise of its model is asked, those on columns that no box shows
    included, and each is said under the box where it can be kept.
    """

    # The box under which the sentence of a promise stands; the others stand over the form.
    promised_under: dict[str, str] = {}

    def _post_clean(self):
        said = self._errors.pop(NON_FIELD_ERRORS, None)
        super()._post_clean()
        # Django checks only promises whose columns all have a box, and says them over the form.
        self._errors.pop(NON_FIELD_ERRORS, None)
        if said:
            self._errors[NON_FIELD_ERRORS] = said
        self.validate_constraints()

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
