package dev.mayfly.manifest;

import dev.mayfly.kubernetes.Amounts;
import dev.mayfly.kubernetes.ObjectDemand;
import dev.mayfly.platform.App;
import dev.mayfly.platform.App.Extra;
import dev.mayfly.platform.Platform;
import dev.mayfly.platform.PreviewShares;
import dev.mayfly.platform.PreviewShares.Part;
import dev.mayfly.platform.PreviewShares.Share;
import dev.mayfly.yaml.Node;
import java.util.ArrayList;
import java.util.List;

/** All that one preview of an app runs, with what the admins' own templates bring. */
public final class ExtraShares {
  private ExtraShares() {}

  /**
   * What the platform says, and what the extras ask for. An amount that is no plain text counts
   * nothing, and a file that is not there is refused when the overlay is rendered.
   */
  public static PreviewShares of(Platform platform, Templates templates, App app) {
    List<Share> shares = new ArrayList<>(PreviewShares.of(platform, app).shares());
    List<Node> objects = new ArrayList<>();
    for (Extra extra : app.extras()) {
      objects.addAll(templates.written(extra));
    }
    Amounts asked =
        ObjectDemand.of(objects, platform.namespace().limits().usual(), doubt -> {})
            .most()
            .amounts();
    if (!asked.isNone()) {
      shares.add(new Share(Part.EXTRAS, asked, true, true));
    }
    return new PreviewShares(shares);
  }

  /** Whether a file of an overlay holds an object of the admins' own. */
  public static boolean isBroughtBy(String path) {
    return ExtraKind.isExtra(path);
  }
}
