package dev.mayfly.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.manifest.YamlDraft.Raw;
import dev.mayfly.platform.PlatformLoader;
import dev.mayfly.yaml.Budget;
import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.ScalarNode;
import dev.mayfly.yaml.SchemaCheck;
import dev.mayfly.yaml.YamlReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Where one of a few words is written, binder and schema know the same words. */
class ClosedListsTest {
  private static final SchemaCheck SCHEMA = SchemaCheck.of(SchemaName.PLATFORM.bytes());
  private static final String NONSENSE = "zzzzzzzzzzzz";

  @Test
  void binderAndSchemaKnowTheSameWords() {
    TreeMap<String, String> differences = new TreeMap<>();
    Set<String> tried = new HashSet<>();
    Set<List<Object>> asked = new HashSet<>();
    for (YamlDraft draft : PlatformDrafts.all().values()) {
      for (List<Object> place : draft.places()) {
        if (!(draft.at(place) instanceof Raw)
            || !asked.add(List.of(place, part(draft, place)))
            || !isClosedList(draft, place)) {
          continue;
        }
        String name = place.toString().replaceAll(", [0-9]+", "");
        if (tried.add(name)) {
          TreeSet<String> words = words(draft, place);
          for (String word : words) {
            YamlDraft changed = draft.with(place, new Raw(word));
            boolean bound = isKnown(binder(changed), word);
            if (bound != isKnown(schema(changed), word)) {
              differences.put(name + ": " + word, bound ? "binder only" : "schema only");
            }
          }
        }
      }
    }
    assertThat(differences).isEmpty();
    assertThat(tried).hasSizeGreaterThan(15).contains("[spec, forge, kind]");
  }

  /** What a place is in goes by nothing outside of this, which many drafts share. */
  private static Object part(YamlDraft draft, List<Object> place) {
    return draft.at(place.subList(0, Math.min(2, place.size())));
  }

  private static boolean isClosedList(YamlDraft draft, List<Object> place) {
    YamlDraft changed = draft.with(place, new Raw(NONSENSE));
    return !isKnown(binder(changed), NONSENSE);
  }

  private static boolean isKnown(List<Problem> problems, String word) {
    return problems.stream()
        .noneMatch(problem ->
            problem.id().equals("not-allowed")
                && problem.message().equals("`" + word + "` is not allowed here"));
  }

  /** Those of every closed list of the schema that has the key's name, and those of the binder. */
  private static TreeSet<String> words(YamlDraft draft, List<Object> place) {
    TreeSet<String> words = new TreeSet<>();
    for (Problem problem : binder(draft.with(place, new Raw(NONSENSE)))) {
      Matcher word = Pattern.compile("`([^`]+)`").matcher(problem.hint());
      while (problem.id().equals("not-allowed") && word.find()) {
        words.add(word.group(1));
      }
    }
    SchemaFields.visit(
        SchemaFields.document(SchemaName.PLATFORM),
        "",
        (path, map) -> {
          if (path.endsWith("/" + place.getLast()) && map.get("enum") instanceof ListNode list) {
            list.items().forEach(item -> words.add(((ScalarNode) item).text()));
          }
        });
    return words;
  }

  private static List<Problem> binder(YamlDraft draft) {
    try {
      PlatformLoader.load("mayfly.yaml", draft.bytes());
      return List.of();
    } catch (ProblemsException refused) {
      return new ArrayList<>(refused.problems());
    }
  }

  private static List<Problem> schema(YamlDraft draft) {
    return SCHEMA.check(
        new YamlReader(Budget.ADMIN)
            .read("mayfly.yaml", draft.bytes())
            .single(Fault.CONFIGURATION));
  }
}
