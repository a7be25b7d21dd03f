package dev.mayfly.report;

import dev.mayfly.change.Cost;
import dev.mayfly.change.Difference;
import dev.mayfly.change.PolicyChange;
import dev.mayfly.change.RenderedObject;
import dev.mayfly.change.Setting;
import dev.mayfly.yaml.Choice;
import dev.mayfly.yaml.JsonWriter;
import dev.mayfly.yaml.Tree;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Differences for programs. */
public final class DiffJson {
  /** A new number comes with a change that breaks a reader. */
  private static final long VERSION = 1;

  private DiffJson() {}

  /** What rendering would change in the files that are committed. */
  public static String write(TreeDiff diff) {
    Tree.Mapping root = root();
    root.put("files", files(diff));
    return JsonWriter.pretty(root);
  }

  /** What a change of the platform does. */
  public static String write(PolicyChange change) {
    Tree.Mapping root = root();
    root.put("permissions", differences(change.permissions(), DiffJson::permission));
    root.put("settings", differences(change.settings(), DiffJson::setting));
    root.put("stale", list(List.copyOf(change.stale()), Tree.Text::new));
    root.put("cost", list(change.costs(), DiffJson::cost));
    root.put("objects", differences(change.objects(), DiffJson::object));
    root.put("files", files(TreeDiff.of(change.before(), change.after())));
    return JsonWriter.pretty(root);
  }

  private static Tree.Mapping root() {
    return new Tree.Mapping().put("version", VERSION);
  }

  private static <T> Tree list(List<T> items, Function<T, Tree> tree) {
    return new Tree.Sequence(items.stream().map(tree).toList());
  }

  private static <T> Tree differences(
      List<Difference<T>> differences, BiFunction<Tree.Mapping, T, Tree> fields) {
    return list(
        differences,
        it -> fields.apply(new Tree.Mapping().put("change", Choice.word(it.kind())), it.what()));
  }

  private static Tree permission(Tree.Mapping fields, String permission) {
    return fields.put("permission", permission);
  }

  private static Tree setting(Tree.Mapping fields, Setting setting) {
    return fields.put("path", setting.path()).put("value", setting.value());
  }

  private static Tree object(Tree.Mapping fields, RenderedObject object) {
    return fields
        .put("group", object.apiGroup())
        .put("kind", object.kind())
        .put("namespace", object.namespace())
        .put("name", object.name())
        .putUnlessEmpty("app", object.owner());
  }

  private static Tree cost(Cost cost) {
    return new Tree.Mapping()
        .put("what", cost.what())
        .put("before", cost.before())
        .put("after", cost.after());
  }

  private static Tree files(TreeDiff diff) {
    return list(
        List.copyOf(diff.patches().entrySet()),
        file -> new Tree.Mapping().put("path", file.getKey()).put("patch", file.getValue()));
  }
}
