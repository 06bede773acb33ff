# SPDX-License-Identifier: MIT
"""The README's example page is true: it runs, is named, and can be walked."""

from pathlib import Path

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from walker import walk

from desktop.ui.shell.shell import Shell
from desktop.ui.shell.values import RailItem
from desktop.ui.theme.theme import Theme

README = Path(__file__).parents[3] / "desktop" / "ui" / "README.md"


def test_the_example_page_runs_in_the_shell_and_is_accessible(theme: Theme, qtbot: QtBot) -> None:
    code = README.read_text(encoding="utf-8").split("```python\n")[1].split("```")[0]
    names: dict[str, type[QWidget]] = {}
    exec(compile(code, str(README), "exec"), names)  # noqa: S102 - our own README
    shell = Shell(theme)
    qtbot.addWidget(shell)
    shell.show_items((RailItem(key="due", icon="calendar-clock", label="Seuranta"),), ())
    shell.add_page("due", lambda: names["DuePage"](theme))  # type: ignore[arg-type]
    shell.resize(1280, 800)
    shell.show()
    shell.show_page("due")
    assert walk(shell.page("due"), theme) == []
