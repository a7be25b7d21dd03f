package dev.mayfly.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.golden.FullRun;
import dev.mayfly.manifest.YamlDraft.Raw;
import dev.mayfly.platform.PlatformLoader;
import dev.mayfly.yaml.Budget;
import dev.mayfly.yaml.SchemaCheck;
import dev.mayfly.yaml.YamlReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * {@code mayfly.yaml} is read by a binder that starts fast and described by a JSON Schema that
 * editors know. Both must accept the same files.
 */
class SchemaOracleTest {
  private static final SchemaCheck SCHEMA = SchemaCheck.of(SchemaName.PLATFORM.bytes());

  /** What the binder calls a wrong shape; its other problems are about several fields at once. */
  private static final Set<String> SHAPE =
      Set.of(
          "wrong-type",
          "missing-field",
          "unknown-key",
          "not-allowed",
          "wrong-syntax",
          "ambiguous-scalar",
          "scalar-type",
          "no-apps");

  /** While one of these is not understood, the binder does not judge the keys beside it. */
  private static final Set<String> DECISIVE =
      Set.of(
          "kind",
          "mode",
          "from",
          "strategy",
          "delivery",
          "change",
          "removal",
          "secretMode",
          "severity");

  /** Maps whose fields a word of their own decides, and the way to them. */
  private static final Set<String> DECIDED =
      Set.of("namespace", "forge", "access", "database", "snapshot");

  private static final List<String> PARTS =
      List.of("spec", "namespace", "forge", "apps", "exposure", "access", "database", "snapshot");

  /** One of each kind of value, and the scalars that readers disagree on. */
  private static final List<String> VALUES =
      List.of(
          "~",
          "true",
          "True",
          "yes",
          "7",
          "007",
          "+7",
          "-1",
          "1.5",
          "1.0",
          "12_3",
          "99999999999",
          "\"\"",
          "\"7\"",
          "\"${pr.number}\"",
          "plain",
          "[]",
          "[7]",
          "[plain]",
          "{}",
          "{zzz: 1}",
          "{a: b}",
          quotedLetters(64),
          quotedLetters(300));

  /** No divisor of how many values and texts each place is given, so that all take turns. */
  private static final int STEP = FullRun.oneOf(11);

  private int turn;

  @Test
  void binderAndSchemaAgreeOnEveryChange() {
    Map<String, String> disagreements = new TreeMap<>();
    Set<String> tried = new HashSet<>();
    DraftNodes nodes = new DraftNodes();
    PlatformDrafts.all()
        .forEach((name, draft) -> {
          assertThat(binder(draft.bytes())).as(name).isEmpty();
          assertThat(schema(draft.bytes())).as(name).isEmpty();
          changes(draft, tried)
              .forEach((change, changed) -> {
                List<Problem> bound = binder(changed.bytes());
                List<Problem> validated = SCHEMA.check(nodes.of(changed));
                if (bound.isEmpty() != validated.isEmpty()) {
                  disagreements.put(
                      name + ": " + change, "binder " + bound + ", schema " + validated);
                }
              });
        });
    assertThat(disagreements).isEmpty();
    assertThat(tried).hasSizeGreaterThan(3000);
  }

  @Test
  void everyNameThatOneKnowsTheOtherKnows() {
    Set<String> vocabulary = SchemaFields.names(SchemaName.PLATFORM);
    assertThat(vocabulary).hasSizeGreaterThan(80);
    assertThat(SchemaFields.askedByReaders()).isEqualTo(vocabulary);
    // A map that several drafts share is asked once for each of the words that decide about it.
    Set<List<Object>> asked = new HashSet<>();
    for (YamlDraft draft : PlatformDrafts.all().values()) {
      List<List<Object>> places = new ArrayList<>(draft.places());
      places.add(List.of());
      for (List<Object> place : places) {
        if (draft.at(place) instanceof Map<?, ?> map
            && asked.add(List.of(place, map, modes(place.toString(), draft)))) {
          YamlDraft changed = draft;
          for (String name : vocabulary) {
            if (!map.containsKey(name)) {
              YamlDraft alone = draft.with(YamlDraft.plus(place, name), new Raw("~"));
              if (DECISIVE.contains(name)) {
                if (turn++ % STEP == 0) {
                  assertSameUnknownKeys(place, alone);
                }
              } else {
                changed = changed.with(YamlDraft.plus(place, name), new Raw("~"));
              }
            }
          }
          assertSameUnknownKeys(place, changed);
        }
      }
    }
  }

