"""What a person does on the pages of imports."""

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse


def bytes_of(source):
    with source.file.open("rb") as file:
        return file.read()


def upload(browser, data, name="rows.csv", kind="activity"):
    file = SimpleUploadedFile(name, data)
    return browser.post(reverse("import_create"), {"kind": kind, "file": file})


def page_of(browser, source, query=""):
    return browser.get(f"{source.get_absolute_url()}{query}").content.decode()


def act(browser, name, source, **data):
    return browser.post(reverse(name, args=[source.pk]), data, follow=True).content.decode()
