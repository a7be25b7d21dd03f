package dev.mayfly.command;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.yaml.Budget;
import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ScalarNode;
import dev.mayfly.yaml.YamlReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A script of a CI file as its runner would start it.
 *
 * @param job where it stands in the file, {@code job} or {@code job/step}
 * @param variables what the file sets for it
 * @param folder where it runs, from where the runner starts; empty for right there
 */
record CiScript(
    Path file, String job, Map<String, String> variables, String folder, String script) {
  private static final Path ACTION = Path.of(".github/actions/mayfly/action.yml");
  private static final Path TEMPLATE = Path.of("docs/gitlab-ci.yml");

  static MapNode read(Path file) {
    try {
      return (MapNode)
          new YamlReader(Budget.ADMIN)
              .read(file.toString(), Files.readAllBytes(file))
              .single(Fault.CONFIGURATION);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The jobs of a GitLab file; one that includes our template has the template's as well. */
  static List<CiScript> gitlab(Path file) {
    MapNode document = read(file);
    Map<String, String> global = new TreeMap<>();
    List<CiScript> jobs = new ArrayList<>();
    MapNode jobsOf = document;
    if (document.get("include") != null) {
      jobsOf = read(TEMPLATE);
      global.putAll(texts(jobsOf.get("variables")));
    }
    global.putAll(texts(document.get("variables")));
    for (MapNode.Entry entry : jobsOf.entries()) {
      if (entry.value() instanceof MapNode job && job.get("script") != null) {
        Map<String, String> variables = new TreeMap<>(global);
        List<String> lines = new ArrayList<>();
        if (job.textAt("extends") instanceof String base) {
          variables.putAll(texts(jobsOf.at(base, "variables")));
          lines.addAll(lines(jobsOf.at(base, "before_script")));
        }
        variables.putAll(texts(job.get("variables")));
        lines.addAll(lines(job.get("before_script")));
        lines.addAll(lines(job.get("script")));
        jobs.add(new CiScript(file, entry.key().text(), variables, "", String.join("\n", lines)));
      }
    }
    return jobs;
  }

  /** The scripts of a workflow, those of our own action and of our reusable workflows included. */
  static List<CiScript> actions(Path file) {
    return actions(file, Map.of());
  }

  /** The same, for a workflow that another one calls with these inputs. */
  static List<CiScript> actions(Path file, Map<String, String> inputs) {
    List<CiScript> scripts = new ArrayList<>();
    MapNode workflow = read(file);
    for (MapNode.Entry entry : ((MapNode) workflow.get("jobs")).entries()) {
      MapNode job = (MapNode) entry.value();
      if (job.textAt("uses") instanceof String called) {
        String name = called.replaceAll(".*/([a-z]+\\.yml)@.*", "$1");
        actions(Path.of(".github/workflows", name), texts(job.get("with")))
            .forEach(s -> scripts.add(s.in(file)));
        continue;
      }
      int step = 0;
      for (Node item : ((ListNode) job.get("steps")).items()) {
        MapNode map = (MapNode) item;
        Map<String, String> variables = new TreeMap<>(texts(job.get("env")));
        String name = entry.key().text() + "/" + ++step;
        if (map.textAt("run") instanceof String run) {
          variables.putAll(texts(map.get("env")));
          scripts.add(new CiScript(file, name, variables, folder(map), run));
        } else if (map.textAt("uses") instanceof String uses
            && uses.matches(".*/actions/mayfly(@.*)?")) {
          Map<String, String> with = texts(map.get("with"));
          with.replaceAll((input, value) -> given(workflow, value, inputs));
          scripts.add(action(file, name, variables, with));
        }
      }
    }
    return scripts;
  }

  /** The one script of our action, with its inputs filled in. */
  private static CiScript action(
      Path file, String name, Map<String, String> variables, Map<String, String> with) {
    MapNode action = read(ACTION);
    for (Node item : ((ListNode) action.at("runs", "steps")).items()) {
      if (item instanceof MapNode step && step.textAt("run") instanceof String run) {
        texts(step.get("env"))
            .forEach((key, value) -> variables.put(key, filled(action, value, with)));
        return new CiScript(file, name, variables, with.getOrDefault("gitops", ""), run);
      }
    }
    throw new IllegalStateException("the action runs nothing");
  }

  /** An input of a reusable workflow; what is none stays as it is. */
  private static String given(MapNode workflow, String value, Map<String, String> inputs) {
    if (!value.matches("\\$\\{\\{ inputs\\.[a-z-]+ }}")) {
      return value;
    }
    String input = value.replaceAll("\\$\\{\\{ inputs\\.([a-z-]+) }}", "$1");
    String standard = workflow.textAt("on", "workflow_call", "inputs", input, "default");
    return inputs.getOrDefault(input, standard == null ? "" : standard);
  }

  private static String filled(MapNode action, String value, Map<String, String> with) {
    String input = value.replaceAll("\\$\\{\\{ inputs\\.([a-z-]+) }}", "$1");
    String standard = action.textAt("inputs", input, "default");
    return with.getOrDefault(input, standard == null ? "" : standard);
  }

  private CiScript in(Path caller) {
    return new CiScript(caller, job, variables, folder, script);
  }

  private static String folder(MapNode step) {
    return step.textAt("working-directory") instanceof String folder ? folder : "";
  }

  private static Map<String, String> texts(@org.jspecify.annotations.Nullable Node node) {
    Map<String, String> texts = new TreeMap<>();
    if (node instanceof MapNode map) {
      for (MapNode.Entry entry : map.entries()) {
        texts.put(entry.key().text(), ((ScalarNode) entry.value()).text());
      }
    }
    return texts;
  }

  private static List<String> lines(@org.jspecify.annotations.Nullable Node node) {
    return node instanceof ListNode list
        ? list.items().stream().map(item -> ((ScalarNode) item).text()).toList()
        : List.of();
  }
}
