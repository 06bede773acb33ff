# SPDX-License-Identifier: MIT
"""The reference: a window of PySide6 with one line edit and nothing else.

Prints ``painted`` at its first paint and ends; with ``stay`` it stays until its input is closed.
"""

import sys

from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from tests.bench.first_paint import FirstPaint


def main() -> int:
    """Open the window."""
    application = QApplication(sys.argv[:1])
    window = QWidget()
    QVBoxLayout(window).addWidget(QLineEdit())
    window.resize(1280, 800)

    def painted() -> None:
        sys.stdout.write("painted\n")
        sys.stdout.flush()
        if "stay" in sys.argv[1:]:
            sys.stdin.readline()
        application.quit()

    watch = FirstPaint(window, painted)
    window.show()
    code = application.exec()
    watch.deleteLater()
    return code


if __name__ == "__main__":
    sys.exit(main())
