"""The vocabulary of typed times: parts of the day, weekdays, units and numbers, in English and Korean. Pure."""

import re

PARTS = {  # alone, they mean this, in minutes after midnight
    "morning": 9 * 60, "noon": 12 * 60, "midday": 12 * 60, "afternoon": 15 * 60, "evening": 19 * 60,
    "night": 21 * 60, "midnight": 0,
    "새벽": 3 * 60, "아침": 9 * 60, "오전": 9 * 60, "낮": 12 * 60, "정오": 12 * 60, "점심": 12 * 60, "오후": 15 * 60,
    "저녁": 19 * 60, "밤": 21 * 60, "자정": 0,
}  # fmt: skip
_EARLY = ("morning", "오전", "아침", "새벽")
_LATE = ("afternoon", "evening", "오후", "저녁")
_MIDDAY = ("낮", "점심")
_NIGHT = ("night", "밤")
DAYS = {
    "today": 0, "this": 0, "오늘": 0, "금일": 0,
    "tomorrow": 1, "tmr": 1, "내일": 1, "명일": 1,
    "day after tomorrow": 2, "the day after tomorrow": 2, "모레": 2, "내일모레": 2, "글피": 3,
    "yesterday": -1, "어제": -1,
    "next week": 7, "다음 주": 7, "다음주": 7,
}  # fmt: skip
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "monday mon 월요일 월욜", "tuesday tue tues 화요일 화욜", "wednesday wed 수요일 수욜",
            "thursday thu thur thurs 목요일 목욜", "friday fri 금요일 금욜", "saturday sat 토요일 토욜",
            "sunday sun 일요일 일욜",
        )
    )
    for name in names.split()
}  # fmt: skip
WORDS_FIRST = re.compile(r"([a-z]+) (next week|this week)")  # friday next week
UNITS = {
    unit: (kind, size)
    for kind, size, names in (
        ("seconds", 60, "m min mins minute minutes 분"),
        ("seconds", 3_600, "h hr hrs hour hours 시간"),
        ("days", 1, "d day days 일"),
        ("days", 7, "w wk week weeks 주 주일"),
        ("months", 1, "month months 개월 달"),
        ("months", 12, "y yr year years 년"),
    )
    for unit in names.split()
}
_NUMBERS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "ten": 10, "half an": 0.5,
            "half a": 0.5, "반": 0.5}  # fmt: skip
_KOREAN = {"열두": 12, "열한": 11, "한": 1, "두": 2, "세": 3, "네": 4, "다섯": 5, "여섯": 6, "일곱": 7, "여덟": 8,
           "아홉": 9, "열": 10}  # fmt: skip
_SPANS = {"하루": "1일", "이틀": "2일", "사흘": "3일", "나흘": "4일", "열흘": "10일", "일주일": "7일", "보름": "15일"}
_COUNT = rf"(?:\d{{1,6}}(?:\.\d)?|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})"
_UNIT = "|".join(sorted(UNITS, key=len, reverse=True))
_ONE = rf"{_COUNT} ?(?:{_UNIT})(?![a-z])(?: 반| and a half)?"
DURATION_PART = re.compile(rf"(?P<count>{_COUNT}) ?(?P<unit>{_UNIT})(?![a-z])(?P<half> 반| and a half)?")
DURATION = re.compile(
    rf"(?P<before>in |after )?(?P<parts>{_ONE}(?: ?(?:and )?{_ONE}){{0,5}})"
    r"(?P<after> ?(?:from now|later|뒤|후|있다가|이따가|지나서))?"
)
_PART = "오전|오후|아침|점심|저녁|새벽|정오|자정"
_SPACED = re.compile(rf"({_PART}|내일모레|내일|오늘|모레|글피|[월화수목금토일]요일)(?=\S)")
_BEFORE_PART = re.compile(rf"(?<=\S)({_PART})")
_GLUED = re.compile(rf"({'|'.join(_KOREAN)}) ?(시간|시|달)(?![가-힣]*월)")
_HALF_KOREAN = re.compile(r"(시간?)반(?=\s|$)")
_MINUTES_KOREAN = re.compile(r"시(?=\d{1,2}분)")


def tidy(text: str) -> str:
    """What was typed, in small letters, with single spaces, Korean numbers as digits, and what says nothing gone."""
    said = " ".join(text.casefold().replace(",", " ").replace("’", "'").split()).strip(" .!?")
    said = said.replace("tonight", "today night").replace("오늘밤", "오늘 밤")
    said = re.sub(r"(\d{4}-\d{2}-\d{2})t(\d)", r"\1 \2", said)
    for span, digits in _SPANS.items():
        said = said.replace(span, digits)
    said = _GLUED.sub(lambda match: f"{_KOREAN[match[1]]}{match[2]}", said)
    said = _SPACED.sub(r"\1 ", _BEFORE_PART.sub(r" \1", said))
    said = _MINUTES_KOREAN.sub("시 ", _HALF_KOREAN.sub(r"\1 반", said))
    words = (word.removesuffix("에") if len(word) > 1 else word for word in said.split())
    return " ".join(word for word in words if word)


def counted(text: str) -> float:
    """A number in digits or in words."""
    return _NUMBERS[text] if text in _NUMBERS else float(text)


def hours_of(hour: int, half_day: str | None, part: str | None, *, twelve: bool) -> list[int]:
    """The hours that are meant, 24 and more for those after midnight of a night; none for what is no hour.

    `half_day` is a or p, `part` a part of the day. Without either, an hour up to 12 comes twice a day if `twelve`.
    """
    if hour > 24 or (part is not None and part not in PARTS) or (half_day and not 1 <= hour <= 12):
        return []
    if half_day:
        return [hour % 12 + (12 if half_day == "p" else 0)]
    if part is None:
        return [hour % 12, hour % 12 + 12] if twelve and 1 <= hour <= 12 else [hour]
    if hour > 12:
        return [hour]
    if part in _EARLY:
        return [hour % 12 if hour == 12 and part != "아침" else hour]
    if part in _LATE or (part in _MIDDAY and hour < 6):
        return [hour % 12 + 12]
    if part in _NIGHT:
        return [24 if hour == 12 else hour + 24 if hour < 5 else hour + 12]
    return [hour] if part in _MIDDAY else []
