package dev.mayfly.lint.rule.admission;

import dev.mayfly.cel.ExpressionReader;
import dev.mayfly.cel.Identifiers;
import dev.mayfly.cel.Reading;
import dev.mayfly.cel.Reading.Use;
import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.DocumentRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** An expression of an admission policy is not valid CEL, or uses an unknown name. */
public final class InvalidExpression implements DocumentRule {
  @Override
  public void check(Resource resource, Findings out) {
    // Match conditions come before all else and see no variables.
    entries(resource, "matchConditions")
        .forEach(entry -> expression(entry, Set.of(), out, "expression"));
    Set<String> known = new HashSet<>();
    for (Node variable : entries(resource, "variables")) {
      expression(variable, known, out, "expression");
      if (variable.at("name") instanceof ScalarNode name) {
        if (!Identifiers.isName(name.text())) {
          out.add(name, "`" + name.text() + "` is not a name for a variable");
        }
        known.add(name.text());
      }
    }
    for (Node validation : entries(resource, "validations")) {
      expression(validation, known, out, "expression");
      expression(validation, known, out, "messageExpression");
    }
    entries(resource, "auditAnnotations")
        .forEach(entry -> expression(entry, known, out, "valueExpression"));
    for (Node mutation : entries(resource, "mutations")) {
      expression(mutation, known, out, "applyConfiguration", "expression");
      expression(mutation, known, out, "jsonPatch", "expression");
    }
  }

  private static void expression(Node entry, Set<String> known, Findings out, String... path) {
    if (!(entry.at(path) instanceof ScalarNode text)) {
      return;
    }
    Reading reading = ExpressionReader.read(text.text());
    for (Use error : reading.errors()) {
      out.add(text, error.word() + Policies.place(text.text(), error.offset()));
    }
    if (reading.errors().isEmpty()) {
      used(reading, known)
          .forEach(use -> out.add(text, use.word() + Policies.place(text.text(), use.offset())));
      reading.functions().stream()
          .filter(function -> !Functions.KNOWN.contains(function.word()))
          .forEach(function ->
              out.add(
                  Severity.WARNING,
                  text,
                  "there is no function `"
                      + function.word()
                      + "`"
                      + Policies.place(text.text(), function.offset())));
    }
  }

  private static List<Use> used(Reading reading, Set<String> known) {
    List<Use> unknown = new ArrayList<>();
    for (Use root : reading.roots()) {
      if (!Functions.GIVEN.contains(root.word())) {
        unknown.add(new Use("nothing here is called `" + root.word() + "`", root.offset()));
      }
    }
    for (Use member : reading.members()) {
      if (!known.contains(member.word())) {
        unknown.add(new Use("no variable `" + member.word() + "` comes before", member.offset()));
      }
    }
    return unknown;
  }

  private static List<Node> entries(Resource resource, String key) {
    return resource.at("spec", key) instanceof ListNode list ? list.items() : List.of();
  }
}
