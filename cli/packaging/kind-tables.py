#!/usr/bin/env python3
"""Writes cli/src/main/resources/kinds/: which fields each kind has, and of which type.

    kind-tables.py CRDS SWAGGER OTHERS

CRDS is a folder of CustomResourceDefinitions (one folder a release), SWAGGER the OpenAPI document that an
API server of a Kubernetes release serves (/openapi/v2; the one of the repository lacks enumerations). OTHERS holds the same of other releases and channels:
folders PRODUCT-RELEASE and files kubernetes-RELEASE.json. What only they have is written as `also`, with
the last two names of its path: nobody can say of it that it does not exist. Only facts are taken over:
names, types, enumerations and what is required. Equal structures are written once.
"""
import json, os, re, sys
import yaml

OUT = os.path.join(os.path.dirname(__file__), "..", "src", "main", "resources", "kinds")
CORE = {
    "v1": "Pod Service ConfigMap Secret Namespace PersistentVolumeClaim PersistentVolume ServiceAccount "
          "ResourceQuota LimitRange Endpoints ReplicationController",
    "apps/v1": "Deployment StatefulSet DaemonSet ReplicaSet",
    "batch/v1": "Job CronJob",
    "autoscaling/v2": "HorizontalPodAutoscaler",
    "networking.k8s.io/v1": "Ingress IngressClass NetworkPolicy",
    "policy/v1": "PodDisruptionBudget",
    "rbac.authorization.k8s.io/v1": "Role RoleBinding ClusterRole ClusterRoleBinding",
    "storage.k8s.io/v1": "StorageClass",
    "scheduling.k8s.io/v1": "PriorityClass",
    "admissionregistration.k8s.io/v1": "ValidatingAdmissionPolicy ValidatingAdmissionPolicyBinding "
                                       "ValidatingWebhookConfiguration MutatingWebhookConfiguration",
}
# Go fields that the OpenAPI document calls required and that the API server accepts empty: it fills them in,
# or zero is a value of theirs (k8s.io/kubernetes, pkg/apis/*/validation and defaults.go).
TOLERATED = {
    "HTTPHeader": "value", "ISCSIVolumeSource": "lun", "ISCSIPersistentVolumeSource": "lun", "LimitRangeSpec":
    "limits", "PreferredSchedulingTerm": "preference", "PriorityClass": "value", "RoleRef": "apiGroup",
    "SleepAction": "seconds",
}
# Maps from resources to amounts, by the Go type they stand in; which names are taken is the program's affair.
RESOURCES = {"ResourceRequirements": "container", "ResourceQuotaSpec": "quota", "LimitRangeItem": "limit"}
WORD = re.compile(r"[A-Za-z0-9_.:/+*-]+")


class Tables:
    def __init__(self):
        self.ids, self.rows, self.kinds, self.also = {}, [], [], set()

    def struct(self, fields):
        row = " ".join(name + ("!" if must else "") + "=" + kind for name, kind, must in fields)
        if row not in self.ids:
            self.ids[row] = len(self.rows)
            self.rows.append(row)
        return "@%d" % self.ids[row]

    def write(self, path, source):
        with open(path, "w", encoding="utf-8", newline="\n") as out:
            out.write("# Written by cli/packaging/kind-tables.py from %s. Do not edit.\n" % source)
            for api, kind, ref in sorted(self.kinds):
                out.write("kind %s %s %s\n" % (api, kind, ref))
            for pair in sorted(self.also):
                out.write("also %s\n" % pair)
            for number, row in enumerate(self.rows):
                out.write("@%d %s\n" % (number, row))


def enum(values, empty=""):
    words = [v for v in values or [] if isinstance(v, str) and v]
    return "(" + "|".join(words) + empty + ")" if words and all(WORD.fullmatch(w) for w in words) else ""


def of_schema(tables, schema, meta):
    """The type of a part of a structural schema."""
    if schema.get("x-kubernetes-int-or-string"):
        return "Q" if "KMGTPE" in schema.get("pattern", "") else "x"
    if schema.get("x-kubernetes-preserve-unknown-fields") and "properties" not in schema:
        return "*"
    kind = schema.get("type")
    if kind == "array":
        return "[]" + of_schema(tables, schema["items"], meta)
    if kind == "object":
        if "additionalProperties" in schema and isinstance(schema["additionalProperties"], dict):
            return "{}" + of_schema(tables, schema["additionalProperties"], meta)
        if "properties" not in schema:
            return "*"
        parts = schema["properties"]
        # What has a default is filled in before anybody looks.
        must = {n for n in schema.get("required", []) if "default" not in parts.get(n, {})}
        fields = [(n, of_schema(tables, s, meta), n in must) for n, s in sorted(parts.items())]
        if "resizeInUseVolumes" in parts:
            # CloudNativePG's webhook reads it as a quantity (internal/webhook/v1/cluster_webhook.go).
            fields = [(n, "t" if n == "size" else k, m) for n, k, m in fields]
        if {"limits", "requests"} <= set(parts) and "claims" in parts:
            fields = [(n, "{container}Q" if k == "{}Q" else k, m) for n, k, m in fields]
        open_end = [("*", "*", False)] if schema.get("x-kubernetes-preserve-unknown-fields") else []
        return tables.struct(fields + open_end)
    return {"string": "s" + enum(schema.get("enum")), "integer": "i", "number": "n", "boolean": "b"}.get(kind, "*")


