# SPDX-License-Identifier: MIT
"""What is asked for and what comes out: an order of a paper, the paper, and what is worth knowing about it."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from sync.catalogue.model import Service

MOST_SERVICES: Final = 12
"""Nobody goes to more places; the paper would be a catalogue."""
LONGEST_WORDS: Final = 2_000
"""Letters of the adviser's words: one printed page."""
MOST_LETTERS: Final = 100_000
"""Letters of a whole paper; what stands in a directory never comes near."""
LONGEST_LINE: Final = 200
"""Letters of any other line that the adviser gives."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperItem:
    """A service to print. ``places`` are indices of the chosen places, none for all; ``bring`` what to take along."""

    service: Service
    places: tuple[int, ...] = ()
    bring: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperOrder:
    """A paper as the adviser wants it. The adviser's texts are printed as they are, in any language."""

    language: str
    """One of ``frames.LANGUAGES``."""
    items: tuple[PaperItem, ...]
    sender: str
    """Who hands it out, at the foot of each page ("Helsingin kaupunki, työllisyyspalvelut")."""
    words: str = ""
    """The adviser's message to the client; its lines stay."""
    adviser: str = ""
    contact: str = ""
    """Where and when the adviser is met ("Itäkeskuksen kirjasto, tiistaisin 12-16")."""
    large: bool = False
    """Large print: 18 points."""


class PaperWarning(StrEnum):
    """What the adviser should know before handing the paper over."""

    TEXTS_IN_ORIGINAL = "texts_in_original"
    """Some texts are not in the client's language; the paper says so."""
    TEXTS_LEFT_OUT = "texts_left_out"
    """A long text that the client can't read was left out."""
    NO_WAY_THERE = "no_way_there"
    """A service has no address, phone, e-mail or page."""
    LINK_UNUSABLE = "link_unusable"
    """A page's address can't be a QR code; the map or nothing stands in its place."""
    WANTS_CHECKING = "wants_checking"
    """The day has come on which somebody should have checked it."""
    NOT_VALID = "not_valid"
    """On this day the service is not offered yet, or no more."""
    FRAMES_UNREVIEWED = "frames_unreviewed"
    """No native speaker has read the frame texts of this language yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A finished paper. ``warnings`` come without repeats, in PaperWarning's order."""

    pdf: bytes
    pages: int
    language: str
    title: str
    texts_in: tuple[str, ...]
    """For each service the language of what it says of itself, as the directory names it."""
    links: tuple[str, ...]
    """For each service the address behind its QR code; empty for none."""
    warnings: tuple[PaperWarning, ...]
