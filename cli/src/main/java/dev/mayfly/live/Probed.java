package dev.mayfly.live;

import dev.mayfly.access.PreviewProbe;
import dev.mayfly.live.Observation.Stage;
import java.util.List;

/** A witness whose word counts once the preview itself answers as expected. */
public record Probed(Witness witness, PreviewProbe probe, String host, String path)
    implements Witness {
  @Override
  public Observation look() {
    Observation seen = witness.look();
    return seen.stage() == Stage.LIVE
        ? probe
            .complaint(host, path)
            .map(
                words -> Observation.of(Stage.WAITING, words + " at `https://" + host + path + "`"))
            .orElse(seen)
        : seen;
  }

  @Override
  public List<Trouble> explain() {
    return witness.explain();
  }
}
