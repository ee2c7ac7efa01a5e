from activities.forms.activity import ActivityForm
from activities.forms.attach import AttachForm
from activities.forms.not_held import NotHeldForm
from activities.forms.took_part import TookPartForm
from activities.forms.void import VoidForm

__all__ = ["ActivityForm", "AttachForm", "NotHeldForm", "TookPartForm", "VoidForm"]
