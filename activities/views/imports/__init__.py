from activities.views.imports.acts import (
    import_check,
    import_decide,
    import_discard,
    import_take,
    import_take_back,
    import_updates,
)
from activities.views.imports.columns import import_columns
from activities.views.imports.detail import import_detail
from activities.views.imports.downloads import import_file, import_refused, import_template
from activities.views.imports.listing import ImportList
from activities.views.imports.row import import_row
from activities.views.imports.upload import import_create

__all__ = [
    "ImportList",
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
]
