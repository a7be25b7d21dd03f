package dev.mayfly.yaml;

import com.networknt.schema.regex.JDKRegularExpressionFactory;
import com.networknt.schema.regex.RegularExpression;
import com.networknt.schema.regex.RegularExpressionFactory;

/**
 * The patterns of schemas for texts of any length. Java follows a group that repeats with frames of
 * the stack, and a stranger decides how often it does; what does not fit there fits no pattern.
 */
final class BoundedPatterns implements RegularExpressionFactory {
  @Override
  public RegularExpression getRegularExpression(String pattern) {
    RegularExpression whole =
        JDKRegularExpressionFactory.getInstance().getRegularExpression(pattern);
    return text -> {
      try {
        return whole.matches(text);
      } catch (StackOverflowError e) {
        return false;
      }
    };
  }
}
