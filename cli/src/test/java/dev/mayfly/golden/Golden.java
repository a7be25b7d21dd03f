package dev.mayfly.golden;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.approvaltests.core.ApprovalWriter;
import org.approvaltests.core.VerifyResult;
import org.approvaltests.namer.ApprovalNamer;

/**
 * One golden file, named as the file that it is: {@code golden/<path>}, with what a test received
 * in {@code target/received/<path>}.
 */
record Golden(Path path, byte[] actual) implements ApprovalNamer, ApprovalWriter {
  static final Path HOME = Path.of("golden");
  static final Path RECEIVED = Path.of("target", "received");

  /** Nothing is written where nothing differs: several classes may ask for one golden at once. */
  boolean isMet() {
    try {
      Path approved = HOME.resolve(path);
      return Files.isRegularFile(approved) && Arrays.equals(Files.readAllBytes(approved), actual);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Bytes against bytes; ApprovalTests itself forgives CRLF and a missing last line end. */
  static VerifyResult compare(File received, File approved) {
    try {
      return VerifyResult.from(
          approved.isFile() && Files.mismatch(received.toPath(), approved.toPath()) == -1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public File getApprovedFile(String extension) {
    return HOME.resolve(path).toFile();
  }

  @Override
  public File getReceivedFile(String extension) {
    return RECEIVED.resolve(path).toFile();
  }

  @Override
  public File writeReceivedFile(File received) {
    try {
      Files.createDirectories(received.toPath().getParent());
      Files.createDirectories(HOME.resolve(path).getParent());
      Files.write(received.toPath(), actual);
      return received;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String getFileExtensionWithDot() {
    return "";
  }

  @Override
  public String getApprovalName() {
    return path.toString();
  }

  @Override
  public String getSourceFilePath() {
    return HOME.toString();
  }

  @Override
  public ApprovalNamer addAdditionalInformation(String information) {
    throw new UnsupportedOperationException("a golden is named by its path alone");
  }

  @Override
  public String getAdditionalInformation() {
    return "";
  }
}
