# SPDX-License-Identifier: MIT
"""One walk-in as a row of a list: shared by Today and by the review of a session."""

from desktop.notebook.desk import Desk
from desktop.notebook.messages.marks import Mark
from desktop.notebook.messages.today import VisitRow
from desktop.notebook.telling import person_name, sending_marks
from desktop.store.views import VisitRow as StoredVisit


def visit_row(desk: Desk, row: StoredVisit) -> VisitRow:
    """Return the row; ``by`` is empty for this person's own, as is ``linked_person`` without a link."""
    mine = desk.mine(row.author)
    foreign = row.author.writer != desk.writer
    marks = sending_marks(row.sending, provisional=foreign and row.sending.unsent)
    if row.conflict:
        marks.insert(0, Mark.TWO_VALUES)
    person = desk.reads.entity(row.person) if row.person is not None else None
    if person is not None and not desk.may_read("person", person.stream):
        person = None
    return VisitRow(
        visit=row.entity,
        at=row.at,
        topics=list(row.topics),
        age=row.age,
        language=row.language,
        outcomes=list(row.outcomes),
        note=row.note,
        by="" if mine else desk.name_of(row.author),
        linked_person=person_name(person.values) if person is not None else "",
        marks=marks,
    )
