# SPDX-License-Identifier: MIT
"""Every command of the hub that a page of docs/ names is one that there is, with options that there are."""

from contextlib import suppress
from pathlib import Path

import pytest
from cyclopts import MissingArgumentError
from page_commands import DOCS, said_lines, service_lines, typed_lines, words

from sync.hub.__main__ import app

PAGES = [page for page in sorted(DOCS.glob("*.md")) if "kenttakirja-hub" in page.read_text(encoding="utf-8")]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_what_a_page_has_typed_is_understood(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KENTTAKIRJA_HUB_HOME", "hub")
    for line in (*typed_lines(page), *service_lines(page)):
        run, _, _ = app.parse_args(words(line, {}), exit_on_error=False, print_error=False)
        assert run is not app.help_print, line
    for line in said_lines(page):
        with suppress(MissingArgumentError):  # a sentence names a command without all that it needs
            app.parse_args(words(line, {}), exit_on_error=False, print_error=False)


def test_the_pages_about_the_hub_are_among_them() -> None:
    assert {"hub-setup.md", "hub-restore.md", "recovery.md", "access-log.md"} <= {page.name for page in PAGES}
    assert sum(len(typed_lines(page)) for page in PAGES) > 15
