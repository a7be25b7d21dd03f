package dev.mayfly.lint.card;

import dev.mayfly.yaml.Tree;
import dev.mayfly.yaml.YamlWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** The one form a case file is written in. */
public final class CaseText {
  private CaseText() {}

  public static String of(CaseFile file) {
    Map<String, Tree> root = new LinkedHashMap<>();
    RuleCard card = file.card();
    put(root, "name", card.name());
    put(root, "severity", card.severity().word());
    put(root, "summary", card.summary());
    put(root, "why", file.why());
    put(root, "fix", card.fix());
    put(root, "fixInPlatform", card.fixInPlatform());
    String[] before = {""};
    root.put(
        "cases",
        new Tree.Sequence(
            file.cases().stream()
                .<Tree>map(each -> {
                  Tree tree = tree(each, before[0]);
                  before[0] = each.given();
                  return tree;
                })
                .toList()));
    return YamlWriter.write(new Tree.Mapping(root));
  }

  private static Tree tree(RuleCase each, String before) {
    Map<String, Tree> fields = new LinkedHashMap<>();
    put(fields, "case", each.title());
    put(fields, "given", each.given().equals(before) ? "" : each.given());
    put(fields, "change", each.change());
    if (!each.targets().isEmpty()) {
      Map<String, Tree> targets = new LinkedHashMap<>();
      new TreeMap<>(each.targets()).forEach((name, release) -> put(targets, name, release));
      fields.put("targets", new Tree.Mapping(targets));
    }
    put(fields, "finds", each.finds());
    put(fields, "fixed", each.fixed());
    return new Tree.Mapping(fields);
  }

  private static void put(Map<String, Tree> fields, String key, String value) {
    if (!value.isEmpty()) {
      fields.put(key, new Tree.Text(value));
    }
  }
}
