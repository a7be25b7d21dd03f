package dev.mayfly.lint;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.Location;
import dev.mayfly.yaml.Budget;
import dev.mayfly.yaml.JsonReader;
import dev.mayfly.yaml.JsonWriter;
import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ReadResult;
import dev.mayfly.yaml.Tree;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Findings that were there before and are not held against anybody now. */
public final class Baseline {
  private static final Budget BUDGET = new Budget(64 << 20, 16, 4_000_000, false);

  /** By fingerprint, what stood where. */
  private final Map<String, String> entries;

  /** What is new, and what the baseline still lists though it is gone. */
  public record Comparison(List<Finding> fresh, List<String> stale) {}

  private Baseline(Map<String, String> entries) {
    this.entries = entries;
  }

  /** The text of a baseline that holds all of these. */
  public static String write(List<Finding> findings) {
    List<Tree> rows = new ArrayList<>();
    Fingerprint.of(findings)
        .forEach((finding, fingerprint) -> {
          Tree.Mapping row =
              new Tree.Mapping()
                  .put("fingerprint", fingerprint)
                  .put("rule", finding.rule())
                  .put("file", finding.location().file())
                  .put("message", finding.message());
          rows.add(row);
        });
    Tree.Mapping root = new Tree.Mapping().put("version", 1).put("findings", rows);
    return JsonWriter.pretty(root);
  }

  public static Baseline read(String name, byte[] bytes) {
    ReadResult result = new JsonReader(BUDGET).read(name, bytes);
    Node root = result.single(Fault.CONFIGURATION);
    if (!"1".equals(root.textAt("version")) || !(root.at("findings") instanceof ListNode list)) {
      throw Fault.CONFIGURATION.error(
          "baseline",
          Location.of(result.source()),
          "`" + name + "` is not a baseline of version 1",
          "write a new one with `--write-baseline`");
    }
    Map<String, String> entries = new LinkedHashMap<>();
    for (Node item : list.items()) {
      String fingerprint = item.textAt("fingerprint");
      if (fingerprint != null) {
        entries.put(
            fingerprint,
            String.join(
                ": ",
                item.textOrEmpty("file"),
                item.textOrEmpty("rule"),
                item.textOrEmpty("message")));
      }
    }
    return new Baseline(entries);
  }

  public Comparison compare(List<Finding> findings) {
    List<Finding> fresh = new ArrayList<>();
    Set<String> met = new HashSet<>();
    Fingerprint.of(findings)
        .forEach((finding, fingerprint) -> {
          if (entries.containsKey(fingerprint)) {
            met.add(fingerprint);
          } else {
            fresh.add(finding);
          }
        });
    List<String> stale =
        entries.entrySet().stream()
            .filter(entry -> !met.contains(entry.getKey()))
            .map(Map.Entry::getValue)
            .toList();
    return new Comparison(fresh, stale);
  }
}
