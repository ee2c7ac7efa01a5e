"""How the letters of a CSV file may be written, for who must say it."""

from django.utils.translation import gettext_lazy as _

LETTERS = [
    ("", _("as the file shows")),
    ("utf-8", _("Unicode (UTF-8)")),
    ("cp1252", _("Western European, Windows")),
    ("mac-roman", _("Western European, Mac")),
    ("cp850", _("Western European, DOS")),
    ("cp1250", _("Central European, Windows")),
    ("cp1251", _("Cyrillic, Windows")),
    ("gb18030", _("Chinese, simplified")),
    ("big5", _("Chinese, traditional")),
    ("cp932", _("Japanese")),
    ("euc_kr", _("Korean")),
]
