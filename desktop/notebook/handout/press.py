# SPDX-License-Identifier: MIT
"""Turns a paper's data into a PDF: the template and the bundled fonts, and nothing else of this machine.

Everything stays in memory: the template comes as bytes, the data as one input of JSON that the template reads
as data, never as markup, and the PDF as bytes. No system font, no package and no other file is read.
"""

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from functools import cache
from typing import Final

import typst

from desktop.notebook.handout.coverage import Coverage, load_coverage
from desktop.notebook.handout.errors import PaperFailed
from desktop.resources import resource

_NOON: Final = time(12, tzinfo=UTC)
"""The PDF says the day it was made and not the hour: that would tell when somebody came."""


def typeset(data: Mapping[str, object], day: date) -> bytes:
    """Return the PDF/UA-1 of a paper's data. Raises PaperFailed."""
    template, fonts, root = _press()
    try:
        made = typst.compile(
            template,
            root=root,
            font_paths=fonts,
            ignore_system_fonts=True,
            format="pdf",
            sys_inputs={"paper": json.dumps(data, ensure_ascii=False)},
            pdf_standards="ua-1",
            timestamp=datetime.combine(day, _NOON),
            package_path=root,
            package_cache_path=root,
        )
    except typst.TypstError as error:
        raise PaperFailed(error.message) from None
    return made


@cache
def letters() -> Coverage:
    """Return which letters the fonts have; read once, since it ships with the program."""
    return load_coverage(resource("fonts"))


@cache
def _press() -> tuple[bytes, typst.Fonts, str]:
    """The template, the opened fonts and the folder that the template may read from: its own, which has no more."""
    template = resource("templates", "handout.typ")
    fonts = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(resource("fonts"))]
    )
    return template.read_bytes(), fonts, str(template.parent)
