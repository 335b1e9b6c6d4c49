"""Where in a file a problem stands."""

import pytest

from bot.catalogue.position import line_of
from tests.catalogue.conftest import FILES

EDITION = FILES["ceremonies/ama/2025.toml"]
LIST = FILES["artists/others.toml"]


@pytest.mark.parametrize(
    ("text", "path", "value", "line"),
    [
        (EDITION, "$.date", None, 2),
        (EDITION, "$.category[0]", None, 5),
        (EDITION, "$.category[0].name", None, 7),
        (EDITION, "$.category[0].nominees", None, 9),
        (EDITION, "$.category[0].nominees[0].artists[0]", None, 10),
        (EDITION, "$.category[0].nominees[1]", None, 12),
        (EDITION, "$.category[0].nominees[2].work", None, 13),
        (EDITION, "$.category[0].nominees[9]", None, 9),
        (EDITION, "$.category[0].sources[1]", None, 18),
        (EDITION, "$.category[0].nominees", "rose", 13),
        (EDITION, "$.category[0].nominees", "nobody", 9),
        (EDITION, "$.category[7].name", None, 1),
        (EDITION, "$.nothing", None, 1),
        (EDITION, "$", None, 1),
        ("", "$.year", None, 1),
        (LIST, "$.artist[0].kind", None, 3),
        (LIST, "$.artist[1]", None, 4),
        ('[[artist]]\nid = "a"\n\n[[artist]]\nid = "b"\nname = 5\n', "$.artist[1].name", None, 6),
        ('"odd-key" = 1\n', "$.odd-key", None, 1),
    ],
)
def test_line_of(text: str, path: str, value: str | None, line: int) -> None:
    assert line_of(text, path, value) == line
