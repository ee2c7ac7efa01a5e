"""Form fields that take documents, and refuse with a sentence what is none."""

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.template.defaultfilters import filesizeformat
from django.utils.functional import lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from twinportal.uploads.content import check_content
from twinportal.uploads.kinds import ACCEPTED, CONTENT_TYPES, kind_of
from twinportal.uploads.naming import readable_name, stored_name
from twinportal.uploads.refusal import Refused
from twinportal.uploads.serving import sha256_of

KINDS_IN_WORDS = gettext_lazy("PDF, Word (.docx), Excel (.xlsx), PNG or JPG")


def limits_in_words() -> str:
    limit = filesizeformat(settings.DOCUMENT_MAX_BYTES)
    return _("%(kinds)s, at most %(limit)s.") % {"kinds": KINDS_IN_WORDS, "limit": limit}


HELP = lazy(limits_in_words, str)()


class DocumentField(forms.FileField):
    """A PDF, Word, Excel, PNG or JPG file, looked through.

    The file that comes out has a ``name`` of the server's to be stored under, and beside it
    ``original_name``, ``content_type`` and ``sha256``.
    """

    def __init__(self, *, widget=None, help_text="", max_length=None, **kwargs):
        # How long the name was is no reason to refuse: the server gives its own.
        widget = widget or forms.FileInput(attrs={"accept": ACCEPTED})
        kwargs |= {"help_text": help_text or HELP, "allow_empty_file": True}
        super().__init__(widget=widget, **kwargs)

    def to_python(self, data):
        file = super().to_python(data)
        return file and looked_through(file)


class SeveralFiles(forms.FileInput):
    allow_multiple_selected = True


class DocumentsField(DocumentField):
    """Several documents at once; comes out as a list."""

    def __init__(self, **kwargs):
        super().__init__(widget=SeveralFiles(attrs={"accept": ACCEPTED}), **kwargs)

    def clean(self, data, initial=None):
        files = data if isinstance(data, list) else [data]
        kept, errors = [], []
        for file in files or [None]:
            try:
                kept.append(super().clean(file, initial))
            except ValidationError as error:
                errors.extend(error.error_list)
        if errors:
            raise ValidationError(errors)
        return [file for file in kept if file]


def looked_through(file):
    """``file`` under a name of the server's, or ValidationError with a sentence that names it."""
    name = readable_name(file.name or "")
    try:
        kind = _kind(name, file.size)
        check_content(file, kind)
    except Refused as refused:
        sentence = _("“%(file)s” %(reason)s.") % {"file": name, "reason": refused}
        raise ValidationError(sentence, code="refused") from None
    file.original_name = name
    file.content_type = CONTENT_TYPES[kind]
    file.sha256 = sha256_of(file)
    file.name = stored_name(kind)
    return file


def columns_of(file) -> dict:
    """What a model keeps of a file that was looked through."""
    return {
        "file": file,
        "original_name": file.original_name,
        "content_type": file.content_type,
        "size": file.size,
        "sha256": file.sha256,
    }


def _kind(name: str, size: int) -> str:
    kind = kind_of(name)
    if not size:
        raise Refused(_("is empty"))
    if kind is None:
        sentence = _("is not of a kind that is kept here: %(kinds)s")
        raise Refused(sentence % {"kinds": KINDS_IN_WORDS})
    if size > settings.DOCUMENT_MAX_BYTES:
        raise Refused(
            _("has %(size)s; a file may have at most %(limit)s")
            % {"size": filesizeformat(size), "limit": filesizeformat(settings.DOCUMENT_MAX_BYTES)}
        )
    return kind
