# SPDX-License-Identifier: MIT
"""What the supervisor said about a worker's own saves, and the answer to it."""

from collections.abc import Iterable
from typing import Final

from desktop.notebook.desk import Desk
from desktop.notebook.errors import FieldRequired
from desktop.notebook.messages.envelope import Done
from desktop.notebook.messages.today import AnswerReview, ReviewNews
from desktop.notebook.telling import joined, person_name
from desktop.store.changes import Change
from desktop.store.views import EntityView, ReviewItem, ReviewView

_KINDS: Final = ("person", "situation", "note", "attendance")
"""The one that names a save of several kinds, the first that is there."""


class News:
    """What came back from review, at one desk; used from any lane."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def all(self, day_start: int) -> list[ReviewNews]:
        """Return what was returned or asked, unanswered first, then what was approved today.

        A save that was changed after the review has left the list: the supervisor looks at it again.
        """
        reviews = self._desk.reads.reviews
        asked = [self._news(item) for item in reviews.mine_to_answer()]
        approved = [self._news(item) for item in reviews.mine_approved(since=day_start)]
        asked.sort(key=lambda one: (one.replied, -one.at))
        approved.sort(key=lambda one: -one.at)
        return [*asked, *approved]

    def unanswered(self) -> int:
        """Return how many words of the supervisor wait for an answer."""
        return sum(not item.replies for item in self._desk.reads.reviews.mine_to_answer())

    def answer(self, ask: AnswerReview) -> Done:
        """Save an answer beside the review; raises FieldRequired when it is blank, NotFound, NotAllowed."""
        text = ask.text.strip()
        if not text:
            raise FieldRequired(field="text")
        desk = self._desk
        review = desk.entity(ask.review, "review")
        fields = {"text": text, "review": ask.review, "at": desk.now()}
        desk.save([(review.stream, [Change(kind="reply", entity=desk.new_id(), fields=fields)])])
        return Done()

    def _news(self, item: ReviewItem) -> ReviewNews:
        said = _counting(item)
        views = [view for entity, _ in item.of if (view := self._desk.reads.entity(entity)) is not None]
        about = self._about(item, views)
        return ReviewNews(
            review=said.entity,
            verdict=said.verdict,
            comment=said.comment,
            by=self._desk.name_of(said.author),
            at=said.at,
            about_kind=about.kind,
            about_text=self._text(about),
            about=about.entity,
            waits_for_hub=said.provisional,
            replied=bool(item.replies),
        )

    def _about(self, item: ReviewItem, views: Iterable[EntityView]) -> EntityView:
        by_kind = {view.kind: view for view in views}
        for wanted in ("session",) if item.session is not None else _KINDS:
            if wanted in by_kind:
                return by_kind[wanted]
        return next(iter(by_kind.values()))

    def _text(self, about: EntityView) -> str:
        if about.kind == "session":
            place = about.values.get("place")
            return str(place.get("name") or "") if isinstance(place, dict) else ""
        if about.kind == "visit":
            return joined(about.elements("topics"))
        person = self._desk.reads.entity(about.subject) if about.subject is not None else None
        return person_name(person.values) if person is not None else ""


def _counting(item: ReviewItem) -> ReviewView:
    """Return the review that decides: the items asked for have one."""
    if item.counts is None:
        raise LookupError("no review counts")
    return item.counts
