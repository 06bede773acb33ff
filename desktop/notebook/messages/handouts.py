# SPDX-License-Identifier: MIT
"""Hand-outs: the paper of one or more services in the client's language, and that it was given."""

from desktop.notebook.messages.envelope import Answer, Ask, Done
from sync.records.ids import EntityId


class Paper(Answer, frozen=True):
    """A paper, ready to be shown and printed from the same bytes. ``texts_in``: language of each service's text."""

    pdf: bytes
    pages: int
    file_name: str
    """Safe and without a name of anybody."""
    texts_in: list[str]
    qr: list[str]
    """The web address behind each service's QR; empty for none."""
    warnings: list[str]
    """texts_in_original, texts_left_out, no_way_there, link_unusable, wants_checking, not_valid, frames_unreviewed."""


class MakePaper(Ask[Paper], frozen=True):
    """Make the paper; nothing is recorded. ``language`` is one of the hand-outs' (``fi-selko`` too).

    Problems: ``glyph-missing`` (fact ``char``) for a letter no bundled font has, ``hetu-on-paper``, ``not-found``.
    """

    services: list[EntityId]
    language: str
    day: str
    large: bool = False
    words: str = ""
    """The adviser's own words to the client."""
    contact: str = ""
    """Where the adviser is met ("Tuesdays at noon, Itäkeskus library"); their name is added."""
    named: bool = True
    """Whether the adviser's name stands on it."""


class RecordHandout(Ask[Done], frozen=True):
    """Record that the paper was printed, saved or shown: one hand-out a service.

    With ``person`` the notebook also logs a disclosure to that person.
    """

    services: list[EntityId]
    language: str
    way: str
    person: EntityId | None = None
