# SPDX-License-Identifier: MIT
"""Opening a notebook: who, passphrase, and what is known of this laptop before anybody came in."""
