package dev.mayfly.lint.rule.database;

import dev.mayfly.lint.DocumentRule;
import dev.mayfly.lint.Edit;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;
import java.util.List;

/** A schedule lacks the field of seconds. */
public final class FiveFieldSchedule implements DocumentRule {
  @Override
  public void check(Resource resource, Findings out) {
    Node schedule = resource.at("spec", "schedule");
    String text = NodeValues.text(schedule).strip();
    if (schedule != null
        && !text.isEmpty()
        && !text.startsWith("@")
        && text.split("\\s+").length != 6) {
      boolean five = text.split("\\s+").length == 5;
      out.add(
          schedule,
          "the schedule has " + text.split("\\s+").length + " fields, not six",
          five ? Edit.replace(schedule.location(), "\"0 " + text + "\"") : List.of());
    }
  }
}
