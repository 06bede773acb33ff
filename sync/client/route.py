# SPDX-License-Identifier: MIT
"""By which way a laptop reaches its hub: through which proxy, and under which certificate only."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final
from urllib.parse import urlsplit

from sync.protocol.errors import EnrolmentInvalid


class ProxyChoice(StrEnum):
    """Where the proxy comes from."""

    SYSTEM = "system"
    """What the operating system and the environment say (``HTTPS_PROXY``, the registry); no automatic scripts."""
    NONE = "none"
    OWN = "own"
    """An address of one's own."""


@dataclass(frozen=True, slots=True)
class Route:
    """The way to one hub. ``certificate`` is SHA-256 of the key (SPKI) that its TLS certificate must have, if any."""

    choice: ProxyChoice = ProxyChoice.SYSTEM
    proxy: str = ""
    """``http://host:port`` where the choice is one's own."""
    certificate: bytes | None = None


DIRECT: Final = Route(ProxyChoice.NONE)


def parse_proxy(typed: str) -> str:
    """Return ``http://host:port`` of what was typed; raises EnrolmentInvalid("proxy").

    A name and password in it are refused: they would lie in the clear. ``https`` proxies are rare and not taken.
    """
    text = typed.strip()
    if "://" not in text:
        text = f"http://{text}"
    try:
        parts = urlsplit(text)
        host, port = parts.hostname, parts.port
    except ValueError as problem:
        raise EnrolmentInvalid("proxy") from problem
    plain = parts.scheme == "http" and parts.path in {"", "/"} and not parts.query and not parts.fragment
    if not host or port is None or not plain or parts.username is not None or not text.isascii():
        raise EnrolmentInvalid("proxy")
    if any(letter.isspace() for letter in text):
        raise EnrolmentInvalid("proxy")
    return f"http://{f'[{host}]' if ':' in host else host}:{port}"
