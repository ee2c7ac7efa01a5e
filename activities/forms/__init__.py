from activities.forms.activity import ActivityForm
from activities.forms.void import VoidForm

__all__ = ["ActivityForm", "VoidForm"]
