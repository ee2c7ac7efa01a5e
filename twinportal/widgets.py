from django.forms import RadioSelect


class Chips(RadioSelect):
    """Radio buttons drawn as a row of words; keyboard and screen reader meet radio buttons."""

    template_name = "parts/chips.html"
