# SPDX-License-Identifier: MIT
"""The languages the window speaks to staff; clients' languages are data, not part of this."""

from enum import Enum


class Language(Enum):
    """By ISO 639-1 code; `own_name` is how its speakers call it, shown untranslated."""

    FINNISH = "fi"
    SWEDISH = "sv"
    ENGLISH = "en"

    @property
    def own_name(self) -> str:
        """Return its name in itself."""
        return {"fi": "Suomi", "sv": "Svenska", "en": "English"}[self.value]


DEFAULT = Language.FINNISH
