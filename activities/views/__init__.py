from activities.views.acts import undo
from activities.views.aid import aid_export, aid_in_return, aid_ledger
from activities.views.detail import ActivityDetail
from activities.views.files import file, files, put_back, remove
from activities.views.happened import counts, happened
from activities.views.imports import (
    ImportList,
    import_check,
    import_columns,
    import_create,
    import_decide,
    import_detail,
    import_discard,
    import_file,
    import_refused,
    import_row,
    import_take,
    import_take_back,
    import_template,
    import_updates,
)
from activities.views.listing import ActivityList
from activities.views.not_held import not_held
from activities.views.record import ActivityCreate, ActivityEdit
from activities.views.search import search_page
from activities.views.void import restore, void

__all__ = [
    "ActivityCreate",
    "ActivityDetail",
    "ActivityEdit",
    "ActivityList",
    "ImportList",
    "aid_export",
    "aid_in_return",
    "aid_ledger",
    "counts",
    "file",
    "files",
    "happened",
    "import_check",
    "import_columns",
    "import_create",
    "import_decide",
    "import_detail",
    "import_discard",
    "import_file",
    "import_refused",
    "import_row",
    "import_take",
    "import_take_back",
    "import_template",
    "import_updates",
    "not_held",
    "put_back",
    "remove",
    "restore",
    "search_page",
    "undo",
    "void",
]
