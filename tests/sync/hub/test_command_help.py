# SPDX-License-Identifier: MIT
"""Every command of the hub says in its help what it is for and shows one line that can be typed."""

import re
import shlex
from collections.abc import Iterator

import pytest
from cyclopts import App

from sync.hub.__main__ import app

_EXAMPLE = re.compile(r"^Example: ``(kenttakirja-hub [^`]+)``$", re.MULTILINE)
_WIDTH = 79
"""Of a terminal's 80 columns; a line that wraps cannot be copied."""


def commands(one: App, name: tuple[str, ...] = ()) -> Iterator[tuple[str, App]]:
    """Yield every command below, by its words."""
    for word, its in one.resolved_commands().items():
        if word.startswith("-"):
            continue
        if its.default_command is not None:
            yield " ".join((*name, word)), its
        yield from commands(its, (*name, word))


COMMANDS = dict(commands(app))


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_a_commands_help_shows_one_line_that_can_be_typed(
    name: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KENTTAKIRJA_HUB_HOME", "hub")
    monkeypatch.setenv("COLUMNS", "80")
    text = "\n".join(line.strip() for line in (COMMANDS[name].default_command.__doc__ or "").splitlines())
    (example,) = _EXAMPLE.findall(text)
    assert example.startswith(f"kenttakirja-hub {name}")
    assert len(f"Example: {example}") <= _WIDTH
    words = shlex.split(example)[1:]
    run, bound, _ = app.parse_args(words, exit_on_error=False, print_error=False)
    assert run is COMMANDS[name].default_command
    assert bound.arguments
    app([*name.split(), "--help"], result_action="return_value")
    shown = capsys.readouterr().out
    assert f"Example: {example}" in shown


def test_all_of_the_hubs_commands_are_looked_at() -> None:
    assert {"init", "serve", "restore from", "laptop wipe", "catalogue fetch", "audit verify"} <= set(
        COMMANDS
    )
    assert len(COMMANDS) == len(set(COMMANDS)) > 25
