# SPDX-License-Identifier: MIT
"""The review queue: what came in, decided once, decided again when it changes; never one's own."""

from store_world import ME, NOON, TEAM, Colleague, edit, entity, note, person, session, take, visit

from desktop.store.changes import Change
from desktop.store.notebook import NotebookStore
from desktop.store.views import ItemKind, ReviewItem
from sync.records.ids import EntityId


def _writer() -> Colleague:
    return Colleague(b"c")


def _came_in(store: NotebookStore, author: Colleague) -> tuple[EntityId, EntityId]:
    """A colleague's session with a walk-in, and a note about a person; numbered by the hub."""
    opened, who = entity(), entity()
    place = {
        "place": {"point": None, "name": "Malmi"},
        "state": {"status": "open", "at": NOON},
        "starts": NOON,
    }
    commits = [
        author.write("session", opened, place),
        author.write("visit", entity(), {"session": opened, "at": NOON, "topics/cv": True}),
        author.write("note", entity(), {"text": "Soittaa huomenna", "at": NOON}, subject=who),
    ]
    take(store, commits, first=1)
    return opened, who


def _review(item: ReviewItem, verdict: str) -> Change:
    said = {
        "verdict": verdict, "comment": "Kiitos", "reason": "review", "save": [*item.save],
        "of": [[one, digest] for one, digest in item.of], "at": NOON,
    }  # fmt: skip
    return Change(kind="review", entity=entity(), fields={"verdict": said})


def _number_all(store: NotebookStore, first: int) -> None:
    """The hub numbers all own saves."""
    with store.writing() as connection:
        intake, names = store.intake(connection, TEAM)
        me = names.writer(store.me.writer)
        rows = connection.execute(
            "SELECT n FROM commits WHERE writer = ? AND number IS NULL ORDER BY n", (me,)
        )
        intake.number([(me, n, first + at) for at, (n,) in enumerate(rows.fetchall())])
        intake.finish()


def test_a_session_with_its_walk_ins_is_one_item_and_a_note_another(notebook: NotebookStore) -> None:
    author = _writer()
    opened, who = _came_in(notebook, author)
    items = notebook.reads().reviews.queue(TEAM)
    assert {item.kind: (len(item.of), item.session, item.person) for item in items} == {
        ItemKind.SESSION: (2, opened, None), ItemKind.SAVE: (1, None, who),
    }  # fmt: skip
    assert notebook.reads().reviews.queue(TEAM, since=NOON + 1) == ()
    assert {item.save for item in items} == {author.id(1), author.id(3)}


def test_nobody_reviews_their_own(notebook: NotebookStore) -> None:
    card = person("Aino", "Korhonen")
    notebook.save(TEAM, [session(), card, note(card.entity, "oma")], time_ms=NOON)
    assert notebook.reads().reviews.queue(TEAM) == ()


def test_a_verdict_waits_for_the_hub_then_decides_and_a_change_opens_the_item_again(
    notebook: NotebookStore,
) -> None:
    author = _writer()
    opened, _ = _came_in(notebook, author)
    (item,) = [one for one in notebook.reads().reviews.queue(TEAM) if one.session == opened]
    notebook.save(TEAM, [_review(item, "approved")], time_ms=NOON)
    (waiting,) = [one for one in notebook.reads().reviews.queue(TEAM) if one.session == opened]
    assert (waiting.counts, [one.provisional for one in waiting.waiting], waiting.open) == (
        None,
        [True],
        True,
    )
    _number_all(notebook, 10)
    assert [one for one in notebook.reads().reviews.queue(TEAM) if one.session == opened] == []
    decided = notebook.reads().reviews.item(item.save, TEAM)
    assert decided is not None
    assert decided.counts is not None
    assert (decided.counts.verdict, decided.counts.author.staff, decided.changed) == (
        "approved",
        ME.staff,
        False,
    )

    late = author.write("visit", entity(), {"session": opened, "at": NOON + 1, "topics/cv": True})
    take(notebook, [author.made[2], late], first=20)
    take(notebook, [author.write("session", opened, {"score": 4}, seen={})], first=30)
    (again,) = [one for one in notebook.reads().reviews.queue(TEAM) if one.session == opened]
    assert (again.changed, again.counts is not None) == (True, True)


def test_what_was_returned_waits_for_its_author_until_they_change_it(notebook: NotebookStore) -> None:
    card = person("Aino", "Korhonen")
    mine = notebook.save(TEAM, [card], time_ms=NOON)
    _number_all(notebook, 1)
    item = notebook.reads().reviews.item(mine, TEAM)
    assert item is not None
    supervisor = _writer()
    change = _review(item, "returned")
    take(notebook, [supervisor.write("review", change.entity, change.fields)], first=2)
    (returned,) = notebook.reads().reviews.mine_to_answer()
    assert returned.counts is not None
    assert (returned.save, returned.counts.verdict, returned.counts.comment) == (mine, "returned", "Kiitos")

    reply = Change(
        kind="reply", entity=entity(), fields={"text": "Korjaan", "review": change.entity, "at": NOON}
    )
    notebook.save(TEAM, [reply], time_ms=NOON)
    (asked,) = notebook.reads().reviews.mine_to_answer()
    assert [one.text for one in asked.replies] == ["Korjaan"]
    notebook.save(TEAM, [edit("person", card.entity, known_as="Aikku")], time_ms=NOON)
    assert notebook.reads().reviews.mine_to_answer() == ()


def test_an_unknown_save_is_no_item(notebook: NotebookStore) -> None:
    author = _writer()
    author.write("visit", entity(), {"at": NOON})
    assert notebook.reads().reviews.item(author.id(1), TEAM) is None
    assert notebook.reads().reviews.queue(TEAM) == ()
    notebook.save(TEAM, [visit(entity())], time_ms=NOON)
    assert notebook.reads().reviews.item(author.id(1), TEAM) is None


def test_a_short_queue_is_the_beginning_of_the_long_one(notebook: NotebookStore) -> None:
    author = _writer()
    commits = []
    for at in range(9):
        moment = NOON + at // 2  # two of each moment: the save decides which is first
        commits.append(
            author.write("note", entity(), {"text": "kahvilla", "at": NOON}, subject=entity(), at=moment)
        )
        place = {
            "place": {"point": None, "name": "Malmi"}, "state": {"status": "open", "at": NOON},
            "starts": moment,
        }  # fmt: skip
        commits.append(author.write("session", entity(), place, at=moment))
    take(notebook, commits, first=1)
    reviews = notebook.reads().reviews
    whole = reviews.queue(TEAM)
    assert len(whole) == 18
    for most in range(1, 20):
        assert reviews.queue(TEAM, most=most) == whole[:most]
