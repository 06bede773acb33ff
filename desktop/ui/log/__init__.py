# SPDX-License-Identifier: MIT
"""The auditor's page: the access log of every laptop, and whether it is whole."""
