# SPDX-License-Identifier: MIT
"""The story's errands to the catalogue, with no network: a visitor's course, and a person's referral with consent."""

import time
from typing import Final

from PySide6.QtCore import Qt

from desktop.demo.acts import CONTROL, today
from desktop.demo.errors import StoryBroken
from desktop.demo.report import Report
from desktop.demo.stage import Stage
from desktop.notebook.messages.handouts import MakePaper
from desktop.notebook.messages.people import SearchPeople
from desktop.notebook.messages.referrals import ListReferrals
from desktop.ui.referral.page import ReferralPage
from desktop.ui.services.page import ServicesPage

VISITOR: Final = "5yl4"
"""25 to 29, a language course, Russian."""
SOUGHT: Final = "suomen kurssi"
CARE: Final = "työkykyselvitys"
LANGUAGE: Final = "uk"
SAVES: Final = 2
"""What ``hand_out`` saves: the visit with its referral, and the hand-out."""


def hand_out(stage: Stage, report: Report) -> str:
    """Tell how a visitor is shown a course and takes its page along; return the service's name."""
    with report.step("A visitor is sent to a course, found with no network") as step:
        day = today(stage)
        before = len(day.visits.table.rows())
        begun = time.monotonic()
        stage.press(Qt.Key.Key_N, CONTROL)
        stage.write(VISITOR)
        page = seek(stage, SOUGHT)
        step.figures["hits"] = len(page.pane.hits.hits())
        stage.press(Qt.Key.Key_Space, CONTROL)
        stage.wait(lambda: len(page.chosen()) == 1, "one service marked")
        (chosen,) = page.chosen()
        paper = stage.ask(MakePaper([chosen.service], "ru", time.strftime("%Y-%m-%d")))
        step.check("the paper in Russian is a PDF", paper.pdf.startswith(b"%PDF-"))
        step.figures |= {"service": chosen.name, "pages of the paper": paper.pages}
        stage.wait(lambda: page.aside.handout.preview.count > 0, "the paper on the page")
        stage.picture(report.file(step, "paper"))
        page.aside.foot.qr.setFocus()
        stage.press(Qt.Key.Key_Space)
        stage.wait(lambda: page.aside.shows_codes, "the code on the screen")
        stage.press(Qt.Key.Key_Escape)
        stage.wait(lambda: not page.aside.shows_codes and not stage.bridge.busy, "the code gone")
        stage.front()  # offscreen nobody gives the window back what a dialog took
        page.go_back()
        stage.wait(
            lambda: day.isVisible() and not day.panel.services.isHidden(), "the visit with its service"
        )
        stage.wait(day.panel.hasFocus, "the keys back at the panel")
        stage.press(Qt.Key.Key_Return)
        stage.wait(lambda: len(day.visits.table.rows()) > before, "the walk-in in the list")
        step.figures["seconds from Ctrl+N to saved"] = round(time.monotonic() - begun, 2)
        stage.picture(report.file(step, "saved"))
    return chosen.name


def seek(stage: Stage, text: str) -> ServicesPage:
    """Go to the services by F3 and type; returns when the hits of all of it stand there."""
    stage.press(Qt.Key.Key_F3)
    page = stage.window.shell.page("services")
    if not isinstance(page, ServicesPage):
        raise StoryBroken("services")
    stage.wait(page.isVisible, "services")
    stage.wait(page.pane.search.hasFocus, "the search has the keys")
    stage.write(text)
    stage.wait(lambda: page.pane.settled and bool(page.pane.hits.hits()), "hits")
    return page


def refer(stage: Stage, report: Report, name: str) -> None:
    """Tell how the person whose card is open is referred, after hearing in their language what is told."""
    with report.step("The new person is referred, and first hears what the service is told") as step:
        begun = time.monotonic()
        page = seek(stage, CARE)
        stage.press(Qt.Key.Key_Space, CONTROL)
        stage.wait(lambda: len(page.chosen()) == 1, "one service marked")
        page.aside.foot.refer.setFocus()
        stage.press(Qt.Key.Key_Space)
        form = stage.window.shell.page("referral")
        if not isinstance(form, ReferralPage):
            raise StoryBroken("referral")
        stage.wait(lambda: form.isVisible() and not stage.bridge.busy, "the form")
        stage.press(Qt.Key.Key_4)
        stage.wait(lambda: form.consent.isVisible() and not stage.bridge.busy, "the consent")
        form.consent.language.setFocus()
        for _ in range(form.consent.language.count()):
            if form.consent.language.key() == LANGUAGE:
                break
            stage.press(Qt.Key.Key_Down)
        stage.wait(lambda: not stage.bridge.busy and bool(form.consent.text.text()), "its text")
        stage.press(Qt.Key.Key_Return, CONTROL)
        step.check("without consent nothing is sent", bool(form.consent.wrong.text()))
        form.consent.agrees.setFocus()
        stage.press(Qt.Key.Key_Space)
        stage.picture(report.file(step, "consent"))
        stage.press(Qt.Key.Key_Return, CONTROL)
        stage.wait(lambda: stage.window.shell.current == "people" and not stage.bridge.busy, "the card again")
        person = next(row.person for row in stage.ask(SearchPeople(name, "all")).rows if row.name == name)
        (row,) = stage.ask(ListReferrals(person)).rows
        step.check("the referral keeps the consent and its language", row.consent_language == LANGUAGE)
        step.check("it is followed up", bool(row.due))
        step.figures |= {"service": row.name, "seconds": round(time.monotonic() - begun, 2)}
        stage.picture(report.file(step, "card"))