  private static void assertSameUnknownKeys(List<Object> place, YamlDraft draft) {
    byte[] bytes = draft.bytes();
    assertThat(unknownKeys(binder(bytes))).as("%s", place).isEqualTo(unknownKeys(schema(bytes)));
  }

  private static Set<String> unknownKeys(List<Problem> problems) {
    return problems.stream()
        .filter(problem -> problem.id().equals("unknown-key"))
        .map(problem -> String.valueOf(problem.location()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Each change to each place once, wherever several drafts have the same place. */
  private Map<String, YamlDraft> changes(YamlDraft draft, Set<String> tried) {
    Map<String, YamlDraft> changes = new LinkedHashMap<>();
    changes.put("unknown key in the root", draft.with(List.of("zzz"), new Raw("1")));
    for (List<Object> place : draft.places()) {
      changes.put("without " + place, draft.with(place, null));
      VALUES.forEach(
          value -> changes.put(place + " = " + value, draft.with(place, new Raw(value))));
      switch (draft.at(place)) {
        case Map<?, ?> map ->
            changes.put(
                "unknown key in " + place, draft.with(YamlDraft.plus(place, "zzz"), new Raw("1")));
        case List<?> list ->
            changes.put(
                "null in " + place, draft.with(YamlDraft.plus(place, list.size()), new Raw("~")));
        case Raw(String text) when text.startsWith("\"") -> changeText(place, text, draft, changes);
        default -> {}
      }
    }
    changes
        .keySet()
        .removeIf(change ->
            !tried.add(change + modes(change, draft)) || isValue(change) && turn++ % STEP > 0);
    return changes;
  }

  private static boolean isValue(String change) {
    return change.contains(" = ") || change.contains(" with ");
  }

  /** What a change means depends on the words that decide which fields the maps around it have. */
  private static String modes(String change, YamlDraft draft) {
    Set<String> named = new HashSet<>(List.of(change.split("[^a-zA-Z]+")));
    named.retainAll(DECIDED);
    return named.isEmpty() ? "" : modes(draft.root(), named, false);
  }

  private static String modes(Object value, Set<String> named, boolean inside) {
    return switch (value) {
      case Map<?, ?> map -> {
        StringBuilder modes = new StringBuilder();
        if (inside) {
          for (Object word : List.of("mode", "from", "strategy", "kind")) {
            modes.append(map.get(word) instanceof Raw(String text) ? text : "");
          }
        }
        for (String part : PARTS) {
          modes.append(
              map.containsKey(part)
                  ? modes(map.get(part), named, inside || named.contains(part))
                  : "");
        }
        yield modes.toString();
      }
      case List<?> list -> modes(list.getFirst(), named, inside);
      default -> "";
    };
  }

  private static void changeText(
      List<Object> place, String text, YamlDraft draft, Map<String, YamlDraft> changes) {
    String open = text.substring(0, text.length() - 1);
    for (String suffix : List.of("!", "\\n", "-", "/", ".", "\u00e4", "A", "9")) {
      changes.put(place + " with " + suffix, draft.with(place, new Raw(open + suffix + "\"")));
    }
    String bare = text.replace("\"", "").replaceAll("[^A-Za-z0-9./ -]", "x");
    if (!bare.isEmpty()) {
      changes.put("unquoted " + place, draft.with(place, new Raw(bare)));
    }
  }

  private static List<Problem> binder(byte[] bytes) {
    try {
      PlatformLoader.load("mayfly.yaml", bytes);
      return List.of();
    } catch (ProblemsException refused) {
      return refused.problems().stream().filter(p -> SHAPE.contains(p.id())).toList();
    }
  }

  private static List<Problem> schema(byte[] bytes) {
    return SCHEMA.check(
        new YamlReader(Budget.ADMIN).read("mayfly.yaml", bytes).single(Fault.CONFIGURATION));
  }

  private static String quotedLetters(int count) {
    return "\"" + "a".repeat(count) + "\"";
  }
}
