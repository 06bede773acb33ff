# SPDX-License-Identifier: MIT
"""A list model over keyed values that changes only what changed, so that selection and scrolling stay."""

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.ui.components.row_value import Keyed

Value = TypeVar("Value", bound=Keyed)
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
VALUE_ROLE = Qt.ItemDataRole.UserRole + 1


class KeyedModel(QAbstractListModel, Generic[Value]):
    """Serves values under VALUE_ROLE and their spoken words under the text and accessibility roles."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._values: tuple[Value, ...] = ()

    @property
    def values(self) -> tuple[Value, ...]:
        """The rows, top first."""
        return self._values

    def set_values(self, values: Sequence[Value]) -> bool:
        """Show these rows; True when rows came, went or moved (a reset)."""
        fresh = tuple(values)
        if [value.key for value in fresh] == [value.key for value in self._values]:
            old, self._values = self._values, fresh
            for place, (before, after) in enumerate(zip(old, fresh, strict=True)):
                if before != after:
                    self.dataChanged.emit(self.index(place), self.index(place))
            return False
        self.beginResetModel()
        self._values = fresh
        self.endResetModel()
        return True

    def place_of(self, key: str) -> int:
        """Return the row that has this key, or -1."""
        return next((place for place, value in enumerate(self._values) if value.key == key), -1)

    def rowCount(self, parent: _Index = _NOWHERE, /) -> int:
        """Return how many rows there are; rows have no children."""
        return 0 if parent.isValid() else len(self._values)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole, /) -> object:
        """Return the value or its spoken words."""
        if not index.isValid() or index.row() >= len(self._values):
            return None
        value = self._values[index.row()]
        if role == VALUE_ROLE:
            return value
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return value.spoken
        return None
