# SPDX-License-Identifier: MIT
"""A card's history: every write about a person, newest first, as facts the window has words for."""

from collections.abc import Iterable, Sequence
from typing import Final

from msgspec.structs import replace

from desktop.notebook.desk import Desk
from desktop.notebook.history_row import history_row, write_marks
from desktop.notebook.merge_history import merge_history
from desktop.notebook.messages.marks import Mark
from desktop.notebook.messages.people import HistoryRow
from desktop.notebook.path_history import path_history
from desktop.notebook.telling import joined
from desktop.store.service_reads import StoredRecord
from desktop.store.shown_values import part, value_of
from desktop.store.views import AttendanceRow, EntityView, WriteView
from sync.log.deletion import DELETED
from sync.records.ids import EntityId, StreamId, derived_entity

_ONE_MOMENT_MS: Final = 1000
_TAKEN_OFF: Final = ("note", "attendance")


def card_history(desk: Desk, cards: Sequence[EntityView]) -> list[HistoryRow]:
    """Return what was written about a person on all their cards, the leading one first. Newest first."""
    told = [
        replace(row, card=number) if number > 1 else row
        for number, card in enumerate(cards, start=1)
        for row in _of_card(desk, card)
    ]
    told += merge_history(desk, [card.entity for card in cards])
    return sorted(told, key=lambda row: row.at, reverse=True)


def is_partial(desk: Desk, cards: Sequence[EntityView]) -> bool:
    """Whether earlier writes about this person are neither here nor were told: a snapshot brought what they left."""
    about = (one.entity for card in cards for one in desk.reads.entities.about(card.entity))
    return any(map(desk.began_elsewhere, (*(card.entity for card in cards), *about)))


def _of_card(desk: Desk, person: EntityView) -> list[HistoryRow]:
    """Return what was written on one card: card, situation, notes, visits, referrals. Later above earlier."""
    rows = list(_changes(desk, person.entity, "person", person))
    situation = desk.reads.entity(derived_entity(person.entity, "situation"))
    if situation is not None:
        rows += _changes(desk, situation.entity, "situation", situation)
    for note in desk.reads.lists.notes(person.entity):
        rows += _note(desk, note.entity, note.text, note.at, person.stream)
    for gone in desk.reads.entities.deleted_about(person.entity, _TAKEN_OFF):
        rows += _taken_off(desk, gone)
    for attendance in desk.reads.lists.attendances(person.entity):
        rows += _attendance(desk, attendance, person.stream)
    for referral in desk.reads.services.about(person.entity, "referral"):
        rows += _referral(desk, referral)
    for consent in desk.reads.services.about(person.entity, "consent"):
        rows += _taken_back(desk, consent)
    for attachment in desk.reads.attachments.ever(person.entity):
        rows += _attachment(desk, attachment)
    rows += path_history(desk, person.entity)
    # Of what was saved in one moment the note comes above the card it was written on, and later above earlier.
    rows.reverse()
    return rows


def _changes(desk: Desk, entity: EntityId, kind: str, view: EntityView) -> Iterable[HistoryRow]:
    contested = {field.name for field in view.conflicts}
    began_here = not desk.began_elsewhere(entity)
    for place, write in enumerate(desk.history(entity)):
        if not write.time and not began_here:
            continue  # what a snapshot brought of a card is the card; nobody knows which writes it was
        names = sorted({change.name.partition("/")[0] for change in write.changes})
        marks = write_marks(desk, write, write, view.stream)
        if contested & {change.name for change in write.changes} and _stands(view, write):
            marks.insert(0, Mark.TWO_VALUES)
        what = "created" if place == 0 and began_here else "deleted" if "deleted" in names else "changed"
        yield history_row(
            desk, write, view.stream, kind=kind, what=what, fields=names, text="", marks=marks, at=write.time
        )


def _stands(view: EntityView, write: WriteView) -> bool:
    return any(head.id == write.id for field in view.conflicts for head in field.heads)


