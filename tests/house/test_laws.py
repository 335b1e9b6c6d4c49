"""The laws of section 3 of the design that import-linter cannot see, kept by reading the code itself."""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CEILING = 400
MODULES = sorted([*ROOT.glob("bot/**/*.py"), *ROOT.glob("cogs/**/*.py")])
NAMES = [module.relative_to(ROOT).as_posix() for module in MODULES]

MAY_IMPORT = {
    "discord": ("bot/client.py", "bot/tree.py", "bot/lifecycle.py", "bot/ui/", "bot/playground/", "cogs/"),
    "sqlalchemy": ("bot/storage/",),
    "aiosqlite": ("bot/storage/",),
    "alembic": ("bot/storage/",),
    "apscheduler": ("bot/services/bell.py",),
    "typer": ("bot/commandline.py",),
    "rich": ("bot/commandline.py",),
    "simcord": ("bot/playground/_simcord",),
    "dotenv": ("bot/settings.py",),
}
LATE = {
    "alembic": "costs 34 MiB",
    "apscheduler": "costs 30 ms",
    "simcord": "is only for the playground",
    "PIL": "is only for cards",
}


def imports(module: Path, *, top_only: bool = False) -> Iterator[str]:
    """The packages a module imports, those for type checking too."""
    tree = ast.parse(module.read_text(encoding="utf-8"))
    nodes = tree.body if top_only else ast.walk(tree)
    for node in nodes:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            yield node.module


@pytest.mark.parametrize("module", MODULES, ids=NAMES)
def test_every_library_has_its_room(module: Path) -> None:
    name = module.relative_to(ROOT).as_posix()
    for imported in imports(module):
        rooms = MAY_IMPORT.get(imported.partition(".")[0])
        assert rooms is None or name.startswith(rooms), f"{name} imports {imported}, which belongs to {rooms}"


@pytest.mark.parametrize("module", MODULES, ids=NAMES)
def test_heavy_libraries_are_imported_where_they_are_used(module: Path) -> None:
    name = module.relative_to(ROOT).as_posix()
    if name.startswith(("bot/storage/migrations/", "bot/playground/_simcord")):
        return  # these are imported late themselves
    for imported in imports(module, top_only=True):
        package = imported.partition(".")[0]
        assert package not in LATE, f"{name} imports {package} at its top, which {LATE[package]}"


@pytest.mark.parametrize("module", MODULES, ids=NAMES)
def test_now_comes_from_a_clock_and_settings_from_one_place(module: Path) -> None:
    name = module.relative_to(ROOT).as_posix()
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Attribute):
            continue
        if node.attr in ("environ", "getenv"):
            assert name == "bot/settings.py", f"{name}:{node.lineno} reads the environment"
        said = ast.unparse(node)
        if re.search(r"(datetime\.now|datetime\.utcnow|datetime\.today|date\.today|\btime\.time|utils\.utcnow)$", said):
            assert name == "bot/clock.py", f"{name}:{node.lineno} says {said}"


@pytest.mark.parametrize("module", MODULES, ids=NAMES)
def test_modules_are_small_and_say_what_they_are_for(module: Path) -> None:
    text = module.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= CEILING, "two rooms are easier to live in"
    docstring = ast.get_docstring(ast.parse(text))
    assert docstring, "opens with no docstring"
    assert not re.search(r"(utils?|helpers?|common|manager)(\.py)?$", module.stem), "a name that says nothing"


@pytest.mark.parametrize("module", [m for m in MODULES if ROOT / "cogs" in m.parents], ids=lambda m: m.stem)
def test_cogs_stay_thin(module: Path) -> None:
    """A command body reads its options, calls a service, renders, replies: about 20 lines."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.AsyncFunctionDef):
            body = (node.end_lineno or 0) - node.body[0].lineno + 1
            assert body <= 20, f"{module.name}:{node.lineno} {node.name} has {body} lines"
        if isinstance(node, ast.Attribute):
            assert node.attr not in ("get_cog", "database"), f"{module.name}:{node.lineno} reaches for {node.attr}"


def test_no_global_state() -> None:
    for module in MODULES:
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            assert not isinstance(node, ast.Global), f"{module}:{node.lineno} keeps state in a module"


def test_the_contract_of_the_cogs_names_them_all() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = project["tool"]["importlinter"]["contracts"]
    named = next(c["modules"] for c in contracts if c["name"] == "No cog imports a cog")
    found = [*(ROOT / "cogs").glob("*.py"), *(package.parent for package in (ROOT / "cogs").glob("*/__init__.py"))]
    cogs = sorted(f"cogs.{path.stem}" for path in found if path.stem != "__init__")
    assert sorted(named) == cogs


def test_the_top_level_holds_only_what_the_design_allows() -> None:
    allowed = {
        "pyproject.toml", "README.md", "bot", "cogs", "data", "tests", ".env.example", "Makefile", "LICENSE",
        "CHANGELOG.md", "CONTRIBUTING.md", "Dockerfile", "compose.yaml", ".ci", ".gitignore", "constraints.txt",
        ".dockerignore", "docs",
    }  # fmt: skip
    made = {".git", ".venv", "state", ".env", ".hypothesis", "build", "dist"}
    found = {path.name for path in ROOT.iterdir()}
    strange = {n for n in found - allowed - made if not n.endswith(("_cache", ".egg-info", "__pycache__"))}
    assert not strange


def test_constraints_pin_every_direct_dependency_and_carry_no_address() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [*project["dependencies"], *(d for group in project["optional-dependencies"].values() for d in group)]
    names = {re.split(r"[\[<>=~! ]", line)[0].lower().replace("_", "-").replace(".", "-") for line in wanted}
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pins = {line.split("==")[0].lower().replace("_", "-").replace(".", "-") for line in lines if "==" in line}
    assert names <= pins, f"not pinned: {sorted(names - pins)}"
    assert not [line for line in lines if "://" in line or line.startswith("-")]


def test_every_setting_is_explained() -> None:
    from bot.settings import Settings

    example = (ROOT / ".env.example").read_text(encoding="utf-8")
    for name in Settings.__struct_fields__:
        assert re.search(rf"^{name.upper()}=", example, re.MULTILINE), f".env.example lacks {name.upper()}"
