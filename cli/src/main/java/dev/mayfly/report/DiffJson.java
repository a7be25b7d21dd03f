package dev.mayfly.report;

import dev.mayfly.change.Cost;
import dev.mayfly.change.Difference;
import dev.mayfly.change.PolicyChange;
import dev.mayfly.change.RenderedObject;
import dev.mayfly.yaml.JsonWriter;
import dev.mayfly.yaml.Tree;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** Differences for programs. */
public final class DiffJson {
  /** A new number comes with a change that breaks a reader. */
  private static final long VERSION = 1;

  private DiffJson() {}

  /** What rendering would change in the files that are committed. */
  public static String write(TreeDiff diff) {
    Map<String, Tree> root = root();
    root.put("files", files(diff));
    return JsonWriter.pretty(new Tree.Mapping(root));
  }

  /** What a change of the platform does. */
  public static String write(PolicyChange change) {
    Map<String, Tree> root = root();
    root.put("permissions", differences(change.permissions(), DiffJson::permission));
    root.put("stale", list(List.copyOf(change.stale()), Tree.Text::new));
    root.put("cost", list(change.costs(), DiffJson::cost));
    root.put("objects", differences(change.objects(), DiffJson::object));
    root.put("files", files(TreeDiff.of(change.before(), change.after())));
    return JsonWriter.pretty(new Tree.Mapping(root));
  }

  private static Map<String, Tree> root() {
    Map<String, Tree> root = new LinkedHashMap<>();
    root.put("version", new Tree.Number(VERSION));
    return root;
  }

  private static <T> Tree list(List<T> items, Function<T, Tree> tree) {
    return new Tree.Sequence(items.stream().map(tree).toList());
  }

  private static <T> Tree differences(
      List<Difference<T>> differences, Function<T, Map<String, Tree>> fields) {
    return list(
        differences,
        difference -> {
          Map<String, Tree> entry = new LinkedHashMap<>();
          entry.put("change", new Tree.Text(difference.kind().name().toLowerCase(Locale.ROOT)));
          entry.putAll(fields.apply(difference.what()));
          return new Tree.Mapping(entry);
        });
  }

  private static Map<String, Tree> permission(String permission) {
    return Map.of("permission", new Tree.Text(permission));
  }

  private static Map<String, Tree> object(RenderedObject object) {
    Map<String, Tree> fields = new LinkedHashMap<>();
    fields.put("group", new Tree.Text(object.apiGroup()));
    fields.put("kind", new Tree.Text(object.kind()));
    fields.put("namespace", new Tree.Text(object.namespace()));
    fields.put("name", new Tree.Text(object.name()));
    if (!object.owner().isEmpty()) {
      fields.put("app", new Tree.Text(object.owner()));
    }
    return fields;
  }

  private static Tree cost(Cost cost) {
    Map<String, Tree> fields = new LinkedHashMap<>();
    fields.put("what", new Tree.Text(cost.what()));
    fields.put("before", new Tree.Text(cost.before()));
    fields.put("after", new Tree.Text(cost.after()));
    return new Tree.Mapping(fields);
  }

  private static Tree files(TreeDiff diff) {
    return list(
        List.copyOf(diff.patches().entrySet()),
        file -> {
          Map<String, Tree> fields = new LinkedHashMap<>();
          fields.put("path", new Tree.Text(file.getKey()));
          fields.put("patch", new Tree.Text(file.getValue()));
          return new Tree.Mapping(fields);
        });
  }
}
