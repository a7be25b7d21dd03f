package dev.mayfly.manifest;

import dev.mayfly.template.Binding;
import dev.mayfly.template.Fact;
import dev.mayfly.template.Text;
import dev.mayfly.yaml.Tree;
import dev.mayfly.yaml.YamlForm;
import java.util.ArrayList;
import java.util.List;

/** A manifest of an overlay, laid out once and filled for one pull request after the other. */
record ManifestForm(String path, String comment, List<Text> gaps, YamlForm form) {
  ManifestForm {
    gaps = List.copyOf(gaps);
  }

  static ManifestForm of(Manifest manifest) {
    Gaps gaps = new Gaps();
    Tree document = manifest.document().bind(gaps);
    return new ManifestForm(
        manifest.path(), manifest.commentText(), gaps.texts, YamlForm.of(document));
  }

  /** What {@link Manifest#text} gives for the same facts. */
  String text(ConcreteBinding facts) {
    StringBuilder text = new StringBuilder(1024).append(comment);
    form.fill(text, index -> gaps.get(index).bind(facts));
    return text.toString();
  }

  /** Leaves every string open that depends on facts. */
  private static final class Gaps implements Binding {
    private final List<Text> texts = new ArrayList<>();

    @Override
    public String fact(Fact fact) {
      throw new IllegalStateException("facts are not known yet");
    }

    @Override
    public Tree string(Text text) {
      if (text.literal().isPresent()) {
        return Binding.super.string(text);
      }
      texts.add(text);
      return new Tree.Gap(texts.size() - 1);
    }
  }
}
