package dev.mayfly.manifest;

import dev.mayfly.cel.Expression;
import dev.mayfly.cel.Expression.Entries;
import dev.mayfly.cel.Expression.Items;
import dev.mayfly.cel.Expressions;
import dev.mayfly.template.Text;
import dev.mayfly.template.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One rendered object as a condition that nothing else meets: its place, its name, and all that it
 * says but for metadata, which controllers write to. A name says little: the operator acts on what
 * {@code spec} names, and takes over what is there (CloudNativePG docs, "Database Management").
 */
final class RenderedForm {
  /** Maps of quantities, which Kubernetes writes anew in a form of its own. */
  private static final Set<String> QUANTITIES =
      Set.of("hard", "default", "defaultRequest", "requests", "limits");

  private final String kind;

  /** Of the kind nothing is known, so anything may be added, and what is empty may be left out. */
  private final boolean foreign;

  private RenderedForm(String kind, boolean foreign) {
    this.kind = kind;
    this.foreign = foreign;
  }

  /** True of this object only. What is missing is an error, and that denies. */
  static Expression of(Manifest object) {
    RenderedForm form = new RenderedForm(object.kind(), ExtraKind.isExtra(object.path()));
    Map<String, Value> metadata = form.fields(object.document().entries().get("metadata"));
    List<Expression> conditions = new ArrayList<>();
    form.equal(AdmissionVariables.PLACE, "", metadata.getOrDefault("namespace", Value.of("")))
        .ifPresent(conditions::add);
    form.equal(AdmissionVariables.NAME, "", metadata.getOrDefault("name", Value.ABSENT))
        .ifPresent(conditions::add);
    object
        .document()
        .entries()
        .forEach((key, value) -> {
          if (!Set.of("apiVersion", "kind", "metadata").contains(key)) {
            form.entry(AdmissionVariables.OBJECT.field(key), key, "", value)
                .ifPresent(conditions::add);
          }
        });
    return Expressions.all(conditions);
  }

  /** Nothing where the value depends on what the policy cannot know. */
  private Optional<Expression> equal(Expression at, String path, Value value) {
    return switch (value) {
      case Value.Str(Text text) -> NameExpression.of(text).map(at::eq);
      case Value.Num(long number) -> Optional.of(at.eq(Expressions.of(number)));
      case Value.Bool(boolean truth) -> Optional.of(truth ? at : at.eq(Expression.FALSE));
      case Value.Items items when !isLiteral(path, items) -> Optional.of(items(at, path, items));
      case Value.Fields map when !isLiteral(path, map) -> Optional.of(map(at, path, map));
      case Value.Items items -> Optional.of(at.eq(literal(items)));
      case Value.Fields map -> Optional.of(at.eq(literal(map)));
      case Value.Absent ignored -> Optional.empty();
      case Value.Decimal ignored -> throw onlyInCharts();
      case Value.Null ignored -> throw onlyInCharts();
      case Value.Embedded ignored -> throw onlyInCharts();
    };
  }

  private Expression items(Expression at, String path, Value.Items list) {
    List<Expression> conditions = new ArrayList<>();
    conditions.add(Expressions.call("size", at).eq(Expressions.of(list.items().size())));
    for (int i = 0; i < list.items().size(); i++) {
      equal(at.at(i), path, list.items().get(i)).ifPresent(conditions::add);
    }
    return Expressions.all(conditions);
  }

  private Expression map(Expression at, String path, Value.Fields map) {
    Set<String> added = foreign ? Set.of(ServerDefaults.ANY) : ServerDefaults.of(kind, path);
    List<Expression> conditions = new ArrayList<>();
    if (!added.contains(ServerDefaults.ANY)) {
      Set<String> known = new TreeSet<>(map.entries().keySet());
      known.addAll(added);
      conditions.add(at.all("key", key -> key.in(known)));
    }
    map.entries()
        .forEach((key, value) ->
            entry(at.field(key), path + "." + key, path, value).ifPresent(conditions::add));
    if (!added.contains(ServerDefaults.ANY)) {
      conditions.addAll(additions(at, path, map, added));
    }
    return Expressions.all(conditions);
  }

