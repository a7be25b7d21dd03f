package dev.mayfly.leak;

import dev.mayfly.argocd.ArgoMetadata;
import dev.mayfly.delivery.Policy;
import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.platform.Blueprint;
import dev.mayfly.platform.Platform;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What has to be listed of a cluster to find what previews leave in it: what stands outside their
 * own namespaces, those namespaces, and no more.
 */
public final class AskedKinds {
  /**
   * Says that all objects of a kind were listed, in a namespace where it names one: a list without
   * items does not say of what kind.
   */
  static final GroupKind LISTED = new GroupKind("mayfly.dev", "Listed");

  /** The metadata of Secrets and nothing else: no value of one belongs into a file. */
  private static final String SECRET_METADATA =
      "'{\"kind\":\"List\",\"apiVersion\":\"v1\",\"items\":[{{range $i, $s := .items}}"
          + "{{if $i}},{{end}}{\"kind\":\"Secret\",\"apiVersion\":\"v1\",\"metadata\":{\"namespace\":\"{{.metadata.namespace}}\","
          + "\"name\":\"{{.metadata.name}}\",\"uid\":\"{{.metadata.uid}}\""
          + "{{with .metadata.deletionTimestamp}},\"deletionTimestamp\":\"{{.}}\"{{end}},"
          + "\"labels\":{ {{range $k, $v := .metadata.labels}}\"{{$k}}\":\"{{$v}}\",{{end}}\"\":\"\"},"
          + "\"annotations\":{ {{range $k, $v := .metadata.annotations}}"
          + "{{if eq $k \""
          + ArgoMetadata.TRACKING_ID
          + "\"}}\"{{$k}}\":{{printf \"%q\" $v}},{{end}}{{end}}\"\":\"\"},"
          + "\"finalizers\":[{{range $i, $f := .metadata.finalizers}}{{if $i}},{{end}}\"{{$f}}\"{{end}}],"
          + "\"ownerReferences\":[{{range $i, $o := .metadata.ownerReferences}}"
          + "{{if $i}},{{end}}{\"uid\":\"{{$o.uid}}\"}{{end}}]}}{{end}}]}'";

  private final Platform platform;
  private final List<Asked> argoCd = new ArrayList<>();
  private final SortedSet<Asked> previews =
      new TreeSet<>(Comparator.comparing(Asked::namespace).thenComparing(Asked::type));

  /**
   * One kind.
   *
   * @param namespace where it is asked for; empty for the whole cluster
   */
  record Asked(GroupKind type, String namespace) {
    String line() {
      String words = ClusterObject.resource(type) + (namespace.isEmpty() ? "" : " -n " + namespace);
      return type.equals(GroupKind.SECRET) ? "names_of_secrets -n " + namespace : "list " + words;
    }
  }

  public AskedKinds(Policy policy) {
    platform = policy.platform();
    String argo = platform.argocd().namespace();
    for (GroupKind type : List.of(GroupKind.PROJECT, GroupKind.APPLICATION)) {
      argoCd.add(new Asked(type, argo));
    }
    if (!platform.namespace().isShared()) {
      ask(GroupKind.NAMESPACE, "");
    }
    SortedSet<String> places = new TreeSet<>();
    for (Blueprint blueprint : policy.loaded().all()) {
      policy
          .overlay(blueprint)
          .kinds()
          .forEach((place, kinds) ->
              place
                  .literal()
                  .filter(it -> !it.isEmpty())
                  .ifPresent(it -> {
                    places.add(it);
                    kinds.forEach(kind -> ask(kind, it));
                  }));
      platform
          .namespace()
          .sharedName()
          .ifPresent(it -> blueprint.app().resources().forEach(kind -> ask(kind, it)));
    }
    for (String place : places) {
      ask(GroupKind.SECRET, place);
      ask(GroupKind.PERSISTENT_VOLUME_CLAIM, place);
    }
    if (OldBackups.areAsked(platform)) {
      places.forEach(place -> ask(GroupKind.BACKUP, place));
    }
    boolean clones = previews.stream().anyMatch(it -> it.type.equals(GroupKind.BACKUP));
    if (clones) {
      places.forEach(place -> ask(GroupKind.VOLUME_SNAPSHOT, place));
      ask(GroupKind.VOLUME_SNAPSHOT_CONTENT, "");
    }
    ask(GroupKind.PERSISTENT_VOLUME, "");
  }

  private void ask(GroupKind type, String namespace) {
    previews.add(new Asked(type, namespace));
  }

  /** What was not listed, by where it was asked for. */
  public SequencedMap<String, List<GroupKind>> missing(ListedCluster cluster) {
    SequencedMap<String, List<GroupKind>> missing = new LinkedHashMap<>();
    for (Asked asked : all()) {
      if (!cluster.isListed(asked.type, asked.namespace)) {
        missing.computeIfAbsent(asked.namespace, any -> new ArrayList<>()).add(asked.type);
      }
    }
    return missing;
  }

  private List<Asked> all() {
    List<Asked> all = new ArrayList<>(argoCd);
    all.addAll(previews);
    return all;
  }

  /** A shell script that prints the listings; it reads and changes nothing. */
  public String script() {
    boolean here = platform.argocd().cluster().isOwn();
    StringBuilder script = new StringBuilder();
    script.append("# Reads what `mayfly leaks` asks of platform ").append(platform.name());
    script.append(
        ", and changes nothing:\n# sh ask.sh > cluster.json && mayfly leaks cluster.json\n");
    script.append(
        """
        listed() {
          printf '{"apiVersion":"mayfly.dev/v1alpha1","kind":"Listed","resource":"%s","namespace":"%s","at":"%s"}\\n' \\
            "$1" "$2" "$(date -u +%Y-%m-%dT%H:%M:%SZ)"
        }
        list() {
          kubectl --context "$context" get "$@" -o json && listed "$1" "${3-}"
        }
        """);
    if (all().stream().anyMatch(it -> it.type.equals(GroupKind.SECRET))) {
      script.append(
          "names_of_secrets() {\n  kubectl --context \"$context\" get secret \"$@\" -o go-template=");
      script.append(SECRET_METADATA).append(" && listed secret \"$2\"\n}\n");
    }
    script.append(
        here
            ? "context=  # empty is kubectl's current one\n"
            : "context=  # of Argo CD's cluster\n");
    argoCd.forEach(it -> script.append(it.line()).append('\n'));
    script.append(here ? "" : "context=  # of the cluster that previews run in\n");
    previews.forEach(it -> script.append(it.line()).append('\n'));
    return script.toString();
  }
}
