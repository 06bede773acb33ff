# SPDX-License-Identifier: MIT
"""Notices when nobody has touched keyboard or mouse for a while, by the window's own events only.

No global hook: what is typed in other programs is none of our business.
"""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer, Signal

CAREFUL_MINUTES: Final = 3
OFFICE_MINUTES: Final = 10
_OFFICES: Final = frozenset({"ohjaamo", "palvelutori"})
"""Codes of ``service_point_kinds`` where the city's own door stands between a laptop and the street."""
_TOUCHES: Final = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.KeyRelease,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonRelease,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
    }
)


def minutes_at(kind: str) -> int:
    """Return after how long a window locks at a kind of place: at once a pop-up, a school, or nobody knows where."""
    return OFFICE_MINUTES if kind in _OFFICES else CAREFUL_MINUTES


class IdleWatch(QObject):
    """Emits ``idle`` after the given minutes without a touch; starts again at each."""

    idle = Signal()

    def __init__(self, application: QObject, parent: QObject) -> None:
        """Watch the application's events; nothing is watched until ``begin``."""
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.idle)
        self._watching = False
        application.installEventFilter(self)

    def begin(self, minutes: float) -> None:
        """Watch from now on."""
        self._watching = True
        self._timer.start(round(minutes * 60_000))

    def end(self) -> None:
        """Stop watching: the notebook is closed."""
        self._watching = False
        self._timer.stop()

    def eventFilter(self, _watched: QObject, event: QEvent, /) -> bool:
        """Start again at a touch; never swallow an event."""
        if self._watching and event.type() in _TOUCHES:
            self._timer.start()
        return False
