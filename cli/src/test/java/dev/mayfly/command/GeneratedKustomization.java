package dev.mayfly.command;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/** A kustomization of the closed grammar, put together by dice; now and then a step beside it. */
final class GeneratedKustomization {
  private static final String[] VALUES = {
    "1",
    "0x28",
    "1e3",
    "true",
    "\"true\"",
    "'0123'",
    "y",
    "\"\"",
    "{}",
    "[]",
    "2024-01-01",
    "é",
    "\"a: b # c\"",
    "|-\n      two\n      lines",
    ".5",
    "1_000",
    "\"tab\\there\"",
    "-0",
    "0o17"
  };
  private static final String[] IMAGES = {
    "ghcr.io/acme/orders",
    "ghcr.io/acme/orders:v1",
    "ghcr.io/acme/orders@sha256:in-the-lock",
    "ghcrXio/acme/orders",
    "ghcr.io/acme/orders:5000/x",
    "busybox",
    "ghcr.io/acme/orders:v1@sha256:a"
  };

  private final Random dice;
  private final SortedMap<String, byte[]> files = new TreeMap<>();

  GeneratedKustomization(long seed) {
    dice = new Random(seed);
    folder("", dice.nextInt(10) == 0);
  }

  SortedMap<String, byte[]> files() {
    return files;
  }

  private void folder(String path, boolean nested) {
    List<String> resources = new ArrayList<>();
    for (int i = dice.nextInt(3); i >= 0; i--) {
      String name = "o" + i + ".yaml";
      resources.add(name);
      put(path + name, object(path.replace("/", "") + "n" + i));
    }
    if (nested) {
      resources.add("base");
      folder("base/", false);
    }
    resources.add("lock.yaml");
    put(path + "lock.yaml", lock(path.replace("/", "")));
    StringBuilder text = new StringBuilder();
    if (dice.nextBoolean()) {
      text.append("apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\n");
    }
    text.append("resources: ").append(resources).append("\n");
    if (dice.nextBoolean()) {
      String key = dice.nextInt(4) == 0 || path.isEmpty() ? "team" : "base";
      text.append("labels:\n- pairs: {").append(key).append(": \"").append(dice.nextInt(9));
      text.append("\"}\n");
      text.append(dice.nextBoolean() ? "  includeSelectors: true\n" : "");
    }
    if (dice.nextBoolean()) {
      text.append(replacement(path.replace("/", "")));
    }
    if (dice.nextInt(20) == 0) {
      text.append(pick("namePrefix: x-\n", "images: []\n", "commonAnnotations: {a: b}\n"));
    }
    put(path + "kustomization.yaml", text.toString());
  }

  private void put(String path, String text) {
    files.put(path, text.getBytes(StandardCharsets.UTF_8));
  }

  private String pick(String... words) {
    return words[dice.nextInt(words.length)];
  }

  private static String lock(String base) {
    return """
    apiVersion: mayfly.dev/v1alpha1
    kind: ImageLock
    metadata: {name: %slock, annotations: {config.kubernetes.io/local-config: "true"}}
    spec:
      images:
      - {name: ghcr.io/acme/orders, digest: "sha256:1"}
      - {name: ghcr.io/acme/other, digest: "sha256:2"}
    """
        .formatted(base);
  }

  private String replacement(String base) {
    return """
    replacements:
    - source:
        kind: ImageLock
        name: %slock
        fieldPath: spec.images.[name=%s].digest
      targets:
      - select: {kind: %s, name: %sn0}
        fieldPaths: ["spec.template.spec.%s.[name=%s].image"]
        options: {delimiter: "%s", index: %d}
    """
        .formatted(
            base,
            pick("ghcr.io/acme/orders", "ghcr.io/acme/other"),
            pick("Deployment", "Deployment", "Service"),
            base,
            pick("containers", "containers", "initContainers"),
            pick("app", "app", "side"),
            pick("@", "@", "@", ":"),
            dice.nextInt(5) == 0 ? 0 : 1);
  }

  private String object(String name) {
    String kind = pick("Deployment", "Deployment", "Service", "ConfigMap", "ServiceAccount");
    String head =
        "apiVersion: %s\nkind: %s\nmetadata:\n  name: %s\n"
            .formatted(kind.equals("Deployment") ? "apps/v1" : "v1", kind, name);
    if (dice.nextInt(3) == 0) {
      head += "  labels: {team: old, x: " + quoted() + "}\n";
    }
    if (dice.nextInt(4) == 0) {
      head += "  annotations: {a: " + quoted() + "}\n";
    }
    return switch (kind) {
      case "Deployment" -> head + "spec:\n" + pods();
      case "Service" ->
          head + pick("spec: {ports: [{port: 80}]}\n", "spec:\n  selector: {a: b, team: z}\n", "");
      case "ConfigMap" -> head + "data:\n  k: " + quoted() + "\n  l:\n    m: " + value() + "\n";
      default -> head + "automountServiceAccountToken: false\n";
    };
  }

  private String pods() {
    StringBuilder text = new StringBuilder();
    text.append("  replicas: ").append(pick("1", "2", "3", "\"3\"", "0x28")).append("\n");
    if (dice.nextBoolean()) {
      text.append("  selector: {matchLabels: {app: a}}\n");
    }
    text.append("  template:\n");
    text.append(dice.nextBoolean() ? "    metadata: {labels: {app: a, team: b}}\n" : "");
    text.append("    spec:\n");
    if (dice.nextInt(8) == 0) {
      text.append("      topologySpreadConstraints: [{labelSelector: {matchLabels: {x: y}}}]\n");
    }
    if (dice.nextInt(9) == 0) {
      text.append("      volumes: [{name: v, image: {reference: ")
          .append(pick(IMAGES))
          .append("}}]\n");
    }
    for (String list : new String[] {"initContainers", "containers"}) {
      if (list.equals("containers") || dice.nextInt(3) == 0) {
        text.append("      ").append(list).append(":\n");
        container(text, "app");
        if (dice.nextInt(4) == 0) {
          container(text, "side");
        }
      }
    }
    return text.toString();
  }

  private void container(StringBuilder text, String name) {
    text.append("      - name: ").append(name).append(dice.nextInt(6) == 0 ? " # app" : "");
    text.append("\n        image: ").append(pick(IMAGES)).append("\n");
    text.append("        env: [{name: A, value: ").append(quoted()).append("}]\n");
  }

  private String value() {
    return dice.nextInt(6) == 0 ? pick(VALUES) : quoted();
  }

  private String quoted() {
    return pick("\"x\"", "plain", "'y'", "\"1\"", "\"é\"");
  }
}
