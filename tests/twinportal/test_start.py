from django.urls import reverse


def test_the_admin_asks_for_a_sign_in(client, db):
    response = client.get(reverse("admin:index"))

    assert response.status_code == 302
    assert response["Location"].startswith("/admin/login/")
