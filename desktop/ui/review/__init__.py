# SPDX-License-Identifier: MIT
"""The Review page: the queue, what changed, and the supervisor's word on it."""
