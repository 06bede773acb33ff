# SPDX-License-Identifier: MIT
"""The pages' makers: each page's modules are loaded when it is first wanted, so the unlock page stands sooner."""
