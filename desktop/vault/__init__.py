# SPDX-License-Identifier: MIT
"""Keys, key file, sealing and throttling: no SQL, no Qt."""
