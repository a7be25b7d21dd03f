package dev.mayfly.lint.rule.database;

import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.lint.DocumentRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;
import java.util.regex.Pattern;

/** A name belongs to PostgreSQL or the operator. */
public final class ReservedName implements DocumentRule {
  private static final Pattern DATABASE = Pattern.compile("postgres|template[01]");
  private static final Pattern ROLE = Pattern.compile("postgres|streaming_replica|pg_.*|cnpg_.*");

  @Override
  public void check(Resource resource, Findings out) {
    Node name = resource.at("spec", "name");
    String text = NodeValues.text(name);
    Pattern reserved = resource.is(GroupKind.DATABASE) ? DATABASE : ROLE;
    if (name != null && reserved.matcher(text).matches()) {
      out.add(name, "`" + text + "` is reserved");
    }
  }
}
