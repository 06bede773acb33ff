# SPDX-License-Identifier: MIT
"""The paper that a client takes along: services in the client's language, as an accessible PDF and a QR code."""
