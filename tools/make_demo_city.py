# SPDX-License-Identifier: MIT
"""Make the demo city's data: ``python -m tools.make_demo_city`` (see tools/demo_city.md for its shape).

Everything comes from one seeded generator; identity codes are of the artificial range 900-999 only and
e-mail addresses of example.org. The result is committed, so a newer Faker changes nothing by itself.
"""

import json
import random
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import zstandard

from tools.demo_chance import happens, pick
from tools.demo_people import LANGUAGES, Row, make_people, workers
from tools.demo_words import (
    GOALS,
    KNOWN,
    PARTNERS,
    PERSON_NOTES,
    POINTS,
    REFLECTIONS,
    STAFF,
    TEAMS,
    VISIT_NOTES,
)

SEED: Final = 20_261_124
PEOPLE: Final = 2_000
VISITS: Final = 20_000
NOTES: Final = 1_500
ATTENDANCES: Final = 2_500
WEEKS: Final = 52
TARGET: Final = Path(__file__).resolve().parent.parent / "resources" / "demo" / "city.jsonl.zst"

_TOPICS: Final = {
    "job_search": 20, "cv_application": 18, "career_choice": 6, "study_application": 9,
    "apprenticeship": 5, "language_course": 12, "digital_help": 10, "benefits_money": 10, "housing": 6,
    "health_wellbeing": 3, "mental_wellbeing": 4, "permit_residence": 5, "employer_wage_subsidy": 3,
    "start_up": 2, "social_service": 3, "chat_support": 6,
}  # fmt: skip
_OUTCOMES: Final = {
    "info_given": 45, "done_together": 24, "referral": 14, "appointment_made": 7, "next_visit": 5,
    "handout": 4, "nothing_available": 2,
}  # fmt: skip
_AGES: Final = {
    "under_15": 1, "15_17": 4, "18_20": 9, "21_24": 13, "25_29": 15, "30_44": 27, "45_54": 14,
    "55_64": 11, "65_plus": 2, "unknown": 4,
}  # fmt: skip
_YOUNG: Final = {"15_17": 18, "18_20": 30, "21_24": 28, "25_29": 20, "unknown": 4}
_MORE: Final = {
    # field: (share of visits that have it, codes)
    "first_time": (0.45, {"yes": 40, "no": 55, "not_asked": 5}),
    "interpreter": (0.12, {"none": 30, "staff": 20, "phone": 20, "family": 15, "needed_missing": 15}),
    "duration": (0.3, {"under_5": 15, "5_15": 40, "15_30": 30, "30_60": 12, "60_plus": 3}),
    "gender": (0.2, {"female": 45, "male": 48, "other": 2, "not_asked": 5}),
    "channel": (0.06, {"phone": 60, "outreach": 30, "video": 10}),
    "status": (0.25, {"unemployed": 55, "student": 18, "employed": 8, "part_time": 8, "laid_off": 4,
                      "outside_labour_force": 5, "entrepreneur": 2}),
    "arrived_via": (0.2, {"walked_by": 40, "friend": 20, "job_service": 12, "school": 8, "online": 8,
                          "social": 5, "kela": 4, "youth_outreach": 3}),
    "municipality": (0.08, {"091": 70, "092": 18, "049": 10, "245": 2}),
}  # fmt: skip
_UNMET: Final = {"no_service": 3, "no_language": 4, "queue_too_long": 5, "wrong_age": 1, "not_eligible": 2}


