# SPDX-License-Identifier: MIT
"""The story's last part: a photo that follows its person, a laptop that is left for a moment, and one that is lost."""

import time
from pathlib import Path
from typing import Final

import msgspec
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from desktop.demo import acts
from desktop.demo.hub_process import HubProcess
from desktop.demo.report import Report, Step
from desktop.demo.stage import Stage
from desktop.notebook.messages.attachments import (
    AddAttachment,
    AttachmentRow,
    ListAttachments,
    OpenAttachment,
)
from desktop.notebook.messages.leases import ShowLease
from desktop.notebook.messages.people import SearchPeople
from desktop.notebook.messages.reopening import SetPin, ShowPin
from desktop.notebook.messages.sync import SyncNow
from desktop.ui.unlock.secret_part import Way
from sync.records.ids import EntityId

SAVES: Final = 1
"""What ``attach`` saves."""
PIN: Final = "472905"
_DAY_MS: Final = 86_400_000
_LEAST_LEASE_DAYS: Final = 30


def attach(stage: Stage, report: Report, name: str) -> None:
    """Tell how a photo of a paper is laid to a person, with no network."""
    with report.step("A photo of a certificate is laid to the new person, with no network") as step:
        person = _person(stage, name)
        file = _photo(report.folder / "certificate.png")
        stage.ask(AddAttachment(person, person, str(file)))
        (row,) = stage.ask(ListAttachments(person)).rows
        step.check("the file is on this laptop", row.here and not row.sent)
        hidden = _plain_bytes(file)
        folder = stage.home / "notebooks"
        step.check(
            "nothing of it lies readable in the notebook's folder",
            not any(hidden in one.read_bytes() for one in folder.rglob("*") if one.is_file()),
        )
        step.figures["bytes"] = row.size


def follows(one: Stage, other: Stage, report: Report, name: str) -> None:
    """Tell how the photo reaches the hub and a colleague's laptop."""
    with report.step("The photo has reached a colleague's laptop") as step:
        person = _person(one, name)
        begun = time.monotonic()
        for stage in (one, other):
            stage.front()
            stage.ask(SyncNow())
        one.wait(lambda: _row(one, person).sent, "the file at the hub")
        other.wait(lambda: _row(other, person).here, "the file on the colleague's laptop")
        mine = one.ask(OpenAttachment(_row(one, person).attachment)).content
        theirs = other.ask(OpenAttachment(_row(other, person).attachment)).content
        step.check("both read the same bytes", mine == theirs and len(mine) > 0)
        step.figures["seconds"] = round(time.monotonic() - begun, 2)


def left_for_a_moment(stage: Stage, report: Report, *, staff: str, passphrase: str) -> None:
    """Tell how a laptop is locked with F12 and opened again with a PIN, at the same page."""
    with report.step("A laptop is left for a moment: blank at once, and open again with six digits") as step:
        stage.front()
        view = stage.ask(ShowPin())
        step.figures["this computer can keep half of a PIN"] = view.available
        if view.available:
            _with_pin(stage, step, report, staff=staff, passphrase=passphrase)


def _with_pin(stage: Stage, step: Step, report: Report, *, staff: str, passphrase: str) -> None:
    stage.ask(SetPin(PIN, passphrase))
    page = stage.window.shell.current
    begun = time.monotonic()
    stage.press(Qt.Key.Key_F12)
    step.figures["blank and asked to end, ms"] = round((time.monotonic() - begun) * 1000, 1)
    stage.wait(lambda: stage.window.who is None and stage.window.unlock_page.isVisible(), "locked")
    card = stage.window.unlock_page.card
    stage.wait(lambda: any(row.key == staff for row in card.people.rows()), "the name on the unlock page")
    card.people.choose(staff)
    stage.wait(lambda: card.secret.way is Way.PIN, "the PIN asked for")
    stage.picture(report.file(step, "pin"))
    begun = time.monotonic()
    stage.write(PIN)
    stage.wait(lambda: stage.window.who is not None, "open again")
    step.figures["open again, seconds"] = round(time.monotonic() - begun, 2)
    step.check("the same page is there", stage.window.shell.current == page)


def lost(
    stage: Stage, hub: HubProcess, report: Report, *, staff: str, colleague: str, passphrase: str
) -> None:
    """Tell how a notebook is destroyed at its next contact, and how its last word reaches the hub by a colleague."""
    with report.step("A laptop is lost: its notebook is destroyed at the next contact") as step:
        stage.front()
        acts.lock(stage)
        acts.unlock(stage, staff, passphrase)
        days = (stage.ask(ShowLease()).until - time.time() * 1000) / _DAY_MS
        step.figures["days until the lease runs out"] = round(days)
        step.check("the lease runs for weeks", days > _LEAST_LEASE_DAYS)
        folder = stage.home / "notebooks" / staff
        step.check("the notebook is there", any(folder.iterdir()))
        writer = _writer(folder)
        hub.command("laptop", "wipe", writer, "--yes")
        begun = time.monotonic()
        stage.ask(SyncNow())
        stage.wait(lambda: stage.window.who is None and stage.window.unlock_page.isVisible(), "shut")
        stage.wait(lambda: not folder.exists(), "the folder gone")
        step.figures["gone after, seconds"] = round(time.monotonic() - begun, 2)
        card = stage.window.unlock_page.card
        stage.wait(lambda: all(row.key != staff for row in card.people.rows()), "the name gone")
        stage.picture(report.file(step, "gone"))
        acts.unlock(stage, colleague, passphrase)
        stage.ask(SyncNow())
        stage.wait(lambda: writer[:9] in hub.command("laptop", "farewells"), "its last word at the hub")
        step.figures["what the hub says"] = hub.command("laptop", "farewells").split("\t")[-1].strip()


def _row(stage: Stage, person: EntityId) -> AttachmentRow:
    (row,) = stage.ask(ListAttachments(person)).rows
    return row


def _person(stage: Stage, name: str) -> EntityId:
    rows = stage.ask(SearchPeople(name, "all")).rows
    return next(row.person for row in rows if row.name == name)


def _writer(folder: Path) -> str:
    """Return a notebook's writer, as the card beside its key file names it."""
    card = msgspec.json.decode((folder / "hub.json").read_bytes())
    return str(card["writer"])


def _photo(path: Path) -> Path:
    """Paint a certificate that nobody has, with a noise that finds it again."""
    image = QImage(640, 420, QImage.Format.Format_RGB32)
    image.fill(QColor("#f4f0e6"))
    painter = QPainter(image)
    painter.setPen(QColor("#1f3a5f"))
    painter.drawText(QRect(0, 40, 640, 60), Qt.AlignmentFlag.AlignCenter, "Työtodistus")
    for at in range(0, 640, 7):
        painter.drawLine(at, 160 + (at * at) % 97, at + 5, 300 - (at * 31) % 83)
    painter.end()
    image.save(str(path))
    return path


def _plain_bytes(file: Path) -> bytes:
    """Return a piece of the picture's own bytes that no other file has."""
    raw = file.read_bytes()
    middle = len(raw) // 2
    return raw[middle : middle + 48]
