# SPDX-License-Identifier: MIT
"""Makes `.venv` from requirements.lock and does nothing when it is already right.

uv is much faster than pip (measured on two cores, cold caches: 5 s with fetching uv itself, pip 24 s), so the
locked uv is installed first. uv does not read pip's configuration, so where it cannot reach a registry pip
takes over: a machine whose pip works is enough.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "requirements.lock"
FOLDER = ROOT / ".venv"
BIN = FOLDER / ("Scripts" if sys.platform == "win32" else "bin")
SUFFIX = ".exe" if sys.platform == "win32" else ""
PYTHON = BIN / f"python{SUFFIX}"
STAMP = FOLDER / "lock.sha256"

LOCK_COMMAND = [
    "pip", "compile", "pyproject.toml", "--extra", "hub", "--group", "dev", "--universal",
    "--generate-hashes", "--no-header", "--no-annotate", "-o", "requirements.lock",
]  # fmt: skip


class EnvironmentFailedError(Exception):
    """The environment could not be made; the text is for the person."""


def program(name: str) -> str:
    """The path of a program inside the environment."""
    return str(BIN / f"{name}{SUFFIX}")


def ensure_environment() -> None:
    """Make or renew the environment when the lock or pyproject.toml changed since it was stamped."""
    wanted = hashlib.sha256(LOCK.read_bytes() + (ROOT / "pyproject.toml").read_bytes()).hexdigest()
    if not (PYTHON.exists() and STAMP.exists() and STAMP.read_text(encoding="ascii") == wanted):
        if not PYTHON.exists():
            venv.create(FOLDER, clear=True, symlinks=sys.platform != "win32", with_pip=True)
        STAMP.unlink(missing_ok=True)
        _install_lock()
        _install_project()
        STAMP.write_text(wanted, encoding="ascii")
    _build_translations()


def remake_lock() -> int:
    """Resolve pyproject.toml anew into requirements.lock (hashes of every platform, no address)."""
    return subprocess.run([program("uv"), *LOCK_COMMAND], cwd=ROOT, check=False).returncode


def pinned(name: str, lock: str) -> str:
    """The lines of one package in a lock: its `name==version` and its hashes."""
    lines = lock.splitlines()
    start = next(number for number, line in enumerate(lines) if line.startswith(f"{name}=="))
    end = start + 1
    while end < len(lines) and lines[end].startswith(" "):
        end += 1
    return "\n".join(lines[start:end]) + "\n"


def _install_lock() -> None:
    print("Installing the locked dependencies into .venv ...", flush=True)
    uv = shutil.which("uv") or _install_uv()
    if uv is not None:
        sync = [uv, "pip", "sync", "--quiet", "--python", str(PYTHON), "--require-hashes", str(LOCK)]
        if subprocess.run(sync, cwd=ROOT, env=uv_settings(), check=False).returncode == 0:
            return
        print("uv could not install them; trying with pip.", flush=True)
    if _pip("install", "--require-hashes", "-r", str(LOCK)) != 0:
        message = "The locked dependencies could not be installed. Is there a network, and does pip reach it?"
        raise EnvironmentFailedError(message)


def _install_uv() -> str | None:
    """Put the locked uv into the environment; None where there is no wheel for this machine."""
    only_uv = FOLDER / "uv.lock.txt"
    only_uv.write_text(pinned("uv", LOCK.read_text(encoding="utf-8")), encoding="utf-8")
    done = _pip("install", "--only-binary", ":all:", "--require-hashes", "-r", str(only_uv)) == 0
    only_uv.unlink()
    return program("uv") if done else None


def _install_project() -> None:
    """Editable and without dependencies or a build environment: setuptools is in the lock."""
    command = _pip_command("install", "--no-deps", "--no-build-isolation", "--editable", str(ROOT))
    done = subprocess.run(
        command, cwd=ROOT, check=False, capture_output=True, encoding="utf-8", errors="replace"
    )
    if done.returncode != 0:
        message = f"The project itself could not be installed into .venv:\n{done.stdout}{done.stderr}"
        raise EnvironmentFailedError(message)


def _build_translations() -> None:
    """Build the .qm files; the script is fast and does nothing when they are newer than their sources."""
    script = ROOT / "tools" / "translations.py"
    if script.exists() and subprocess.run([PYTHON, script, "release"], cwd=ROOT, check=False).returncode != 0:
        message = "The translations could not be built."
        raise EnvironmentFailedError(message)


def _pip(*arguments: str) -> int:
    return subprocess.run(_pip_command(*arguments), cwd=ROOT, check=False).returncode


def _pip_command(*arguments: str) -> list[str]:
    return [str(PYTHON), "-m", "pip", "--disable-pip-version-check", "--quiet", *arguments]


def uv_settings() -> dict[str, str]:
    """The environment that uv is started with."""
    # The machine's own certificates: a city's network may have its own authority, which uv does not know of.
    return {"UV_SYSTEM_CERTS": "true", "UV_PYTHON_DOWNLOADS": "never"} | os.environ
