package dev.mayfly.leak;

import dev.mayfly.diagnostic.Counted;
import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Severity;
import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.lint.Finding;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/** How leaks are told of: what it is, what shows whose it is, and what to run. */
public final class LeakWords {
  private LeakWords() {}

  /**
   * @param missed who does not know of the preview, to go on with; empty where it is there
   * @param more how many objects go with it
   */
  static Finding leaked(ClusterObject object, String missed, int more, ListedCluster cluster) {
    String others =
        more == 0
            ? ""
            : ", with "
                + Counted.of(more, "object")
                + (more == 1 ? " that goes" : " that go")
                + " with it";
    Removal removal = Removal.of(object);
    String sentence =
        "%s `%s` is, by its %s, of preview `%s`%s%s%s%s"
            .formatted(
                object.type().kind(),
                object.name(),
                object.by(),
                object.preview(),
                missed,
                others,
                removal.state(),
                ClusterProject.remark(object, cluster));
    return finding("leaked", object, sentence, removal.hint());
  }

  static Finding hanging(ClusterObject object, StuckDeletion hang, ListedCluster cluster) {
    String sentence =
        "%s `%s` of preview `%s` has been going for %s: %s"
            .formatted(
                object.type().kind(),
                object.name(),
                object.preview(),
                hang.age(),
                hang.reason() + ClusterProject.remark(object, cluster));
    return finding("hanging", object, sentence, hang.hint());
  }

  private static Finding finding(String id, ClusterObject object, String message, String hint) {
    return new Finding(
        id + "-" + LeftKind.of(object.type()).word(),
        Severity.ERROR,
        Finding.Verdict.PROVEN,
        object.location(),
        object.subject(),
        message,
        hint,
        List.of());
  }

  /**
   * That nobody knows of some kinds; nothing when there are none.
   *
   * @param kinds by the namespace that they were asked for in, which is empty for the cluster
   * @param file what the listing is called
   */
  public static Optional<Finding> notListed(
      SequencedMap<String, List<GroupKind>> kinds, String file) {
    return kinds.isEmpty()
        ? Optional.empty()
        : Optional.of(
            notLookedAt(
                Location.ofFile(file),
                "whether anything is left of these kinds, which are not listed: "
                    + kinds.entrySet().stream()
                        .map(it -> words(it.getKey(), it.getValue()))
                        .collect(Collectors.joining("; ")),
                "`mayfly leaks --ask` prints how to list them; where that failed, kubectl said"
                    + " why"));
  }

  private static String words(String namespace, List<GroupKind> kinds) {
    return kinds.stream().map(GroupKind::kind).collect(Collectors.joining(", "))
        + (namespace.isEmpty() ? "" : " in `" + namespace + "`");
  }

  /** That nobody knows of something: without it an answer would pass for a whole one. */
  public static Finding notLookedAt(Location at, String message, String hint) {
    return new Finding(
        "not-looked-at",
        Severity.NOTE,
        Finding.Verdict.UNVERIFIABLE,
        at,
        "",
        message,
        hint,
        List.of());
  }
}
