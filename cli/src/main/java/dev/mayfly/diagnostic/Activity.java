package dev.mayfly.diagnostic;

/**
 * Is told of what takes time, for people who wait for it or look for what went wrong. Who tells it
 * neither prints nor knows the clock, and hands it nothing that is secret: addresses go through
 * {@link ShownUrl}, headers and bodies are never told.
 */
public interface Activity {
  /** Nobody listens. */
  Silence SILENT = new Silence();

  /**
   * Begins what may take long. The innermost that was begun last is what is waited for.
   *
   * @param verb what is done, such as {@code fetching}
   * @param object what it is done to, such as the name of a repository or {@code files}
   */
  Step begin(String verb, String object);

  /** One event of interest to whoever looks for a fault: a request, a ref, another try. */
  void detail(String line);

  /** Something that was begun and ends with {@link #close}. */
  interface Step extends AutoCloseable {
    /** How much is done; callable as often as one likes, from any thread. */
    void reached(int done, int all);

    /** What came of it, in a few words. */
    void outcome(String words);

    @Override
    void close();
  }

  /** Listens to nothing. */
  final class Silence implements Activity, Step {
    private Silence() {}

    @Override
    public Step begin(String verb, String object) {
      return this;
    }

    @Override
    public void detail(String line) {}

    @Override
    public void reached(int done, int all) {}

    @Override
    public void outcome(String words) {}

    @Override
    public void close() {}
  }
}
