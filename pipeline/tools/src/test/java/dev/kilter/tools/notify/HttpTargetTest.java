package dev.kilter.tools.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kilter.UserError;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpTargetTest {

  @Test
  void thePathIsAddedWithoutASecondSlash() {
    URI expected = URI.create("http://localhost:9093/am/api");

    assertThat(of("http://localhost:9093/am").address()).isEqualTo(expected);
    assertThat(of("http://localhost:9093/am/").address()).isEqualTo(expected);
  }

  @Test
  void whatIsBehindTheHostIsNotShown() {
    assertThat(of("https://hooks.example/T0/secret?key=1").shown())
        .isEqualTo("https://hooks.example");
    assertThat(of("http://localhost:9093/secret").shown()).isEqualTo("http://localhost:9093");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"localhost:9093", "ftp://localhost", "http://", "http://a b", "/hook", ""})
  void whatIsNoAddressIsRefused(String address) {
    assertThatThrownBy(() -> of(address))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("The address '" + address + "' is none");
  }

  @Test
  void aPasswordInTheAddressIsRefusedAndNotShown() {
    assertThatThrownBy(() -> of("http://me:secret@localhost"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("--header Authorization")
        .hasMessageNotContaining("me:secret");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Content-Length", "Host", "bad name"})
  void aHeaderThatCannotBeSentIsRefused(String name) {
    assertThatThrownBy(() -> HttpTarget.of("http://localhost", "", Map.of(name, "7")))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("--header " + name + " cannot be sent: ");
  }

  @Test
  void theSameHostAtAnotherPortIsAnotherPlace() {
    assertThat(of("http://localhost:9093/x").place()).isEqualTo("localhost:9093");
    assertThat(of("https://hooks.example/x").place()).isEqualTo("hooks.example");
  }

  private static HttpTarget of(String address) {
    return HttpTarget.of(address, "/api", Map.of());
  }
}
