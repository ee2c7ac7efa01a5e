"""Copies the few files we take from npm packages, and proves that nobody changed them since.

python tools/vendor.py            fetch the packages with npm and copy the files
python tools/vendor.py --check    compare the copies with vendor.json; needs no network
"""

import argparse
import hashlib
import json
import re
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MANIFEST = ROOT / "tools" / "vendor.json"
SOURCE_MAP = re.compile(rb"\s*/\*# sourceMappingURL=[^*]*\*/\s*$|\s*//# sourceMappingURL=\S*\s*$")


def check() -> list[str]:
    """Says, a sentence each, which copies are missing or differ from the manifest."""
    problems = []
    for package in json.loads(MANIFEST.read_text()):
        for path, digest in package["sha256"].items():
            file = ROOT / path
            if not file.exists():
                problems.append(f"{path} is missing.")
            elif hashlib.sha256(file.read_bytes()).hexdigest() != digest:
                problems.append(f"{path} is not the file that was vendored.")
    return problems


def fetch() -> None:
    """Copies every listed file anew and writes its hash into the manifest."""
    packages = json.loads(MANIFEST.read_text())
    for package in packages:
        folder = Path(package["folder"]) / f"{package['name']}-{package['version']}"
        package["sha256"] = dict(copy_files(package, folder))
    MANIFEST.write_text(json.dumps(packages, indent=2) + "\n")


def copy_files(package, folder):
    """Yields path and hash of each copied file, without its source map comment.

    A manifest storage refuses a stylesheet whose map is not served beside it.
    """
    (ROOT / folder).mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary:
        wanted = f"{package['name']}@{package['version']}"
        command = ["npm", "pack", "--silent", "--pack-destination", temporary, wanted]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        with tarfile.open(next(Path(temporary).glob("*.tgz"))) as archive:
            for name in package["files"]:
                content = SOURCE_MAP.sub(b"\n", archive.extractfile(f"package/{name}").read())
                path = folder / Path(name).name
                (ROOT / path).write_bytes(content)
                yield path.as_posix(), hashlib.sha256(content).hexdigest()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", help="compare only, without network")
    if not parser.parse_args().check:
        fetch()
    problems = check()
    print("\n".join(problems) or "All vendored files are as they were taken.")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
