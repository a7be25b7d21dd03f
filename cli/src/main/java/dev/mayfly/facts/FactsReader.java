package dev.mayfly.facts;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.Problems;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.yaml.Budget;
import dev.mayfly.yaml.JsonReader;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ReadResult;
import dev.mayfly.yaml.YamlReader;

/**
 * Reads facts about a cluster: our own kind, strictly, or what {@code kubectl get -o json} (or
 * {@code -o yaml}) prints, leniently about the fields that nobody asks for.
 */
public final class FactsReader {
  /** Listings hold a whole production Cluster in each snapshot's annotation. */
  public static final Budget BUDGET = new Budget(8 << 20, 64, 500_000, false);

  private FactsReader() {}

  /**
   * Reads a file.
   *
   * @throws ProblemsException (configuration) with every problem found
   */
  public static ClusterFacts read(String name, byte[] bytes) {
    ReadResult read =
        isJson(bytes)
            ? new JsonReader(BUDGET).read(name, bytes)
            : new YamlReader(BUDGET).read(name, bytes);
    Node document = read.single(Fault.CONFIGURATION);
    Problems problems = new Problems();
    ClusterFacts facts = read(document, problems);
    problems.throwIfAny(Fault.CONFIGURATION);
    return facts;
  }

  /** Reads a document; what is wrong goes to the problems. */
  public static ClusterFacts read(Node document, Problems problems) {
    String kind = document.textAt("kind");
    if ("ClusterFacts".equals(kind)) {
      return WrittenFacts.read(document, problems);
    }
    if (document instanceof MapNode && kind != null && kind.endsWith("List")) {
      return ListedFacts.read(document, problems);
    }
    problems.add(
        Problem.error(
            "no-facts",
            document.location(),
            "these are no facts of a cluster",
            "write kind ClusterFacts, or give what `kubectl get ... -o json` prints"));
    return WrittenFacts.NONE;
  }

  private static boolean isJson(byte[] bytes) {
    int at = 0;
    while (at < bytes.length && (bytes[at] == ' ' || bytes[at] == '\n' || bytes[at] == '\r')) {
      at++;
    }
    return at < bytes.length && bytes[at] == '{';
  }
}
