# SPDX-License-Identifier: MIT
"""What an import writes of one service: whatever stands there, an editor's word outlasts it."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import msgspec
from city_services import place_of, service
from hypothesis import given
from hypothesis import strategies as st

from sync.catalogue.model import Service, from_map
from sync.hub.catalogue import CONTENT, PROPOSED, STATUS, WITHDRAWN, ServiceState
from sync.hub.catalogue_change import Outcome, alike, change, gone

TEXTS = tuple(service(1, name) for name in ("Yksi", "Kaksi", "Kolme"))
MAYBE = st.none() | st.sampled_from(TEXTS)
STATES = st.builds(
    ServiceState,
    entity=st.just(place_of(1)),
    content=MAYBE,
    status=st.sampled_from(["waiting", "published", "withdrawn", ""]),
    proposed=MAYBE,
    imported=MAYBE,
    edited=st.booleans(),
    judged=st.booleans(),
    ruled=st.booleans(),
    deleted=st.booleans(),
    seen=st.just({}),
)


def after(state: ServiceState, fields: Mapping[str, Any]) -> ServiceState:
    """The state once the hub has written these fields, having seen all that stood."""
    for name, value in fields.items():
        text = None if value is None or name == STATUS else from_map(value)
        if name == CONTENT:
            state = replace(state, content=text, edited=False)
        elif name == PROPOSED:
            state = replace(state, proposed=text, judged=False)
        else:
            state = replace(state, status=value, ruled=False)
        if text is not None:
            state = replace(state, imported=text)
    return state


@given(state=STATES, text=st.sampled_from(TEXTS), review=st.booleans())
def test_the_same_import_again_changes_nothing(*, state: ServiceState, text: Service, review: bool) -> None:
    once = change(state, text, review=review)
    assert (once.outcome is Outcome.SAME) == (not once.fields)
    again = change(after(state, once.fields), text, review=review)
    assert (again.outcome, dict(again.fields)) == (Outcome.SAME, {})


@given(state=STATES, text=st.sampled_from(TEXTS), review=st.booleans())
def test_what_an_editor_wrote_is_never_replaced(*, state: ServiceState, text: Service, review: bool) -> None:
    written = change(state, text, review=review).fields
    if state.edited or review:
        assert CONTENT not in written
    if state.ruled:
        assert STATUS not in written
    if state.deleted:
        assert not written


@given(state=STATES, text=st.sampled_from(TEXTS), review=st.booleans())
def test_what_the_source_says_is_shown_proposed_or_was_refused(
    *, state: ServiceState, text: Service, review: bool
) -> None:
    done = after(state, change(state, text, review=review).fields)
    refused = (state.edited or state.judged) and alike(state.imported, text)
    assert state.deleted or alike(done.content, text) or alike(done.proposed, text) or refused


@given(state=STATES, withdraw=st.booleans())
def test_what_is_gone_is_only_withdrawn_when_asked(*, state: ServiceState, withdraw: bool) -> None:
    done = gone(state, withdraw=withdraw)
    assert dict(done.fields) in ({}, {STATUS: WITHDRAWN})
    assert withdraw or not done.fields
    again = gone(after(state, done.fields), withdraw=withdraw)
    assert not again.fields


def test_the_day_of_reading_is_no_change() -> None:
    one = TEXTS[0]
    later = msgspec.structs.replace(one, origin=msgspec.structs.replace(one.origin, fetched="2027-01-01"))
    assert alike(one, later)
    assert not alike(one, msgspec.structs.replace(later, checked="2027-01-01"))
    assert not alike(None, one)
