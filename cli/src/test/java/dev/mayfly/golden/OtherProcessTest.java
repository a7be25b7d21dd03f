package dev.mayfly.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The same input gives the same bytes, whatever a process is started with. */
class OtherProcessTest {
  @Test
  void inAProcessWithAnotherCharset() throws Exception {
    ProcessBuilder child =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-Dfile.encoding=ISO-8859-1",
            "-Dstdout.encoding=ISO-8859-1",
            "-Duser.language=tr",
            "-Duser.timezone=Asia/Kathmandu",
            "-Dline.separator=\r\n",
            "-cp",
            System.getProperty("java.class.path"),
            RenderedDigests.class.getName());
    child.environment().keySet().removeIf(name -> name.startsWith("LC_"));
    child.environment().put("LANG", "POSIX");
    child.redirectError(ProcessBuilder.Redirect.INHERIT);
    Process process = child.start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    assertThat(process.waitFor()).isZero();
    assertThat(printed.split(" ")).containsExactlyElementsOf(RenderedDigests.EXPECTED);
  }
}
