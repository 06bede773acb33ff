# SPDX-License-Identifier: MIT
"""The window's languages: translations switched at run time, dates written as people write them."""
