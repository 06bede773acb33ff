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
from tests.torture.programs import is_known, program
from tests.torture.steps import Step

_FIELDS: Final = ("known_as", "email")


def edit(city: City, laptop: Laptop, step: Step) -> bool:
    """Write a value into a field of a person's card, over what stands there."""
    name = _FIELDS[step.how % 2]
    value = city.value()
    return city.save(
        laptop,
        "person",
        city.person(step),
        {name: value if name == "known_as" else f"{value}@example.org"},
    )


def collide(city: City, laptop: Laptop, step: Step) -> bool:
    """Let two write into the same field, each without the other's value before their eyes."""
    others = [one for one in city.laptops if one is not laptop and not one.gone]
    if not others or not edit(city, laptop, step):
        return False
    with program(older=others[step.how % len(others)].older):
        return edit(city, others[step.how % len(others)], step)


def element(city: City, laptop: Laptop, step: Step) -> bool:
    """Set an element of a set, or take it out."""
    return city.save(
        laptop,
        "person",
        city.person(step),
        {f"contact_ok/{('phone', 'sms')[step.how % 2]}": step.how % 3 > 0},
    )


def note(city: City, laptop: Laptop, step: Step) -> bool:
    """Write a new note."""
    one = entity()
    person = city.person(step)
    if not city.save(laptop, "note", one, {"text": city.value(), "at": 1}, subject=person):
        return False
    city.notes.append((one, person))
    return True


def edit_note(city: City, laptop: Laptop, step: Step) -> bool:
    """Write a note anew, mostly somebody else's: that is held back."""
    here = [pair for pair in city.notes if laptop.store.reads().entities.state(pair[0]) is not None]
    if not here:
        return False
    others = [pair for pair in here if city.book.by_place[pair[0], "text"][0].staff != laptop.staff]
    chosen = others if others and step.how % 4 else here
    one, person = chosen[step.what % len(chosen)]
    return city.save(laptop, "note", one, {"text": city.value()}, subject=person)


def delete(city: City, laptop: Laptop, step: Step) -> bool:
    """Delete a person's card as it is seen here."""
    person = city.person(step)
    state = laptop.store.reads().entities.state(person)
    if state is None:
        return False
    about = laptop.store.reads().entities.about(person)
    said = deletion_value(state, about) if step.how % 3 else None
    return city.save(laptop, "person", person, {DELETED: said})


def undo(city: City, laptop: Laptop, step: Step) -> bool:
    """Undo one of the own saves, as far as nobody has written since and the person is still there."""
    mine = [one for one in city.book.saves if one.id.writer == laptop.writer]
    if not mine:
        return False
    chosen = mine[-1 - step.what % min(len(mine), 6)]
    stream, one, _ = chosen.place
    if laptop.store.reads().entities.stream_of(one) != stream:
        return False
    found = laptop.store.reads().undo.save(stream, chosen.id.n)
    if found is None or found.id != chosen.id:
        return False
    done = False
    for draft in undoing(found.id, found.states, found.history, found.known).drafts:
        fields = {
            name: value
            for name, (value, _) in draft.fields.items()
            if value is not None or name not in {"text", "at", "name"}
        }
        if fields:
            done |= city.save(laptop, draft.kind, draft.entity, fields, subject=draft.subject)
    return done


def settle(city: City, laptop: Laptop, step: Step) -> bool:
    """Choose one of two values that stand beside each other."""
    for one, name in sorted(city.book.by_place, key=str):
        view = laptop.store.reads().entity(one)
        if view is None or name == DELETED or not is_known(view.kind, name):
            continue
        field = view.fields.get(name)
        if field is not None and field.conflict:
            values = [head.value for head in field.heads if head.value is not None]
            chosen = values[step.how % len(values)]
            return city.save(laptop, view.kind, one, {name: chosen}, subject=view.subject)
    return False


def cards(city: City, laptop: Laptop, step: Step) -> bool:
    """Begin the cards of all whom nobody has saved yet, and let everybody meet the hub."""
    done = False
    for one in city.laptops:
        for person in city.people:
            if (person, "known_as") not in city.book.by_place and not one.gone:
                with program(older=one.older):
                    done |= city.save(one, "person", person, {"known_as": city.value()})
    return meeting(city, laptop, step) and done


def meeting(city: City, _laptop: Laptop, _step: Step) -> bool:
    """Let everybody make a whole round."""
    for one in city.laptops:
        if not one.gone:
            with program(older=one.older):
                city.round(one, [])
    return True


def sync(city: City, laptop: Laptop, _step: Step) -> bool:
    """Make a whole round."""
    return city.round(laptop, []).problem == ""


def bad_sync(city: City, laptop: Laptop, step: Step) -> bool:
    """Make a round on a bad network."""
    random = Random(step.what * 65_537 + step.how)
    city.round(laptop, random.choices(list(Fault), [4, 1, 1, 1, 1, 1, 1, 1], k=10))
    return True


def push_only(_city: City, laptop: Laptop, _step: Step) -> bool:
    """Send, fetch nothing."""
    return laptop.push_only() is None


def pull_only(_city: City, laptop: Laptop, _step: Step) -> bool:
    """Fetch, send nothing."""
    return laptop.pull_only() is None


def relay(city: City, laptop: Laptop, step: Step) -> bool:
    """Take over a colleague's outbox at the stand: provisional here, and sent by whoever is next online."""
    other = city.laptops[step.what % len(city.laptops)]
    if other.staff == laptop.staff:
        return False
    open_to = {team_stream(team) for team in city.owner_of(laptop).teams}
    runs = [run for run in own_outbox(other.store, since_ms=0) if run.stream in open_to]
    import_colleague(laptop.store, runs)
    return bool(runs)
