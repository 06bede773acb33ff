# SPDX-License-Identifier: MIT
"""What the Sync page lists beside the unsent: a colleague's save that gave way to the hub's."""

from notebook_world import AINO, NotebookWorld
from store_world import TEAM, Colleague, entity, take

from desktop.notebook.messages.marks import Mark
from desktop.notebook.transit import SET_ASIDE, transit_rows


def test_a_colleagues_save_that_gave_way_to_the_hub_is_listed_with_its_reason(world: NotebookWorld) -> None:
    desk = world.desk(AINO)
    who = entity()
    outbox, hub = Colleague(b"c"), Colleague(b"c")
    first = outbox.write("person", who, {"name": {"first": "Sara", "last": "Testinen"}}, subject=who)
    hub.made.append(first)
    outbox.write("person", who, {"postcode": "00530"}, subject=who)
    hub.write("person", who, {"known_as": "Sari"}, subject=who)
    take(desk.store, outbox.made, stream=TEAM)
    take(desk.store, hub.made, stream=TEAM, first=1)
    assert [(row.reason, row.mark, row.kind) for row in transit_rows(desk)] == [
        (SET_ASIDE, Mark.QUARANTINED, "person")
    ]
