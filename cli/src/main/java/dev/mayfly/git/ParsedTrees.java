package dev.mayfly.git;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;

/**
 * The trees that were read last. Who reads a thousand folders side by side asks for the tree around
 * them a thousand times, and it has a thousand entries.
 */
final class ParsedTrees {
  private static final int MOST = 16;

  private final Map<ObjectId, RawTree> latest =
      new LinkedHashMap<>(MOST * 2, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ObjectId, RawTree> eldest) {
          return size() > MOST;
        }
      };

  /** The tree with this id; of a thread at a time, as previews may be read side by side. */
  synchronized RawTree read(ObjectReader reader, ObjectId id) throws IOException {
    RawTree known = latest.get(id);
    if (known == null) {
      known = RawTree.read(reader, id);
      latest.put(id, known);
    }
    return known;
  }
}
