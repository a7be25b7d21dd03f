package dev.mayfly.golden;

/**
 * Helm's template language as far as Mayfly's charts use it: the pull request's number, and an
 * escaped {@code {{}. Anything else is an error, so nothing else gets into a chart.
 */
final class HelmChart {
  private static final String NUMBER = "{{ .Values.pr.number }}";
  private static final String BRACES = "{{`{{`}}";
  private static final String BRACE = "{{`{`}}";

  private HelmChart() {}

  static String evaluate(String template, String number) {
    StringBuilder out = new StringBuilder();
    int at = 0;
    while (at < template.length()) {
      int action = template.indexOf("{{", at);
      if (action < 0) {
        break;
      }
      out.append(template, at, action);
      if (template.startsWith(NUMBER, action)) {
        out.append(number);
        at = action + NUMBER.length();
      } else if (template.startsWith(BRACES, action)) {
        out.append("{{");
        at = action + BRACES.length();
      } else if (template.startsWith(BRACE, action)) {
        out.append('{');
        at = action + BRACE.length();
      } else {
        int end = Math.min(template.length(), action + 40);
        throw new AssertionError("no expression of ours: " + template.substring(action, end));
      }
    }
    return out.append(template, at, template.length()).toString();
  }
}
