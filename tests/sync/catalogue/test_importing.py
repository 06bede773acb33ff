# SPDX-License-Identifier: MIT
"""Whatever a file holds, an import gives services that may be shown, a report, or a refusal in words."""

import copy
from collections.abc import Callable
from typing import Any

import msgspec
import pytest
from catalogue_files import CODES, DAY, SAMPLES, imported, lines, sample, sample_bytes
from hypothesis import given
from hypothesis import strategies as st

from sync.catalogue.checking import problems_of
from sync.catalogue.errors import EncodingUnknown, FileRefused, JsonBroken, NestedTooDeep, SourceUnknown
from sync.catalogue.importing import SOURCES, read_services, recognise
from sync.catalogue.intake import MOST_SERVICES
from sync.catalogue.model import from_map, reference_of, to_map
from sync.catalogue.report import MOST_LINES, LineKind, Reason

MANY = 200_000
SMALL: dict[str, Callable[[int], Any]] = {
    "kenttakirja": lambda at: {"name": {"fi": f"Palvelu {at}"}, "origin": {"source": "own", "id": str(at)}},
    "ptv": lambda at: {
        "id": str(at),
        "serviceNames": [{"type": "Name", "language": "fi", "value": f"Palvelu {at}"}],
    },
    "palvelukartta": lambda at: {"id": at, "name": {"fi": f"Palvelu {at}"}},
    "palvelumanuaali": lambda at: {
        "type": "node--service",
        "id": str(at),
        "attributes": {"title": f"Palvelu {at}"},
    },
}

ANY_JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**25), 10**25)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=20)
    | st.sampled_from(
        ["2026-13-40", "<p>x", "24:00", "fi", "DaysOfTheWeek", "https://x.invalid", "&#" + "9" * 5_000]
    ),
    lambda inside: (
        st.lists(inside, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["id", "value", "name", "language", "fi", "data", "attributes", "type", "from", "outo"]
            ),
            inside,
            max_size=3,
        )
    ),
    max_leaves=8,
)


