# SPDX-License-Identifier: MIT
"""An old field and the new one that took its place fold as one."""

from hypothesis import given
from hypothesis import strategies as st
from log_world import ENTITIES, OPERATIONS, WRITERS, KnownIds, World, commit_id, make_body

from sync.log.commit import Body, FieldWrite
from sync.log.fold import Write, heads_seen
from sync.log.pure import fold
from sync.log.upcast import Upcaster, upcast

A, B, _ = WRITERS
ONE = ENTITIES[0]
SPLIT = Upcaster("person", "name", "full_name", lambda value: {"first": value})


def test_old_and_new_values_stand_side_by_side_and_a_new_write_settles_both() -> None:
    old = Write(commit_id(A, 1), make_body(ONE, {"name": ("Aino", [])}))
    new = Write(commit_id(B, 1), make_body(ONE, {"full_name": ({"first": "Aini"}, [])}))
    known = KnownIds([old.id, new.id])
    view = upcast(fold([old, new], known)[ONE], [SPLIT])
    assert "name" not in view.fields
    assert [head.value for head in view.fields["full_name"].heads] == [{"first": "Aino"}, {"first": "Aini"}]
    seen = heads_seen(view, ["full_name"])["full_name"]
    settled = Write(commit_id(B, 2), make_body(ONE, {"full_name": ({"first": "Aina"}, seen)}))
    view = upcast(fold([old, new, settled], known)[ONE], [SPLIT])
    assert [head.value for head in view.fields["full_name"].heads] == [{"first": "Aina"}]


def test_a_writers_newer_write_to_the_new_field_covers_its_own_old_one() -> None:
    old = Write(commit_id(A, 1), make_body(ONE, {"name": ("Aino", [])}))
    new = Write(commit_id(A, 2), make_body(ONE, {"full_name": ({"first": "Aini"}, [])}))
    view = upcast(fold([old, new], KnownIds())[ONE], [SPLIT])
    assert [head.id for head in view.fields["full_name"].heads] == [new.id]


def test_a_commit_that_wrote_both_is_read_by_its_new_field() -> None:
    both = Write(commit_id(A, 1), make_body(ONE, {"name": ("A", []), "full_name": ({"first": "B"}, [])}))
    view = upcast(fold([both], KnownIds())[ONE], [SPLIT])
    assert [head.value for head in view.fields["full_name"].heads] == [{"first": "B"}]


def test_an_erased_value_is_not_converted_and_other_kinds_are_left() -> None:
    erased = Write(commit_id(A, 1), make_body(ONE, {"name": (None, [])}), erased=True)
    state = fold([erased], KnownIds())[ONE]
    assert upcast(state, [SPLIT]).fields["full_name"].heads[0].erased
    assert upcast(state, [Upcaster("note", "name", "x", str), Upcaster("person", "none", "x", str)]) == state


def _all_new(write: Write) -> Write:
    body = write.body
    (said,) = body.fields.values()
    fields = {"full_name": FieldWrite(None if write.erased else {"first": said.value}, said.seen)}
    new = Body(body.entity, fields, body.kind, body.salt, body.schema, body.subject, body.origin)
    return Write(write.id, new, write.erased)


SMALL = st.integers(0, 11)


@given(st.lists(st.tuples(st.integers(0, OPERATIONS - 1), SMALL, SMALL, SMALL), max_size=20))
def test_the_view_is_what_folding_everything_as_the_new_field_gives(
    ops: list[tuple[int, int, int, int]],
) -> None:
    world = World().play(ops)
    writes = [write for write in world.writes() if len(write.body.fields) == 1]
    both = [Upcaster("person", name, "full_name", SPLIT.convert) for name in ("name", "phone")]
    view = {entity: upcast(state, both) for entity, state in fold(writes, world.known()).items()}
    assert view == fold([_all_new(write) for write in writes], world.known())
