# SPDX-License-Identifier: MIT
"""The Settings page: language, look, lock, passphrase, keys and what this program is."""
