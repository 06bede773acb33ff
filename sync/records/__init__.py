# SPDX-License-Identifier: MIT
"""The vocabulary: kinds, fields, codes, ids and sensitivity; imports nothing of ours."""
