# SPDX-License-Identifier: MIT
"""Whatever kind of record a worker may write: its making, each change of it and its removal can be taken back."""

from collections.abc import Mapping, Sequence
from typing import Any

import pytest
from notebook_world import AINO, MORNING, TEAM, NotebookWorld
from stand import Stand

from desktop.notebook.messages.today import SaveId, UndoSave
from desktop.store.changes import Change
from sync.log.deletion import DELETED, deletion_value
from sync.records.codes import CodeLists
from sync.records.fields import FieldSpec, FieldType, Home, KindSpec
from sync.records.ids import EntityId, StreamId, staff_stream, team_stream
from sync.records.kinds import kind
from sync.records.rights import RIGHTS, Right, Role

KINDS = sorted(
    name for name, right in RIGHTS[Role.ADVISER].items() if Right.CREATE in right and name != "audit"
)
"""All but the access log, which nobody takes back."""
_OTHERS = [EntityId(bytes(15) + bytes([number])) for number in (9, 10, 11)]


_VALUES: Mapping[FieldType, Sequence[Any]] = {
    FieldType.TEXT: ("yksi", "kaksi"),
    FieldType.INSTANT: (MORNING, MORNING + 1),
    FieldType.NUMBER: (1, 2),
    FieldType.DATE: ("1990-01-01", "1990-01-02"),
    FieldType.FLAG: (True, False),
    FieldType.ENTITY: _OTHERS,
    FieldType.STAFF: (AINO, AINO),
    FieldType.TEAM: (TEAM, TEAM),
    FieldType.PAIR: (_OTHERS[:2], _OTHERS[1:]),
    FieldType.BYTES: (bytes(32), bytes([1]) * 32),
    FieldType.PHONE: ("+358401111111", "+358402222222"),
    FieldType.EMAIL: ("yksi@example.org", "kaksi@example.org"),
    FieldType.HETU: ("010190-901R", None),
}


def _codes(codes: CodeLists, spec: FieldSpec) -> list[str]:
    """Return the words of a field's list; a field that is a set of staff has theirs."""
    return [row.code for row in codes[spec.codes].rows] if spec.codes else [AINO]


def _value(spec: FieldSpec, codes: CodeLists, which: int) -> Any:  # noqa: ANN401 - any field's value
    """Return a value that the field takes; another one for another ``which`` (0, 1)."""
    if spec.type is FieldType.CODE:
        return _codes(codes, spec)[which]
    if spec.type is FieldType.GROUP:
        return {part.name: _value(part, codes, which) for part in spec.parts}
    return _VALUES[spec.type][which] if spec.type in _VALUES else None


def _fields(spec: KindSpec, codes: CodeLists, which: int, *, required: bool) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    for field in spec.fields:
        if field.name == DELETED or (required and not field.required):
            continue
        value = _value(field, codes, which)
        if field.element:
            fields[f"{field.name}/{_codes(codes, field)[0]}"] = value
        elif value is not None:
            fields[field.name] = value
    return fields or {spec.fields[0].name: _value(spec.fields[0], codes, which)}


def _stream(spec: KindSpec) -> StreamId:
    return staff_stream(AINO) if spec.home is Home.STAFF else team_stream(TEAM)


def _save(stand: Stand, spec: KindSpec, entity: EntityId, fields: dict[str, Any]) -> SaveId:
    subject = (entity if spec.name == "person" else _OTHERS[0]) if spec.has_subject else None
    change = Change(kind=spec.name, entity=entity, subject=subject, fields=fields)
    stream = _stream(spec)
    (saved,) = stand.desk.store.save_all([(stream, [change])], time_ms=stand.desk.now())
    return SaveId(stream, saved.n)


def _values(stand: Stand, entity: EntityId) -> dict[str, Any]:
    return {name: value for name, value in stand.desk.entity(entity).values.items() if value is not None}


def _spec(name: str) -> KindSpec:
    spec = kind(name)
    assert spec is not None
    return spec


@pytest.fixture
def aino(world: NotebookWorld) -> Stand:
    """Aino, who works with people."""
    return Stand(world, AINO)


@pytest.mark.parametrize("name", KINDS)
def test_a_change_a_removal_and_the_making_are_taken_back(aino: Stand, name: str) -> None:
    spec, codes, entity = _spec(name), aino.desk.codes, aino.desk.new_id()
    made = _save(aino, spec, entity, _fields(spec, codes, 0, required=True))
    first = _values(aino, entity)

    changed = _save(aino, spec, entity, _fields(spec, codes, 1, required=False))
    assert _values(aino, entity) != first or _only_one_value(spec.fields)
    undone = aino.undoing.undo(UndoSave(changed))
    assert undone.left == []
    assert _values(aino, entity) == first

    state = aino.desk.reads.entities.state(entity)
    assert state is not None
    removed = _save(aino, spec, entity, {DELETED: deletion_value(state)})
    assert aino.desk.entity(entity).deleted
    aino.undoing.undo(UndoSave(removed))
    assert not aino.desk.entity(entity).deleted
    assert _values(aino, entity) == first

    fresh = aino.desk.new_id()
    made = _save(aino, spec, fresh, _fields(spec, codes, 0, required=True))
    aino.undoing.undo(UndoSave(made))
    assert aino.desk.entity(fresh).deleted
    assert aino.desk.reads.lists.people([fresh]) == ()


def _only_one_value(fields: Sequence[FieldSpec]) -> bool:
    return all(field.type in {FieldType.STAFF, FieldType.TEAM} for field in fields if field.name != DELETED)
