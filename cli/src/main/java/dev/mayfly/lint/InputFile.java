package dev.mayfly.lint;

/**
 * A file to judge, wherever it came from: a folder, standard input, a Git tree, a rendering.
 *
 * @param named whether the user named this very file; such a file is judged whatever its name says
 */
@SuppressWarnings("ArrayRecordComponent") // equal by the array itself, as ReadFiles wants it
public record InputFile(String path, byte[] bytes, boolean named) {
  public InputFile(String path, byte[] bytes) {
    this(path, bytes, false);
  }

  /** The last step of the path. */
  String fileName() {
    return RelativePath.name(path);
  }

  /** The folder, without a slash at its end; empty at the top. */
  String directory() {
    return RelativePath.parent(path);
  }
}
