# SPDX-License-Identifier: MIT
"""The form of a permission to contact: whom, how, in which language, about what, until when."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from desktop.notebook.messages.envelope import ProblemReport
from desktop.notebook.messages.leads import LeadRow, SaveLead
from desktop.ui.components.button import Button, ButtonKind
from desktop.ui.components.card import Card
from desktop.ui.components.choice import Choice
from desktop.ui.components.field import Field, LineField
from desktop.ui.components.words import Words
from desktop.ui.theme.measures import TARGET, Type
from desktop.ui.theme.theme import Theme
from desktop.ui.theme.tokens import Tone
from desktop.ui.words.codes import CodeWords
from desktop.ui.words.dates import written_date
from desktop.ui.words.fields import said_date, said_phone
from desktop.ui.words.problems import sentence
from desktop.ui.words.typed_date import stored_date
from sync.records.fields import ADDRESS_LENGTH, LINE_LENGTH, NAME_LENGTH
from sync.records.ids import ID_BYTES, EntityId
from sync.records.phone import is_phone

USUAL_DAYS: Final = 30
LONGEST_DAYS: Final = 90
_ENTER: Final = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_LEAD: Final = "lead"


class LeadForm(Card):
    """``save_asked(SaveLead)``, ``remove_asked(EntityId)``, ``left``, ``edited``; Enter saves, Esc leaves."""

    save_asked = Signal(object)
    remove_asked = Signal(object)
    left = Signal()
    edited = Signal()

    def __init__(self, theme: Theme, codes: CodeWords, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._codes = codes
        self._today = date.min
        self._lead: EntityId | None = None
        self._saving = False
        self._title = Words(theme, size=Type.SECTION)
        self._about = Words(theme, size=Type.SECONDARY, tone=Tone.MUTED, cut=True)
        self.name = LineField(theme, " ", longest=NAME_LENGTH)
        self.phone = LineField(theme, " ", longest=40)
        self.email = LineField(theme, " ", longest=ADDRESS_LENGTH)
        self.language = Choice(theme, " ")
        self._language_field = Field(theme, " ", self.language)
        self.purpose = LineField(theme, " ", longest=LINE_LENGTH)
        self.until = LineField(theme, " ", longest=12)
        self.save = Button(theme, kind=ButtonKind.PRIMARY, key="Enter", tall=True)
        self.cancel = Button(theme, kind=ButtonKind.QUIET, key="Esc")
        self.remove = Button(theme, kind=ButtonKind.QUIET, icon_name="trash-2")
        self.setFocusProxy(self.name)
        self._lay_out()
        self._join()
        self.retranslate()

    def _lay_out(self) -> None:
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.body.setContentsMargins(16, 6, 16, 8)
        head = QHBoxLayout()
        head.setSpacing(9)
        self._title.setMinimumHeight(TARGET - 6)
        head.addWidget(self._title)
        head.addWidget(self._about, 1)
        form = QGridLayout()
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(0)
        for place, one in enumerate((self.name, self.phone, self.email, self._language_field)):
            form.addWidget(one, 0, place)
        form.addWidget(self.purpose, 1, 0, 1, 3)
        form.addWidget(self.until, 1, 3)
        for place, share in enumerate((3, 3, 4, 3)):
            form.setColumnStretch(place, share)
        foot = QHBoxLayout()
        foot.setContentsMargins(0, 2, 0, 0)
        foot.setSpacing(8)
        foot.addWidget(self.save)
        foot.addWidget(self.cancel)
        foot.addStretch(1)
        foot.addWidget(self.remove)
        self.body.addLayout(head)
        self.body.addLayout(form)
        self.body.addLayout(foot)

    def _join(self) -> None:
        for field in self._lines():
            field.edited.connect(lambda _text: self.edited.emit())
        self.language.chosen.connect(lambda _code: self.edited.emit())
        self.save.clicked.connect(self.ask)
        self.cancel.clicked.connect(self.left)
        self.remove.clicked.connect(self._remove)

    def _lines(self) -> tuple[LineField, ...]:
        return (self.name, self.phone, self.email, self.purpose, self.until)

    # --- filling ---

    def begin(self, today: date, row: LeadRow | None = None) -> None:
        """Start empty, or with one that is changed."""
        self._today, self._saving = today, False
        self._lead = row.lead if row is not None else None
        last = row.expires if row is not None else (today + timedelta(days=USUAL_DAYS)).isoformat()
        self.name.set_text(row.name if row is not None else "")
        self.phone.set_text(said_phone(row.phone) if row is not None and row.phone else "")
        self.email.set_text(row.email if row is not None else "")
        self.language.setCurrentIndex(max(self.language.findData(row.language if row is not None else ""), 0))
        self.purpose.set_text(row.purpose if row is not None else "")
        self.until.set_text(said_date(last))
        for field in self._lines():
            field.set_error("")
        self.retranslate()

    @property
    def empty(self) -> bool:
        """Whether nothing was written."""
        return not any(one.text().strip() for one in (self.name, self.phone, self.email, self.purpose))

    @property
    def changing(self) -> bool:
        """Whether one that stands is being changed."""
        return self._lead is not None

    def to_draft(self) -> dict[str, str]:
        """Return what is written; nothing when nothing is."""
        if self.empty:
            return {}
        return {
            "name": self.name.text(),
            "phone": self.phone.text(),
            "email": self.email.text(),
            "language": self.language.key(),
            "purpose": self.purpose.text(),
            "until": self.until.text(),
            _LEAD: self._lead.hex() if self._lead is not None else "",
        }

    def take_draft(self, draft: Mapping[str, str], today: date) -> None:
        """Bring back what was being written."""
        self.begin(today)
        lead = draft.get(_LEAD, "")
        self._lead = EntityId(bytes.fromhex(lead)) if len(lead) == 2 * ID_BYTES else None
        for name, field in (
            ("name", self.name), ("phone", self.phone), ("email", self.email), ("purpose", self.purpose),
            ("until", self.until),
        ):  # fmt: skip
            field.set_text(draft.get(name, ""))
        self.language.setCurrentIndex(max(self.language.findData(draft.get("language", "")), 0))
        self.retranslate()

    def forget(self) -> None:
        """Drop every word."""
        self.begin(self._today)
        self.until.set_text("")

    # --- saving ---

    def ask(self) -> None:
        """Ask to save, or say beside the fields what is missing; once, until ``refused`` or ``begin``."""
        if self._saving:
            return
        if wrong := self._wrong():
            wrong[0].line.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._saving = True
        self.save_asked.emit(
            SaveLead(
                day=self._today.isoformat(),
                name=self.name.text().strip(),
                phone=self.phone.text().strip(),
                email=self.email.text().strip(),
                language=self.language.key(),
                purpose=self.purpose.text().strip(),
                expires=stored_date(self.until.text(), self._today.isoformat()),
                lead=self._lead,
            )
        )

    def refused(self, report: ProblemReport) -> bool:
        """Take a refusal; return whether its problem has a field here, and show it there."""
        self._saving = False
        fields = {
            "name": self.name, "phone": self.phone, "email": self.email, "purpose": self.purpose,
            "expires": self.until,
        }  # fmt: skip
        found = fields.get(str(report.facts.get("field", "")))
        if found is None:
            return False
        found.set_error(self._too_far() if found is self.until else sentence(report))
        found.line.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _wrong(self) -> list[LineField]:
        wrong = []
        phone, email = self.phone.text().strip(), self.email.text().strip()
        checks = (
            (self.name, not self.name.text().strip(), QCoreApplication.translate("LeadForm", "What are they called?")),
            (self.phone, not phone and not email,
             QCoreApplication.translate("LeadForm", "A phone number or an e-mail address")),
            (self.phone, bool(phone) and not is_phone(phone),
             QCoreApplication.translate("LeadForm", "This is no phone number")),
            (self.purpose, not self.purpose.text().strip(),
             QCoreApplication.translate("LeadForm", "About what may they be called?")),
            (self.until, not self._holds(), self._too_far()),
        )  # fmt: skip
        for field, is_wrong, words in checks:
            if is_wrong and field not in wrong:
                field.set_error(words)
                wrong.append(field)
        return wrong

    def _holds(self) -> bool:
        stored = stored_date(self.until.text(), self._today.isoformat())
        if not stored:
            return False
        last = date.fromisoformat(stored)
        return self._today <= last <= self._today + timedelta(days=LONGEST_DAYS)

    def _too_far(self) -> str:
        words = QCoreApplication.translate("LeadForm", "A day from today to {last}")
        return words.format(last=written_date(self._today + timedelta(days=LONGEST_DAYS)))

    def _remove(self) -> None:
        if self._lead is not None and not self._saving:
            self._saving = True
            self.remove_asked.emit(self._lead)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Enter saves from any field, Esc leaves."""
        if event.key() in _ENTER:
            self.ask()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    # --- words ---

    def changeEvent(self, event: QEvent, /) -> None:
        """Say the words again in another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        changing = self._lead is not None
        self._title.setText(
            QCoreApplication.translate("LeadForm", "Change a permission to contact")
            if changing
            else QCoreApplication.translate("LeadForm", "Permission to contact")
        )
        self.setAccessibleName(self._title.text())
        self._about.setText(
            QCoreApplication.translate(
                "LeadForm", "For who is no client. It is erased when the day has passed."
            )
        )
        self.name.set_label(QCoreApplication.translate("LeadForm", "First name"))
        self.phone.set_label(QCoreApplication.translate("LeadForm", "Phone"))
        self.email.set_label(QCoreApplication.translate("LeadForm", "E-mail"))
        self._language_field.set_label(QCoreApplication.translate("LeadForm", "Language"))
        nothing = QCoreApplication.translate("LeadForm", "Not asked")
        rows = self._codes.lists["languages"].rows
        self.language.set_options([("", nothing), *((row.code, self._codes.row_label(row)) for row in rows)])
        self.purpose.set_label(QCoreApplication.translate("LeadForm", "About what"))
        self.purpose.line.setPlaceholderText(
            QCoreApplication.translate("LeadForm", "One thing, for example a course that begins")
        )
        self.until.set_label(QCoreApplication.translate("LeadForm", "Until"))
        self.save.setText(QCoreApplication.translate("LeadForm", "Save"))
        self.cancel.setText(QCoreApplication.translate("LeadForm", "Cancel"))
        self.remove.setText(QCoreApplication.translate("LeadForm", "Remove"))
        self.remove.setVisible(changing)
