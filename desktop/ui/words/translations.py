# SPDX-License-Identifier: MIT
"""Loads the translations of one language and switches to another while the window is open.

Source strings in the code are English. Each language has a folder of files, one for each folder of
`desktop/ui`; English has one too, for its plural forms.
"""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from desktop.resources import resource
from desktop.ui.words.build import release, stale
from desktop.ui.words.language import DEFAULT, Language


class Translations:
    """One lives beside the application; `speak` installs a language, Qt tells every widget LanguageChange."""

    def __init__(self, application: QCoreApplication) -> None:
        self._application = application
        self._language = DEFAULT

    @property
    def language(self) -> Language:
        """The language in force."""
        return self._language

    def speak(self, language: Language) -> None:
        """Speak this language from now on. In a source tree missing .qm files are made first.

        Raises ResourceMissing without a folder of the language, TranslationRefused for a broken file.
        """
        folder = resource("translations")
        for source in stale(folder):
            release(source, strict=False)
        for old in self._application.findChildren(
            QTranslator
        ):  # also of one that dressed the application before
            self._application.removeTranslator(old)
            old.deleteLater()
        self._language = language
        QLocale.setDefault(QLocale(language.value))
        own = QTranslator(self._application)
        if own.load(f"qtbase_{language.value}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
            self._install(own)
        for file in sorted(resource("translations", language.value).glob("*.qm")):
            ours = QTranslator(self._application)
            ours.load(str(file))
            self._install(ours)

    def _install(self, translator: QTranslator) -> None:
        self._application.installTranslator(translator)
