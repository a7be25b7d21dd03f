package dev.mayfly.git;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A patch has the form that {@code git apply} takes. */
class FilePatchTest {
  @Test
  void ofAChange() {
    assertThat(FilePatch.of("\u00e9", "x\ny\n", "x\nz\n"))
        .isEqualTo(
            """
            diff --git "a/\\303\\251" "b/\\303\\251"
            --- "a/\\303\\251"
            +++ "b/\\303\\251"
            @@ -1,2 +1,2 @@
             x
            -y
            +z
            """);
  }

  @Test
  void ofAFileThatComes() {
    assertThat(FilePatch.of("a", null, "x\n"))
        .isEqualTo(
            """
            diff --git a/a b/a
            new file mode 100644
            --- /dev/null
            +++ b/a
            @@ -0,0 +1 @@
            +x
            """);
    assertThat(FilePatch.of("a", null, "")).isEqualTo("diff --git a/a b/a\nnew file mode 100644\n");
  }

  @Test
  void ofAFileThatGoes() {
    assertThat(FilePatch.of("a", "x\n", null))
        .isEqualTo(
            """
            diff --git a/a b/a
            deleted file mode 100644
            --- a/a
            +++ /dev/null
            @@ -1 +0,0 @@
            -x
            """);
  }
}
