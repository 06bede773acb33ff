# SPDX-License-Identifier: MIT
"""Which language of a service's text goes on the paper, and what is honest to say about it.

A text with letters that the bundled fonts lack is passed over for one in another language: a box helps nobody, and no
adviser can mend a directory's text. A name or address in such letters is written in Latin ones.

The client's language if the directory has it. Else a short text in the original, since somebody can read it to
the client; a long one is left out, and the paper says that there is more in Finnish.
"""

from typing import Final

from desktop.notebook.handout.coverage import Coverage
from desktop.notebook.handout.frames import Frames
from desktop.notebook.handout.lines import (
    Item,
    Line,
    Piece,
    own,
    piece,
    romanised,
    text_items,
    without_ornaments,
)
from desktop.notebook.handout.order import PaperWarning
from sync.catalogue.model import Texts, text_in

SHORT: Final = 300
"""Letters of a text in a foreign language that are worth their paper."""
_ORIGINALS: Final = ("fi", "en", "sv")


class Teller:
    """Reads the texts of one service for one paper, and remembers what it could not say in the client's language."""

    def __init__(self, frames: Frames, coverage: Coverage) -> None:
        self.frames = frames
        self.warnings: set[PaperWarning] = set()
        self.originals: set[str] = set()
        """Languages that the client was not asked about, in which something stands or would stand."""
        self._coverage = coverage

    def has(self, texts: Texts) -> bool:
        """Return whether there is a text in the client's language."""
        return bool(self._said(texts, self.frames.language))

    def found(self, texts: Texts) -> tuple[str, str]:
        """Return a text and its language, the client's if there is one; two empty texts without any."""
        order = (self.frames.language, self.frames.records_as, *_ORIGINALS, *texts)
        for language in order:
            said = self._said(texts, language)
            if said:
                return said, language
        return "", ""

    def plain(self, text: str) -> str:
        """Return what a directory says outside of its texts: an address, a phone number."""
        return " ".join(romanised(without_ornaments(text, self._coverage), self._coverage).split())

    def name(self, texts: Texts) -> Piece:
        """Return a name; a foreign name is no foreign text, nothing is said about it."""
        said, language = self.found(texts)
        if not said:
            said, language = self.plain(text_in(texts, self.frames.records_as)), "fi"
        return piece(" ".join(said.split()), language)

    def items(self, texts: Texts) -> list[Item]:
        """Return a text as paragraphs; none without one, or when a long text is in no language of the client."""
        said, language = self.found(texts)
        if not said:
            return []
        if language != self.frames.language:
            self.originals.add(language)
            short = len(said) <= SHORT or language == self.frames.pdf_language
            self.warnings.add(PaperWarning.TEXTS_IN_ORIGINAL if short else PaperWarning.TEXTS_LEFT_OUT)
            if not short:
                return []
        return text_items(said, language)

    def note(self) -> Line:
        """Return the sentence that says which texts are not in the client's language; empty when all are."""
        if not self.originals:
            return []
        words = self.frames.words
        only_finnish = self.originals == {"fi"}
        return [own(words.texts_in_finnish if only_finnish else words.texts_in_other, self.frames)]

    def _said(self, texts: Texts, language: str) -> str:
        said = without_ornaments(texts.get(language, ""), self._coverage)
        if self._coverage.prints(said):
            return said
        self.warnings.add(PaperWarning.TEXTS_LEFT_OUT)
        return ""
