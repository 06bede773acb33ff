# SPDX-License-Identifier: MIT
"""Our code against the committed vectors: first as a reader of them, then as their writer."""

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest
from log_vectors import FOLDER, all_vectors

from sync.log.chain import Tip, first_tip, follow
from sync.log.checkpoint import SignedCheckpoint, read_checkpoint
from sync.log.codec import decode_value, encode
from sync.log.commit import CommitId, SignedCommit, read_bodies, read_header
from sync.log.digest import entity_digest, stream_digest
from sync.log.erasure import restated
from sync.log.errors import LimitExceeded, Malformed, NotCanonical
from sync.log.fold import Write
from sync.log.known import Marks
from sync.log.pure import fold
from sync.log.review import entity_hash
from sync.log.running import running_over, running_start
from sync.log.shown import shown
from sync.log.signing import SigningKey
from sync.log.snapshot import Place, read_part
from sync.log.state import decode_foreign_state, encode_state
from sync.records.ids import HubId, StreamId, WriterId

WHY = {"malformed": Malformed, "not-canonical": NotCanonical, "limit": LimitExceeded}


def _read(name: str) -> Any:  # noqa: ANN401 - JSON
    return json.loads((FOLDER / name).read_text(encoding="utf-8"))


VALUES, COMMITS, FOLDS, HUBS = (_read(f"{name}.json") for name in ("values", "commits", "fold", "hub"))
HUB = HubId(bytes.fromhex(COMMITS["hub"]))
STREAM = StreamId(COMMITS["stream"])
PUBLIC = bytes.fromhex(COMMITS["writers"][0]["public"])


def _id(parts: list[Any]) -> CommitId:
    return CommitId(WriterId(bytes.fromhex(parts[0])), parts[1], bytes.fromhex(parts[2]))


def _commit(row: dict[str, Any]) -> SignedCommit:
    bodies = tuple(bytes.fromhex(body) for body in row["bodies"])
    return SignedCommit(bytes.fromhex(row["header"]), bytes.fromhex(row["signature"]), bodies)


BY_ID = {_id(row["id"]): _commit(row) for row in COMMITS["commits"]}
NUMBERS = {one: number for number, one in enumerate(BY_ID, start=1)}


@pytest.mark.parametrize("row", VALUES["values"], ids=lambda row: row["json"])
def test_a_value_has_the_bytes_of_the_vector(row: dict[str, str]) -> None:
    raw = bytes.fromhex(row["bytes"])
    assert encode(decode_value(raw)) == raw
    assert repr(decode_value(raw)) == row["json"]


@pytest.mark.parametrize("row", VALUES["refused"], ids=lambda row: row["what"])
def test_bytes_that_the_vectors_refuse_are_refused_for_that_reason(row: dict[str, str]) -> None:
    with pytest.raises(Malformed) as refused:
        decode_value(bytes.fromhex(row["bytes"]))
    assert type(refused.value) is WHY[row["why"]]


@pytest.mark.parametrize("writer", COMMITS["writers"], ids=["one", "other"])
def test_a_writers_chain_verifies(writer: dict[str, str]) -> None:
    key = SigningKey.from_seed(bytes.fromhex(writer["seed"]))
    assert (key.public.hex(), key.writer.hex()) == (writer["public"], writer["writer"])
    tip = first_tip(HUB, STREAM, key.public)
    assert tip.hash.hex() == writer["first_prev"]
    mine = [one for one in BY_ID if one.writer == key.writer]
    end, links = follow(tip, [BY_ID[one] for one in mine], hub=HUB, stream=STREAM, public=key.public)
    assert [link.id for link in links] == mine
    assert end == Tip(len(mine), BY_ID[mine[-1]].hash)


def test_every_commit_has_its_hash() -> None:
    for row in COMMITS["commits"]:
        assert _commit(row).hash.hex() == row["hash"]


@pytest.mark.parametrize("case", FOLDS["cases"], ids=lambda case: case["name"])
def test_the_fold_of_the_vectors(case: dict[str, Any]) -> None:
    known = Marks()
    for parts in case["known"]:
        known.add(_id(parts))
    writes = [
        Write(one, body)
        for one in map(_id, case["folded"])
        for body in read_bodies(BY_ID[one], read_header(BY_ID[one].header))
        if body is not None
    ]
    if case["restated"] is not None:
        writes.append(restated(decode_value(bytes.fromhex(case["restated"]))))
    states = fold(writes, known)
    assert sorted(entity.hex() for entity in states) == [row["entity"] for row in case["entities"]]
    for row, (_, state) in zip(case["entities"], sorted(states.items()), strict=True):
        assert encode_state(state).hex() == row["state"]
        assert decode_foreign_state(bytes.fromhex(row["state"])) == state
        assert entity_digest(state).hex() == row["digest"]
        assert entity_hash(state).hex() == row["hash"]
        for name, (value, conflict, erased) in row["shown"].items():
            its = shown(state.fields[name], NUMBERS.get)
            assert (encode(its.value).hex(), its.conflict, its.erased) == (value, conflict, erased)


def test_what_the_hub_says_of_the_stream() -> None:
    start = running_start(HUB, STREAM, HUBS["epoch"])
    assert start.hex() == HUBS["running_start"]
    assert running_over(start, [commit.hash for commit in BY_ID.values()]).hex() == HUBS["running"]
    signed = SignedCheckpoint(*(bytes.fromhex(HUBS["checkpoint"][part]) for part in ("bytes", "signature")))
    checkpoint = read_checkpoint(signed, hub=HUB, public=PUBLIC)
    assert (checkpoint.number, checkpoint.running.hex()) == (len(BY_ID), HUBS["running"])
    assert checkpoint.digest.hex() == HUBS["digest"]


def test_the_snapshot_of_the_vectors_is_read_part_by_part() -> None:
    place: Place | None = None
    states = []
    for row in HUBS["snapshot"]:
        payload, signature = bytes.fromhex(row["bytes"]), bytes.fromhex(row["signature"])
        assert hashlib.sha256(payload).hexdigest() == row["sha256"]
        part, place = read_part(payload, signature, hub=HUB, public=PUBLIC, after=place)
        states += [decode_foreign_state(raw) for raw in part.entities]
    assert place is not None
    assert place.indexed
    assert stream_digest(states).hex() == HUBS["digest"]


def test_the_vectors_are_what_we_write_today(tmp_path: Path) -> None:
    for name, contents in all_vectors().items():
        (tmp_path / name).write_text(json.dumps(contents), encoding="utf-8")
        assert json.loads((tmp_path / name).read_text(encoding="utf-8")) == _read(name)
