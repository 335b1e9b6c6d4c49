"""What people call their time zone beside the names that the zones have: where fans live, in both languages."""

from collections.abc import Mapping

# Shown first, in this order, when nothing was typed and among those that fit equally well.
FIRST = (
    "Asia/Seoul", "Asia/Tokyo", "America/New_York", "America/Los_Angeles", "Europe/London", "UTC", "Asia/Manila",
    "Asia/Jakarta", "Asia/Bangkok", "Asia/Kolkata", "Asia/Shanghai", "Asia/Taipei", "Asia/Singapore",
    "America/Sao_Paulo", "America/Mexico_City", "America/Chicago", "America/Denver", "America/Toronto", "Europe/Paris",
    "Europe/Berlin", "Europe/Madrid", "Australia/Sydney", "Asia/Ho_Chi_Minh", "Asia/Kuala_Lumpur",
    "America/Argentina/Buenos_Aires", "America/Vancouver", "Europe/Moscow", "Asia/Almaty",
)  # fmt: skip

# Countries of several zones in one of which nearly everybody lives (after CLDR's primaryZones).
PRIMARY = {
    "CL": "America/Santiago", "CN": "Asia/Shanghai", "DE": "Europe/Berlin", "EC": "America/Guayaquil",
    "ES": "Europe/Madrid", "MY": "Asia/Kuala_Lumpur", "NZ": "Pacific/Auckland", "PT": "Europe/Lisbon",
    "UA": "Europe/Kyiv", "UZ": "Asia/Tashkent",
}  # fmt: skip

# What an abbreviation, a country's short name or a city without a zone of its own means. One may mean several.
ALSO: Mapping[str, tuple[str, ...]] = {
    "Asia/Seoul": ("KST", "Korea", "한국", "Busan", "부산", "Incheon", "인천", "Daegu", "대구", "Jeju", "제주"),
    "Asia/Tokyo": ("JST", "Osaka", "오사카", "Kyoto", "교토", "Nagoya", "나고야", "Fukuoka", "후쿠오카"),
    "Asia/Shanghai": ("CST", "Beijing", "베이징", "북경", "Guangzhou", "광저우", "Shenzhen", "선전"),
    "Asia/Taipei": ("Taipei", "대만"),
    "Asia/Hong_Kong": ("HKT",),
    "Asia/Manila": ("PHT", "Cebu", "세부", "Quezon City"),
    "Asia/Jakarta": ("WIB", "Indonesia", "인도네시아", "Bandung", "반둥", "Surabaya", "수라바야"),
    "Asia/Bangkok": ("ICT", "Chiang Mai", "치앙마이"),
    "Asia/Ho_Chi_Minh": ("Hanoi", "하노이", "Saigon", "사이공", "호치민", "Da Nang", "다낭"),
    "Asia/Singapore": ("SGT",),
    "Asia/Kolkata": ("IST", "Delhi", "New Delhi", "뉴델리", "델리", "Mumbai", "뭄바이", "Bangalore", "Chennai"),
    "Asia/Yangon": ("랑군",),
    "Australia/Sydney": ("AEST", "AEDT", "호주", "Canberra", "캔버라"),
    "Europe/London": ("BST", "GMT", "UK", "England", "Britain", "잉글랜드", "Manchester", "맨체스터", "Scotland"),
    "Europe/Paris": ("CET", "CEST", "Lyon", "리옹"),
    "Europe/Berlin": ("CET", "CEST", "Munich", "뮌헨", "Frankfurt", "프랑크푸르트", "Hamburg", "함부르크"),
    "Europe/Madrid": ("CET", "CEST", "Barcelona", "바르셀로나"),
    "Europe/Rome": ("Milan", "밀라노"),
    "Europe/Kyiv": ("키예프",),
    "Europe/Dublin": ("IST",),
    "Asia/Jerusalem": ("IST",),
    "America/New_York": (
        *("ET", "EST", "EDT", "USA", "US", "Washington", "워싱턴", "Boston", "보스턴", "Miami", "마이애미", "Atlanta"),
        *("애틀랜타", "Philadelphia", "필라델피아", "Newark", "뉴어크", "Orlando", "올랜도"),
    ),
    "America/Chicago": ("CT", "CST", "CDT", "USA", "US", "Texas", "텍사스", "Dallas", "댈러스", "Houston", "휴스턴"),
    "America/Denver": ("MT", "MST", "MDT", "USA", "US", "Salt Lake City"),
    "America/Los_Angeles": (
        *("PT", "PST", "PDT", "USA", "US", "LA", "엘에이", "California", "캘리포니아", "San Francisco", "샌프란시스코"),
        *("Seattle", "시애틀", "Las Vegas", "라스베이거스", "San Diego", "샌디에이고"),
    ),
    "America/Toronto": ("Montreal", "몬트리올", "Ottawa", "오타와"),
    "America/Sao_Paulo": ("BRT", "Rio de Janeiro", "리우데자네이루", "Brasilia", "브라질리아"),
    "America/Mexico_City": ("Guadalajara", "과달라하라"),
    "UTC": ("GMT", "Etc/UTC", "Universal", "협정세계시"),
}  # fmt: skip

# Abbreviations that the zones know as one of their own, though most people mean ALSO's.
AMBIGUOUS = ("EST", "MST")
