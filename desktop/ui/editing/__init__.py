# SPDX-License-Identifier: MIT
"""The service editor's page: what an import proposes, own services, publishing, and what wants checking."""
