# SPDX-License-Identifier: MIT
"""The name of a laptop as the roster tells it: what somebody typed at enrolment, made fit for one line."""

import unicodedata

from sync.records.fields import NAME_LENGTH


def said_name(typed: str) -> str:
    """Return a name on one line, at most as long as the roster's field; empty when nothing of it can be shown.

    A name is never a reason to refuse somebody, so what does not fit is left out: signs that steer a line or its
    direction, and what is beyond the length.
    """
    plain = "".join(
        " " if sign.isspace() else sign
        for sign in unicodedata.normalize("NFC", typed)
        if sign.isspace() or unicodedata.category(sign)[0] != "C"
    )
    return unicodedata.normalize("NFC", " ".join(plain.split())[:NAME_LENGTH].strip())
