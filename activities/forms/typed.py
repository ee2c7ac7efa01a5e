from django.forms.models import construct_instance

from activities.forms.activity import ActivityForm


class TypedSoFar(ActivityForm):
    """The form while it is being filled: what can be read of it is read, and nothing judged."""

    def _post_clean(self):
        self.instance = construct_instance(self, self.instance, self._meta.fields)
        self.instance.clean()
