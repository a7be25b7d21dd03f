package dev.mayfly.adopt;

import dev.mayfly.argocd.ApplicationSources;
import dev.mayfly.diagnostic.Location;
import dev.mayfly.yaml.Node;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One app on its way into the file. */
final class AppDraft {
  final HandWritten set;

  /** The Application that the set makes for it, with marks. */
  final Node application;

  final Draft.Fields fields = new Draft.Fields();

  /** What the set gives to its chart, with marks. */
  final Draft.Fields values;

  /** The ids of its images by their names. */
  final Map<String, String> images = new LinkedHashMap<>();

  /** The names of those that no pull request builds. */
  final Set<String> thirdParty = new HashSet<>();

  /** Its name in the file; known after {@link NameMapping}. */
  String name = "";

  /** The environment that it belongs to; empty where it has its namespace alone. */
  String environment = "";

  /** All hosts that the set names for it, the one that is its address first. */
  List<HostMapping.Found> hosts = List.of();

  /** What the set calls its host, with marks; empty where none was found. */
  String host = "";

  AppDraft(HandWritten set, Node application, Adoption adoption) {
    this.set = set;
    this.application = application;
    this.values = HelmValues.of(bundle(), adoption);
  }

  String text(String... path) {
    return HandWritten.text(application, path);
  }

  /** Where the Application says something, or the whole of it. */
  Location at(String... path) {
    return application.orThis(path).location();
  }

  /** The repository whose pull requests are previewed; empty where it is not known. */
  String repository() {
    return fields.text("repository");
  }

  /** The name of the Application, with marks. */
  String applicationName() {
    return text("metadata", "name");
  }

  String namespace() {
    return text("spec", "destination", "namespace");
  }

  List<Node> sources() {
    return ApplicationSources.of(
        application.at("spec", "source"), application.at("spec", "sources"));
  }

  /**
   * The source that is deployed: the one at the pull request's commit, or else the first that holds
   * manifests.
   */
  Node bundle() {
    List<Node> deployed = sources().stream().filter(s -> !isValuesOnly(s)).toList();
    return deployed.stream()
        .filter(s -> Marks.in(HandWritten.text(s, "targetRevision")))
        .findFirst()
        .or(() -> deployed.stream().findFirst())
        .orElse(application);
  }

  /** A source that only lends its files to another. */
  static boolean isValuesOnly(Node source) {
    return source.textAt("ref") != null
        && source.textAt("path") == null
        && source.textAt("chart") == null;
  }
}
