#!/usr/bin/env python3
"""Says which pinned things are behind: libraries and plugins, test programs, what the site and CI use.

    outdated.py [PART...]     parts: maven go python actions sources images; all of them without one

One line each, what is behind first; ends with 1 where something is. A registry that does not answer in
time is a word and no failure, and is not asked again.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
import urllib.request
import xml.etree.ElementTree as xml
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGING = ROOT / "cli" / "packaging"
SECONDS = int(os.environ.get("OUTDATED_SECONDS", "180"))
VERSIONS = "org.codehaus.mojo:versions-maven-plugin:2.18.0:display-dependency-updates"
EARLY = r"(?i).*[.-](alpha|beta|rc|cr|m|ea|preview|snapshot)[.0-9-]*.*"

# Not the newest, and why.
HELD = {
    "sigs.k8s.io/kustomize/kustomize/v5": "the release that Argo CD 3.5 brings along",
    "helm.sh/helm/v4": "the release that Argo CD 3.5 brings along",
    "k8s.io/kubernetes": "the release line that mayfly.yaml assumes where it names none",
    "go.etcd.io/etcd/server/v3": "the one that this Kubernetes is built with",
    "code.gitea.io/gitea": "1.27 needs modules of gitea.dev, which not every Go proxy serves",
    "argoproj/argo-cd": "the release whose behaviour is pinned by tests",
}

silent = set()


def ask(host, command, **more):
    """What a program prints; None where the host does not answer, which is said once."""
    if host in silent:
        return None
    try:
        ran = subprocess.run(
            command, capture_output=True, text=True, timeout=SECONDS, stdin=subprocess.DEVNULL, check=True, **more
        )
        return ran.stdout
    except FileNotFoundError:
        why = f"`{command[0]}` is not installed"
    except subprocess.TimeoutExpired:
        why = f"no answer within {SECONDS} s"
    except subprocess.CalledProcessError as error:
        why = (error.stderr.strip().splitlines() or [f"exit code {error.returncode}"])[-1]
    silent.add(host)
    print(f"not asked  {host}: {why}")
    return None


def numbers(version):
    return [int(part) for part in re.findall(r"\d+", version)]


def maven():
    """Every artefact that the pom gives a version, as dependencies of a project that is asked about."""
    pom = xml.parse(ROOT / "pom.xml").getroot()
    space = pom.tag[: pom.tag.index("}") + 1]
    words = {each.tag[len(space):]: each.text for each in pom.find(space + "properties")}
    asked = {("com.google.googlejavaformat", "google-java-format"): words["google-java-format.version"]}
    for element in pom.iter():
        name, version = element.find(space + "artifactId"), element.find(space + "version")
        if element is pom or name is None or version is None:
            continue
        group = element.find(space + "groupId")
        text = re.sub(r"\$\{([^}]+)}", lambda at: words[at[1]], version.text)
        asked[group.text if group is not None else "org.apache.maven.plugins", name.text] = text
    lines = "".join(
        f"<dependency><groupId>{group}</groupId><artifactId>{name}</artifactId><version>{version}</version></dependency>"
        for (group, name), version in asked.items()
    )
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder) / "pom.xml"
        project.write_text(
            "<project><modelVersion>4.0.0</modelVersion><groupId>x</groupId><artifactId>x</artifactId>"
            f"<version>1</version><dependencies>{lines}</dependencies></project>"
        )
        command = ["mvn", "-B", "-ntp", "-f", str(project), VERSIONS, f"-Dmaven.version.ignore={EARLY}"]
        said = ask("Maven", command)
    newer = re.findall(r"(\S+):(\S+) [.\s]*(?:\[INFO][.\s]*)?(\S+) -> (\S+)", said or "")
    found = {(group, name): new for group, name, _, new in newer}
    for (group, name), version in asked.items():
        if said is not None:
            yield f"{group}:{name}", version, found.get((group, name), version), "pom.xml"


def go():
    tools = PACKAGING / "test-tools.sh"
    pins = [(re.sub(r"/cmd/\w+$", "", module), version, tools.name)
            for module, version in re.findall(r"(?m)^install \S+ (\S+) (\S+)$", tools.read_text())]
    gitea = re.search(r"(?m)^version=(\S+)$", (PACKAGING / "test-gitea.sh").read_text())[1]
    pins.append(("code.gitea.io/gitea", "v" + gitea, "test-gitea.sh"))
    servers = (ROOT / "cli/apiserver/go.mod").read_text()
    for module in ("k8s.io/kubernetes", "go.etcd.io/etcd/server/v3"):
        pins.append((module, re.search(rf"(?m)^\t{re.escape(module)} (\S+)", servers)[1], "cli/apiserver/go.mod"))
    with tempfile.TemporaryDirectory() as folder:
        for module, version, file in pins:
            command = ["go", "list", "-m", "-f", "{{.Version}}", module + "@latest"]
            said = ask("the Go proxy", command, cwd=folder, env={**os.environ, "GOWORK": "off", "GOFLAGS": "-mod=mod"})
            if said is not None:
                yield module, version, said.strip(), file


def python():
    for name, version in re.findall(r"(?m)^([\w-]+)==(\S+)", (PACKAGING / "site/requirements.in").read_text()):
        said = ask("PyPI", [sys.executable, "-m", "pip", "index", "versions", name])
        if said is not None:
            yield name, version, re.search(r"\(([^)]+)\)", said)[1], "cli/packaging/site/requirements.in"


def tag(repository):
    """The newest release of a repository at GitHub by its tags."""
    said = ask("github.com", ["git", "ls-remote", "--tags", "--refs", f"https://github.com/{repository}"])
    tags = re.findall(r"(?m)refs/tags/v?(\d+(?:\.\d+)+)$", said or "")
    return max(tags, key=numbers) if tags else None


def actions():
    pins = {}
    for file in sorted((ROOT / ".github").rglob("*.yml")):
        for pin in re.findall(r"uses: ([\w.-]+/[\w.-]+)\S*@[0-9a-f]{40} # v([\d.]+)$", file.read_text(), re.M):
            pins.setdefault(pin, file.relative_to(ROOT))
    for (name, version), file in pins.items():
        newest = tag(name)
        if newest:
            yield name, version, newest, file


def sources():
    script = PACKAGING / "test-crds.sh"
    for version, name in re.findall(r"(?m)^# ([\d.]+)\ntake (\S+)", script.read_text()):
        newest = tag(name)
        if newest:
            yield name, version, newest, script.name


def images():
    """A digest has no order: another one than the tag has now is behind."""
    for name, label, digest in sorted(set(re.findall(
            r"FROM (?:--\S+ )?([\w/-]+):(\S+?)@(sha256:\w+)", (PACKAGING / "Dockerfile").read_text()))):
        path = name if "/" in name else "library/" + name
        try:
            if "docker.io" in silent:
                continue
            scope = f"https://auth.docker.io/token?service=registry.docker.io&scope=repository:{path}:pull"
            token = json.load(urllib.request.urlopen(scope, timeout=20))["token"]
            request = urllib.request.Request(f"https://registry-1.docker.io/v2/{path}/manifests/{label}", method="HEAD")
            request.add_header("Authorization", "Bearer " + token)
            request.add_header("Accept", "application/vnd.oci.image.index.v1+json")
            now = urllib.request.urlopen(request, timeout=20).headers["Docker-Content-Digest"]
            yield f"{name}:{label}", digest[:19], now[:19], "Dockerfile"
        except OSError as error:
            silent.add("docker.io")
            print(f"not asked  docker.io: {error}")


PARTS = {each.__name__: each for each in (maven, go, python, actions, sources, images)}
wanted = sys.argv[1:] or list(PARTS)
if not set(wanted) <= set(PARTS):
    sys.exit(__doc__)
behind, newest = [], 0
for part in wanted:
    for name, have, latest, file in PARTS[part]():
        is_older = have != latest if "sha256" in have else numbers(have) < numbers(latest)
        if not is_older:
            newest += 1
        elif name in HELD:
            print(f"held       {name} {have}, newest {latest}: {HELD[name]}")
        else:
            behind.append(f"behind     {name} {have}, newest {latest} ({file})")
for line in behind:
    print(line)
print(f"{len(behind)} behind, {newest} at their newest")
sys.exit(1 if behind else 0)
