package dev.kilter.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntityPatternTest {
  private static final List<String> NAME_LETTERS = List.of("a", "b", "\n", "😀", "*", ".");
  private static final List<String> GLOB_LETTERS =
      List.of("a", "b", "\n", "😀", "*", ".", "?", "*");

  @ParameterizedTest
  @CsvSource({
    "*, pump-17",
    "*, ''",
    "pump-*, pump-17",
    "pump-*, pump-",
    "pump-?, pump-1",
    "*-1?, pump-17",
    "a*b*c, a-b-b-c",
    "pump, pump",
  })
  void matchesTheWholeName(String glob, String entity) {
    assertThat(EntityPattern.of(glob).matches(entity)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "pump-*, my-pump-17",
    "pump-?, pump-17",
    "pump-?, pump-",
    "pump, pump-17",
    "pump, Pump",
    "'', pump",
  })
  void refusesANameThatFitsOnlyInPart(String glob, String entity) {
    assertThat(EntityPattern.of(glob).matches(entity)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"a.c, abc", "[ab], a", "a+, aa", "(a|b), a", "\\d, 1", "a{2}, aa"})
  void takesWhatMeansSomethingInARegexAsItself(String glob, String entity) {
    assertThat(EntityPattern.of(glob).matches(entity)).isFalse();
    assertThat(EntityPattern.of(glob).matches(glob)).isTrue();
  }

  @Test
  void lineBreaksAndEmojiAreCharactersToo() {
    assertThat(EntityPattern.of("a?b*").matches("a\nb\n")).isTrue();
    assertThat(EntityPattern.of("pump-?").matches("pump-😀")).isTrue();
    assertThat(EntityPattern.of("😀-*").matches("😀-1")).isTrue();
  }

  @Test
  void saysWhatTheRegexSaysOfAnyName() {
    Random random = new Random(5);
    int fitting = 0;
    for (int round = 0; round < 50_000; round++) {
      String glob = word(random, GLOB_LETTERS);
      String entity = word(random, NAME_LETTERS);
      boolean fits = regexOf(glob).matcher(entity).matches();
      assertThat(EntityPattern.of(glob).matches(entity)).as("%s %s", glob, entity).isEqualTo(fits);
      fitting += fits ? 1 : 0;
    }
    assertThat(fitting).isBetween(5_000, 45_000);
  }

  private static Pattern regexOf(String glob) {
    String regex =
        glob.codePoints().mapToObj(EntityPatternTest::regexOf).collect(Collectors.joining());
    return Pattern.compile(regex, Pattern.DOTALL);
  }

  private static String regexOf(int character) {
    return switch (character) {
      case '*' -> ".*";
      case '?' -> ".";
      default -> Pattern.quote(Character.toString(character));
    };
  }

  /** A regex of this would try more ways than there is time for. */
  @Test
  void manyStarsTakeNoLongerThanFew() {
    String name = "a".repeat(EntityPattern.LONGEST);
    assertThat(EntityPattern.of("*a".repeat(400) + "*b").matches(name)).isFalse();
    assertThat(EntityPattern.of("?*".repeat(400)).matches(name)).isTrue();
  }

  private static String word(Random random, List<String> letters) {
    return IntStream.range(0, random.nextInt(4))
        .mapToObj(place -> letters.get(random.nextInt(letters.size())))
        .collect(Collectors.joining());
  }

  @Test
  void twoOfTheSameGlobAreEqual() {
    assertThat(EntityPattern.of("pump-?"))
        .isEqualTo(EntityPattern.of("pump-?"))
        .hasSameHashCodeAs(EntityPattern.of("pump-?"))
        .isNotEqualTo(EntityPattern.of("pump-*"));
  }

  @Test
  void readsAsItWasWritten() {
    assertThat(EntityPattern.of("pump-*")).hasToString("pump-*");
  }

  @Test
  void travelsToTheMachinesThatRunTheJob() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(EntityPattern.of("pump-*"));
    }
    try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      assertThat(((EntityPattern) in.readObject()).matches("pump-17")).isTrue();
    }
  }
}
