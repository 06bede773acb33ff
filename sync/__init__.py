# SPDX-License-Identifier: MIT
"""Both ends of the wire: vocabulary, log, protocol, the laptop's engine and the hub."""
