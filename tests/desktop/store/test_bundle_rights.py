# SPDX-License-Identifier: MIT
"""A colleague's bundle is held to the table of rights before the hub is asked."""

import msgspec
import pytest
from store_world import NOON, Colleague, entity

from desktop.store.bundle_rights import BundleRights
from desktop.store.notebook import NotebookStore
from desktop.store.roster import Grant, WriterRow
from sync.log.commit import Body, FieldWrite
from sync.records.ids import (
    CITY,
    LaptopId,
    StaffId,
    StreamId,
    TeamId,
    special_stream,
    staff_stream,
    team_stream,
)

TEAM_ID = TeamId("t00000000000000aa")
AUTHOR = StaffId("s00000000000000bb")
OTHER = StaffId("s00000000000000cc")
LAPTOP = LaptopId("l00000000000000bb")


def _rights(stream: StreamId, role: str) -> BundleRights:
    key = Colleague(b"c").key
    writer = WriterRow(
        writer=key.writer, staff=AUTHOR, laptop=LAPTOP, signing=key.public, receiving=b"", revoked_after=None
    )
    grant = Grant(entity=entity(), staff=AUTHOR, team=TEAM_ID, role=role, since=NOON, until=None)
    return BundleRights.of(key.writer, stream, [writer], [grant])


def _says(kind: str, **values: object) -> Body:
    fields = {name: FieldWrite(value, []) for name, value in values.items()}
    return Body(entity(), fields, kind, bytes(16), 1, None)


@pytest.mark.parametrize(
    ("role", "stream", "allowed"),
    [
        ("adviser", team_stream(TEAM_ID), True),
        ("adviser", special_stream(TEAM_ID), False),
        ("coach", special_stream(TEAM_ID), True),
        ("service_editor", team_stream(TEAM_ID), False),
        ("a role of tomorrow", team_stream(TEAM_ID), False),
    ],
)
def test_what_is_unknown_here_is_kept_only_from_whom_the_stream_is_open_to(
    notebook: NotebookStore, role: str, stream: StreamId, *, allowed: bool
) -> None:
    with notebook.reading() as connection:
        assert _rights(stream, role).may_say(connection, [_says("hologram", colour="blue")]) is allowed


@pytest.mark.parametrize(("author", "allowed"), [(AUTHOR, True), (OTHER, False), (None, False)])
def test_a_message_in_a_bundle_is_from_its_author(
    notebook: NotebookStore, author: StaffId | None, *, allowed: bool
) -> None:
    with notebook.reading() as connection:
        said = _says("message", **{"text": "Hei", "at": NOON, "from": author})
        assert _rights(staff_stream(OTHER), "adviser").may_say(connection, [said]) is allowed


@pytest.mark.parametrize("kind", ["referral", "consent", "task", "note"])
def test_what_is_about_somebody_names_them(notebook: NotebookStore, kind: str) -> None:
    rights = _rights(team_stream(TEAM_ID), "adviser")
    about = entity()
    with notebook.reading() as connection:
        assert not rights.may_say(connection, [_says(kind, at=NOON)])
        assert rights.may_say(connection, [msgspec.structs.replace(_says(kind, at=NOON), subject=about)])


@pytest.mark.parametrize(
    ("role", "kind", "allowed"),
    [
        ("service_editor", "service", True),
        ("adviser", "service", False),
        ("supervisor", "service", False),
        ("partner", "service", False),
        ("admin", "service", False),
        ("service_editor", "grant", False),
        ("service_editor", "referral", False),
        ("service_editor", "code_list", False),
    ],
)
def test_the_citys_stream_is_the_editors_and_only_for_services(
    notebook: NotebookStore, role: str, kind: str, *, allowed: bool
) -> None:
    with notebook.reading() as connection:
        assert _rights(CITY, role).may_say(connection, [_says(kind, status="published")]) is allowed
