package dev.kilter.tools.calibrate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class HeldOutTest {
  @Test
  void ofManyEntitiesItIsWholeOnes() {
    HeldOut half = HeldOut.of(entities(10), 0.5);

    assertThat(half.entities()).containsExactly("pump-1", "pump-3", "pump-5", "pump-7", "pump-9");
    assertThat(half.holds("pump-1", 0)).isTrue();
    assertThat(half.holds("pump-2", 1000)).isFalse();
  }

  @Test
  void itIsAsManyAsTheShareSays() {
    assertThat(HeldOut.of(entities(10), 0.2).entities()).containsExactly("pump-4", "pump-9");
    assertThat(HeldOut.of(entities(10), 0.8).entities()).hasSize(8);
  }

  @Test
  void ofFewEntitiesItIsTheNewestPartOfEach() {
    HeldOut quarter = HeldOut.of(entities(4), 0.25);

    assertThat(quarter.holds("pump-1", 750)).isFalse();
    assertThat(quarter.holds("pump-1", 751)).isTrue();
    assertThat(quarter.text(4)).isEqualTo("the newest part of each entity");
  }

  private static Map<String, EntityRows> entities(int count) {
    Map<String, EntityRows> entities = new TreeMap<>();
    for (int entity = 0; entity < count; entity++) {
      EntityRows rows = new EntityRows(1);
      rows.count(0, true);
      rows.count(1000, false);
      entities.put("pump-" + entity, rows);
    }
    return entities;
  }
}
