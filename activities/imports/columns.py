"""What a column is: its name, the headers that mean it, and what its cells may hold."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from activities.imports.files.table import Cell


@dataclass(frozen=True)
class Survey:
    """How the cells of one column of a file are read, and what a person should know of it."""

    read: Callable[[Cell], Any]
    remark: str = ""


@dataclass(frozen=True)
class Column:
    """One of our columns.

    ``read`` turns a filled cell into the value kept, or raises CellRefused. Several headers of
    one file may mean the same column only where ``merge`` says which of their values holds.
    ``listed``: the cell is a list of words with ``;`` between. ``survey`` looks over all cells
    first and takes the place of ``read``, where one cell alone does not tell what it means.
    ``own``: each row must have its own cell, so that one merged over several rows is refused.
    """

    name: str
    read: Callable[[Cell], Any]
    aliases: tuple[str, ...] = ()
    required: bool = False
    merge: Callable[[list[Any]], Any] | None = None
    listed: bool = False
    survey: Callable[[Sequence[Cell], date], Survey] | None = None
    own: bool = False


@dataclass(frozen=True)
class Schema:
    """The columns of one kind of row; a file must also have one of the groups in ``one_of``."""

    columns: tuple[Column, ...]
    one_of: tuple[tuple[str, ...], ...] = ()

    def __getitem__(self, name: str) -> Column:
        return self._by_name[name]

    def __contains__(self, name: str) -> bool:
        return name in self._by_name

    @property
    def _by_name(self) -> dict[str, Column]:
        return {column.name: column for column in self.columns}

    @property
    def names(self) -> list[str]:
        return [column.name for column in self.columns]
