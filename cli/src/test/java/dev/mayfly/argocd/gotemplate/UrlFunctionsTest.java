package dev.mayfly.argocd.gotemplate;

import static dev.mayfly.argocd.gotemplate.GoTemplateTest.render;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Go 1.26 was seen to make of parts of a URL. */
class UrlFunctionsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{ urlJoin (dict) }}|{{ urlJoin (dict \"userinfo\" \"u\") }}|{{ urlJoin (dict \"path\" \"/p\") }}|{{ urlJoin (dict \"path\" \"/p\" \"userinfo\" \"u\") }}|{{ urlJoin (dict \"path\" \"p\") }}|{{ urlJoin (dict \"path\" \"p\" \"userinfo\" \"u\") }}|{{ urlJoin (dict \"path\" \"//p\") }}|{{ urlJoin (dict \"path\" \"//p\" \"userinfo\" \"u\") }} ~ |//u@|/p|//u@/p|p|//u@p|//p|//u@//p",
        "{{ urlJoin (dict \"path\" \"p:q\") }}|{{ urlJoin (dict \"path\" \"p:q\" \"userinfo\" \"u\") }}|{{ urlJoin (dict \"path\" \"/p:q\") }}|{{ urlJoin (dict \"path\" \"/p:q\" \"userinfo\" \"u\") }}|{{ urlJoin (dict \"host\" \"h\") }}|{{ urlJoin (dict \"host\" \"h\" \"userinfo\" \"u\") }}|{{ urlJoin (dict \"host\" \"h\" \"path\" \"/p\") }}|{{ urlJoin (dict \"host\" \"h\" \"path\" \"/p\" \"userinfo\" \"u\") }} ~ ./p:q|//u@p:q|/p:q|//u@/p:q|//h|//u@h|//h/p|//u@h/p",
        "{{ urlJoin (dict \"host\" \"h\" \"path\" \"p\") }}|{{ urlJoin (dict \"host\" \"h\" \"path\" \"p\" \"userinfo\" \"u\") }}|{{ urlJoin (dict \"host\" \"h\" \"path\" \"//p\") }}|{{ urlJoin (dict \"host\" \"h\" \"path\" \"//p\" \"userinfo\" \"u\") }}|{{ urlJoin (dict \"host\" \"h\" \"path\" \"p:q\") }}|{{ urlJoin (dict \"host\" \"h\" \"path\" \"p:q\" \"userinfo\" \"u\") }}|{{ urlJoin (dict \"host\" \"h\" \"path\" \"/p:q\") }}|{{ urlJoin (dict \"host\" \"h\" \"path\" \"/p:q\" \"userinfo\" \"u\") }} ~ //h/p|//u@h/p|//h//p|//u@h//p|//h/p:q|//u@h/p:q|//h/p:q|//u@h/p:q",
        "{{ urlJoin (dict \"scheme\" \"http\") }}|{{ urlJoin (dict \"scheme\" \"http\" \"userinfo\" \"u\") }}|{{ urlJoin (dict \"scheme\" \"http\" \"path\" \"/p\") }}|{{ urlJoin (dict \"scheme\" \"http\" \"path\" \"/p\" \"userinfo\" \"u\") }}|{{ urlJoin (dict \"scheme\" \"http\" \"path\" \"p\") }}|{{ urlJoin (dict \"scheme\" \"http\" \"path\" \"p\" \"userinfo\" \"u\") }}|{{ urlJoin (dict \"scheme\" \"http\" \"path\" \"//p\") }}|{{ urlJoin (dict \"scheme\" \"http\" \"path\" \"//p\" \"userinfo\" \"u\") }} ~ http:|http://u@|http:///p|http://u@/p|http://p|http://u@p|http:////p|http://u@//p",
        "{{ urlJoin (dict \"scheme\" \"http\" \"path\" \"p:q\") }}|{{ urlJoin (dict \"scheme\" \"http\" \"path\" \"p:q\" \"userinfo\" \"u\") }}|{{ urlJoin (dict \"scheme\" \"http\" \"path\" \"/p:q\") }}|{{ urlJoin (dict \"scheme\" \"http\" \"path\" \"/p:q\" \"userinfo\" \"u\") }}|{{ urlJoin (dict \"scheme\" \"http\" \"host\" \"h\") }}|{{ urlJoin (dict \"scheme\" \"http\" \"host\" \"h\" \"userinfo\" \"u\") }}|{{ urlJoin (dict \"scheme\" \"http\" \"host\" \"h\" \"path\" \"/p\") }}|{{ urlJoin (dict \"scheme\" \"http\" \"host\" \"h\" \"path\" \"/p\" \"userinfo\" \"u\") }} ~ http://p:q|http://u@p:q|http:///p:q|http://u@/p:q|http://h|http://u@h|http://h/p|http://u@h/p",
        "{{ urlJoin (dict \"scheme\" \"http\" \"host\" \"h\" \"path\" \"p\") }}|{{ urlJoin (dict \"scheme\" \"http\" \"host\" \"h\" \"path\" \"p\" \"userinfo\" \"u\") }}|{{ urlJoin (dict \"scheme\" \"http\" \"host\" \"h\" \"path\" \"//p\") }}|{{ urlJoin (dict \"scheme\" \"http\" \"host\" \"h\" \"path\" \"//p\" \"userinfo\" \"u\") }}|{{ urlJoin (dict \"scheme\" \"http\" \"host\" \"h\" \"path\" \"p:q\") }}|{{ urlJoin (dict \"scheme\" \"http\" \"host\" \"h\" \"path\" \"p:q\" \"userinfo\" \"u\") }}|{{ urlJoin (dict \"scheme\" \"http\" \"host\" \"h\" \"path\" \"/p:q\") }}|{{ urlJoin (dict \"scheme\" \"http\" \"host\" \"h\" \"path\" \"/p:q\" \"userinfo\" \"u\") }} ~ http://h/p|http://u@h/p|http://h//p|http://u@h//p|http://h/p:q|http://u@h/p:q|http://h/p:q|http://u@h/p:q",
        "{{ urlJoin (dict \"scheme\" \"http\" \"host\" \"h:80\" \"path\" \"/p\" \"query\" \"q=1&r\" \"fragment\" \"f/g:h\" \"userinfo\" \"u:p\") }} {{ urlJoin (dict \"host\" \"h\" \"userinfo\" \"u:\") }} {{ urlJoin (dict \"path\" \"a/b:c\") }} ~ http://u:p@h:80/p?q=1&r#f/g:h //u:@h a/b:c",
        "{{ (urlParse (print \"http://h/\" (repeat 9000 \"a\"))).path | len }} {{ (urlParse \"http://u:p@h:80/p?q#f\").userinfo }} {{ (urlParse \"http://h\").host }} {{ (urlParse \"/p\").path }} ~ 9001 u:p h /p"
      })
  void printsWhatGoPrints(String answer) {
    int at = answer.indexOf(" ~ ");
    assertThat(render(answer.substring(0, at))).isEqualTo(answer.substring(at + 3));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{ urlJoin (dict \"opaque\" \"o\") }}",
        "{{ urlJoin (dict \"host\" \"a/b\") }}",
        "{{ urlJoin (dict \"host\" \"h\" \"userinfo\" \"a/b\") }}",
        "{{ urlJoin (dict \"host\" \"h\" \"userinfo\" \"a:b:c\") }}",
        "{{ urlJoin (dict \"path\" \"a b\") }}",
        "{{ urlJoin (dict \"fragment\" \"a b\") }}",
        "{{ urlParse \"mailto:a\" }}"
      })
  void whatWouldBeEscapedIsNotDecided(String template) {
    assertThat(render(template)).startsWith("UNVERIFIABLE ");
  }
}
