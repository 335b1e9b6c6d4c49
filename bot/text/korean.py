"""Korean particles: which of 은/는, 이/가, 을/를, 과/와, 으로/로 follows a word, by the sound it ends in."""

# How Koreans read the last letter or digit of a foreign name aloud: does it end in a consonant?
_CLOSED_LETTERS = frozenset("lmnr")
_CLOSED_DIGITS = frozenset("0136780")  # 영 일 삼 육 칠 팔
_RIEUL = frozenset("lr178")  # 엘 알 일 칠 팔: closed by ㄹ, which takes 로 all the same
_HANGUL_FIRST, _HANGUL_LAST, _FINALS, _FINAL_RIEUL = "가", "힣", 28, 8


def with_particle(word: str, pair: str) -> str:
    """`word` followed by the fitting half of `pair`, such as "은/는" (after a consonant / after a vowel).

    Latin names are judged by the name of their last letter, as an acronym is read (RM은, BTS는). Where the ending
    cannot be told, both are written: "은(는)". Raises ValueError when `pair` has no slash.
    """
    closed, slash, open_ = pair.partition("/")
    if not slash:
        raise ValueError(f"{pair!r} is no pair of particles; write 은/는")
    last = next((char for char in reversed(word.casefold()) if char.isalnum()), "")
    if _HANGUL_FIRST <= last <= _HANGUL_LAST:
        final = (ord(last) - ord(_HANGUL_FIRST)) % _FINALS
        takes_closed, rieul = final != 0, final == _FINAL_RIEUL
    elif last.isascii() and last.isalnum():
        takes_closed, rieul = last in _CLOSED_LETTERS | _CLOSED_DIGITS, last in _RIEUL
    else:
        return f"{word}{closed}({open_})"
    if rieul and closed == "으로":
        takes_closed = False
    return f"{word}{closed if takes_closed else open_}"
