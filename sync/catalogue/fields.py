# SPDX-License-Identifier: MIT
"""Reading a directory's object field by field: what is wrong is noted and left out, and nothing raises."""

import re
from collections.abc import Callable, Iterator
from typing import Final

from sync.catalogue.model import NAME_LENGTH, TEXT_LENGTH, Texts
from sync.catalogue.plain_text import Plain, clean_text, cut_at, on_one_line, plain_text
from sync.catalogue.report import Reason, ServiceNotes
from sync.catalogue.times import day_of

PHONE_LENGTH: Final = 60
ADDRESS_LENGTH: Final = 200
LINK_LENGTH: Final = 500
ID_LENGTH: Final = 100
MOST_LANGUAGES: Final = 60
"""Languages that one text is read in; our list has some fifty."""
MOST_PARTS: Final = 500
"""Entries of one list that are read; no directory has more of anything in one service."""

_LANGUAGE: Final = re.compile(r"[a-z]{2,3}")
_VARIANT: Final = re.compile(r"[a-z]{2,3}-[a-z]{2,12}")
"""A way of writing a language, in our own file only: directories write countries there."""
_PLAIN_ID: Final = re.compile(r"[!-~]+")
_EMAIL: Final = re.compile(r"[^\s@<>]{1,64}@[^\s@<>]{1,190}\.[^\s@<>]{2,}")
_LINK: Final = re.compile(r"(?i)https?://[^\s<>\"]+")
_BARE_LINK: Final = re.compile(r"(?i)www\.[^\s<>\"/]+\.[a-z]{2,}(/[^\s<>\"]*)?")

Cleaner = Callable[[str, int], Plain]