  /** What may be added is a map with rules of its own, or whatever it is. */
  private List<Expression> additions(
      Expression at, String path, Value.Fields map, Set<String> added) {
    List<Expression> conditions = new ArrayList<>();
    for (String key : new TreeSet<>(added)) {
      String below = path + "." + key;
      if (!map.entries().containsKey(key) && ServerDefaults.isBelow(kind, below)) {
        Expression there = map(at.field(key), below, Value.EMPTY);
        if (!there.equals(Expression.TRUE)) {
          conditions.add(Expressions.has(at.field(key)).not().or(there));
        }
      }
    }
    return conditions;
  }

  private Optional<Expression> entry(Expression at, String path, String parent, Value value) {
    if (foreign && kind.equals("Secret") && path.equals("stringData")) {
      return Optional.empty(); // The API server moves it into `data` before it asks.
    }
    Optional<Expression> equal = filled(at, path, parent, value);
    return foreign && ServerDefaults.isDropped(value)
        ? equal.map(same -> Expressions.has(at).not().or(same))
        : equal;
  }

  private Optional<Expression> filled(Expression at, String path, String parent, Value value) {
    return isQuantity(parent) && value instanceof Value.Str(Text text)
        ? NameExpression.of(text)
            .map(amount ->
                Expressions.call("quantity", at)
                    .call("compareTo", Expressions.call("quantity", amount))
                    .eq(Expressions.of(0)))
        : equal(at, path, value);
  }

  private boolean isQuantity(String path) {
    // The limits of a LimitRange are a list of such maps.
    return QUANTITIES.contains(path.substring(path.lastIndexOf('.') + 1))
        && !(kind.equals("LimitRange") && path.equals("spec.limits"));
  }

  /** Whether it can be compared as a whole: every part is known, and nothing may be added to it. */
  private boolean isLiteral(String path, Value value) {
    return switch (value) {
      case Value.Str(Text text) -> NameExpression.of(text).isPresent();
      case Value.Items list -> list.items().stream().allMatch(item -> isLiteral(path, item));
      case Value.Fields map ->
          !foreign
              && !ServerDefaults.isBelow(kind, path)
              && (map.entries().isEmpty() || !isQuantity(path))
              && map.entries().entrySet().stream()
                  .allMatch(e -> isLiteral(path + "." + e.getKey(), e.getValue()));
      default -> true;
    };
  }

  /** The API server takes no list or map of values of several types, unless it is told to. */
  private static Expression literal(Value value) {
    return switch (value) {
      case Value.Str(Text text) -> NameExpression.of(text).orElseThrow();
      case Value.Num(long number) -> Expressions.of(number);
      case Value.Bool(boolean truth) -> Expressions.of(truth);
      case Value.Items(List<Value> items) ->
          new Items(items.stream().map(item -> part(item, items)).toList());
      case Value.Fields(Map<String, Value> entries) -> {
        Map<String, Expression> parts = new LinkedHashMap<>();
        entries.forEach((key, part) -> parts.put(key, part(part, entries.values())));
        yield new Entries(parts);
      }
      case Value.Absent ignored -> throw new IllegalStateException("nothing cannot be compared");
      case Value.Decimal ignored -> throw onlyInCharts();
      case Value.Null ignored -> throw onlyInCharts();
      case Value.Embedded ignored -> throw onlyInCharts();
    };
  }

  private static IllegalStateException onlyInCharts() {
    return new IllegalStateException("no template of an overlay can hold this");
  }

  private static Expression part(Value part, Collection<Value> all) {
    boolean alike = all.stream().allMatch(Value.Str.class::isInstance);
    return alike ? literal(part) : Expressions.call("dyn", literal(part));
  }

  private Map<String, Value> fields(@Nullable Value value) {
    return value instanceof Value.Fields(Map<String, Value> entries) ? entries : Map.of();
  }
}