def of_swagger(tables, definitions, schema, open_refs, top=False, of=""):
    if "$ref" in schema:
        name = schema["$ref"].split("/")[-1]
        if name.endswith(".IntOrString"):
            return "x"
        if name.endswith("resource.Quantity"):
            return "q"
        if name.endswith((".Time", ".MicroTime")):
            return "s"
        if name in open_refs:
            return "*"
        target = definitions[name]
        seen = open_refs | {name} if "properties" in target else open_refs
        return of_swagger(tables, definitions, target, seen, of=name.split(".")[-1])
    kind = schema.get("type")
    if kind == "array":
        return "[]" + of_swagger(tables, definitions, schema["items"], open_refs)
    if kind == "string":
        # To a Go struct an empty text is a field that is not given.
        return "x" if schema.get("format") == "int-or-string" else "s" + enum(schema.get("enum"), "|")
    if kind in ("integer", "number", "boolean"):
        return kind[0]
    if "properties" in schema:
        must = set(schema.get("required", [])) - {TOLERATED.get(of)}
        fields = []
        for name, field in sorted(schema["properties"].items()):
            skip = top and name == "status"
            kind = "*" if skip else of_swagger(tables, definitions, field, open_refs)
            if kind == "{}q" and of in RESOURCES:
                kind = "{%s}q" % RESOURCES[of]
            fields.append((name, kind, name in must))
        return tables.struct(fields)
    if isinstance(schema.get("additionalProperties"), dict):
        return "{}" + of_swagger(tables, definitions, schema["additionalProperties"], open_refs)
    return "*"


def core_tables(document):
    definitions = document["definitions"]
    core = Tables()
    for name, definition in sorted(definitions.items()):
        for gvk in definition.get("x-kubernetes-group-version-kind", []):
            api = (gvk["group"] + "/" if gvk["group"] else "") + gvk["version"]
            if gvk["kind"] in CORE.get(api, "").split():
                core.kinds.append((api, gvk["kind"], of_swagger(core, definitions, definition, frozenset(), True,
                                                                gvk["kind"])))
    return core


def crd_tables(folder, definitions):
    tables = Tables()
    meta_of = "io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta"
    meta = of_swagger(tables, definitions, {"$ref": "#/" + meta_of}, frozenset())
    for file in sorted(os.listdir(folder)):
        for crd in yaml.load_all(open(os.path.join(folder, file), encoding="utf-8"), yaml.CSafeLoader):
            for version in crd["spec"]["versions"]:
                if not version.get("served") or "schema" not in version:
                    continue
                schema = version["schema"]["openAPIV3Schema"]
                must = set(schema.get("required", []))
                fields = []
                for name, field in sorted(schema["properties"].items()):
                    kind = meta if name == "metadata" else "*" if name == "status" else of_schema(tables, field, meta)
                    fields.append((name, kind, name in must))
                ref = tables.struct(fields)
                tables.kinds.append((crd["spec"]["group"] + "/" + version["name"], crd["spec"]["names"]["kind"], ref))
    return tables


def fields_of(tables, kind):
    """The fields of a structure, or the words of an enumeration."""
    if kind.startswith("@"):
        return {f.split("=", 1)[0].rstrip("!"): f.split("=", 1)[1]
                for f in tables.rows[int(kind[1:])].split(" ") if f}
    return dict.fromkeys(kind[2:-1].split("|"), "") if kind.startswith("s(") else {}


def differences(own, mine, other, theirs, parent, seen):
    """What the other one has and this one has not."""
    if (mine, theirs, parent) in seen:
        return
    seen.add((mine, theirs, parent))
    mine, theirs = re.sub(r"^(\[]|{\w*})+", "", mine), re.sub(r"^(\[]|{\w*})+", "", theirs)
    here, there = fields_of(own, mine), fields_of(other, theirs)
    if not here or "*" in here:
        return
    for name, kind in there.items():
        if name not in here:
            own.also.add(parent + ("." if kind else "=") + name)
        elif kind:
            differences(own, here[name], other, kind, name, seen)


def compare(own, other):
    mine = {(api, kind): ref for api, kind, ref in own.kinds}
    for api, kind, ref in other.kinds:
        if (api, kind) in mine:
            differences(own, mine[api, kind], other, ref, "", set())


def main(crds, swagger, others):
    os.makedirs(OUT, exist_ok=True)
    document = json.load(open(swagger, encoding="utf-8"))
    definitions = document["definitions"]
    core = core_tables(document)
    for file in sorted(os.listdir(others)):
        if file.startswith("kubernetes-"):
            compare(core, core_tables(json.load(open(os.path.join(others, file), encoding="utf-8"))))
    core.write(os.path.join(OUT, "kubernetes.txt"), "Kubernetes " + document["info"]["version"].lstrip("v") if
               document["info"]["version"] != "unversioned" else "Kubernetes 1.35")
    for release in sorted(os.listdir(crds)):
        folder = os.path.join(crds, release)
        if not os.path.isdir(folder):
            continue
        product, _, number = release.partition("-v")
        tables = crd_tables(folder, definitions)
        for other in sorted(os.listdir(others)):
            if other.startswith(product + "-"):
                compare(tables, crd_tables(os.path.join(others, other), definitions))
        tables.write(os.path.join(OUT, product + ".txt"), "%s %s" % (product, number))


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])
