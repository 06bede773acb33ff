# SPDX-License-Identifier: MIT
"""From an open card to the errand one goes to the services with."""

from desktop.notebook.messages.marks import Mark
from desktop.notebook.messages.people import PersonView
from desktop.notebook.messages.services import ServiceClient
from desktop.ui.errand import Errand


def person_errand(view: PersonView) -> Errand:
    """Return the errand for somebody known: their language and home; the notebook reads the rest of the card."""
    fields = {one.name: one.value for one in view.fields}

    def text(name: str) -> str:
        value = fields.get(name)
        return value if isinstance(value, str) else ""

    client = ServiceClient(
        person=view.person,
        language=text("contact_language") or text("mother_tongue"),
        district=text("district"),
        municipality=text("municipality"),
    )
    return Errand(
        client=client,
        person=view.person,
        name=view.name,
        protected=fields.get("protected") is True or Mark.PROTECTED in view.marks,
    )
