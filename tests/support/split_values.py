# SPDX-License-Identifier: MIT
"""Two who wrote without seeing each other: two values for a phone number, and a change beside a deletion."""

from card_desk import CardDesk
from notebook_world import AINO, CELIA, NotebookWorld

from desktop.notebook.messages.people import ConflictView, OpenConflict, SettleConflict
from desktop.notebook.messages.today import SaveId
from desktop.store.changes import Change
from sync.log.deletion import deletion_value
from sync.records.ids import EntityId

TOMORROW = "2026-06-02"
"""The day after ``notebook_world.MORNING``."""


class Split:
    """A person whose phone Aino and Celia have written without seeing each other's."""

    def __init__(self, world: NotebookWorld) -> None:
        self.world = world
        self.aino, self.celia = CardDesk(world, AINO), CardDesk(world, CELIA)
        self.person = self.aino.new(phone="+358401111111")
        world.sync()
        for who in (self.aino, self.celia):
            who.open(self.person)
        self.aino.edit(self.person, phone="+358402222222")
        self.celia.edit(self.person, phone="+358403333333")
        world.sync()

    def look(self, who: CardDesk, settled: SaveId | None = None) -> ConflictView:
        return who.conflicts.open(OpenConflict(self.person, "phone", settled))

    def choose(self, who: CardDesk, value: str, settled: SaveId | None = None) -> SaveId:
        side = next(one for one in self.look(who, settled).sides if one.value == value)
        return who.conflicts.settle(SettleConflict(self.person, "phone", side.writer, side.n)).save


def delete(who: CardDesk, entity: EntityId) -> None:
    """Delete a record as its author sees it."""
    view, state = who.desk.entity(entity), who.desk.reads.entities.state(entity)
    assert state is not None
    value = deletion_value(state, who.desk.reads.entities.about(entity))
    who.desk.save([(view.stream, [Change(kind=view.kind, entity=entity, fields={"deleted": value})])])


class Beside:
    """A person whom Celia has deleted while Aino wrote a phone number and a note."""

    def __init__(self, world: NotebookWorld) -> None:
        self.world = world
        self.aino, self.celia = CardDesk(world, AINO), CardDesk(world, CELIA)
        self.person = self.aino.new()
        world.sync()
        delete(self.celia, self.person)
        self.aino.edit(self.person, phone="+358402222222")
        self.aino.note(self.person, "Kävi pisteellä.")
        world.sync()

    def look(self, who: CardDesk) -> ConflictView:
        return who.conflicts.open(OpenConflict(self.person, "deleted"))
