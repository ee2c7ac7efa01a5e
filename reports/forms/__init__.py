from reports.forms.answer import AnswerForm
from reports.forms.edition import EditionForm, RestatementForm

__all__ = ["AnswerForm", "EditionForm", "RestatementForm"]
