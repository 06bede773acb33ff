# SPDX-License-Identifier: MIT
"""What a worker or supervisor does: use cases, asks and answers as values."""
