# SPDX-License-Identifier: MIT
"""The demo: a made-up city with its own hub on loopback, and the story that drives the real windows."""
