# SPDX-License-Identifier: MIT
"""The page of services: search and filters, everything about a service, and the paper for the client."""
