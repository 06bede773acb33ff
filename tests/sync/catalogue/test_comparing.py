# SPDX-License-Identifier: MIT
"""An import changes what the source changed, and importing the same again changes nothing."""

import msgspec
import pytest
from catalogue_files import SAMPLES, imported, sample
from hypothesis import given
from hypothesis import strategies as st

from sync.catalogue.importing import Comparison, Imported, compare, reported
from sync.catalogue.model import Service, reference_of
from sync.catalogue.report import LineKind, ReportLine

FIELDS = st.sampled_from(("name", "summary", "description", "requirements"))


def by_reference(found: Imported) -> dict[str, Service]:
    return {reference_of(service.origin): service for service in found.services}


def file_of(names: dict[str, str]) -> dict[str, object]:
    return {
        "results": [{"id": key, "name": {"fi": name}, "address_zip": "00100"} for key, name in names.items()]
    }


@pytest.mark.parametrize("whole", [True, False])
@pytest.mark.parametrize("name", SAMPLES)
def test_importing_twice_changes_nothing_even_on_another_day(name: str, *, whole: bool) -> None:
    first = imported(sample(name), SAMPLES[name])
    second = imported(sample(name), SAMPLES[name], day="2026-12-01")
    before = by_reference(first)
    assert compare({}, first, whole=whole).new == first.services
    assert compare(before, second, whole=whole) == Comparison(same=tuple(before))


def test_what_changed_is_changed_and_what_came_is_new() -> None:
    before = by_reference(imported(file_of({"1": "Airo", "2": "Peräsin"}), "palvelukartta"))
    after = imported(file_of({"1": "Airo", "2": "Peräsin ja ruori", "3": "Köli"}), "palvelukartta")
    found = compare(before, after, whole=True)
    assert [service.name["fi"] for service in found.changed] == ["Peräsin ja ruori"]
    assert [service.name["fi"] for service in found.new] == ["Köli"]
    assert (found.same, found.gone) == (("palvelukartta:1",), ())


def test_only_a_whole_file_says_what_is_gone() -> None:
    before = by_reference(imported(file_of({"1": "Airo", "2": "Peräsin"}), "palvelukartta"))
    after = imported(file_of({"1": "Airo"}), "palvelukartta")
    assert compare(before, after, whole=True).gone == ("palvelukartta:2",)
    assert compare(before, after, whole=False).gone == ()


def test_another_source_s_services_are_never_gone() -> None:
    before = by_reference(imported(sample("ptv_bundle"), "ptv"))
    after = imported(file_of({"1": "Airo"}), "palvelukartta")
    assert compare(before, after, whole=True).gone == ()


def test_a_file_with_more_than_was_read_says_nothing_of_what_is_gone() -> None:
    before = by_reference(imported(file_of({"a": "Airo"}), "palvelukartta"))
    after = imported(file_of({str(at): "Airo" for at in range(20_001)}), "palvelukartta")
    assert compare(before, after, whole=True).gone == ()


def test_a_service_whose_entry_is_damaged_is_not_gone_but_one_that_was_hidden_is() -> None:
    before = by_reference(imported(file_of({"1": "Airo", "2": "Peräsin"}), "palvelukartta"))
    damaged = {
        "results": [{"id": "1", "name": None}, {"id": "2", "name": {"fi": "Peräsin"}, "public": False}]
    }
    found = compare(before, imported(damaged, "palvelukartta"), whole=True)
    assert found.gone == ("palvelukartta:2",)


def test_the_report_has_a_line_for_each_change_and_counts_the_same() -> None:
    before = by_reference(imported(file_of({"1": "Airo", "2": "Peräsin", "4": "Masto"}), "palvelukartta"))
    after = imported(file_of({"1": "Airo", "2": "Ruori", "3": "Köli"}), "palvelukartta")
    report = reported(after.report, compare(before, after, whole=True), before)
    assert report.lines == (
        ReportLine(LineKind.NEW, "palvelukartta:3", "Köli"),
        ReportLine(LineKind.CHANGED, "palvelukartta:2", "Ruori"),
        ReportLine(LineKind.GONE, "palvelukartta:4", "Masto"),
    )
    assert report.counts == {"new": 1, "changed": 1, "gone": 1, "same": 1}


@given(texts=st.dictionaries(st.tuples(st.integers(0, 1), FIELDS), st.text(max_size=200), max_size=6))
def test_any_texts_imported_twice_are_the_same(texts: dict[tuple[int, str], str]) -> None:
    value = sample("neutral")
    for (at, field), text in texts.items():
        value["services"][at][field] = {"fi": text, "en": "Rudder"}
    first = imported(value, "kenttakirja")
    again = imported(msgspec.json.decode(msgspec.json.encode(value)), "kenttakirja")
    found = compare(by_reference(first), again, whole=True)
    assert (found.new, found.changed, found.gone) == ((), (), ())
    assert len(found.same) == len(first.services)
