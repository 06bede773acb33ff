# SPDX-License-Identifier: MIT
"""What people do with a notebook and a network: save, undo, settle, sync, take a colleague's outbox over."""

from random import Random
from typing import Final

from store_world import entity

from desktop.store.colleagues import import_colleague, own_outbox
from sync.log.deletion import DELETED, deletion_value
from sync.log.undo import undo as undoing
from sync.records.ids import team_stream
from tests.torture.city import City
from tests.torture.laptop import Laptop
from tests.torture.network import Fault
from tests.torture.steps import Step

_FIELDS: Final = ("known_as", "email")


def edit(city: City, laptop: Laptop, step: Step) -> None:
    """Write a value into a field of a person's card, over what stands there."""
    name = _FIELDS[step.how % 2]
    value = city.value()
    city.save(
        laptop,
        "person",
        city.person(step),
        {name: value if name == "known_as" else f"{value}@example.org"},
    )


def element(city: City, laptop: Laptop, step: Step) -> None:
    """Set an element of a set, or take it out."""
    city.save(
        laptop,
        "person",
        city.person(step),
        {f"contact_ok/{('phone', 'sms')[step.how % 2]}": step.how % 3 > 0},
    )


def note(city: City, laptop: Laptop, step: Step) -> None:
    """Write a new note."""
    one = entity()
    person = city.person(step)
    city.notes.append((one, person))
    city.save(laptop, "note", one, {"text": city.value(), "at": 1}, subject=person)


def edit_note(city: City, laptop: Laptop, step: Step) -> None:
    """Write a note anew, perhaps somebody else's: that is held back."""
    if city.notes:
        one, person = city.notes[step.what % len(city.notes)]
        if laptop.store.reads().entities.state(one) is not None:
            city.save(laptop, "note", one, {"text": city.value()}, subject=person)


def delete(city: City, laptop: Laptop, step: Step) -> None:
    """Delete a person's card as it is seen here."""
    person = city.person(step)
    state = laptop.store.reads().entities.state(person)
    if state is not None:
        about = laptop.store.reads().entities.about(person)
        city.save(laptop, "person", person, {DELETED: deletion_value(state, about) if step.how % 3 else None})


def undo(city: City, laptop: Laptop, step: Step) -> None:
    """Undo one of the own saves, as far as nobody has written since."""
    mine = [one for one in city.book.saves if one.id.writer == laptop.writer]
    if not mine:
        return
    chosen = mine[-1 - step.what % min(len(mine), 6)]
    stream = chosen.place[0]
    found = laptop.store.reads().undo.save(stream, chosen.id.n)
    if found is None or found.id != chosen.id:
        return
    for draft in undoing(found.id, found.states, found.history, found.known).drafts:
        fields = {
            name: value
            for name, (value, _) in draft.fields.items()
            if value is not None or name not in {"text", "at", "name"}
        }
        if fields:
            city.save(laptop, draft.kind, draft.entity, fields, subject=draft.subject)


def settle(city: City, laptop: Laptop, step: Step) -> None:
    """Choose one of two values that stand beside each other."""
    for place in sorted(city.book.by_place, key=str):
        view = laptop.store.reads().entity(place[1])
        if view is None or view.stream != place[0] or place[2] == DELETED:
            continue
        field = view.fields.get(place[2])
        if field is not None and field.conflict:
            values = [head.value for head in field.heads if head.value is not None]
            city.save(
                laptop,
                view.kind,
                place[1],
                {place[2]: values[step.how % len(values)]},
                subject=view.subject,
            )
            return


def sync(city: City, laptop: Laptop, _step: Step) -> None:
    """Make a whole round."""
    city.round(laptop, [])


def bad_sync(city: City, laptop: Laptop, step: Step) -> None:
    """Make a round on a bad network."""
    random = Random(step.what * 65_537 + step.how)
    city.round(laptop, random.choices(list(Fault), [4, 1, 1, 1, 1, 1, 1, 1], k=10))


def push_only(_city: City, laptop: Laptop, _step: Step) -> None:
    """Send, fetch nothing."""
    laptop.push_only()


def pull_only(_city: City, laptop: Laptop, _step: Step) -> None:
    """Fetch, send nothing."""
    laptop.pull_only()


def relay(city: City, laptop: Laptop, step: Step) -> None:
    """Take over a colleague's outbox at the stand: provisional here, and sent by whoever is next online."""
    other = city.laptops[step.what % len(city.laptops)]
    if other is not laptop and other.staff != laptop.staff:
        open_to = {team_stream(team) for team in city.owner_of(laptop).teams}
        runs = [run for run in own_outbox(other.store, since_ms=0) if run.stream in open_to]
        import_colleague(laptop.store, runs)