def make_city(seed: int = SEED) -> list[Row]:
    """Return every row of the city, whatever it refers to before itself."""
    chance = random.Random(seed)
    rows = _roster()
    sessions = _sessions(chance)
    rows += sessions
    visits = _visits(chance, sessions)
    rows += visits + _tallies(chance, sessions)
    people = make_people(chance, count=PEOPLE, seed=seed, last_day=-3)
    rows += people
    persons = [row for row in people if row["kind"] == "person"]
    rows += _notes(chance, persons, sessions) + _attendances(chance, persons, visits)
    rows += [
        {"kind": "message", "id": 1, "author": "sofia", "to": "aino", "day": -4, "minute": 945,
         "fields": {"text": "Ensi viikolla Kontula, ti 12-16."}},
        {"kind": "message", "id": 2, "author": "sofia", "to": "mehmet", "day": -3, "minute": 910,
         "fields": {"text": "Kiitos hyvästä viikosta! Tilastot näytetään maanantain palaverissa."}},
    ]  # fmt: skip
    return rows


def _roster() -> list[Row]:
    rows: list[Row] = [{"kind": "team", "id": key, "fields": {"name": name}} for key, name in TEAMS]
    for key, team, name, kind, district in POINTS:
        fields = {"name": name, "kind": kind, "district": district}
        rows.append({"kind": "service_point", "id": key, "team": team, "fields": fields})
    grants: list[Row] = []
    for key, name, roles in STAFF:
        rows.append({"kind": "staff", "id": key, "fields": {"name": name, "active": True}})
        for team, role in roles:
            number = len(grants) + 1
            grants.append(
                {"kind": "grant", "id": number, "team": team or None, "staff": key, "fields": {"role": role}}
            )
    return rows + grants


def _sessions(chance: random.Random) -> list[Row]:
    rows: list[Row] = []
    for week in range(-WEEKS, 0):
        for weekday in range(5):
            for team, _ in TEAMS:
                places = [point for point in POINTS if point[1] == team]
                for key, _, name, kind, _ in chance.sample(places, chance.choice((1, 1, 2, 2, 2))):
                    rows.append(_session(chance, len(rows) + 1, team, (key, name, kind), 7 * week + weekday))
    return rows


def _session(chance: random.Random, number: int, team: str, place: tuple[str, str, str], day: int) -> Row:
    key, name, kind = place
    start = chance.choice((540, 600, 660, 720, 780))
    staff = chance.sample(workers(team), min(2, len(workers(team))))
    fields: Row = {
        "place": {"point": key, "name": name},
        "form": "drop_in" if kind in {"palvelutori", "ohjaamo"} else "school" if key == "koulu" else "popup",
        "goal": {"visits": chance.choice((10, 15, 20, 25)), "text": chance.choice(GOALS)},
    }
    if happens(chance, 0.3):
        fields["partners"] = chance.choice(PARTNERS)
    if happens(chance, 0.6):
        fields["score"] = chance.choices((2, 3, 4, 5), (1, 3, 5, 2))[0]
    if happens(chance, 0.25):
        fields["reflection"] = chance.choice(REFLECTIONS)
    return {
        "kind": "session",
        "id": number,
        "team": team,
        "author": staff[0],
        "day": day,
        "minute": start,
        "end_minute": start + chance.choice((180, 210, 240)),
        "staff": staff,
        "fields": fields,
    }


def _visits(chance: random.Random, sessions: Sequence[Row]) -> list[Row]:
    """Share the visits among the sessions, each session's in the order of the clock."""
    weights = [chance.uniform(0.4, 1.6) for _ in sessions]
    shares = sorted(chance.choices(range(len(sessions)), weights, k=VISITS))
    moments = []
    for index in shares:
        session = sessions[index]
        moments.append((index, chance.randint(session["minute"] + 3, session["end_minute"] - 3)))
    return [
        _visit(chance, number, sessions[index], minute)
        for number, (index, minute) in enumerate(sorted(moments), start=1)
    ]


