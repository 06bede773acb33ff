# SPDX-License-Identifier: MIT
"""The laptop's engine: push, pull and check over a Hub and a Journal."""
