package dev.mayfly.adopt;

import dev.mayfly.platform.OpenDecisions;
import dev.mayfly.yaml.Tree;
import java.util.List;
import java.util.Map;

/** What the file itself says is open or assumed, for the report. */
record DraftRemarks(Adoption adoption) {
  void read(Draft.Fields document) {
    document.entries().forEach((key, draft) -> read(key, draft));
  }

  private void read(String path, Draft draft) {
    switch (draft) {
      case Draft.Leaf(Tree.Text(String text), Origin.Open ignored) ->
          adoption.say(
              Remark.Kind.OPEN,
              null,
              path,
              text.substring(Math.min(text.length(), OpenDecisions.MARK.length())).strip());
      case Draft.Leaf(Tree tree, Origin.Assumed(String why)) ->
          adoption.say(Remark.Kind.ASSUMED, null, shown(path, tree), why);
      case Draft.Leaf ignored -> {}
      case Draft.Items(List<Draft> items) when oneReason(items) ->
          adoption.say(Remark.Kind.ASSUMED, null, path, Origin.why(items.getFirst()));
      case Draft.Items items -> {
        for (int i = 0; i < items.items().size(); i++) {
          read(path + "[" + i + "]", items.items().get(i));
        }
      }
      case Draft.Fields fields -> {
        for (Map.Entry<String, Draft> entry : fields.entries().entrySet()) {
          read(path + "." + entry.getKey(), entry.getValue());
        }
      }
    }
  }

  private static boolean oneReason(List<Draft> items) {
    return !items.isEmpty()
        && !Origin.why(items.getFirst()).isEmpty()
        && items.stream().map(Origin::why).distinct().count() == 1;
  }

  private static String shown(String path, Tree tree) {
    return tree instanceof Tree.Text(String text) ? path + ": " + text : path;
  }
}
