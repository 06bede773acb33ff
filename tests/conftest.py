# SPDX-License-Identifier: MIT
"""What every test run shares: the two parts, hypothesis' profiles, Qt without a screen, a run-time folder."""

import os
import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.internal.conjecture import engine
from in_memory import use_memory
from parts import Part, belongs, needs_qt

IS_WORKER = "PYTEST_XDIST_WORKER" in os.environ
if not IS_WORKER:
    use_memory()
    # Qt and platformdirs warn where it is not set, and a warning is a failure here. The folder inside keeps
    # the PostgreSQL wrapper's lock out of the temporary folder, where another user's may be in the way.
    RUNTIME_FOLDER = Path(tempfile.mkdtemp(prefix="kenttakirja-run-"))
    (RUNTIME_FOLDER / "python_PostgresServer").mkdir()
    os.environ["XDG_RUNTIME_DIR"] = str(RUNTIME_FOLDER)
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# Loaded after the lines above: the binaries' wrapper asks for the run-time folder when it is imported.
pytest_plugins = ["postgres", "left_children"]

settings.register_profile(
    "ci",
    max_examples=60,
    deadline=None,
    print_blob=True,
    # Two cores shared with others: slow is not wrong.
    suppress_health_check=[HealthCheck.too_slow],
)
# Else hypothesis shrinks a failure for five minutes, and that is when a test is taken to stand still and is ended
# before it has said what failed. The engine lets its constants be set for this.
engine.MAX_SHRINKING_SECONDS = 60
settings.register_profile("torture", settings.get_profile("ci"), max_examples=5000)


def pytest_addoption(parser: pytest.Parser, pluginmanager: pytest.PytestPluginManager) -> None:
    """Add --part; where pytest-qt is left out, know its settings all the same."""
    parser.addoption("--part", type=Part, default=Part.ALL, choices=list(Part), help="which tests to collect")
    if pluginmanager.is_blocked("pytest-qt"):
        for name in ("qt_api", "qt_log_level_fail", "qt_log_ignore"):
            parser.addini(name, "read by pytest-qt in the window run")


def pytest_configure(config: pytest.Config) -> None:
    """Choose how many examples hypothesis tries, unless the command line says."""
    if not config.getoption("--hypothesis-profile", default=None):
        settings.load_profile("torture" if config.getoption("-m") == "torture" else "ci")


def pytest_unconfigure() -> None:
    """Leave nothing behind."""
    if not IS_WORKER:
        shutil.rmtree(RUNTIME_FOLDER, ignore_errors=True)


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Leave out the other part's files, and the folders that only it can enter, before they are imported."""
    return None if belongs(collection_path, config.getoption("--part")) else True


def pytest_make_parametrize_id(val: object) -> str | None:
    """Name bytes by their length: fresh keys would give each worker other names for the same tests."""
    return f"{len(val)}-bytes" if isinstance(val, bytes) else None


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests of the windows."""
    for item in items:
        if needs_qt(item.path):
            item.add_marker("window")
