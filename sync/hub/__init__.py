# SPDX-License-Identifier: MIT
"""The central case system: routes, service, access, audit and stores."""
