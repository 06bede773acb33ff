# SPDX-License-Identifier: MIT
"""The made-up people of the demo city, with their situations."""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, Final

from anyascii import anyascii
from faker import Faker

from tools.demo_chance import happens, pick
from tools.demo_words import FAKER, FIRST_PHONE, KNOWN, LAST_WORK, NAMES, OCCUPATIONS, STAFF, TEAMS

Row = dict[str, Any]
"""One line of the data."""

LANGUAGES: Final = {
    "fi": 50, "ru": 10, "so": 8, "ar": 8, "sv": 5, "en": 6, "et": 4, "uk": 4, "vi": 2, "fa": 2,
    "ckb": 2, "tr": 1, "zh": 1,
}  # fmt: skip
"""Mother tongues, roughly as a pop-up in Helsinki meets them."""
_CHECK: Final = "0123456789ABCDEFHJKLMNPRSTUVWXY"
_PREFIXES: Final = ("40", "44", "45", "46", "50")
_POSTCODES: Final = {
    "701": "00900", "702": "00920", "703": "00940", "704": "00980", "503": "00700", "404": "00640",
    "506": "00770", "103": "00100", "301": "00530", "304": "00520", "305": "00550",
}  # fmt: skip
_AREAS: Final = {
    "ita": ("701", "702", "703", "704"),
    "pohjoinen": ("503", "404", "506"),
    "ohjaamo": ("103", "301", "304", "305"),
}
_EARLIEST_DAY: Final = -364
_PROTECTED: Final = 6
_WORKERS: Final = frozenset({"adviser", "coach", "youth_outreach"})
_ADULTS: Final = (date(1962, 1, 1), date(2007, 12, 31))


def make_people(chance: random.Random, *, count: int, seed: int, last_day: int) -> list[Row]:
    """Return ``count`` people, each followed by a situation where one was asked (three of four)."""
    makers = {language: _faker(locale, seed) for language, locale in FAKER.items()}
    phones = _phones(chance)
    codes: set[str] = set()
    rows: list[Row] = []
    protected = set(chance.sample(range(len(KNOWN) + 1, count + 1), _PROTECTED))
    for number in range(1, count + 1):
        row = _person(chance, number, makers, next(phones), last_day)
        fields = row["fields"]
        if happens(chance, 0.6) or number <= len(KNOWN):
            fields["hetu"] = _hetu(chance, date.fromisoformat(fields["birth_date"]), codes)
        if number in protected:
            fields["protected"] = True
            for address in ("municipality", "postcode", "district"):
                fields.pop(address, None)
        rows.append(row)
        if happens(chance, 0.75) or number <= len(KNOWN):
            rows.append(_situation(chance, row))
    return rows


def _faker(locale: str, seed: int) -> Faker:
    maker = Faker(locale)
    maker.seed_instance(seed)
    return maker


def _person(chance: random.Random, number: int, makers: dict[str, Faker], phone: str, last_day: int) -> Row:
    if number <= len(KNOWN):
        first, last, language, born, responsible = KNOWN[number - 1]
        team = "ita"
    else:
        team = chance.choices([key for key, _ in TEAMS], (45, 30, 25))[0]
        language = pick(chance, LANGUAGES)
        first, last = _name(chance, language, makers)
        since, until = (date(2000, 1, 1), date(2010, 12, 31)) if team == "ohjaamo" else _ADULTS
        born = (since + timedelta(chance.randrange((until - since).days))).isoformat()
        responsible = chance.choice(workers(team))
    fields: Row = {
        "name": {"first": first, "last": last},
        "birth_date": born,
        "phone": phone,
        "contact_language": language if happens(chance, 0.6) or language in {"fi", "sv"} else "fi",
        "mother_tongue": language,
        "contact_ok/call": True,
        "contact_ok/sms": happens(chance, 0.8),
        "register": "etsiva" if responsible == "noora" else "employment",
    }
    if happens(chance, 0.5):
        mail = anyascii(f"{first}.{last}").lower().replace(" ", "").replace("'", "")
        fields["email"] = f"{mail}{number}@example.org"
    if language not in {"fi", "sv", "en", "et"} and happens(chance, 0.35):
        fields["interpreter_language"] = language
    if happens(chance, 0.85):
        district = chance.choice(_AREAS[team])
        fields |= {"municipality": "091", "district": district, "postcode": _POSTCODES[district]}
    if happens(chance, 0.1):
        fields["known_as"] = first.split()[0][:3]
    return {
        "kind": "person",
        "id": number,
        "team": team,
        "author": responsible,
        "responsible": responsible,
        "day": _weekday(chance.randint(_EARLIEST_DAY, last_day)),
        "minute": chance.randint(540, 930),
        "fields": fields,
    }


