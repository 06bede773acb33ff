# SPDX-License-Identifier: MIT
"""The pin of a TLS certificate: the hash of its public key, which outlives the certificate's renewals."""

import hashlib
from typing import Final

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

PIN_BYTES: Final = 32


def certificate_pin(der: bytes) -> bytes:
    """Return the pin of a certificate: SHA-256 of its public key (RFC 7469 §2.4); raises ValueError when it is none."""
    key = x509.load_der_x509_certificate(der).public_key()
    return hashlib.sha256(key.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)).digest()


def pin_of_pem(pem: bytes) -> bytes:
    """Return the pin of the first certificate of a PEM file; raises ValueError when there is none."""
    return certificate_pin(x509.load_pem_x509_certificate(pem).public_bytes(Encoding.DER))
