# SPDX-License-Identifier: MIT
"""The words round a service on paper, in each language that a client may take one in.

One file a language, `resources/handouts/<language>.json`. Each says whether a native has reviewed it. Directories
carry Finnish, Swedish and English; the rest of a paper is these words, names, addresses and numbers
(domain.md §4.7).
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final, Literal

import msgspec

from desktop.notebook.handout.errors import FramesDamaged, LanguageMissing
from sync.records.codes import CodeLists

LANGUAGES: Final = ("fi", "sv", "en", "fi-selko", "ru", "et", "so", "ar", "uk", "fa")
"""In the order they are offered; ``fi-selko`` is plain Finnish."""

Direction = Literal["ltr", "rtl"]


class _Struct(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Every key is needed, and no other is taken: a misspelt one is found at once."""


class Words(_Struct, frozen=True):
    """The frame texts. What stands in braces is put in: ``day``, ``low``, ``high``, ``ages``, ``places``, ``link``."""

    title_one: str
    title_many: str
    where: str
    where_and_when: str
    when: str
    day: str
    time: str
    closed: str
    other_hours: str
    starts: str
    ends: str
    phone: str
    email: str
    page: str
    map: str
    price: str
    free: str
    paid: str
    who: str
    age_from: str
    age_to: str
    age_between: str
    home: str
    languages: str
    interpreter: str
    accessibility: str
    partly_accessible: str
    not_accessible: str
    no_appointment: str
    appointment: str
    bring: str
    requirements: str
    attendance: str
    benefits: str
    organiser: str
    open_page: str
    open_map: str
    qr_alt: str
    adviser_words: str
    adviser: str
    printed: str
    checked: str
    texts_in_finnish: str
    texts_in_other: str
    large_print: str


class PlanWords(_Struct, frozen=True):
    """The frame texts of the client's copy of their plan. ``due`` and ``done`` take a ``day``."""

    title: str
    goal: str
    your_words: str
    agreed: str
    next_contact: str
    valid_to: str
    steps: str
    client: str
    coach: str
    partner: str
    due: str
    done: str


class ConsentWords(_Struct, frozen=True):
    """What is read to a client before data leaves. A changed text gets a new ``version``."""

    version: str
    heading: str
    to_whom: str
    what: str
    scope: dict[str, str]
    """Code of ``shared_scopes`` → what of you is told."""
    why: str
    voluntary: str
    take_back: str
    question: str


class Frames(_Struct, frozen=True):
    """Everything that stands on a paper in one language and comes from no directory."""

    language: str
    endonym: str
    pdf_language: str
    """What the PDF says it is written in; plain Finnish is Finnish."""
    records_as: str
    """Code of ``languages`` for a record of the hand-out or the consent."""
    direction: Direction
    reviewed: bool
    """Whether somebody whose mother tongue it is has read it."""
    source: str
    licence: str
    date: str
    time_separator: str
    list_separator: str
    weekdays: tuple[str, str, str, str, str, str, str]
    """From Monday."""
    words: Words
    language_names: dict[str, str]
    categories: dict[str, str]
    """Code of ``service_categories`` → its name."""
    features: dict[str, str]
    """Code of ``accessibility_features`` → its name."""
    plan: PlanWords
    consent: ConsentWords


class FrameBook(Mapping[str, Frames]):
    """The frames of all languages, with the code lists that name other languages and municipalities."""

    def __init__(self, frames: Mapping[str, Frames], codes: CodeLists) -> None:
        self._frames = dict(frames)
        self._codes = codes

    def __getitem__(self, language: str) -> Frames:
        return self._frames[language]

    def __iter__(self) -> Iterator[str]:
        return iter(self._frames)

    def __len__(self) -> int:
        return len(self._frames)

    def of(self, language: str) -> Frames:
        """Return the frames of a language. Raises LanguageMissing."""
        found = self._frames.get(language)
        if found is None:
            raise LanguageMissing(language)
        return found

    def language_name(self, code: str, frames: Frames) -> tuple[str, str]:
        """Return what a spoken language is called, and the language of that name (English at worst)."""
        own = frames.language_names.get(code)
        if own is not None:
            return own, frames.pdf_language
        return self._label("languages", code, frames)

    def level_name(self, code: str) -> str:
        """Return a level of a language as everybody writes it (``A1.3``)."""
        return self._codes.label("cefr", code, "fi", short=True)

    def municipality_name(self, code: str, frames: Frames) -> tuple[str, str]:
        """Return a municipality's name and the language of that name: as its signs say it."""
        language = "sv" if frames.language == "sv" else "fi"
        return self._codes.label("municipalities", code, language), language

    def _label(self, name: str, code: str, frames: Frames) -> tuple[str, str]:
        language = frames.pdf_language if frames.pdf_language in ("fi", "sv") else "en"
        return self._codes.label(name, code, language), language


def load_frames(folder: Path, codes: CodeLists) -> FrameBook:
    """Read the frames of every language in LANGUAGES. Raises FramesDamaged."""
    return FrameBook({language: _load(folder, language, codes) for language in LANGUAGES}, codes)


def _load(folder: Path, language: str, codes: CodeLists) -> Frames:
    try:
        frames = msgspec.json.decode((folder / f"{language}.json").read_bytes(), type=Frames)
    except FileNotFoundError:
        raise FramesDamaged(language, "file") from None
    except msgspec.DecodeError as error:
        raise FramesDamaged(language, str(error)) from error
    if frames.language != language:
        raise FramesDamaged(language, "language")
    for name, words, wanted in (
        ("language_names", frames.language_names, frozenset(LANGUAGES)),
        ("categories", frames.categories, _codes_of(codes, "service_categories")),
        ("features", frames.features, _codes_of(codes, "accessibility_features")),
        ("consent.scope", frames.consent.scope, _codes_of(codes, "shared_scopes")),
    ):
        for code in sorted(wanted.symmetric_difference(words)):
            raise FramesDamaged(language, f"{name}.{code}")
    for name, text in _texts(frames):
        if not text.strip():
            raise FramesDamaged(language, name)
    return frames


def _codes_of(codes: CodeLists, name: str) -> frozenset[str]:
    return frozenset(row.code for row in codes[name].rows)


def _texts(frames: Frames) -> Iterator[tuple[str, str]]:
    """Every text with the name of its key."""
    yield from ((f"words.{name}", getattr(frames.words, name)) for name in Words.__struct_fields__)
    yield from ((f"weekdays.{at}", name) for at, name in enumerate(frames.weekdays, start=1))
    for group in ("language_names", "categories", "features"):
        yield from ((f"{group}.{code}", text) for code, text in getattr(frames, group).items())
    yield from ((f"plan.{name}", getattr(frames.plan, name)) for name in PlanWords.__struct_fields__)
    for name in ConsentWords.__struct_fields__:
        if name != "scope":
            yield f"consent.{name}", getattr(frames.consent, name)
    yield from ((f"consent.scope.{code}", text) for code, text in frames.consent.scope.items())


def all_texts(frames: Frames) -> tuple[str, ...]:
    """Return every text of a language, for whoever checks letters or counts words."""
    return tuple(text for _, text in _texts(frames))
