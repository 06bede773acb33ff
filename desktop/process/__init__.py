# SPDX-License-Identifier: MIT
"""The notebook process as a whole, composed of the layers below; no Qt."""
