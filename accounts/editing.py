"""Two people change one record at a time: the second is told, and neither loses anything."""

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponseRedirect

from accounts.differences import differences


class Outdated(Exception):
    """Somebody saved the record since it was read; ``kept`` is how it stands now."""

    def __init__(self, kept):
        super().__init__(f"{kept._meta.label} {kept.pk} is now at version {kept.version}.")
        self.kept = kept


def hold(record, version: int | None) -> None:
    """Lock a stamped ``record`` until the transaction ends, if it is still at ``version``, which
    was read before a change; Outdated if it has moved on.
    """
    kept = type(record)._base_manager.select_for_update().get(pk=record.pk)
    if kept.version != version:
        raise Outdated(kept)


class TellsTheSecond:
    """For an ``UpdateView`` whose form carries ``version`` and whose saving raises Outdated."""

    def form_valid(self, form):
        try:
            return super().form_valid(form)
        except Outdated as outdated:
            return self.show_both(outdated.kept)

    def show_both(self, kept):
        """The form as it was sent, ready to be saved over what is now on record, with both."""
        sent = self.request.POST.copy()
        sent["version"] = kept.version
        yours = self.form_of(kept, data=sent)
        on_record = self.form_of(type(kept)._base_manager.get(pk=kept.pk), data=None)
        context = self.get_context_data(
            form=yours, kept=kept, differences=self.differences_of(yours, on_record)
        )
        return self.render_to_response(context, status=409)

    def differences_of(self, yours, on_record):
        return differences(yours, on_record)

    def form_of(self, record, data):
        kwargs = self.get_form_kwargs() | {"instance": record, "data": data, "files": None}
        return self.get_form_class()(**kwargs)


class Correcting:
    """Saves a stamped record, if nobody did since it was read, and says ``saved``; for an
    ``UpdateView``, after ``TellsTheSecond``.
    """

    saved = ""

    @transaction.atomic
    def form_valid(self, form):
        hold(form.instance, form.cleaned_data["version"])
        form.instance.stamp(self.request.user)
        form.save()
        messages.success(self.request, self.saved)
        return HttpResponseRedirect(self.get_success_url())
