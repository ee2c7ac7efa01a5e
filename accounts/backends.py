from django.contrib.auth.backends import ModelBackend

from accounts.roles import permissions_of


class MembershipBackend(ModelBackend):
    """Signs in by e-mail, and grants what the person's roles grant.

    Asked about an object, only the role in that object's office counts. Asked without one,
    a role in any office is enough: which rows it reaches is for ``visible_to`` to say.
    """

    def authenticate(self, request, username=None, password=None, email=None, **kwargs):
        address = (email or username or "").strip().lower()
        return super().authenticate(request, username=address, password=password, **kwargs)

    def has_perm(self, user_obj, perm, obj=None):
        return perm in self.get_all_permissions(user_obj, obj=obj)

    def has_module_perms(self, user_obj, app_label):
        return any(perm.startswith(f"{app_label}.") for perm in self.get_all_permissions(user_obj))

    def get_all_permissions(self, user_obj, obj=None):
        if not user_obj.is_active or user_obj.is_anonymous:
            return set()
        roles = self._roles(user_obj)
        if obj is None:
            return set().union(*roles.values())
        office = getattr(obj, "office", None)
        return set(roles.get(office.pk, ())) if office else set()

    def _roles(self, user_obj):
        """Permissions by office id, read once for each signed-in person and request."""
        if not hasattr(user_obj, "_role_cache"):
            rows = user_obj.memberships.values_list("office", "role", "office__shares_with_network")
            user_obj._role_cache = {
                office: permissions_of(role, is_shared=is_shared)
                for office, role, is_shared in rows
            }
        return user_obj._role_cache
