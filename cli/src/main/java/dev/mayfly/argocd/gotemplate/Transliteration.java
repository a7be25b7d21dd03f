package dev.mayfly.argocd.gotemplate;

import java.lang.Character.UnicodeBlock;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * ASCII for Latin letters with marks, for Cyrillic and for Greek, as gosimple/unidecode gives it.
 * Other scripts need its tables of 40,000 characters: for those there is no answer here.
 */
final class Transliteration {
  private static final Map<Integer, String> LETTERS = letters();

  private static final Set<UnicodeBlock> LATIN =
      Set.of(
          UnicodeBlock.LATIN_1_SUPPLEMENT,
          UnicodeBlock.LATIN_EXTENDED_A,
          UnicodeBlock.LATIN_EXTENDED_ADDITIONAL);

  private Transliteration() {}

  private static Map<Integer, String> letters() {
    Map<Integer, String> all = new HashMap<>();
    String latin =
        "¡! ¢C/ £PS ¤$? ¥Y= ¦| §SS ©(c) «<< ¬! ®(r) °deg ±+- µu ¶P ·* »>> ¼1/4 ½1/2 ¾3/4 ¿? ÆAE ÐD"
            + " ×x ØO ÞTh ßss æae ðd ÷/ øo þth ĐD đd ĦH ħh ıi ĸk ĿL ŀl ŁL łl ŉ'n ŒOE œoe ŦT ŧt ‐-"
            + " ‑- ‘' “\" ”\" „,, …... €EU ‹< ›> †+ •* șs țt ơo ưu";
    String cyrillic =
        "аa бb вv гg дd еe жzh зz иi йi кk лl мm нn оo пp рr сs тt уu фf хkh цts чch шsh щshch ъ'"
            + " ыy ь' эe юiu яia ёio єie іi їyi јj ўu ґg' ђdj љlj њnj ћtsh џdzh ѓgj ќkj ѕdz ѐie ѝi";
    String greek =
        "αa βb γg δd εe ζz ηe θth ιi κk λl μm νn ξx Ξks οo πp ρr ςs σs τt υu φph χkh ψps ωo άa έe ήe"
            + " ίi όo ύu ώo ϊi ϋu ΰu";
    for (String pair : (latin + " " + cyrillic + " " + greek).split(" ")) {
      all.put(pair.codePointAt(0), pair.substring(1));
    }
    return Map.copyOf(all);
  }

  static Optional<String> ascii(int c) {
    if (c < 0x80) {
      return Optional.of(Character.toString(c));
    }
    if (c < 0xA0 || c == 0xAD || c == 0x200D || (c >= 0x1F300 && c < 0x1FB00)) {
      return Optional.of("");
    }
    String known = LETTERS.get(c);
    if (known == null) {
      known = LETTERS.get(Character.toLowerCase(c));
    }
    if (known != null) {
      return Optional.of(known);
    }
    String base = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKD);
    String plain = base.replaceAll("\\p{Mn}", "");
    boolean latin = LATIN.contains(UnicodeBlock.of(c));
    return latin && plain.matches("\\p{ASCII}*") ? Optional.of(plain) : Optional.empty();
  }
}