class Fields:
    """One object of a source. ``where`` is the path to it, for the report.

    ``by_agreement``: its texts are plain already, so a ``<`` in them stays.
    """

    def __init__(
        self, value: object, notes: ServiceNotes, where: str = "", *, by_agreement: bool = False
    ) -> None:
        self._by_name: dict[str, object] = value if isinstance(value, dict) else {}
        self.notes = notes
        self.where = where
        self._by_agreement = by_agreement

    def __contains__(self, name: str) -> bool:
        return self._by_name.get(name) is not None

    def names(self) -> list[str]:
        """Return the names of its fields, in their order."""
        return list(self._by_name)[:MOST_PARTS]

    def path(self, name: str) -> str:
        """Return where a field stands."""
        return f"{self.where}.{name}" if self.where else name

    def note(self, reason: Reason, name: str) -> None:
        """Note something about one field."""
        self.notes.note(reason, self.path(name))

    def raw(self, name: str) -> object:
        """Return a field as it is; ``None`` for a missing one."""
        return self._by_name.get(name)

    def part(self, name: str) -> "Fields":
        """Return an object inside; an empty one when it is missing or none."""
        value = self.raw(name)
        if value is not None and not isinstance(value, dict):
            self.note(Reason.NOT_AN_OBJECT, name)
        return self._inside(value, self.path(name))

    def parts(self, name: str) -> Iterator["Fields"]:
        """Yield the objects of a list."""
        for at, value in enumerate(self.items(name)):
            if isinstance(value, dict):
                yield self._inside(value, f"{self.path(name)}[{at}]")
            elif value is not None:
                self.note(Reason.NOT_AN_OBJECT, f"{name}[{at}]")

    def items(self, name: str) -> list[object]:
        """Return a list as it is, shortened; an empty one when it is missing or none."""
        value = self.raw(name)
        if value is None:
            return []
        if not isinstance(value, list):
            self.note(Reason.WRONG_TYPE, name)
            return []
        if len(value) > MOST_PARTS:
            self.note(Reason.TOO_MANY_PARTS, name)
        return value[:MOST_PARTS]

    def words(self, name: str) -> list[str]:
        """Return the texts of a list, each on one line."""
        found = []
        for at, value in enumerate(self.items(name)):
            if isinstance(value, str):
                found.append(self.cleaned(value, NAME_LENGTH, f"{name}[{at}]", one_line=True))
            elif value is not None:
                self.note(Reason.WRONG_TYPE, f"{name}[{at}]")
        return [word for word in found if word]

    def text(self, name: str, limit: int = TEXT_LENGTH, *, one_line: bool = False, html: bool = False) -> str:
        """Return a text. ``html``: the source writes HTML there, so plain formatting is no news."""
        value = self.raw(name)
        if value is None:
            return ""
        if not isinstance(value, str):
            self.note(Reason.WRONG_TYPE, name)
            return ""
        return self.cleaned(value, limit, name, one_line=one_line, html=html)

    def line(self, name: str, limit: int = NAME_LENGTH) -> str:
        """Return a text on one line; a whole number is one too (a postcode without quotes)."""
        value = self.raw(name)
        if isinstance(value, int) and not isinstance(value, bool):
            return cut_at(_digits(value), limit).text
        return self.text(name, limit, one_line=True)

    def cleaned(self, said: str, limit: int, name: str, *, one_line: bool = False, html: bool = False) -> str:
        """Return the plain text of what was said in a field, and note what went."""
        clean: Cleaner = clean_text if self._by_agreement else plain_text
        if one_line:
            plain = clean(said, TEXT_LENGTH)
            shortened = cut_at(on_one_line(plain.text), limit)
            plain = plain._replace(text=shortened.text, cut=plain.cut or shortened.cut)
        else:
            plain = clean(said, limit)
        if plain.cut:
            self.note(Reason.TOO_LONG_CUT, name)
        if plain.dropped or (plain.marked_up and not html):
            self.note(Reason.HTML_REMOVED, name)
        return plain.text

    def texts(self, name: str, limit: int = TEXT_LENGTH, *, one_line: bool = False) -> Texts:
        """Return an object of language → text."""
        value = self.part(name)
        return {
            language: text
            for key in value.names()[:MOST_LANGUAGES]
            if (language := self.language_of(key, name))
            and (text := value.text(key, limit, one_line=one_line))
        }

    def language_of(self, said: object, name: str) -> str:
        """Return a language's code in small letters; empty, and noted, for what is none."""
        code = said.strip().lower() if isinstance(said, str) else ""
        if _LANGUAGE.fullmatch(code) or (self._by_agreement and _VARIANT.fullmatch(code)):
            return code
        self.note(Reason.UNKNOWN_LANGUAGE, name)
        return ""

    def number(self, name: str, lowest: int, highest: int) -> int | None:
        """Return a whole number within bounds, also one written as text."""
        value = self.raw(name)
        if value is None or value == "":
            return None
        if isinstance(value, str) and re.fullmatch(r"\s*[+-]?\d{1,12}\s*", value):
            value = int(value)
        if isinstance(value, float) and value.is_integer():
            value = int(value)
        if isinstance(value, bool) or not isinstance(value, int) or not lowest <= value <= highest:
            self.note(Reason.BAD_NUMBER, name)
            return None
        return value

    def flag(self, name: str) -> bool | None:
        """Return yes or no, also written as 0 and 1; ``None`` when it does not say."""
        match self.raw(name):
            case None | "":
                return None
            case True | 1 | "1" | "true" | "True":
                return True
            case False | 0 | "0" | "false" | "False":
                return False
            case _:
                self.note(Reason.WRONG_TYPE, name)
                return None

    def day(self, name: str) -> str:
        """Return a day in Helsinki as ``YYYY-MM-DD``; empty for none."""
        value = self.raw(name)
        if value is None or value == "":
            return ""
        day = day_of(value)
        if not day:
            self.note(Reason.BAD_DATE, name)
        return day

    def identifier(self, name: str) -> str:
        """Return an id, or an empty text for what is none."""
        return identifier_of(self.raw(name))

    def email(self, name: str) -> str:
        """Return an address that mail can be sent to; another one is noted."""
        said = self.line(name)
        if said and not _EMAIL.fullmatch(said):
            self.note(Reason.BAD_LINK, name)
            return ""
        return said

    def link(self, name: str) -> str:
        """Return a web address; what a browser would run instead of opening is noted and left out."""
        said = self.text(name, LINK_LENGTH + 1, one_line=True)
        if not said:
            return ""
        if _BARE_LINK.fullmatch(said):
            said = f"https://{said}"
        if len(said) > LINK_LENGTH or not _LINK.fullmatch(said):
            self.note(Reason.BAD_LINK, name)
            return ""
        scheme, rest = said.split(":", 1)
        return f"{scheme.lower()}:{rest}"

    def _inside(self, value: object, where: str) -> "Fields":
        return Fields(value, self.notes, where, by_agreement=self._by_agreement)


def identifier_of(value: object) -> str:
    """Return an id: a text or a whole number, without spaces inside; empty for what is none."""
    if isinstance(value, int) and not isinstance(value, bool):
        return _digits(value)
    if not isinstance(value, str) or len(value) > ID_LENGTH:
        return ""
    if _PLAIN_ID.fullmatch(value):
        return value
    text = clean_text(value, ID_LENGTH).text
    return "" if re.search(r"\s", text) else text


def joined(*texts: Texts, limit: int = TEXT_LENGTH) -> Texts:
    """Return several texts as paragraphs of one, each language for itself."""
    languages = dict.fromkeys(language for one in texts for language in one)
    return {
        language: cut_at("\n\n".join(one[language] for one in texts if one.get(language)), limit).text
        for language in languages
    }


def _digits(value: int) -> str:
    """Return a number's digits; more than twenty are no id, no postcode and no phone number."""
    return str(value) if abs(value) < 10**20 else ""
