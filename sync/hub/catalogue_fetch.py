# SPDX-License-Identifier: MIT
"""Reading a service directory to its end, page by page, into one file in the form that its importer reads."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, TypeVar
from urllib.parse import urlencode, urlsplit, urlunsplit

import msgspec

from sync.hub.catalogue_wire import Wire
from sync.hub.errors import SourceBroken, SourceTooLarge

MOST_PAGES: Final = 2_000
MOST_SERVICES: Final = 20_000
GROUP: Final = 100
"""Ids in one question for details (PTV Open API v11)."""
_ID: Final = re.compile(r"[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}")

_Shape = TypeVar("_Shape")


@dataclass(frozen=True, slots=True)
class Fetched:
    """What a directory gave: one file for its importer, and how it came."""

    raw: bytes
    answers: int
    unchanged: int
    """Answers that the directory said we have already."""
    size: int


class _Ref(msgspec.Struct):
    id: str = ""


class _PtvItems(msgspec.Struct, rename="camel"):
    page_count: int = 1
    item_list: list[_Ref] | None = None


class _PtvChannel(msgspec.Struct, rename="camel"):
    service_channel: _Ref | None = None


class _PtvOrganization(msgspec.Struct):
    organization: _Ref | None = None


class _PtvRefs(msgspec.Struct, rename="camel"):
    service_channels: list[_PtvChannel] | None = None
    organizations: list[_PtvOrganization] | None = None


class _MapPage(msgspec.Struct):
    results: list[msgspec.Raw]
    next: str | None = None


class _ManualPage(msgspec.Struct):
    data: list[msgspec.Raw]
    included: list[msgspec.Raw] = []
    links: dict[str, Any] = {}


_raws = msgspec.json.Decoder(list[msgspec.Raw])


def fetch(source: str, wire: Wire, *, municipality: str = "") -> Fetched:
    """Read the directory behind ``wire``; ``municipality`` narrows PTV to the services of its area.

    Raises SourceError's kin; KeyError for a ``source`` not in ``FETCHED``.
    """
    raw = FETCHED[source](wire, municipality)
    wire.done()
    return Fetched(raw, wire.answers, wire.unchanged, wire.bytes)


def _ptv(wire: Wire, municipality: str) -> bytes:
    """Lists of ids, then the details in groups: services, their channels, their organisations."""
    path = f"/Service/area/Municipality/code/{municipality}" if municipality else "/Service"
    ids: dict[str, None] = {}
    page, pages = 1, 1
    while page <= pages:
        found = _decoded(wire, _under(wire.address, path, page=str(page)), _PtvItems)
        ids |= dict.fromkeys(_ids(found.item_list or ()))
        pages = found.page_count
        if pages > MOST_PAGES or len(ids) > MOST_SERVICES:
            raise SourceTooLarge(wire.host, f"{pages} pages")
        page += 1
    services = list(_details(wire, "/Service/list", ids))
    refs = [_refs(one) for one in services]
    channels = _ids(
        one.service_channel for its in refs for one in its.service_channels or () if one.service_channel
    )
    organizations = _ids(
        one.organization for its in refs for one in its.organizations or () if one.organization
    )
    return _joined({
        "services": services,
        "channels": _details(wire, "/ServiceChannel/list", dict.fromkeys(channels)),
        "organizations": _details(wire, "/Organization/list", dict.fromkeys(organizations)),
    })  # fmt: skip


def _details(wire: Wire, path: str, ids: Iterable[str]) -> Iterator[msgspec.Raw]:
    # Sorted, so that the same directory is asked the same questions and says what has not changed.
    wanted = sorted(ids)
    for start in range(0, len(wanted), GROUP):
        url = _under(wire.address, path, guids=",".join(wanted[start : start + GROUP]))
        yield from _decode(wire, wire.get(url), _raws)


def _palvelukartta(wire: Wire, _municipality: str) -> bytes:
    pages = _pages(wire, _MapPage, lambda page: page.next)
    return _joined({"results": (one for page in pages for one in page.results)})


def _palvelumanuaali(wire: Wire, _municipality: str) -> bytes:
    pages = list(_pages(wire, _ManualPage, _next_link))
    return _joined({
        "data": (one for page in pages for one in page.data),
        "included": (one for page in pages for one in page.included),
    })  # fmt: skip


FETCHED: Final[Mapping[str, Callable[[Wire, str], bytes]]] = {
    "ptv": _ptv,
    "palvelukartta": _palvelukartta,
    "palvelumanuaali": _palvelumanuaali,
}
"""The directories that can be asked, by the code of ``service_sources``."""


def _pages(wire: Wire, shape: type[_Shape], following: Callable[[_Shape], str | None]) -> Iterator[_Shape]:
    """Yield page after page; the next one's address is the directory's word, and never on another host."""
    asked: set[str] = set()
    url = wire.address
    while url:
        if url in asked or len(asked) == MOST_PAGES:
            raise SourceTooLarge(wire.host, "pages without an end")
        asked.add(url)
        page = _decoded(wire, url, shape)
        yield page
        after = following(page)
        url = wire.after(url, after) if after else ""


def _next_link(page: _ManualPage) -> str | None:
    """JSON:API: a link is an address, or an object with one."""
    link = page.links.get("next")
    href = link.get("href") if isinstance(link, dict) else link
    return href if isinstance(href, str) else None


def _decoded(wire: Wire, url: str, shape: type[_Shape]) -> _Shape:
    return _decode(wire, wire.get(url), msgspec.json.Decoder(shape))


def _decode(wire: Wire, raw: bytes, decoder: "msgspec.json.Decoder[_Shape]") -> _Shape:
    try:
        return decoder.decode(raw)
    except (msgspec.DecodeError, RecursionError, ValueError) as problem:
        raise SourceBroken(wire.host, "not what this directory gives") from problem


def _refs(raw: msgspec.Raw) -> _PtvRefs:
    """Return what a service names; one that is odd names nothing here, and its importer says what is wrong."""
    try:
        return msgspec.json.decode(raw, type=_PtvRefs)
    except msgspec.DecodeError:
        return _PtvRefs()


def _ids(refs: Iterable[_Ref]) -> list[str]:
    """Return the ids that are such: they become part of an address."""
    return [one.id for one in refs if _ID.fullmatch(one.id)]


def _under(address: str, path: str, **query: str) -> str:
    split = urlsplit(address)
    asked = "&".join(part for part in (split.query, urlencode(query, safe=",")) if part)
    return urlunsplit(split._replace(path=split.path.rstrip("/") + path, query=asked))


def _joined(lists: Mapping[str, Iterable[msgspec.Raw]]) -> bytes:
    """Return one JSON object of these lists, each item as the directory spelled it."""
    parts = [
        msgspec.json.encode(name) + b":[" + b",".join(map(bytes, items)) + b"]"
        for name, items in lists.items()
    ]
    return b"{" + b",".join(parts) + b"}"