def _visit(chance: random.Random, number: int, session: Row, minute: int) -> Row:
    topics = {pick(chance, _TOPICS) for _ in range(chance.choices((1, 2, 3), (78, 19, 3))[0])}
    fields: Row = {f"topics/{topic}": True for topic in sorted(topics)}
    fields["age"] = pick(chance, _YOUNG if session["team"] == "ohjaamo" else _AGES)
    fields["language"] = pick(chance, LANGUAGES)
    outcome = pick(chance, _OUTCOMES)
    fields[f"outcomes/{outcome}"] = True
    if outcome == "nothing_available":
        fields[f"unmet/{pick(chance, _UNMET)}"] = True
    for name, (share, codes) in _MORE.items():
        if happens(chance, share):
            fields[name] = pick(chance, codes)
    if happens(chance, 0.08):
        fields["note"] = chance.choice(VISIT_NOTES)
    return {
        "kind": "visit",
        "id": number,
        "team": session["team"],
        "author": chance.choice(session["staff"]),
        "day": session["day"],
        "minute": minute,
        "session": session["id"],
        "fields": fields,
    }


def _tallies(chance: random.Random, sessions: Sequence[Row]) -> list[Row]:
    return [
        {
            "kind": "tally",
            "id": number,
            "team": session["team"],
            "author": session["author"],
            "day": session["day"],
            "minute": session["minute"] + chance.randint(20, 150),
            "session": session["id"],
            "fields": {"heads": chance.choice((1, 1, 2, 3, 5, 8, -1))},
        }
        for number, session in enumerate(chance.sample(list(sessions), 500), start=1)
    ]


def _notes(chance: random.Random, persons: Sequence[Row], sessions: Sequence[Row]) -> list[Row]:
    """Write notes on people their own team has met; half were written at a session."""
    rows: list[Row] = []
    by_team = {team: [row for row in sessions if row["team"] == team] for team, _ in TEAMS}
    for number in range(1, NOTES + 1):
        person = persons[number - 1] if number <= len(KNOWN) else chance.choice(persons)
        later = [row for row in by_team[person["team"]] if row["day"] >= person["day"]]
        session = chance.choice(later or by_team[person["team"]][-3:])
        rows.append(
            {
                "kind": "note",
                "id": number,
                "team": person["team"],
                "author": chance.choice(session["staff"]),
                "day": session["day"],
                "minute": session["minute"] + chance.randint(5, 170),
                "person": person["id"],
                "session": session["id"] if happens(chance, 0.5) else None,
                "fields": {"text": chance.choice(PERSON_NOTES)},
            }
        )
    return rows


def _attendances(chance: random.Random, persons: Sequence[Row], visits: Sequence[Row]) -> list[Row]:
    """Link visits to people of the same team who had a card by then; a visit is one person's at most."""
    rows: list[Row] = []
    by_team = {team: [row for row in persons if row["team"] == team] for team, _ in TEAMS}
    for visit in chance.sample(list(visits), len(visits)):
        mates = [row for row in by_team[visit["team"]] if row["day"] < visit["day"]]
        if not mates:
            continue
        rows.append(
            {
                "kind": "attendance",
                "id": len(rows) + 1,
                "team": visit["team"],
                "author": visit["author"],
                "day": visit["day"],
                "minute": visit["minute"],
                "person": chance.choice(mates)["id"],
                "visit": visit["id"],
                "fields": {},
            }
        )
        if len(rows) == ATTENDANCES:
            break
    return rows


def write_city(rows: Sequence[Row], target: Path) -> None:
    """Write a head line and a line a row, compact JSON, zstd."""
    counts: dict[str, int] = {}
    for row in rows:
        counts[row["kind"]] = counts.get(row["kind"], 0) + 1
    head = {"what": "kenttakirja-demo-city", "version": 1, "seed": SEED, "counts": counts}
    lines = [json.dumps(row, ensure_ascii=False, separators=(",", ":")) for row in (head, *rows)]
    packed = zstandard.ZstdCompressor(level=19).compress("\n".join(lines).encode())
    target.write_bytes(packed)
    print(f"{target.name}: {len(packed):,} bytes, {counts}")


if __name__ == "__main__":
    write_city(make_city(), TARGET)
