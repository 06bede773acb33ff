# SPDX-License-Identifier: MIT
"""Versions, messages, errors and the Hub interface that both ends share."""
