def test_a_refusal_is_one_line_in_the_log(councillor_client, caplog):
    assert councillor_client.get("/activities/new/").status_code == 403

    (line,) = [line for line in caplog.records if line.name == "django.request"]
    assert "Forbidden" in line.getMessage()
    assert line.exc_info is None
