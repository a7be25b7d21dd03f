package dev.mayfly.delivery;

import dev.mayfly.diagnostic.Problem;
import dev.mayfly.preview.PreviewId;
import dev.mayfly.preview.PullRequest;
import dev.mayfly.yaml.Choice;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** Whoever can say how previews fare that Git has at their newest commit. */
public interface HealthSource {
  /** Who said how previews fare. */
  enum Witness {
    NOBODY,
    /** Argo CD, in its Applications. */
    APPLICATIONS,
    /** Whoever reported it to the forge. */
    FORGE;

    /** One word for programs. */
    public String word() {
      return Choice.word(this);
    }
  }

  /** Nobody: then no preview is known to be live. */
  HealthSource NOBODY =
      new HealthSource() {
        @Override
        public Witness witness() {
          return Witness.NOBODY;
        }

        @Override
        public Health of(SortedMap<PreviewId, PullRequest> merged) {
          return new Health(Map.of(), List.of());
        }
      };

  /**
   * What was found out.
   *
   * @param known of those that were asked about; nothing of one that nobody knows of
   * @param unknown why something is not known
   */
  record Health(Map<PreviewId, PreviewStatus> known, List<Problem> unknown) {
    public Health {
      known = Map.copyOf(known);
      unknown = List.copyOf(unknown);
    }
  }

  Witness witness();

  /**
   * Asks about all of them at once.
   *
   * @param merged by preview, at the commit that is recorded in Git
   */
  Health of(SortedMap<PreviewId, PullRequest> merged);
}
