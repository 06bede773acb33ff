# SPDX-License-Identifier: MIT
"""Our program from its start to the unlock page, over the laptop folder of its argument.

Composes the very window that ``kenttakirja`` opens; prints ``painted`` at the unlock page's first paint and
``listed`` once the notebook process has answered who is on this laptop and the list is painted.
"""

import sys
from pathlib import Path

from PySide6.QtCore import QTimer

from desktop.run_window import compose, is_empty
from desktop.ui.app import dress
from tests.bench.first_paint import FirstPaint


def main() -> int:
    """Open the window, and close it when the list is there."""
    home = Path(sys.argv[1])
    dressed = dress()
    window = compose(dressed, home, practice=True).window
    window.closed.connect(dressed.application.quit)
    card = window.unlock_page.card
    look = QTimer(window)

    def listed() -> None:
        if card.people.key():
            look.stop()
            window.repaint()
            _say("listed")
            window.close()

    def painted() -> None:
        _say("painted")
        look.start(1)

    look.timeout.connect(listed)
    watch = FirstPaint(window.unlock_page, painted)
    window.begin(empty=is_empty(home))
    window.show()
    code = dressed.application.exec()
    watch.deleteLater()
    return code


def _say(word: str) -> None:
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
