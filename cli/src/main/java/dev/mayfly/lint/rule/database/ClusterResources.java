package dev.mayfly.lint.rule.database;

import dev.mayfly.kubernetes.Quantity;
import dev.mayfly.kubernetes.WrittenAmounts;
import dev.mayfly.lint.DocumentRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.view.Quantities;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A cluster asks for memory or CPU in a way that is refused. */
public final class ClusterResources implements DocumentRule {
  @Override
  public void check(Resource resource, Findings out) {
    for (String name : List.of("cpu", "memory", "ephemeral-storage")) {
      Node request = resource.at("spec", "resources", "requests", name);
      Node limit = resource.at("spec", "resources", "limits", name);
      if (Quantities.compare(out, request, limit) > 0 && request != null) {
        out.add(
            request,
            "`%s` requests %s and is limited to %s"
                .formatted(name, NodeValues.text(request), NodeValues.text(limit)));
      }
    }
    Node buffers = resource.at("spec", "postgresql", "parameters", "shared_buffers");
    Optional<Quantity> wanted = postgresSize(NodeValues.text(buffers));
    Node request = resource.at("spec", "resources", "requests", "memory");
    Optional<Quantity> memory = WrittenAmounts.read(request);
    if (buffers != null
        && wanted.isPresent()
        && memory.isPresent()
        && wanted.get().compareTo(memory.get()) > 0) {
      out.add(
          buffers,
          "`shared_buffers` is %s, the `memory` requested %s"
              .formatted(NodeValues.text(buffers), NodeValues.text(request)));
    }
  }

  /** PostgreSQL writes powers of 1024 as kB, MB and GB. */
  private static Optional<Quantity> postgresSize(String text) {
    Matcher matcher = Pattern.compile("([0-9]{1,9}) ?(kB|MB|GB|TB)").matcher(text);
    return matcher.matches()
        ? Quantity.read(
            matcher.group(1) + matcher.group(2).toUpperCase(Locale.ROOT).charAt(0) + "i")
        : Optional.empty();
  }
}
