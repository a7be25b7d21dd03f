package dev.mayfly.argocd.gotemplate;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Bytes that become text. */
final class GoBytes {
  private GoBytes() {}

  /**
   * The text. Go keeps bytes that belong to no character, and what is made of them later, such as a
   * checksum, sees them; a text here cannot hold them.
   */
  static String text(byte[] bytes) throws TemplateStop {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw TemplateStop.unverifiable("bytes that are not text are not followed");
    }
  }
}