def _note(desk: Desk, note: EntityId, text: str, at: int, stream: StreamId) -> Iterable[HistoryRow]:
    writes = desk.history(note)
    if writes:
        marks = write_marks(desk, writes[0], writes[-1], stream)
        saved = writes[0].time or at
        # A note is begun a moment before the save that it shares with a new card: it belongs beside that.
        told = saved if 0 <= saved - at < _ONE_MOMENT_MS else at
        yield history_row(
            desk, writes[0], stream, kind="note", what="noted", fields=[], text=text, marks=marks, at=told
        )


def _taken_off(desk: Desk, gone: EntityView) -> Iterable[HistoryRow]:
    """Tell who took a note or the link to a visit off that they did, and not what it said: they may undo it."""
    writes = [
        one for one in desk.history(gone.entity) if one.time and any(c.name == DELETED for c in one.changes)
    ]
    for write in writes[-1:]:
        if not desk.mine(write.author):
            continue
        yield history_row(
            desk,
            write,
            gone.stream,
            kind=gone.kind,
            what="deleted",
            fields=[],
            text="",
            marks=write_marks(desk, write, write, gone.stream),
            at=write.time,
        )


def _attendance(desk: Desk, attendance: AttendanceRow, stream: StreamId) -> Iterable[HistoryRow]:
    writes = desk.history(attendance.entity)
    seen = desk.reads.entity(attendance.visit)
    topics = joined(seen.elements("topics")) if seen is not None else ""
    if writes:
        yield history_row(
            desk,
            writes[0],
            stream,
            kind="attendance",
            what="linked",
            fields=[attendance.text] if attendance.text else [],
            text=topics,
            marks=write_marks(desk, writes[0], writes[-1], stream),
            at=attendance.at,
        )


def _referral(desk: Desk, referral: StoredRecord) -> Iterable[HistoryRow]:
    """Tell a referral and each later word on it: the state it came to and what was heard back."""
    name = value_of(referral.values, "name", str, "")
    for place, write in enumerate(desk.history(referral.entity)):
        written = {change.name: change.after for change in write.changes}
        if "deleted" in written:
            continue
        told = (part(written, "state", "status", str, ""), value_of(written, "feedback", str, ""))
        yield history_row(
            desk,
            write,
            referral.stream,
            kind="referral",
            what="changed" if place else "referred",
            fields=[one for one in told if one],
            text=name,
            marks=write_marks(desk, write, write, referral.stream),
            at=write.time or value_of(referral.values, "at", int, 0),
        )


def _taken_back(desk: Desk, consent: StoredRecord) -> Iterable[HistoryRow]:
    """Tell that a consent was taken back; that it was given stands with the referral."""
    for write in desk.history(consent.entity):
        if any(change.name == "withdrawn" and change.after for change in write.changes):
            yield history_row(
                desk,
                write,
                consent.stream,
                kind="consent",
                what="withdrawn",
                fields=[],
                text=value_of(consent.values, "receiver", str, ""),
                marks=write_marks(desk, write, write, consent.stream),
                at=write.time or value_of(consent.values, "withdrawn", int, 0),
            )


def _attachment(desk: Desk, attachment: EntityId) -> Iterable[HistoryRow]:
    """Tell what became of a file; of one that was taken off only that, since it may have been somebody else's."""
    view = desk.reads.entity(attachment)
    if view is None or not desk.may_read(view.kind, view.stream):
        return
    for place, write in enumerate(desk.history(attachment)):
        written = {change.name: change.after for change in write.changes}
        removed = written.get("deleted") is not None
        if (view.deleted and not removed) or (removed and not write.time):
            continue
        began = place == 0 and "blob" in written
        again = "deleted" in written
        yield history_row(
            desk,
            write,
            view.stream,
            kind="attachment",
            what=("deleted" if removed else "attached" if began else "restored" if again else "changed"),
            fields=[] if removed or began or again else sorted(written),
            text="" if view.deleted else value_of(view.values, "name", str, ""),
            marks=write_marks(desk, write, write, view.stream),
            at=write.time or value_of(view.values, "at", int, 0),
        )
