# SPDX-License-Identifier: MIT
"""The first steps of a person on this laptop: language, invitation, passphrase, joining."""