def workers(team: str) -> list[str]:
    """Return the staff of a team who meet people."""
    return [key for key, _, roles in STAFF if any(one == team and role in _WORKERS for one, role in roles)]


def _weekday(day: int) -> int:
    """Move a weekend's offset to the Friday before; offsets count from a Monday."""
    return day - max(0, day % 7 - 4)


def _name(chance: random.Random, language: str, makers: dict[str, Faker]) -> tuple[str, str]:
    if language in makers:
        maker = makers[language]
        if language == "ru":
            woman = happens(chance, 0.5)
            first = maker.first_name_female() if woman else maker.first_name_male()
            last = maker.last_name_female() if woman else maker.last_name_male()
            return anyascii(first).replace("'", ""), anyascii(last).replace("'", "")
        return maker.first_name(), maker.last_name()
    first, last = NAMES[language]
    return chance.choice(first.split()), chance.choice(last.split())


def _phones(chance: random.Random) -> Iterator[str]:
    """Give each person another number with the 555 that films use."""
    seen = {FIRST_PHONE}
    yield FIRST_PHONE
    while True:
        number = f"+358{chance.choice(_PREFIXES)}555{chance.randrange(10_000):04d}"
        if number not in seen:
            seen.add(number)
            yield number


def _hetu(chance: random.Random, born: date, used: set[str]) -> str:
    """Return an unused identity code of the artificial range; one in ten with a sign of 2023."""
    late = born.year >= 2000  # noqa: PLR2004 - the century of the sign
    while True:
        signs = ("BCDEF" if late else "YXWVU") if happens(chance, 0.1) else ("A" if late else "-")
        number = chance.randint(900, 999)
        check = _CHECK[int(f"{born:%d%m%y}{number}") % 31]
        code = f"{born:%d%m%y}{chance.choice(signs)}{number}{check}"
        if code not in used:
            used.add(code)
            return code


def _situation(chance: random.Random, person: Row) -> Row:
    def one(*codes: str) -> str:
        return chance.choice(codes)

    language = person["fields"]["mother_tongue"]
    status = one(
        "unemployed", "unemployed", "unemployed", "student", "part_time", "laid_off", "outside_labour_force"
    )
    fields: Row = {
        "labour": {"status": status, "since": None},
        "education": one(
            "basic", "basic", "general_upper", "vocational", "vocational", "bachelor", "master", "unknown"
        ),
        "income": one(
            "labour_market_subsidy", "general_support", "social_assistance", "student_aid", "earnings", "none"
        ),
        "main_activity": one("job_search", "job_search", "study", "none", "care", "workshop"),
        "housing": one("rent", "rent", "rent", "parents", "own", "temporary", "unknown"),
    }
    if language == "fi":
        fields["finnish_level"] = "native"
    else:
        fields["finnish_level"] = one("a0", "a1_1", "a1_3", "a2_1", "a2_2", "b1_1", "b1_2", "b2_1")
    if language == "sv":
        fields["swedish_level"] = "native"
    if happens(chance, 0.5):
        fields["occupation"] = chance.choice(OCCUPATIONS)
    if happens(chance, 0.4):
        fields["last_work"] = chance.choice(LAST_WORK)
    if happens(chance, 0.4):
        fields["driving"] = happens(chance, 0.5)
    return {
        "kind": "situation",
        "id": person["id"],
        "team": person["team"],
        "author": person["author"],
        "day": person["day"],
        "minute": person["minute"] + 10,
        "person": person["id"],
        "since_day": person["day"] - chance.randint(5, 900),
        "fields": fields,
    }
