# SPDX-License-Identifier: MIT
"""Referring: to which services, how, what they are told, and the client's consent where data leaves."""
