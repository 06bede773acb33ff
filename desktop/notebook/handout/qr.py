# SPDX-License-Identifier: MIT
"""QR codes of web addresses: as a picture for paper, as squares for the screen.

Only addresses of the web are taken: a code on the city's paper must not start a call, a payment or a program.
"""

from enum import StrEnum
from io import BytesIO
from typing import Final
from urllib.parse import quote, urlsplit

import segno

from desktop.notebook.handout.errors import LinkRefused

LONGEST_LINK: Final = 400
"""Letters; a longer address makes squares that an old phone can't tell apart at 26 mm."""
QUIET_ZONE: Final = 4
"""Squares of white round the code (ISO/IEC 18004)."""

_KEPT: Final = "!#$%&'()*+,/:;=?@[]-._~"
"""Signs of an address that mean something (RFC 3986); anything else outside of ASCII is percent-encoded."""


class LinkReason(StrEnum):
    """Why an address was refused."""

    SCHEME = "scheme"
    HOST = "host"
    SIGNS = "signs"
    LENGTH = "length"


def web_link(said: str) -> str:
    """Return an address as it goes into a code, or raise LinkRefused.

    ``http`` and ``https`` only, with a host of ASCII letters, no user name, no spaces or control characters.
    """
    if any(char.isspace() or not char.isprintable() for char in said):
        raise LinkRefused(LinkReason.SIGNS)
    try:
        parts = urlsplit(said)
        host = parts.hostname or ""
    except ValueError:
        raise LinkRefused(LinkReason.HOST) from None
    if parts.scheme not in ("http", "https"):
        raise LinkRefused(LinkReason.SCHEME)
    if not host or not host.isascii() or "@" in parts.netloc:
        raise LinkRefused(LinkReason.HOST)
    link = quote(said, safe=_KEPT)
    if len(link) > LONGEST_LINK:
        raise LinkRefused(LinkReason.LENGTH)
    return link


def qr_svg(url: str, *, quiet: int = QUIET_ZONE) -> str:
    """Return the code as an SVG picture in black, with ``quiet`` squares of white round it. Raises LinkRefused."""
    out = BytesIO()
    _code(url).save(out, kind="svg", xmldecl=False, border=quiet, dark="#000000", omitsize=True)
    return out.getvalue().decode("ascii").strip()


def qr_modules(url: str) -> tuple[tuple[bool, ...], ...]:
    """Return the code's rows of squares, True for black, without the quiet zone. Raises LinkRefused."""
    return tuple(tuple(bool(one) for one in row) for row in _code(url).matrix)


def _code(url: str) -> segno.QRCode:
    # M mends 15 % of a creased paper; a micro code is not read by every phone.
    return segno.make_qr(web_link(url), error="m", boost_error=False)
