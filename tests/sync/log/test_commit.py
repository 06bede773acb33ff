# SPDX-License-Identifier: MIT
"""What a commit is, and what is refused as one."""

import hashlib
from dataclasses import replace

import pytest
from log_keys import HUB, KEY, NOW, OTHER_HUB, OTHER_KEY, PERSON, STREAM, VISIT, chain, visit
from log_world import commit_id as made_id

from sync.log.codec import MAX_BYTES, encode
from sync.log.commit import (
    MAX_ENTITIES,
    MAX_FIELDS,
    Body,
    CommitId,
    Draft,
    FieldWrite,
    Header,
    SignedCommit,
    commit_id,
    read_bodies,
    read_body,
    read_header,
    verify_signature,
    write_commit,
)
from sync.log.errors import BadSignature, BodyChanged, LimitExceeded, Malformed, NotCanonical, TooNew
from sync.records.ids import EntityId, StreamId, WriterId

SEEN = made_id(KEY.writer, 1)
ONE = chain([[visit()]])[0]
HEADER = read_header(ONE.header)


def test_a_save_of_two_entities_is_one_commit_that_is_read_back() -> None:
    drafts = [visit(), Draft("person", PERSON, PERSON, 3, {"phone": ("040", [SEEN])}, origin=SEEN)]
    commit = chain([drafts])[0]
    header = read_header(commit.header)
    verify_signature(commit, hub=HUB, public=KEY.public)
    first, second = read_bodies(commit, header)
    assert first is not None
    assert second is not None
    assert (first.kind, first.entity, first.subject, first.origin) == ("visit", VISIT, None, None)
    assert second.fields == {"phone": FieldWrite("040", [SEEN])}
    assert (second.subject, second.schema, second.origin) == (PERSON, 3, SEEN)
    assert commit_id(header, commit.header) == CommitId(KEY.writer, 1, commit.hash[:8])
    assert not commit.stripped


def test_a_stripped_commit_still_verifies_and_says_nothing() -> None:
    stripped = replace(ONE, bodies=(None,))
    verify_signature(stripped, hub=HUB, public=KEY.public)
    assert stripped.stripped
    assert stripped.hash == ONE.hash
    assert read_bodies(stripped, HEADER) == (None,)


def test_a_signature_holds_for_one_hub_and_one_key_only() -> None:
    with pytest.raises(BadSignature):
        verify_signature(ONE, hub=OTHER_HUB, public=KEY.public)
    with pytest.raises(BadSignature):
        verify_signature(ONE, hub=HUB, public=OTHER_KEY.public)


def _write(drafts: list[Draft]) -> SignedCommit:
    return write_commit(drafts, key=KEY, hub=HUB, stream=STREAM, n=1, prev=b"p" * 32, time_ms=NOW, app="test")


@pytest.mark.parametrize(
    ("drafts", "error"),
    [
        ([], LimitExceeded),
        ([visit(), visit()], Malformed),
        ([Draft("visit", VISIT, None, 1, {})], Malformed),
        ([Draft("visit", VISIT, None, 0, {"note": ("", [])})], Malformed),
        ([Draft("visit", EntityId(b"short"), None, 1, {"note": ("", [])})], Malformed),
        ([Draft("visit", VISIT, EntityId(b"short"), 1, {"note": ("", [])})], Malformed),
        ([Draft("visit", VISIT, None, 1, {"note": (1.5, [])})], Malformed),
        ([Draft("visit", VISIT, None, 1, {"note": ("", [SEEN, made_id(KEY.writer, 2)])})], Malformed),
        ([Draft("visit", VISIT, None, 1, {"note": ("", [CommitId(KEY.writer, 0, b"m" * 8)])})], Malformed),
        ([Draft("visit", VISIT, None, 1, {"note": ("", [CommitId(KEY.writer, 1, b"m")])})], Malformed),
        ([Draft("visit", VISIT, None, 1, {"n": (1, [])}, CommitId(WriterId(b"w"), 1, b"m" * 8))], Malformed),
        ([visit("x" * MAX_BYTES)], LimitExceeded),
        ([Draft("visit", VISIT, None, 1, {f"f{i}": (i, []) for i in range(MAX_FIELDS + 1)})], LimitExceeded),
        ([visit(entity=EntityId(i.to_bytes(16, "big"))) for i in range(MAX_ENTITIES + 1)], LimitExceeded),
    ],
)
def test_what_cannot_be_a_commit_is_refused_when_it_is_written(
    drafts: list[Draft], error: type[Exception]
) -> None:
    with pytest.raises(error):
        _write(drafts)


