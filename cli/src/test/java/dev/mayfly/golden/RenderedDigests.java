package dev.mayfly.golden;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** A digest for each platform of the matrix, over every file of it. */
final class RenderedDigests {
  /** As this machine is set. */
  static final List<String> EXPECTED = all();

  private RenderedDigests() {}

  /** What a process prints that is set otherwise. */
  public static void main(String[] arguments) throws IOException {
    PrintStream out = System.out;
    out.print(String.join(" ", EXPECTED));
    out.flush();
  }

  private static List<String> all() {
    return IntStream.range(0, PlatformMatrix.ALL.accepted().size())
        .mapToObj(RenderedDigests::of)
        .toList();
  }

  /** Of one, rendered anew. */
  static String of(int platform) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      RenderedPlatform rendered =
          RenderedPlatform.anew(List.copyOf(PlatformMatrix.ALL.accepted().values()).get(platform));
      for (SortedMap<String, String> files : List.of(rendered.platformSet(), rendered.overlays())) {
        new TreeMap<>(files)
            .forEach((path, text) ->
                sha.update((path + "\0" + text + "\0").getBytes(StandardCharsets.UTF_8)));
      }
      return HexFormat.of().formatHex(sha.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
