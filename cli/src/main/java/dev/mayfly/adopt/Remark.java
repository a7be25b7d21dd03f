package dev.mayfly.adopt;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.yaml.Choice;
import org.jspecify.annotations.Nullable;

/**
 * Something that whoever adopts a set has to know.
 *
 * @param at the line of the hand-written file; null for what holds of every platform
 * @param what the field or value
 * @param why one sentence without a full stop
 */
public record Remark(Kind kind, @Nullable Location at, String what, String why) {
  /** What became of it. */
  public enum Kind {
    OPEN("left open; the file does not load until these are written"),
    LOST("not carried over"),
    CHANGED("carried over with a change"),
    WIDER("wider than before"),
    STRICTER("stricter than before"),
    ASSUMED("assumed");

    private final String title;

    Kind(String title) {
      this.title = title;
    }

    public String title() {
      return title;
    }

    public String word() {
      return Choice.word(this);
    }
  }

  /** The place as file and line; empty where there is none. */
  public String place() {
    return at == null ? "" : Origin.place(at);
  }
}
