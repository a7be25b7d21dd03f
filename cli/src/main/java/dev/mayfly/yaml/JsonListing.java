package dev.mayfly.yaml;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.ProblemsException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads the objects of a Kubernetes listing of any size, one at a time: a list, a single object, or
 * several of them one after the other or in an array. Of each object only the fields that are asked
 * for are built, so that neither a Secret's data nor the whole listing is ever held.
 *
 * <p>{@code kubectl get -o json} prints a {@code List} with its {@code kind} after its items; the
 * API server's own lists, such as {@code NamespaceList}, have items without a kind (Kubernetes,
 * kubectl {@code get.go}, API conventions "Lists"). Argo CD's program prints an array, and its API
 * a list, in which no Application has a kind (Argo CD, {@code cmd/argocd/commands/app.go}).
 */
public final class JsonListing {
  /** What one object may hold; a cluster keeps none above 1.5 MiB. */
  static final Budget OBJECT = new Budget(8 << 20, 200, 500_000, false, true);

  private final JsonFactory factory =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(OBJECT.depth())
                  .maxStringLength(OBJECT.bytes())
                  .build())
          .build();

  private final Set<String> fields;
  private final Receiver receiver;

  /** Takes what is read, in the order of the text. */
  public interface Receiver {
    /** One object; without a kind where neither it nor its list says one. */
    void object(MapNode object);

    /** A list whose objects were all received; its head says at most of what kind it is. */
    default void list(MapNode head) {}
  }

  /**
   * @param fields the keys of an object that are built; the others are passed over
   */
  public JsonListing(Set<String> fields, Receiver receiver) {
    this.fields = Set.copyOf(fields);
    this.receiver = receiver;
  }

  /**
   * Reads to the end.
   *
   * @throws ProblemsException (configuration) when the text is no listing, or is not whole
   */
  public void read(String name, InputStream in) {
    Location file = Location.ofFile(name);
    EndSeen text = new EndSeen(in);
    try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), text)) {
      JsonToken token = parser.nextToken();
      if (token == null) {
        throw new RefusedInput("empty-listing", file, "`" + name + "` is empty");
      }
      for (; token != null; token = parser.nextToken()) {
        if (token == JsonToken.START_ARRAY) {
          while ((token = parser.nextToken()) != JsonToken.END_ARRAY) {
            read(name, token, parser);
          }
        } else {
          read(name, token, parser);
        }
      }
    } catch (RefusedInput refusal) {
      throw new ProblemsException(Fault.CONFIGURATION, refusal.problem());
    } catch (JacksonException e) {
      throw new ProblemsException(Fault.CONFIGURATION, problem(name, file, e, text.seen));
    }
  }

  private void read(String name, JsonToken token, JsonParser parser) {
    Location file = Location.ofFile(name);
    if (token != JsonToken.START_OBJECT) {
      throw new RefusedInput(
          Problem.error(
              "no-listing",
              file,
              "`" + name + "` holds JSON, but no objects of a cluster",
              "give what `kubectl get ... -o json` prints"));
    }
    new ListedObjects(parser, file, fields, receiver).read();
  }

  private static Problem problem(String name, Location file, JacksonException e, boolean atEnd) {
    if (e instanceof JacksonIOException) {
      return Problem.error("unreadable", file, "`" + name + "` cannot be read");
    }
    if (e instanceof StreamConstraintsException) {
      return Problem.error("too-large", file, "`" + name + "` holds what no cluster stores");
    }
    return atEnd
        ? Problem.error(
            "cut-off",
            file,
            "`" + name + "` ends in the middle of an object, so it is not whole",
            "list the cluster again; what is missing would pass for not there")
        : Problem.error(
            "json-syntax",
            file,
            "`" + name + "` is not valid JSON at line " + e.getLocation().getLineNr(),
            "ask for `-o json`, and keep what kubectl says on standard error out of the file");
  }

  /** Knows whether a parser wanted more than there is. */
  private static final class EndSeen extends FilterInputStream {
    private boolean seen;

    EndSeen(InputStream in) {
      super(in);
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int count = super.read(target, offset, length);
      seen |= count < 0;
      return count;
    }
  }
}
