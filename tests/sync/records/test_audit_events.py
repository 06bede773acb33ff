# SPDX-License-Identifier: MIT
"""An event of a laptop in the shape of the city's audit log, whatever is in it."""

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from sync.records.audit_events import FAILED, OPERATIONS, city_event

EVENT = {
    "operation": "REVEAL",
    "status": "SUCCESS",
    "actor": {"role": "USER", "user_id": "s0000000000000001"},
    "target": {"type": "person", "id": "00" * 16},
    "reason": "card",
    "field": "hetu",
}
anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text() | st.binary(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=10,
)


def test_an_event_has_the_citys_members() -> None:
    told = city_event(EVENT, time_ms=1_790_000_000_123, laptop="l00000000000000a1", seq=7)["audit_event"]
    assert told == {
        "origin": "kenttakirja",
        "status": "SUCCESS",
        "date_time_epoch": 1_790_000_000_123,
        "date_time": "2026-09-21T14:13:20.123Z",
        "actor": {"role": "USER", "user_id": "s0000000000000001"},
        "operation": "READ",
        "additional_information": "reveal card field=hetu laptop=l00000000000000a1 seq=7",
        "target": {"id": "00" * 16, "type": "person", "changes": []},
    }


def test_what_failed_is_forbidden() -> None:
    for operation in FAILED:
        told = city_event(EVENT | {"operation": operation}, time_ms=0, laptop="l", seq=1)
        assert told["audit_event"]["status"] == "FORBIDDEN"


def test_every_word_counts_as_one_of_the_citys_four() -> None:
    assert set(OPERATIONS.values()) == {"CREATE", "READ", "UPDATE", "DELETE"}
    assert set(OPERATIONS) >= FAILED


@given(event=st.dictionaries(st.sampled_from(sorted(EVENT)) | st.text(), anything), time=st.integers())
def test_whatever_a_laptop_wrote_becomes_an_event(event: dict[str, Any], time: int) -> None:
    told = city_event(event, time_ms=time, laptop="l", seq=1)
    assert json.loads(json.dumps(told))["audit_event"]["operation"] in {"CREATE", "READ", "UPDATE", "DELETE"}
