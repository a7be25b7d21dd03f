package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.Node;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which events start a job at all: every other one costs no runner. */
class WorkflowConditionsTest {
  private static boolean starts(String file, String job, Map<String, ?> inputs, Object github) {
    String condition = CiScript.read(Path.of(file)).textAt("jobs", job, "if");
    assertThat(condition).isNotNull();
    return ActionsExpression.holds(condition, Map.of("inputs", inputs, "github", github));
  }

  private static Map<String, Object> event(
      String action, String labels, String label, String base, String from) {
    List<Map<String, String>> names =
        Arrays.stream(labels.split(" "))
            .filter(name -> !name.isEmpty())
            .map(name -> Map.of("name", name))
            .toList();
    Map<String, Object> event = new HashMap<>();
    event.put("action", action);
    event.put("pull_request", Map.of("labels", names, "base", Map.of("ref", base)));
    if (!label.isEmpty()) {
      event.put("label", Map.of("name", label));
    }
    if (!from.isEmpty()) {
      event.put("changes", Map.of("base", Map.of("ref", Map.of("from", from))));
    }
    return Map.of("event_name", "pull_request_target", "event", event);
  }

  @ParameterizedTest
  @CsvSource({
    // action, its labels, the label of the event, base, base before, starts
    "synchronize, preview, '', main, '', true",
    "synchronize, bug, '', main, '', false",
    "synchronize, '', '', main, '', false",
    "opened, preview bug, '', release, '', false",
    "labeled, preview bug, preview, main, '', true",
    "labeled, bug, bug, main, '', false",
    "labeled, preview no-preview, no-preview, main, '', true",
    "unlabeled, bug, preview, main, '', true",
    "unlabeled, preview, no-preview, main, '', true",
    "unlabeled, '', bug, main, '', false",
    "closed, preview, '', main, '', true",
    "closed, bug, '', main, '', false",
    "edited, preview, '', main, '', false",
    "edited, preview, '', release, main, true",
    "edited, preview, '', main, release, true",
    "edited, preview, '', other, release, false",
  })
  void aForeignEventStartsNothing(
      String action, String labels, String label, String base, String from, boolean starts) {
    Map<String, String> inputs = Map.of("label", "preview", "base", "main");
    Map<String, Object> github = event(action, labels, label, base, from);
    assertThat(starts(".github/workflows/preview.yml", "preview", inputs, github))
        .isEqualTo(starts);
    Map<String, String> none = Map.of("label", "", "base", "");
    boolean any = !action.equals("edited") || !from.isEmpty();
    assertThat(starts(".github/workflows/preview.yml", "preview", none, github)).isEqualTo(any);
  }

  /** Without the label a preview closes; without one that forbids it, it may open again. */
  @ParameterizedTest
  @CsvSource({
    "unlabeled, preview, preview, close",
    "unlabeled, no-preview, preview, open",
    "unlabeled, preview, '', close",
    "labeled, no-preview, preview, open",
    "closed, '', preview, close",
    "synchronize, '', preview, open"
  })
  void theEventSaysWhatIsRun(String action, String label, String wanted, String command) {
    Node workflow = CiScript.read(Path.of(".github/workflows/preview.yml"));
    ListNode steps = (ListNode) workflow.at("jobs", "preview", "steps");
    String expression = steps.items().getLast().textAt("with", "command");
    Map<String, Object> github = event(action, "preview", label, "main", "");
    assertThat(
            ActionsExpression.value(
                expression.replace("${{", "").replace("}}", ""),
                Map.of("inputs", Map.of("label", wanted), "github", github)))
        .isEqualTo(command);
  }

  @Test
  void aScheduleAlwaysStarts() {
    Map<String, String> inputs = Map.of("label", "preview", "base", "main");
    Map<String, Object> github = Map.of("event_name", "schedule", "event", Map.of());
    assertThat(starts(".github/workflows/preview.yml", "preview", inputs, github)).isTrue();
    String admits = "golden/init/monolith-github/.github/workflows/preview.yml";
    assertThat(starts(admits, "admit", Map.of(), github)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "synchronize, preview, '', true",
    "synchronize, bug, '', false",
    "labeled, preview, preview, true",
    "labeled, bug, bug, false",
    "labeled, mayfly/admitted, mayfly/admitted, true",
    "synchronize, mayfly/admitted, '', true",
    "labeled, preview no-preview, no-preview, true",
    "unlabeled, '', preview, true",
  })
  void whatAdmitsAsksForTheLabelToo(String action, String labels, String label, boolean starts) {
    String file = "golden/init/monolith-github/.github/workflows/preview.yml";
    Map<String, Object> github = event(action, labels, label, "main", "");
    assertThat(starts(file, "admit", Map.of(), github)).isEqualTo(starts);
  }
}
