#!/usr/bin/env python3
"""Writes cli/src/main/resources/kinds/: which fields each kind has, and of which type.

    kind-tables.py CRDS SWAGGER

CRDS is a folder of CustomResourceDefinitions (one folder a release), SWAGGER the OpenAPI document of a
Kubernetes release (api/openapi-spec/swagger.json). Only facts are taken over: names, types, enumerations
and what is required. Equal structures are written once.
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
WORD = re.compile(r"[A-Za-z0-9_.:/+*-]+")


class Tables:
    def __init__(self):
        self.ids, self.rows, self.kinds = {}, [], []

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
            for number, row in enumerate(self.rows):
                out.write("@%d %s\n" % (number, row))


def enum(values):
    words = [v for v in values or [] if isinstance(v, str)]
    return "(" + "|".join(words) + ")" if words and all(WORD.fullmatch(w) for w in words) else ""


def of_schema(tables, schema, meta):
    """The type of a part of a structural schema."""
    if schema.get("x-kubernetes-int-or-string"):
        return "x"
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
        must = set(schema.get("required", []))
        fields = [(n, of_schema(tables, s, meta), n in must) for n, s in sorted(schema["properties"].items())]
        open_end = [("*", "*", False)] if schema.get("x-kubernetes-preserve-unknown-fields") else []
        return tables.struct(fields + open_end)
    return {"string": "s" + enum(schema.get("enum")), "integer": "i", "number": "n", "boolean": "b"}.get(kind, "*")


def of_swagger(tables, definitions, schema, open_refs, top=False):
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
        return of_swagger(tables, definitions, target, open_refs | {name}) if "properties" in target else (
            of_swagger(tables, definitions, target, open_refs))
    kind = schema.get("type")
    if kind == "array":
        return "[]" + of_swagger(tables, definitions, schema["items"], open_refs)
    if kind == "string":
        return "x" if schema.get("format") == "int-or-string" else "s" + enum(schema.get("enum"))
    if kind in ("integer", "number", "boolean"):
        return kind[0]
    if "properties" in schema:
        must = set(schema.get("required", []))
        fields = []
        for name, field in sorted(schema["properties"].items()):
            skip = top and name == "status"
            fields.append((name, "*" if skip else of_swagger(tables, definitions, field, open_refs), name in must))
        return tables.struct(fields)
    if isinstance(schema.get("additionalProperties"), dict):
        return "{}" + of_swagger(tables, definitions, schema["additionalProperties"], open_refs)
    return "*"


def main(crds, swagger):
    os.makedirs(OUT, exist_ok=True)
    document = json.load(open(swagger, encoding="utf-8"))
    definitions = document["definitions"]
    meta_of = "io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta"
    core = Tables()
    for name, definition in sorted(definitions.items()):
        for gvk in definition.get("x-kubernetes-group-version-kind", []):
            api = (gvk["group"] + "/" if gvk["group"] else "") + gvk["version"]
            if gvk["kind"] in CORE.get(api, "").split():
                core.kinds.append((api, gvk["kind"], of_swagger(core, definitions, definition, frozenset(), True)))
    core.write(os.path.join(OUT, "kubernetes.txt"), "Kubernetes " + document["info"]["version"].lstrip("v") if
               document["info"]["version"] != "unversioned" else "Kubernetes 1.35")
    for release in sorted(os.listdir(crds)):
        folder = os.path.join(crds, release)
        if not os.path.isdir(folder):
            continue
        tables = Tables()
        meta = of_swagger(tables, definitions, {"$ref": "#/" + meta_of}, frozenset())
        for file in sorted(os.listdir(folder)):
            for crd in yaml.load_all(open(os.path.join(folder, file), encoding="utf-8"), yaml.CSafeLoader):
                for version in crd["spec"]["versions"]:
                    if not version.get("served"):
                        continue
                    schema = version["schema"]["openAPIV3Schema"]
                    must = set(schema.get("required", []))
                    fields = []
                    for name, field in sorted(schema["properties"].items()):
                        kind = meta if name == "metadata" else "*" if name == "status" else of_schema(tables, field, meta)
                        fields.append((name, kind, name in must))
                    ref = tables.struct(fields)
                    tables.kinds.append((crd["spec"]["group"] + "/" + version["name"], crd["spec"]["names"]["kind"], ref))
        product, _, number = release.partition("-v")
        tables.write(os.path.join(OUT, product + ".txt"), "%s %s" % (product, number))


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2])
