"""Hooks of MkDocs: pages that lie outside docs/, and links that lead out of it."""

import os
import re
from pathlib import Path

from mkdocs.structure.files import File

ROOT = Path(__file__).resolve().parents[3]
DOCS = ROOT / "docs"
# Read on a forge where they are; here they are pages like the others.
BROUGHT = {"index.md": "README.md", "architecture.md": "ARCHITECTURE.md", "changelog.md": "CHANGELOG.md"}
LINK = re.compile(r"(?<!!)\[((?:[^\[\]]|\[[^\]]*\])+)\]\(([^)\s]+)\)")
PICTURE = re.compile(r"!\[([^\]]*)\]\(([^)\s]+)\)")
FENCE = re.compile(r"^ *```.*?^ *```$", re.M | re.S)


def on_files(files, config):
    for page, source in BROUGHT.items():
        text = (ROOT / source).read_text(encoding="utf-8")
        files.append(File.generated(config, page, content=text))
    return files


def on_page_markdown(markdown, page, config, files):
    name = page.file.src_uri
    source = ROOT / BROUGHT[name] if name in BROUGHT else DOCS / name
    home = config.repo_url.rstrip("/") if config.repo_url else ""

    def target(link):
        """Where a link leads from this page; None is nowhere."""
        path, _, anchor = link.partition("#")
        if not path or re.match(r"[a-z]+:", path):
            return link
        file = Path(os.path.normpath(source.parent / path))
        inside = next((DOCS / page for page, brought in BROUGHT.items() if ROOT / brought == file), file)
        if file.is_dir() and (file / "README.md").is_file() and DOCS in file.parents:
            inside = file / "README.md"
        if (DOCS in inside.parents) and not inside.is_dir():
            here = os.path.relpath(inside, (DOCS / name).parent)
            return here + ("#" + anchor if anchor else "")
        if not file.exists():
            return link  # MkDocs says so
        kind = "tree" if file.is_dir() else "blob"
        return f"{home}/{kind}/HEAD/{file.relative_to(ROOT)}" if home else None

    def link(match):
        to = target(match[2])
        return f"[{match[1]}]({to})" if to else match[1]

    def outside_fences(text, change):
        parts, at = [], 0
        for fence in FENCE.finditer(text):
            parts += [change(text[at:fence.start()]), fence[0]]
            at = fence.end()
        return "".join(parts) + change(text[at:])

    return outside_fences(
        markdown,
        lambda text: PICTURE.sub(lambda m: f"![{m[1]}]({target(m[2])})", LINK.sub(link, text)),
    )
