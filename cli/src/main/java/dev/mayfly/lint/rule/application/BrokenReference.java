package dev.mayfly.lint.rule.application;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.ApplicationView;
import dev.mayfly.lint.view.SourceView;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;
import dev.mayfly.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A reference between sources does not resolve. */
public final class BrokenReference implements ApplicationRule {
  private static final Pattern FORM = Pattern.compile("[a-zA-Z0-9_-]+");
  private static final Pattern USE = Pattern.compile("\\$([a-zA-Z0-9_-]+)/");

  @Override
  public void check(ApplicationView application, Findings out) {
    Set<String> defined = new HashSet<>();
    Set<String> names = new HashSet<>();
    for (SourceView source : application.sources()) {
      Node ref = source.at("ref");
      if (ref != null && !defined.add(NodeValues.text(ref))) {
        out.add(ref, "the ref `" + NodeValues.text(ref) + "` is given twice");
      } else if (ref != null && !FORM.matcher(NodeValues.text(ref)).matches()) {
        out.add(
            ref,
            "the ref `" + NodeValues.text(ref) + "` has more than letters, digits, `-` and `_`");
      } else if (ref != null && !source.textOrEmpty("chart").isEmpty()) {
        out.add(ref, "the ref `" + NodeValues.text(ref) + "` is that of a chart");
      }
      Node name = source.at("name");
      if (name != null && NodeValues.isSet(name) && !names.add(NodeValues.text(name))) {
        out.add(name, "the name `" + NodeValues.text(name) + "` is given twice");
      }
    }
    for (SourceView source : application.sources()) {
      for (ScalarNode file : files(source)) {
        Matcher matcher = USE.matcher(file.text());
        if (matcher.lookingAt() && !matcher.group(1).startsWith("ARGOCD_")) {
          String name = matcher.group(1);
          if (!application.hasSeveralSources()) {
            // The file's name goes through os.Expand, which drops what it does not know (Argo CD,
            // reposerver/repository/repository.go).
            String read = file.text().substring(matcher.end() - 1);
            out.add(
                Severity.WARNING,
                file,
                "a single source has no `$%s`: Argo CD reads `%s` of the source itself"
                    .formatted(name, read));
          } else if (!defined.contains(name)) {
            out.add(file, "no source has the ref `" + name + "`");
          }
        }
      }
    }
  }

  private static List<ScalarNode> files(SourceView source) {
    List<ScalarNode> files = new ArrayList<>(source.textsAt("helm", "valueFiles"));
    for (MapNode parameter : source.mapsAt("helm", "fileParameters")) {
      if (parameter.get("path") instanceof ScalarNode path) {
        files.add(path);
      }
    }
    return files;
  }
}
