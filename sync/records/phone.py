# SPDX-License-Identifier: MIT
"""Phone numbers: one form for storing and comparing, another for the eye."""

from typing import Final

import phonenumbers

_HOME: Final = "FI"


def tidy_phone(said: str) -> str:
    """Return the number in E.164, or what was said, trimmed, when it is no number.

    A number without a country is Finnish. What is no number is kept, since "the sister's phone" may be
    all that a person has.
    """
    number = _parsed(said)
    if number is None:
        return " ".join(said.split())
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def is_phone(said: str) -> bool:
    """Return whether this can be called at all (a possible length for its country)."""
    return _parsed(said) is not None


def show_phone(stored: str) -> str:
    """Return the number as people at home write it: ``040 555 0132``, abroad ``+46 70 123 45 67``."""
    number = _parsed(stored)
    if number is None:
        return stored
    abroad = number.country_code != phonenumbers.country_code_for_region(_HOME)
    form = phonenumbers.PhoneNumberFormat
    return phonenumbers.format_number(number, form.INTERNATIONAL if abroad else form.NATIONAL)


def _parsed(said: str) -> phonenumbers.PhoneNumber | None:
    try:
        number = phonenumbers.parse(said, _HOME)
    except phonenumbers.NumberParseException:
        return None
    return number if phonenumbers.is_possible_number(number) else None
