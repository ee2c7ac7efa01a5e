from django.forms import RadioSelect


class Chips(RadioSelect):
    """Radio buttons drawn as a row of words. Keyboard and screen reader meet plain radio buttons."""

    template_name = "parts/chips.html"
