package dev.mayfly.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Objects of a cluster as {@code kubectl get -o json} lists them. */
final class ClusterDump {
  private static final String LABELS =
      """
      "labels":{"mayfly.dev/platform":"primitives","mayfly.dev/app":"orders","mayfly.dev/pull-request":"%s"}\
      """;

  private final List<String> items = new ArrayList<>();
  private final List<String> listed = new ArrayList<>();

  /** A cluster of the first example's platform, with all that is asked for listed. */
  static ClusterDump whole() {
    ClusterDump dump = new ClusterDump();
    dump.listed.addAll(
        List.of(
            "appproject.argoproj.io",
            "application.argoproj.io",
            "namespace",
            "database.postgresql.cnpg.io",
            "databaserole.postgresql.cnpg.io",
            "password.generators.external-secrets.io",
            "externalsecret.external-secrets.io",
            "secret",
            "persistentvolumeclaim",
            "persistentvolume"));
    return dump.project("");
  }

  /** The platform's AppProject, with more of its spec. */
  ClusterDump project(String more) {
    items.removeIf(item -> item.contains("AppProject"));
    return add(
        """
        {"apiVersion":"argoproj.io/v1alpha1","kind":"AppProject",
         "metadata":{"name":"primitives-previews","namespace":"argocd","uid":"project",
          "labels":{"mayfly.dev/platform":"primitives"}},
         "spec":{"sourceRepos":["https://127.0.0.1/acme/gitops.git","https://github.com/acme/primitives.git"]%s}}
        """
            .formatted(more));
  }

  /** As when somebody wrote the AppProject by hand. */
  ClusterDump withoutLabels() {
    items.replaceAll(item -> item.replace("\"mayfly.dev/platform\":\"primitives\"", ""));
    return this;
  }

  ClusterDump without(String resource) {
    listed.remove(resource);
    return this;
  }

  ClusterDump add(String item) {
    items.add(item);
    return this;
  }

  /** An object that carries the labels of a preview of the first example. */
  ClusterDump labelled(int number, String type, String name, String metadata, String more) {
    return object(
        type, name, LABELS.formatted(number) + (metadata.isEmpty() ? "" : "," + metadata), more);
  }

  /**
   * @param type version and kind, such as {@code v1 Secret}
   * @param name with the namespace, where there is one
   */
  ClusterDump object(String type, String name, String metadata, String more) {
    String[] of = type.split(" ");
    int slash = name.indexOf('/');
    String place = slash < 0 ? "" : "\"namespace\":\"" + name.substring(0, slash) + "\",";
    return add(
        """
        {"apiVersion":"%s","kind":"%s","metadata":{%s"name":"%s","uid":"%s"%s}%s}
        """
            .formatted(
                of[0],
                of[1],
                place,
                name.substring(slash + 1),
                of[1] + "-" + name,
                metadata.isEmpty() ? "" : "," + metadata,
                more.isEmpty() ? "" : "," + more));
  }

  String json() {
    StringBuilder text =
        new StringBuilder("{\"apiVersion\":\"v1\",\"items\":[")
            .append(String.join(",", items))
            .append("],\"kind\":\"List\",\"metadata\":{\"resourceVersion\":\"\"}}\n");
    for (String resource : listed) {
      text.append("{\"apiVersion\":\"mayfly.dev/v1alpha1\",\"kind\":\"Listed\",");
      text.append("\"resource\":\"").append(resource).append("\",");
      text.append("\"at\":\"2026-11-22T09:29:00Z\"}\n");
    }
    return text.toString();
  }

  Path writeTo(Path file) {
    try {
      return Files.writeString(file, json());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
