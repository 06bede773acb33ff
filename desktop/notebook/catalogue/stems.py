# SPDX-License-Identifier: MIT
"""What different forms of a word share: a light cut of endings, without a dictionary.

Finnish morphology done right needs a dictionary under the GPL, and the free stemmers cut *asiakas* and
*asiakkaan* apart (ecosystem.md, finding 4). Both the typed and the stored word are cut in every way that an
ending allows, and meet if they share one result. That finds too much rather than too little, which is why
such a meeting counts less than the word itself.
"""

from functools import lru_cache
from typing import Final

_VOWELS: Final = "aeiouy"
_SHORTEST: Final = 3
_SHORTEST_OF_LONG: Final = 4
_LONG: Final = 6
"""Letters from which a word keeps four."""
_MOST_CUT: Final = 6
"""Letters: a longer ending is another word."""
_ENDINGS: Final = (
    # Finnish cases, folded (ssä is ssa); vowels before them fall with the vowels
    *("n", "t", "ssa", "sta", "lla", "lta", "lle", "ksi", "na", "ta", "tta", "den", "ten", "jen", "ja"),
    *("seen", "siin", "hin", "han", "hon", "hun", "nen", "sen", "set", "sia", "sta", "s", "ksen", "kset"),
    *("ksia", "ksessa", "kseen", "ksesta", "den", "tena", "teen", "tteen", "tta", "uden", "uutta", "uuteen"),
    *("nsa", "ni", "kin"),
    # Swedish and English
    *("ar", "er", "or", "en", "et", "arna", "erna", "orna", "es", "ing", "ed"),
    # Russian and Ukrainian in Latin letters
    *("ov", "am", "ami", "om", "oy", "yy", "ogo", "kh", "akh", "iv"),
)
_GRADES: Final = {
    "kk": "k",
    "pp": "p",
    "tt": "t",
    "ss": "s",
    "bb": "b",
    "nt": "n",
    "nn": "n",
    "lt": "l",
    "ll": "l",
    "rt": "r",
    "rr": "r",
    "mp": "m",
    "mm": "m",
    "nk": "n",
    "ng": "n",
    "lk": "l",
    "rk": "r",
    "hk": "h",
    "ht": "h",
    "hd": "h",
}
"""Consonant gradation at the end of a cut word: asunto, asunnon; kortti, kortin; velka, velan."""


@lru_cache(maxsize=4_096)
def stems(word: str) -> frozenset[str]:
    """Return what a folded word may be cut to, itself without its last vowels included.

    None for a word of three letters or fewer, which is only met as it is or as a beginning.
    """
    if len(word) < _SHORTEST or word.isdigit():
        return frozenset()
    shortest = _SHORTEST if len(word) < _LONG else _SHORTEST_OF_LONG
    found: set[str] = set()
    for ending in ("", *_ENDINGS):
        if not word.endswith(ending):
            continue
        cut = word[: len(word) - len(ending)]
        if len(cut) < _SHORTEST:
            continue
        bare = _without_vowels(cut)
        for one in (bare, _graded(bare)):
            if len(one) >= shortest and len(word) - len(one) <= _MOST_CUT:
                found.add(one)
    return frozenset(found)


def _without_vowels(word: str) -> str:
    bare = word.rstrip(_VOWELS)
    return bare if len(bare) >= _SHORTEST else word[:_SHORTEST]


def _graded(word: str) -> str:
    tail = word[-2:]
    if tail in _GRADES:
        return word[:-2] + _GRADES[tail]
    if tail[-1:] == "d":
        return word[:-1] + "t"
    if tail[-1:] == "k" and tail[:1] in _VOWELS:  # työnhaku, työnhaun
        return _without_vowels(word[:-1])
    return word
