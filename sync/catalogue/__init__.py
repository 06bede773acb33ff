# SPDX-License-Identifier: MIT
"""The city's services: one neutral model, and what turns other directories' files into it."""
