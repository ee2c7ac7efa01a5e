"""Makes the fonts of reports/fonts/ anew from npm packages of Noto (OFL), static and small.

    uv run --with fonttools --with brotli tools/typefaces.py

Large scripts come whole from one file of their package; what Chinese characters remain, from the
package's many small files, merged into one. Layout tables stay where a script needs them to join
its letters. reports/fonts/README.md says what is taken and why.
"""

import hashlib
import subprocess
import tarfile
import tempfile
from pathlib import Path

import fontpkg
from fontTools import merge, subset
from fontTools.ttLib import TTFont

ROOT = Path(__file__).resolve().parent.parent
FONTS = ROOT / "reports" / "fonts"
VERSION = "5.3.0"

CJK = {
    "sc": ("chinese-simplified", "Noto Sans SC"),
    "tc": ("chinese-traditional", "Noto Sans TC"),
    "jp": ("japanese", "Noto Sans JP"),
    "kr": ("korean", "Noto Sans KR"),
}
REST_OF_CJK = "Noto Sans CJK Rest"
FROM_PACKAGES = ("Noto Sans", "Noto Sans Arabic", "Noto Sans Devanagari")
JOINED = [
    "armenian",
    "bengali",
    "canadian-aboriginal",
    "ethiopic",
    "georgian",
    "gujarati",
    "gurmukhi",
    "hebrew",
    "kannada",
    "khmer",
    "lao",
    "malayalam",
    "myanmar",
    "sinhala",
    "tamil",
    "telugu",
    "thai",
]

LATIN_END = 0x2E80  # below it stands what Noto Sans draws better
HAN = range(0x4E00, 0xA000)
HANGUL = range(0xAC00, 0xD7A4)
LAYOUT = ["GPOS", "GSUB", "GDEF", "BASE", "STAT", "VORG", "vhea", "vmtx"]


def main():
    with tempfile.TemporaryDirectory() as temporary:
        packages = Path(temporary)
        FONTS.mkdir(exist_ok=True)
        covered = set()
        for code, (script, family) in CJK.items():
            files = unpack(f"noto-sans-{code}", packages)
            source = files / f"noto-sans-{code}-{script}-400-normal.woff"
            covered |= shrink(source, family, wanted)
        rest_of_cjk(packages, covered)
        for script in JOINED:
            files = unpack(f"noto-sans-{script}", packages)
            font = TTFont(files / f"noto-sans-{script}-{script}-400-normal.woff2")
            save(font, f"Noto Sans {script.replace('-', ' ').title()}")
    (FONTS / "coverage.txt").write_text(coverage())
    hashes = [
        f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.name}\n"
        for file in sorted(FONTS.glob("*.ttf"))
    ]
    (FONTS / "SHA256SUMS").write_text("".join(hashes))


def coverage() -> str:
    """The characters that some font has, as ranges in hexadecimal, a line each."""
    fonts = [*FONTS.glob("*.ttf"), *(fontpkg.path(family) for family in FROM_PACKAGES)]
    characters = sorted(set().union(*(TTFont(font).getBestCmap() for font in fonts)))
    ranges = []
    for character in characters:
        if ranges and character == ranges[-1][1] + 1:
            ranges[-1][1] = character
        else:
            ranges.append([character, character])
    return "".join(f"{first:X}-{last:X}\n" for first, last in ranges)


def unpack(name, packages):
    command = ["npm", "pack", "--silent", "--pack-destination", packages]
    package = f"@fontsource/{name}@{VERSION}"
    subprocess.run([*command, package], check=True, stdout=subprocess.DEVNULL)
    with tarfile.open(packages / f"fontsource-{name}-{VERSION}.tgz") as archive:
        archive.extractall(packages / name, filter="data")
    return packages / name / "package" / "files"


def wanted(character: int) -> bool:
    """Of the 11,172 Hangul syllables those of KS X 1001, which are the ones in use."""
    if character in HANGUL:
        return is_in_use(chr(character))
    return character >= LATIN_END


def is_in_use(syllable: str) -> bool:
    try:
        return len(syllable.encode("euc_kr")) == 2
    except UnicodeEncodeError:
        return False


def shrink(source, family, keep) -> set[int]:
    font = TTFont(source)
    characters = {character for character in font.getBestCmap() if keep(character)}
    without_layout(font, characters)
    save(font, family)
    return characters


def without_layout(font, characters):
    options = subset.Options(layout_features=[], hinting=False)
    options.drop_tables += LAYOUT
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=characters)
    cutter.subset(font)


def rest_of_cjk(packages, covered):
    """Chinese characters that stand in none of the four, each from the first package with it."""
    parts = []
    for code in CJK:
        files = packages / f"noto-sans-{code}" / "package" / "files"
        for source in sorted(files.glob("*-400-normal.woff2")):
            font = TTFont(source)
            rest = {char for char in font.getBestCmap() if char in HAN} - covered
            if rest:
                covered |= rest
                without_layout(font, rest)
                font.flavor = None
                parts.append(packages / f"rest-{len(parts)}.ttf")
                font.save(parts[-1])
    save(merge.Merger().merge([str(part) for part in parts]), REST_OF_CJK)


def save(font, family):
    """Writes a plain TTF under its own family name; the packages call theirs “Thin”."""
    font.flavor = None
    font["OS/2"].usWeightClass = 400
    names = {1: family, 2: "Regular", 4: family, 6: family.replace(" ", "") + "-Regular"}
    for number in (1, 2, 4, 6, 16, 17, 21, 22, 25):
        font["name"].removeNames(nameID=number)
    for number, name in names.items():
        font["name"].setName(name, number, 3, 1, 0x409)
    font.save(FONTS / f"{family.replace(' ', '')}.ttf")


if __name__ == "__main__":
    main()
