from reports.forms.answer import AnswerForm
from reports.forms.edition import EditionForm

__all__ = ["AnswerForm", "EditionForm"]
