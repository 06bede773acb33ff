# SPDX-License-Identifier: MIT
"""Personal identity codes (henkilötunnus): validity, birth date and masking.

The key of a person is all eleven characters: since 19 December 2023 the sign in the middle is no
longer implied by the rest (100190-999P and 100190Y999P are two people, dvv.fi). Nothing is read from
the individual number; in particular no gender.
"""

import re
from datetime import date
from typing import Final

from stdnum.fi import hetu as _stdnum

_FORM: Final = re.compile(r"\d{6}[-+YXWVUABCDEF]\d{3}[0-9A-FHJ-NPR-Y]")
_CENTURY: Final = {"+": 1800, **dict.fromkeys("-YXWVU", 1900), **dict.fromkeys("ABCDEF", 2000)}
_DOTS: Final = "••••"


def tidy_hetu(said: str) -> str:
    """Return the code as it is stored: no spaces, upper case, the plain hyphen."""
    return re.sub(r"\s", "", said).upper().replace("\N{EN DASH}", "-").replace("\N{MINUS SIGN}", "-")


def is_hetu(text: str, *, allow_temporary: bool = False) -> bool:
    """Return whether ``text`` is a valid code in its stored form, with the signs of 2023 too.

    Individual numbers 900-999 are artificial and count only with ``allow_temporary``.
    """
    return _FORM.fullmatch(text) is not None and bool(_stdnum.is_valid(text, allow_temporary=allow_temporary))


def birth_date(hetu: str) -> date:
    """Return the birth date that a valid code carries."""
    century = _CENTURY[hetu[6]]
    return date(century + int(hetu[4:6]), int(hetu[2:4]), int(hetu[:2]))


def mask_hetu(hetu: str) -> str:
    """Return what may stand on the screen unasked: ``010190-••••``, whatever the sign says.

    The sign is kept, since a reader tells 1890 from 1990 by it.
    """
    return hetu[:7] + _DOTS
