"""The people of an office, and the organisations they work for."""

from django.conf import settings
from django.db.models import Count, Q
from django_filters.views import FilterView

from accounts.current_office import today_in
from accounts.models import Office
from relationships.models import Contact, Organisation
from relationships.people.anonymising import due_before
from relationships.people_filters import ContactFilter, OrganisationFilter
from relationships.views.people.ask import office_of_people, organisations_of, ties_of


class PeopleList(FilterView):
    """What both lists share: one office's rows, its filters and its paging."""

    paginate_by = 50
    strict = False
    permission = ""
    may_add = ""
    open_fields: list[str] = []
    folded_fields: list[str] = []

    def get_queryset(self):
        self.office = office_of_people(self.request, self.permission)
        self.today = today_in(self.office)
        return self.rows_of(self.request.user, self.office)

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        user, asked = self.request.user, self.request.GET
        form = context["filter"].form
        slug = asked.get("office")
        return context | {
            "office": self.office,
            "offices": Office.objects.visible_to(user, self.permission),
            "hidden_fields": [("office", slug)] if slug else [],
            "office_query": f"?office={self.office.slug}" if slug else "",
            "may_add": user.has_perm(self.may_add, self.office),
            "address": "",
            "open_fields": [form[name] for name in self.open_fields],
            "folded_fields": [form[name] for name in self.folded_fields],
            "is_folded": not any(asked.get(name) for name in self.folded_fields),
            "is_filtered": any(asked.get(name) for name in context["filter"].filters),
        }


class ContactList(PeopleList):
    """The contacts whom the record still names."""

    filterset_class = ContactFilter
    template_name = "relationships/people/contact_list.html"
    permission = "relationships.view_contact"
    may_add = "relationships.add_contact"
    open_fields = ["q", "side", "relationship", "post", "verified", "ordering"]
    folded_fields = ["organisation", "keep"]

    def rows_of(self, user, office):
        return (
            Contact.objects.visible_to(user)
            .of_office(office)
            .named()
            .select_related("organisation")
            .prefetch_related("relationships__home_city", "relationships__partner_city")
            .order_by("family_name", "given_name", "pk")
        )

    def get_filterset_kwargs(self, filterset_class):
        user = self.request.user
        return super().get_filterset_kwargs(filterset_class) | {
            "office": self.office,
            "today": self.today,
            "years": settings.CONTACTS_KEPT_YEARS,
            "ties": ties_of(user, self.office),
            "organisations": organisations_of(user, self.office),
        }

    def get_context_data(self, **kwargs):
        may = self.request.user.has_perm("relationships.anonymise_contact", self.office)
        return super().get_context_data(**kwargs) | {
            "unverified_before": due_before(self.today, 1),
            "years": settings.CONTACTS_KEPT_YEARS,
            "due": self.due() if may else 0,
        }

    def due(self) -> int:
        contacts = Contact.objects.visible_to(self.request.user).of_office(self.office)
        return contacts.left_before(due_before(self.today, settings.CONTACTS_KEPT_YEARS)).count()


class OrganisationList(PeopleList):
    """The organisations of both sides, with how many work there whom the record names."""

    filterset_class = OrganisationFilter
    template_name = "relationships/people/organisation_list.html"
    permission = "relationships.view_organisation"
    may_add = "relationships.add_organisation"
    open_fields = ["q", "side", "kind", "ordering"]

    def rows_of(self, user, office):
        named = Q(contacts__anonymised_at__isnull=True, contacts__merged_into__isnull=True)
        return (
            Organisation.objects.visible_to(user)
            .of_office(office)
            .select_related("city")
            .annotate(people=Count("contacts", filter=named))
            .order_by("name", "pk")
        )
