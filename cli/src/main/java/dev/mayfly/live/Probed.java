package dev.mayfly.live;

import dev.mayfly.access.PreviewProbe;
import dev.mayfly.live.Sighting.Stage;
import java.util.List;

/** A witness whose word counts once the preview itself answers as expected. */
public final class Probed implements Witness {
  private final Witness witness;
  private final PreviewProbe probe;
  private final String host;
  private final String path;

  public Probed(Witness witness, PreviewProbe probe, String host, String path) {
    this.witness = witness;
    this.probe = probe;
    this.host = host;
    this.path = path;
  }

  @Override
  public Sighting look() {
    Sighting seen = witness.look();
    return seen.stage() == Stage.LIVE
        ? probe
            .complaint(host, path)
            .map(words -> Sighting.of(Stage.WAITING, words + " at `https://" + host + path + "`"))
            .orElse(seen)
        : seen;
  }

  @Override
  public List<Trouble> explain() {
    return witness.explain();
  }
}
