# SPDX-License-Identifier: MIT
"""Keeps the window's translations: `update` reads the code, `release` makes .qm files, `check` is the gate.

One .ts file a language and a folder of desktop/ui, so that two people who build two pages never edit one:
resources/translations/<language>/<folder>.ts. Modules directly in desktop/ui go to `ui.ts`. Run it as
`python tools/translations.py check`.
"""

import ast
import json
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from desktop.ui.words.build import TranslationRefused, program, release  # noqa: E402 - the path stands first
from desktop.ui.words.language import Language  # noqa: E402 - same

CODE = ROOT / "desktop" / "ui"
TRANSLATIONS = ROOT / "resources" / "translations"


def sources(folder: str) -> list[Path]:
    """Return the modules whose words belong into `<folder>.ts`."""
    if folder == "ui":
        return sorted(CODE.glob("*.py"))
    return sorted((CODE / folder).rglob("*.py"))


def texts(module: Path) -> list[tuple[str, str, bool]]:
    """Return (context, source, is it a plural) of each translate call, top to bottom.

    PySide6's own lupdate reads Python by eye: of `translate("C", "%n d", None, n)` it loses the plural, and
    with a call as the number the whole text (6.11.3). So we read the calls, and give it only plain ones.
    Raises SystemExit with the place of a call whose words are not literal.
    """
    found = []
    calls = [
        node for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)
    ]
    for call in sorted(calls, key=lambda call: (call.lineno, call.col_offset)):
        if ast.unparse(call.func) != "QCoreApplication.translate":
            continue
        words = [part.value for part in call.args[:2] if isinstance(part, ast.Constant)]
        if len(words) != 2 or not all(isinstance(word, str) for word in words):  # noqa: PLR2004 - both
            sys.exit(f"{module.relative_to(ROOT)}:{call.lineno}: context and source must be literal")
        plural = len(call.args) > 3 or any(word.arg == "n" for word in call.keywords)  # noqa: PLR2004 - n
        found.append((str(words[0]), str(words[1]), plural))
    return found


def folders() -> list[str]:
    """Return the folders of desktop/ui that hold words to translate."""
    names = [path.name for path in sorted(CODE.iterdir()) if path.is_dir() and path.name != "__pycache__"]
    return [name for name in [*names, "ui"] if any(texts(module) for module in sources(name))]


def update(target: Path, only: list[str]) -> list[Path]:
    """Bring every .ts under `target` up to the code; texts no longer used are dropped. Returns the files."""
    written = []
    with tempfile.TemporaryDirectory() as space:
        for folder in only or folders():
            plain = Path(space) / f"{folder}.py"
            lines = []
            for module in sources(folder):
                for context, source, plural in texts(module):
                    words = [json.dumps(word, ensure_ascii=False) for word in (context, source)]
                    lines.append(
                        f"QCoreApplication.translate({', '.join(words)}{', None, 1' if plural else ''})"
                    )
            plain.write_text("\n".join([*lines, ""]), encoding="utf-8")
            for language in Language:
                file = target / language.value / f"{folder}.ts"
                file.parent.mkdir(parents=True, exist_ok=True)
                command = [program("lupdate"), "-silent", "-locations", "none", "-no-obsolete"]
                command += ["-source-language", "en", "-target-language", language.value, str(plain)]
                if language is Language.ENGLISH:
                    command.append("-pluralonly")
                subprocess.run([*command, "-ts", str(file)], check=True)
                written.append(file)
    return written


def check() -> list[str]:
    """Return what is wrong: refused files, and files that `update` would change."""
    wrong = []
    with tempfile.TemporaryDirectory() as space:
        copy = Path(space)
        for file in sorted(TRANSLATIONS.glob("*/*.ts")):
            (copy / file.parent.name).mkdir(exist_ok=True)
            (copy / file.parent.name / file.name).write_bytes(file.read_bytes())
        for fresh in update(copy, []):
            kept = TRANSLATIONS / fresh.parent.name / fresh.name
            if not kept.exists() or kept.read_bytes() != fresh.read_bytes():
                wrong.append(f"{fresh.parent.name}/{fresh.name}: run `update`, then translate what is new")
    for file in sorted(TRANSLATIONS.glob("*/*.ts")):
        try:
            release(file, strict=True)
        except TranslationRefused as refused:
            wrong.append(f"{refused.file}: {refused.said.strip()}")
    return wrong


def main() -> int:
    """Run one of the three commands; 0 when all is well."""
    command, *rest = sys.argv[1:] or ["check"]
    if command == "update":
        for file in update(TRANSLATIONS, rest):
            print(file.relative_to(ROOT))
    elif command == "release":
        for file in sorted(TRANSLATIONS.glob("*/*.ts")):
            release(file, strict=True)
    elif command == "check":
        wrong = check()
        print("\n".join(wrong) or "translations are complete")
        return 1 if wrong else 0
    else:
        print("usage: python tools/translations.py update [folder ...] | release | check")
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
