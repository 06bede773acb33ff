# SPDX-License-Identifier: MIT
"""Every message of the log round-trips, and every flipped bit of a commit is refused."""

import unicodedata
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from log_keys import HUB, KEY, PERSON, STREAM, VISIT, chain, counting_bytes, visit
from log_world import WRITERS, commit_id

from sync.log.chain import first_tip, follow
from sync.log.codec import decode_value, encode
from sync.log.commit import Draft, SignedCommit, read_bodies, read_header, verify_signature, write_commit
from sync.log.errors import LogError, Malformed
from sync.records.ids import EntityId

TEXT = st.text(max_size=12).map(lambda text: unicodedata.normalize("NFC", text)).filter(
    lambda text: not any("\ud800" <= letter <= "\udfff" for letter in text)
)  # fmt: skip
SCALARS = st.none() | st.booleans() | st.integers(-(2**63), 2**64 - 1) | TEXT | st.binary(max_size=12)
VALUES: st.SearchStrategy[Any] = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
    max_leaves=6,
)
SEEN = st.lists(st.sampled_from(WRITERS), unique=True).map(
    lambda writers: [commit_id(writer, 3) for writer in writers]
)
FIELDS = st.dictionaries(TEXT, st.tuples(VALUES, SEEN), min_size=1, max_size=4)


@given(VALUES)
def test_a_value_round_trips(value: object) -> None:
    assert decode_value(encode(value)) == value


@given(st.binary(max_size=40))
def test_any_bytes_are_one_value_in_its_one_spelling_or_refused(raw: bytes) -> None:
    try:
        value = decode_value(raw)
    except Malformed:
        return
    assert encode(value) == raw


@given(FIELDS, FIELDS, st.none() | st.just(PERSON), st.integers(1, 2**40), st.integers(0, 2**50))
def test_a_commit_round_trips(
    one: dict[str, Any], other: dict[str, Any], subject: EntityId | None, n: int, time_ms: int
) -> None:
    drafts = [
        Draft("visit", VISIT, None, 1, one),
        Draft("note", PERSON, subject, 2, other, commit_id(WRITERS[0], 7)),
    ]
    commit = write_commit(
        drafts, key=KEY, hub=HUB, stream=STREAM, n=n, prev=b"p" * 32, time_ms=time_ms, app="test",
        random_bytes=counting_bytes(),
    )  # fmt: skip
    header = read_header(commit.header)
    verify_signature(commit, hub=HUB, public=KEY.public)
    assert (header.n, header.time, header.stream, header.writer) == (n, time_ms, STREAM, KEY.writer)
    for draft, body in zip(drafts, read_bodies(commit, header), strict=True):
        assert body is not None
        assert (body.kind, body.entity, body.subject) == (draft.kind, draft.entity, draft.subject)
        assert (body.schema, body.origin) == (draft.schema, draft.origin)
        assert {name: (said.value, said.seen) for name, said in body.fields.items()} == {
            name: (value, sorted(seen)) for name, (value, seen) in draft.fields.items()
        }


COMMIT = chain(
    [[visit(), Draft("person", PERSON, PERSON, 1, {"phone": ("040", [commit_id(WRITERS[0], 3)])})]]
)[0]
PIECES = (COMMIT.header, COMMIT.signature, *(body for body in COMMIT.bodies if body is not None))
SIZE = sum(map(len, PIECES))
RUN = 16


def _changed(at: int, bit: int) -> SignedCommit:
    pieces = [bytearray(piece) for piece in PIECES]
    for piece in pieces:
        if at < len(piece):
            piece[at] ^= 1 << bit
            break
        at -= len(piece)
    header, signature, *bodies = map(bytes, pieces)
    return replace(COMMIT, header=header, signature=signature, bodies=tuple(bodies))


def _accept(commit: SignedCommit) -> None:
    tip = first_tip(HUB, STREAM, KEY.public)
    _, links = follow(tip, [commit], hub=HUB, stream=STREAM, public=KEY.public)
    for link in links:
        read_bodies(link.commit, link.header)


def test_the_commit_as_it_was_sent_is_accepted() -> None:
    _accept(COMMIT)


@pytest.mark.parametrize("start", range(0, SIZE, RUN))
def test_every_flipped_bit_of_a_commit_is_refused(start: int) -> None:
    for at in range(start, min(start + RUN, SIZE)):
        for bit in range(8):
            with pytest.raises(LogError):
                _accept(_changed(at, bit))


@given(st.data())
def test_a_byte_taken_out_put_in_or_cut_off_is_refused(data: st.DataObject) -> None:
    which = data.draw(st.integers(0, len(PIECES) - 1))
    piece = PIECES[which]
    at = data.draw(st.integers(0, len(piece) - 1))
    changed = data.draw(
        st.sampled_from([piece[:at], piece[:at] + piece[at + 1 :], piece[:at] + b"\x00" + piece[at:]])
    )
    pieces = [*PIECES[:which], changed, *PIECES[which + 1 :]]
    with pytest.raises(LogError):
        _accept(SignedCommit(pieces[0], pieces[1], tuple(pieces[2:])))