def _header(**change: object) -> bytes:
    parts = {name: getattr(HEADER, name) for name in Header.__struct_fields__}
    return encode(list({**parts, **change}.values()))


@pytest.mark.parametrize(
    ("raw", "error"),
    [
        (_header(version=2), TooNew),
        (_header(version=0), Malformed),
        (_header(writer=b"short"), Malformed),
        (_header(prev=b"short"), Malformed),
        (_header(n=0), Malformed),
        (_header(time=-1), Malformed),
        (_header(stream=""), Malformed),
        (_header(stream="a\u0308"), NotCanonical),
        (_header(app="ä"), Malformed),
        (_header(bodies=[]), LimitExceeded),
        (_header(bodies=[b"short"]), Malformed),
        (_header(time=1.5), Malformed),
        (encode({"version": 1}), Malformed),
        (_header() + b"\x00", Malformed),
    ],
)
def test_a_header_that_is_none_is_refused(raw: bytes, error: type[Exception]) -> None:
    with pytest.raises(error):
        read_header(raw)


def _commit(bodies: list[Body]) -> tuple[SignedCommit, Header]:
    raw = [encode(body) for body in bodies]
    header = _header(bodies=[hashlib.sha256(body).digest() for body in raw])
    return SignedCommit(header, b"", tuple(raw)), read_header(header)


def _body(entity: EntityId = VISIT, fields: int = 1, size: int = 0) -> Body:
    return Body(entity, {f"f{i}": FieldWrite("x" * size, []) for i in range(fields)}, "v", b"s" * 16, 1, None)


@pytest.mark.parametrize(
    ("bodies", "error"),
    [
        ([_body(), _body()], Malformed),
        ([_body(fields=300), _body(PERSON, fields=300)], LimitExceeded),
        ([_body(size=200_000), _body(PERSON, size=200_000)], LimitExceeded),
    ],
)
def test_bodies_that_no_save_may_have_are_refused(bodies: list[Body], error: type[Exception]) -> None:
    with pytest.raises(error):
        read_bodies(*_commit(bodies))


def test_a_body_that_was_not_signed_is_refused() -> None:
    other = chain([[visit("other")]])[0]
    with pytest.raises(BodyChanged):
        read_bodies(replace(ONE, bodies=other.bodies), HEADER)
    with pytest.raises(BodyChanged):
        read_bodies(replace(ONE, bodies=()), HEADER)


def test_seen_ids_in_another_order_are_refused() -> None:
    ids = [made_id(WriterId(b"B" * 16), 1), made_id(WriterId(b"A" * 16), 1)]
    body = Body(VISIT, {"note": FieldWrite("", ids)}, "visit", b"s" * 16, 1, None)
    with pytest.raises(Malformed):
        read_body(encode(body))


def test_a_body_with_an_unknown_part_is_refused() -> None:
    with pytest.raises(Malformed):
        read_body(encode({"entity": VISIT, "surprise": 1}))


def test_the_same_save_in_another_stream_is_another_commit() -> None:
    other = chain([[visit()]], stream=StreamId("team/t0000000000000000"))[0]
    assert other.hash != ONE.hash
    assert other.bodies == ONE.bodies
