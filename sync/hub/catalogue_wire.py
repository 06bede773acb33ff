# SPDX-License-Identifier: MIT
"""Asking a service directory over HTTPS: one host, bounded in bytes and tries, only for what has changed."""

import time
from collections.abc import Callable
from typing import Final
from urllib.parse import urljoin, urlsplit

import requests
import urllib3

from sync.hub.catalogue_kept import KeptAnswer, KeptAnswers
from sync.hub.errors import AddressRefused, SourceTooLarge, SourceUnreachable
from sync.protocol.enrolment import is_loopback

MOST_BYTES: Final = 200 * 1024 * 1024
"""Of one directory, unpacked."""
TRIES: Final = 4
_TIMEOUTS: Final = (10.0, 60.0)
_CHUNK: Final = 64 * 1024
_MOST_REDIRECTS: Final = 5
_LONGEST_WAIT: Final = 60.0
_OK: Final = 200
_NOT_MODIFIED: Final = 304
_REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
_PASSING: Final = frozenset({429, 500, 502, 503, 504})
"""What may be otherwise at the next try."""


class Wire:
    """One directory at ``address``; ``kept`` are its answers of last time. Used by one thread.

    Raises AddressRefused for an address that is not https (but on this machine) or leads to another host.
    """

    def __init__(
        self,
        address: str,
        kept: KeptAnswers,
        *,
        most: int = MOST_BYTES,
        wait: Callable[[float], None] = time.sleep,
    ) -> None:
        self.address = address
        self.answers = 0
        self.unchanged = 0
        self.bytes = 0
        self._origin = _origin(address)
        self.host = self._origin[1]
        self._kept = kept
        self._most = most
        self._wait = wait
        self._session = requests.Session()
        self._session.headers.update({"Accept": "application/json", "User-Agent": "kenttakirja-hub"})

    def close(self) -> None:
        """Let go of the connections."""
        self._session.close()

    def get(self, url: str) -> bytes:
        """Return the body at this address; raises SourceError's kin."""
        self._check(url)
        for attempt in range(1, TRIES + 1):
            passing = attempt < TRIES
            try:
                body, pause = self._try(url, passing=passing)
            except (requests.RequestException, urllib3.exceptions.HTTPError) as problem:
                if not passing:
                    raise SourceUnreachable(self.host, type(problem).__name__) from problem
                body, pause = None, 0.0
            if body is not None:
                self.answers += 1
                return body
            self._wait(max(pause, 2.0 ** (attempt - 1)))
        raise SourceUnreachable(self.host, "tries")

    def after(self, url: str, link: str) -> str:
        """Return where a link on this page leads; raises AddressRefused for another host."""
        try:
            at = urljoin(url, link)
        except ValueError as problem:
            raise AddressRefused(self.host, "not an address") from problem
        self._check(at)
        return at

    def done(self) -> None:
        """Say that the directory was read to its end."""
        self._kept.forget_unused()

    def _try(self, url: str, *, passing: bool) -> tuple[bytes | None, float]:
        """Return the body, or ``None`` and the seconds that the directory asks us to wait."""
        kept = self._kept.get(url)
        headers = {} if kept is None else _conditions(kept)
        at = url
        for _ in range(_MOST_REDIRECTS):
            with self._session.get(
                at, headers=headers, timeout=_TIMEOUTS, allow_redirects=False, stream=True
            ) as response:
                status = response.status_code
                if status in _REDIRECTS:
                    at = self.after(at, response.headers.get("Location", ""))
                    continue
                if status == _NOT_MODIFIED and kept is not None:
                    self.unchanged += 1
                    self._count(len(kept.body))
                    self._kept.use(url)
                    return kept.body, 0.0
                if status in _PASSING and passing:
                    return None, _asked_wait(response.headers.get("Retry-After"))
                if status != _OK:
                    raise SourceUnreachable(self.host, f"status {status}")
                body = self._read(response)
                self._keep(url, response, body)
                return body, 0.0
        raise SourceUnreachable(self.host, "redirects")

    def _read(self, response: requests.Response) -> bytes:
        """Return the unpacked body; what a small answer unpacks to is counted while it is."""
        before = self.bytes
        chunks: list[bytes] = []
        try:
            for chunk in response.iter_content(_CHUNK):
                self._count(len(chunk))
                chunks.append(chunk)
        except requests.RequestException:
            self.bytes = before
            raise
        return b"".join(chunks)

    def _keep(self, url: str, response: requests.Response, body: bytes) -> None:
        etag, modified = response.headers.get("ETag", ""), response.headers.get("Last-Modified", "")
        if etag or modified:
            self._kept.put(KeptAnswer(url, etag, modified, body))

    def _count(self, size: int) -> None:
        self.bytes += size
        if self.bytes > self._most:
            raise SourceTooLarge(self.host, f"more than {self._most} bytes")

    def _check(self, url: str) -> None:
        origin = _origin(url)
        if origin != self._origin:
            raise AddressRefused(origin[1], "another host")


def _origin(url: str) -> tuple[str, str, int | None]:
    """Return scheme, host and port of an address that may be asked; raises AddressRefused."""
    try:
        split = urlsplit(url)
        host, port = split.hostname or "", split.port
    except ValueError as problem:
        raise AddressRefused("", "not an address") from problem
    if not host or split.username is not None:
        raise AddressRefused(host, "not an address")
    if split.scheme != "https" and not (split.scheme == "http" and is_loopback(host)):
        raise AddressRefused(host, "not https")
    return split.scheme, host, 443 if split.scheme == "https" and port is None else port


def _conditions(kept: KeptAnswer) -> dict[str, str]:
    marks = {"If-None-Match": kept.etag, "If-Modified-Since": kept.modified}
    return {name: mark for name, mark in marks.items() if mark}


def _asked_wait(header: str | None) -> float:
    return min(float(header), _LONGEST_WAIT) if header is not None and header.isdecimal() else 0.0
