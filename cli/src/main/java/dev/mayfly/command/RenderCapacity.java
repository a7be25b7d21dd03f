package dev.mayfly.command;

import dev.mayfly.admission.CapacityUse;
import dev.mayfly.command.composition.ChosenPreview;
import dev.mayfly.command.option.Invocation;
import dev.mayfly.command.option.PreviewOptions;
import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.manifest.Templates;
import dev.mayfly.platform.App;
import dev.mayfly.platform.Platform;
import dev.mayfly.preview.PreviewId;
import dev.mayfly.report.CapacityTable;
import dev.mayfly.workspace.PreviewFolderNames;
import java.nio.file.Path;
import java.util.List;

/** Whether the preview that is rendered fits beside those that lie in the repository. */
final class RenderCapacity {
  private RenderCapacity() {}

  /**
   * Counts, and shows the sum where it is asked for or too much.
   *
   * @throws ProblemsException (refused) when a preview that is not there yet would not fit
   */
  static void check(
      Invocation invocation,
      Path root,
      Platform platform,
      Templates templates,
      ChosenPreview chosen) {
    boolean shown = PreviewOptions.PLAN.isGivenIn(invocation);
    boolean bounded =
        platform.capacity().memory().isPresent() || platform.capacity().cpu().isPresent();
    if (!shown && !bounded) {
      return;
    }
    App app = chosen.blueprint().app();
    PreviewId id = new PreviewId(app.name(), chosen.facts().pullRequest().number());
    List<PreviewId> there = PreviewFolderNames.of(root);
    CapacityUse use = CapacityUse.of(platform, templates, app, id, there);
    boolean refused = !there.contains(id) && !use.fits();
    if (shown || refused) {
      invocation.console().err().print(CapacityTable.write(use));
    }
    if (refused) {
      throw Fault.REFUSED.error(
          "over-capacity",
          "the preview %s does not fit beside the others".formatted(id),
          "close one, or raise `capacity`");
    }
  }
}
