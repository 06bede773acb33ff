# SPDX-License-Identifier: MIT
"""Turns a paper's data into a PDF: the template and the bundled fonts, and nothing else of this machine.

Everything of the paper stays in memory: its data is one input of JSON that the template reads as data, never as
markup, and the PDF comes as bytes. No system font, no package and no other file is read.
"""

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from functools import cache
from pathlib import Path
from typing import Final

import typst

from desktop.notebook.handout.coverage import Coverage, load_coverage
from desktop.notebook.handout.errors import PaperFailed
from desktop.resources import resource

_NOON: Final = time(12, tzinfo=UTC)
"""The PDF says the day it was made and not the hour: that would tell when somebody came."""


def typeset(data: Mapping[str, object], day: date) -> bytes:
    """Return the PDF/UA-1 of a paper's data. Raises PaperFailed."""
    template, fonts = _press()
    try:
        return typst.compile(
            template,
            root=template.parent,
            font_paths=fonts,
            ignore_system_fonts=True,
            format="pdf",
            sys_inputs={"paper": json.dumps(data, ensure_ascii=False)},
            pdf_standards="ua-1",
            timestamp=datetime.combine(day, _NOON),
            package_path=template.parent,
            package_cache_path=template.parent,
        )
    except typst.TypstError as error:
        raise PaperFailed(error.message) from None


@cache
def letters() -> Coverage:
    """Return which letters the fonts have; read once, since it ships with the program."""
    return load_coverage(resource("fonts"))


@cache
def _press() -> tuple[Path, typst.Fonts]:
    """Return the template, which may read from its own folder only, and the opened fonts."""
    fonts = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[resource("fonts")]
    )
    return resource("templates", "handout.typ"), fonts