def places_in(value: object, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Return the path to everything inside a JSON value."""
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path] * bool(path) + [one for key, part in inside for one in places_in(part, (*path, key))]


PATHS = {name: places_in(sample(name)) for name in SAMPLES}


def replaced(value: object, path: tuple[Any, ...], other: object) -> object:
    """Return the value with another one at a path, where the path still leads anywhere."""
    copied = copy.deepcopy(value)
    holder: Any = copied
    for key in path[:-1]:
        try:
            holder = holder[key]
        except (KeyError, IndexError, TypeError):
            return copied
    if isinstance(holder, dict) or (isinstance(holder, list) and path[-1] in range(len(holder))):
        holder[path[-1]] = other
    return copied


def small_file(source: str, services: list[Any]) -> bytes:
    wrappers: dict[str, Any] = {
        "kenttakirja": {"what": "kenttakirja-services", "version": 1, "services": services},
        "ptv": services,
        "palvelukartta": {"results": services},
        "palvelumanuaali": {"data": services},
    }
    return msgspec.json.encode(wrappers[source])


@pytest.mark.parametrize("name", SAMPLES)
def test_a_file_is_recognised_by_its_shape(name: str) -> None:
    assert recognise(sample_bytes(name)) == SAMPLES[name]


@pytest.mark.parametrize("raw", [b"{}", b"[]", b"5", b'"palvelu"', b'[{"outo": 1}]', b'{"data": 5}'])
def test_what_is_no_directory_s_is_not_guessed(raw: bytes) -> None:
    with pytest.raises(SourceUnknown):
        recognise(raw)


def test_a_source_without_a_reader_is_refused() -> None:
    with pytest.raises(SourceUnknown) as caught:
        read_services(b"{}", "puhelinluettelo", day=DAY, codes=CODES)
    assert caught.value.source == "puhelinluettelo"


@pytest.mark.parametrize("source", SOURCES)
def test_a_file_that_is_no_json_is_refused_whatever_its_source(source: str) -> None:
    for raw, error in (
        (b'{"services": [', JsonBroken),
        (b'{"services": NaN}', JsonBroken),
        ('{"nimi": "Köysi"}'.encode("latin-1"), EncodingUnknown),
        (b"[" * 50_000, NestedTooDeep),
    ):
        with pytest.raises(error):
            read_services(raw, source, day=DAY, codes=CODES)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("name", SAMPLES)
def test_a_file_says_the_same_in_every_encoding(name: str, encoding: str) -> None:
    raw = sample_bytes(name)
    plain = read_services(raw, SAMPLES[name], day=DAY, codes=CODES)
    assert read_services(raw.decode().encode(encoding), SAMPLES[name], day=DAY, codes=CODES) == plain


@pytest.mark.parametrize("source", SOURCES)
def test_two_hundred_thousand_services_are_read_up_to_the_most_and_the_rest_counted(source: str) -> None:
    found = read_services(
        small_file(source, [SMALL[source](at) for at in range(1, MANY + 1)]), source, day=DAY, codes=CODES
    )
    assert len(found.services) == MOST_SERVICES
    assert not found.complete
    (line,) = found.report.lines
    assert (line.kind, line.reason, line.times) == (LineKind.REFUSED, Reason.TOO_MANY, MANY - MOST_SERVICES)


@pytest.mark.parametrize("source", SOURCES)
def test_a_service_without_an_id_or_a_name_has_a_line_and_the_rest_is_imported(source: str) -> None:
    good, nameless, twice = SMALL[source](1), SMALL[source](2), SMALL[source](1)
    for key in ("name", "serviceNames", "attributes"):
        nameless.pop(key, None)
    idless = copy.deepcopy(good)
    for key in ("id", "origin"):
        idless.pop(key, None)
    found = read_services(small_file(source, [good, nameless, idless, twice]), source, day=DAY, codes=CODES)
    assert [service.name for service in found.services] == [{"fi": "Palvelu 1"}]
    assert found.report.reasons == {"no_id": 1, "no_name": 1, "duplicate_id": 1}
    assert found.held == {reference_of(found.services[0].origin).replace("1", "2")}


def test_a_report_carries_its_first_lines_and_counts_all() -> None:
    services = [{**SMALL["kenttakirja"](at), "category": "seikkailu"} for at in range(MOST_LINES + 500)]
    report = read_services(small_file("kenttakirja", services), "kenttakirja", day=DAY, codes=CODES).report
    assert (len(report.lines), report.left_out) == (MOST_LINES, 500)
    assert (report.counts, report.reasons) == (
        {"altered": MOST_LINES + 500},
        {"unknown_value": MOST_LINES + 500},
    )
    assert msgspec.json.decode(msgspec.json.encode(report), type=type(report)) == report


@pytest.mark.parametrize("name", SAMPLES)
def test_an_imported_service_has_nothing_wrong_and_is_read_from_a_commit(name: str) -> None:
    for service in imported(sample(name), SAMPLES[name]).services:
        assert problems_of(service, CODES) == []
        assert from_map(to_map(service)) == service


@pytest.mark.parametrize("name", SAMPLES)
@given(data=st.data())
def test_any_json_in_any_field_leaves_services_that_may_be_shown(name: str, data: st.DataObject) -> None:
    value = sample(name)
    for _ in range(data.draw(st.integers(1, 4))):
        value = replaced(value, data.draw(st.sampled_from(PATHS[name])), data.draw(ANY_JSON))
    try:
        found = imported(value, SAMPLES[name])
    except FileRefused:
        return  # the top level itself was replaced
    references = [reference_of(service.origin) for service in found.services]
    assert len(references) == len(set(references))
    for service in found.services:
        assert problems_of(service, CODES) == []
        assert from_map(to_map(service)) == service
    assert not found.held & set(references)


@given(value=ANY_JSON)
def test_any_json_as_a_file_is_read_or_refused(value: object) -> None:
    raw = msgspec.json.encode(value)
    for source in SOURCES:
        try:
            found = read_services(raw, source, day=DAY, codes=CODES)
        except FileRefused:
            continue
        assert found.source == source


def test_no_line_has_what_a_contact_is() -> None:
    value = sample("palvelumanuaali_jsonapi")
    for one in value["included"]:
        if one["type"] == "contact_info--contact_info":
            one["attributes"] |= {
                "field_email": "ei osoite vaan Toivo",
                "field_contact_phone": "<b>Toivo</b>",
            }
    found = imported(value, "palvelumanuaali")
    assert {(LineKind.ALTERED, Reason.BAD_LINK, "field_contact_info[0].field_email[0].value")} <= lines(found)
    assert b"Toivo" not in msgspec.json.encode(found.report)
