# SPDX-License-Identifier: MIT
"""Holds what the laptops show against what the hub exports, record by record and field by field."""

from typing import Any, Final

import msgspec

from desktop.demo.hub_process import HubProcess
from desktop.demo.report import Step
from desktop.demo.stage import Stage
from desktop.notebook.messages.people import OpenPerson, SearchPeople
from desktop.notebook.messages.today import TodayView

Export = dict[str, dict[str, Any]]
_PLAIN: Final = frozenset({"phone", "birth_date", "contact_language", "municipality", "district", "known_as"})


def exported(hub: HubProcess) -> Export:
    """Return the hub's effective records by their id in hex; the hub logs the export."""
    file = hub.folder / "export.jsonl"
    hub.command("export", "--out", str(file))
    found: Export = {}
    with file.open("rb") as lines:
        for line in lines:
            record = msgspec.json.decode(line)
            found[record["entity"]] = record
    return found


def compare_day(step: Step, hub: Export, day: TodayView) -> int:
    """Hold every walk-in of a laptop's day against the hub; return how many were compared."""
    for row in day.visits:
        fields = hub.get(row.visit.hex(), {}).get("fields", {})
        step.check("a walk-in of the laptop is at the hub", bool(fields))
        step.check("its topics are the same", _elements(fields, "topics") == sorted(row.topics))
        step.check("its outcomes are the same", _elements(fields, "outcomes") == sorted(row.outcomes))
        step.check("its age is the same", (fields.get("age") or "") == row.age)
    return len(day.visits)


def compare_person(step: Step, hub: Export, stage: Stage, name: str) -> int:
    """Hold the plain fields of a person's card on a laptop against the hub; return how many were compared."""
    row = next(one for one in stage.ask(SearchPeople(name, "all")).rows if one.name == name)
    card = stage.ask(OpenPerson(row.person, "demo"))
    fields = hub.get(row.person.hex(), {}).get("fields", {})
    shown = {one.name: one.value for one in card.fields if one.name in _PLAIN and one.value}
    for field, value in shown.items():
        step.check(f"the {field} of a person is the same", fields.get(field) == value)
    return len(shown)


def _elements(fields: dict[str, Any], name: str) -> list[str]:
    start = f"{name}/"
    return sorted(key[len(start) :] for key, on in fields.items() if on is True and key.startswith(start))
