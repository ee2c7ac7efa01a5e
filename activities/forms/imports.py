"""Sending a file in, and saying what its columns and words mean."""

from django import forms
from django.utils.translation import gettext_lazy as _

from activities.imports.columns import Schema
from activities.imports.files.table import Table
from activities.imports.folding import fold
from activities.imports.headers import likely_header
from activities.imports.mapping import Mapping
from activities.imports.refusals import UnreadableLetters, UnusableFile
from activities.incoming.column_names import column_name
from activities.incoming.columns import FileColumn, file_columns
from activities.incoming.kept_file import MAX_BYTES, read_table
from activities.incoming.letters import LETTERS
from activities.incoming.own_city import missing_in_file
from activities.incoming.words import StrangeWord, strange_words
from activities.models.imports import RowKind
from twinportal.uploads import readable_name
from twinportal.widgets import Chips

BESIDE, LEFT_OUT = "", "-"


class UploadForm(forms.Form):
    """A CSV file or a workbook; ``table`` is what it holds once it is valid."""

    kind = forms.ChoiceField(
        label=_("What is in the file"),
        choices=[(RowKind.ACTIVITY, _("Activities")), (RowKind.TIE, _("Relationships"))],
        initial=RowKind.ACTIVITY,
        widget=Chips,
    )
    encoding = forms.ChoiceField(
        label=_("How its letters are written"),
        help_text=_("Choose it and the file once more."),
        choices=LETTERS,
        required=False,
    )
    file = forms.FileField(
        label=_("File"),
        help_text=_("CSV or Excel (.xlsx), at most 10 MB. Titles may stand above the headers."),
        max_length=None,
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ".csv,.tsv,.txt,.xlsx"}),
    )

    # Only asked for when the letters of a file cannot be read.
    asks_for_letters = False

    @property
    def _encoding(self) -> str:
        return self.cleaned_data.get("encoding", "")

    def clean_file(self):
        file = self.cleaned_data["file"]
        self.name = readable_name(file.name)
        try:
            self.data_of_file = file.read(MAX_BYTES + 1)
            read_table(self.data_of_file, self.name, encoding=self._encoding)
        except UnreadableLetters as unreadable:
            self.asks_for_letters = True
            raise forms.ValidationError(unreadable.sentence) from None
        except UnusableFile as unusable:
            raise forms.ValidationError(unusable.sentence) from None
        return file


class ColumnsForm(forms.Form):
    """What every column of a file means, and the words of it that are none of ours."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args, table: Table, schema: Schema, mapping: Mapping, office, **kwargs):
        super().__init__(*args, **kwargs)
        self._table, self._schema, self._office = table, schema, office
        columns = file_columns(table, schema, mapping)
        self.columns = [column for column in columns if column.can_be_chosen]
        self.unnamed = [column for column in columns if not column.can_be_chosen]
        self.words = strange_words(table, schema, mapping)
        self.fields |= {f"column_{column.position}": _meaning(column, schema) for column in
                        self.columns}  # fmt: skip
        self.fields |= {f"word_{at}": _word(strange) for at, strange in enumerate(self.words)}

    def column_rows(self):
        """Each column with its field, for the page."""
        return [(column, self[f"column_{column.position}"]) for column in self.columns]

    def word_rows(self):
        return [(strange, self[f"word_{at}"]) for at, strange in enumerate(self.words)]

    def clean(self):
        cleaned = super().clean()
        chosen = {}
        for column in self.columns:
            meaning = cleaned.get(f"column_{column.position}")
            if meaning and meaning != LEFT_OUT:
                chosen.setdefault(meaning, []).append(column)
        for name, columns in chosen.items():
            if len(columns) > 1 and not self._schema[name].merge:
                self._refuse_twice(name, columns)
        if not self.errors:
            self._refuse_missing()
        return cleaned

    def _refuse_twice(self, name: str, columns: list[FileColumn]):
        sentence = _("“%(one)s” and “%(other)s” cannot both be: %(column)s.") % {
            "one": columns[0].header,
            "other": columns[1].header,
            "column": column_name(name),
        }
        self.add_error(f"column_{columns[1].position}", sentence)

    def _refuse_missing(self):
        mapping = Mapping(self.mapping()["headers"])
        header = likely_header(self._table, self._schema, mapping)
        for name in missing_in_file(header, self._schema, self._office):
            sentence = _("Say which column is: %(column)s.") % {"column": column_name(name)}
            self.add_error(None, sentence)

    def mapping(self) -> dict:
        """What was said, as an import keeps it."""
        headers = {}
        for column in self.columns:
            meaning = self.cleaned_data.get(f"column_{column.position}", BESIDE)
            if meaning == LEFT_OUT:
                headers[column.word] = None
            elif meaning != BESIDE:
                headers[column.word] = meaning
        words = {}
        for at, strange in enumerate(self.words):
            if meaning := self.cleaned_data.get(f"word_{at}"):
                words.setdefault(strange.column, {})[fold(strange.word)] = meaning
        return {"headers": headers, "words": words, "is_settled": True}


def _meaning(column: FileColumn, schema: Schema) -> forms.ChoiceField:
    ours = [(name, column_name(name)) for name in schema.names]
    beside = [] if column.is_recognised else [(BESIDE, _("keep beside the record"))]
    choices = [
        *beside,
        (LEFT_OUT, _("leave out")),
        (_("Our columns"), sorted(ours, key=lambda pair: pair[1])),
    ]
    initial = LEFT_OUT if column.column is None else column.column
    return forms.ChoiceField(label=column.header, choices=choices, initial=initial, required=False)


def _word(strange: StrangeWord) -> forms.ChoiceField:
    choices = [("", _("as it is")), *strange.choices]
    label = f"{column_name(strange.column)}: {strange.word}"
    return forms.ChoiceField(label=label, choices=choices, initial=strange.meaning, required=False)
