from relationships.forms.several import Several
from twinportal.widgets import ComboboxMultiple


class TieField(Several):
    """Offers ties by their names. In an office of one home city the partner's name stands alone,
    so that its first letters find it.
    """

    widget = ComboboxMultiple("relationship_lookup")
    has_one_home = False

    def offer(self, ties, office):
        self.queryset = ties
        self.widget.parameters = {"office": office.slug}
        self.has_one_home = len({tie.home_city_id for tie in ties}) == 1
        self.widget.attrs["size"] = min(max(len(ties), 2), 7)

    def label_from_instance(self, tie):
        partner = tie.partner_city
        native = f" {partner.native_name}" if partner.native_name != partner.name else ""
        if self.has_one_home:
            return f"{partner}{native.rstrip()}, {partner.country.name}"
        return f"{tie}{native.rstrip()}"
