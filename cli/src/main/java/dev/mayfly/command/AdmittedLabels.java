package dev.mayfly.command;

import dev.mayfly.admission.PreviewId;
import dev.mayfly.delivery.AdmittedLabel;
import dev.mayfly.delivery.ForgeFate;
import dev.mayfly.delivery.Policy;
import dev.mayfly.delivery.Sweep;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.forge.Forge;
import dev.mayfly.report.TextReport;
import java.util.ArrayList;
import java.util.List;

/** {@code sync} where Argo CD's generator makes the previews: the label stays only where it may. */
final class AdmittedLabels {
  private AdmittedLabels() {}

  static int sync(Policy policy, Forge forge, boolean apply, Console console) {
    AdmittedLabel label = new AdmittedLabel(forge, policy.platform());
    ForgeFate fate = new ForgeFate(forge, console.clock());
    List<Problem> problems = new ArrayList<>();
    for (PreviewId id : label.holders()) {
      switch (fate.of(policy, id)) {
        case Sweep.Answer.Stays ignored -> console.out().println(id + ": kept");
        case Sweep.Answer.Unknown(Problem problem) -> {
          problems.add(problem);
          console.out().println(id + ": kept");
        }
        case Sweep.Answer.Goes(String reason) -> {
          if (apply) {
            policy.platform().app(id.app()).ifPresent(app -> label.remove(id, app));
          }
          console
              .out()
              .println(id + (apply ? ": withdrawn (" : ": would be withdrawn (") + reason + ")");
        }
      }
    }
    if (!problems.isEmpty()) {
      console.err().print(new TextReport(console.colour()).format(problems));
    }
    return problems.isEmpty() ? ExitCode.FINE : ExitCode.REMOTE;
  }
}
