# SPDX-License-Identifier: MIT
"""Stands before the real PySide6 on PYTHONPATH in the Qt-less run, for the tests' child processes too."""

raise ModuleNotFoundError("PySide6 is not importable in this run: what is tested here must do without Qt")
