package dev.kilter.job.config;

import static dev.kilter.job.config.PipelineFiles.LEAST;
import static dev.kilter.job.config.PipelineFiles.problems;
import static dev.kilter.job.config.PipelineFiles.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.onnx.Precision;
import dev.kilter.onnx.Processor;
import dev.kilter.onnx.Provider;
import dev.kilter.sequence.Duplicates;
import java.time.Duration;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Time, checkpoints, runtime and fields: the sections of single values. */
class SectionsTest {
  private static final String DURATION = "a duration such as 500ms, 5s, 10m or 2h";

  @Test
  void defaults() {
    PipelineConfig config = read(LEAST);
    assertThat(config.time())
        .isEqualTo(
            TimeConfig.of(Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofDays(1)));
    assertThat(config.health()).isEqualTo(new HealthConfig(Duration.ofMinutes(10), 0.5, 0.5));
    assertThat(config.checkpoints())
        .isEqualTo(new CheckpointConfig(Duration.ofSeconds(10), null, null));
    assertThat(config.runtime())
        .isEqualTo(
            new RuntimeConfig(32, Duration.ofMillis(5), 64).journaled(new JournalPlace.Usual()));
    assertThat(config.events().fields())
        .isEqualTo(new EventFields("/entity", "/time", "/values", "/channel", "/value", null));
    assertThat(config.events().time()).isEqualTo(new TimeNotation(null, null));
  }

  @Test
  void everyKeyIsMapped() {
    PipelineConfig config =
        read(
            LEAST
                + """
                time:
                  max-lateness: 0s
                  idle-after: 2m
                  max-ahead: 500ms
                  late: judge
                  duplicates: last
                  max-gap: 30s
                  forget-after: 2h
                health: {silent-after: 0s, max-imputed: 0.25, min-healthy: 1}
                checkpoints: {interval: 1 h, dir: "s3://bucket/checkpoints", state: rocksdb}
                runtime: {provider: auto, device: 1, memory-limit: 2GB, precision: tf32,
                          max-batch: 4096, max-delay: 36500d, max-models: 100000, watermark-interval: 5ms,
                          journal: /var/lib/kilter/journal}
                fields: {entity: /device/id, time: /at, values: /v, channel: /c, value: /device/x~1y,
                         readings: /all, time-format: "dd.MM.yyyy HH:mm", time-zone: Europe/Berlin}
                """);
    assertThat(config.time())
        .isEqualTo(
            new TimeConfig(
                Duration.ZERO,
                Duration.ofMinutes(2),
                Duration.ofMillis(500),
                LatePolicy.JUDGE,
                Duplicates.LAST,
                Duration.ofSeconds(30),
                Duration.ofHours(2)));
    assertThat(config.health()).isEqualTo(new HealthConfig(Duration.ZERO, 0.25, 1));
    assertThat(config.checkpoints())
        .isEqualTo(
            new CheckpointConfig(
                Duration.ofHours(1), "s3://bucket/checkpoints", StateBackend.ROCKSDB));
    assertThat(config.runtime())
        .isEqualTo(
            new RuntimeConfig(
                4096,
                Duration.ofDays(36_500),
                100_000,
                new Processor(Provider.AUTO, 1, 2L << 30, Precision.TF32),
                Duration.ofMillis(5),
                new JournalPlace.Folder("/var/lib/kilter/journal")));
    assertThat(config.events().fields())
        .isEqualTo(new EventFields("/device/id", "/at", "/v", "/c", "/device/x~1y", "/all"));
    assertThat(config.events().time())
        .isEqualTo(new TimeNotation("dd.MM.yyyy HH:mm", ZoneId.of("Europe/Berlin")));
  }

  @ParameterizedTest
  @CsvSource({
    "time, max-lateness, soon, " + "'" + DURATION + "'",
    "time, max-lateness, 5, " + "'" + DURATION + "'",
    "time, max-lateness, -5s, " + "'" + DURATION + "'",
    "time, max-lateness, 1.5s, " + "'" + DURATION + "'",
    "time, max-lateness, 5 fortnights, " + "'" + DURATION + "'",
    "time, max-lateness, 99999999999999999999d, " + "'" + DURATION + "'",
    "time, max-lateness, 36501d, at most 36500d",
    "time, max-lateness, 9223372036854775807s, at most 36500d",
    "time, idle-after, 0s, longer than nothing",
    "time, max-ahead, 0ms, longer than nothing",
    "time, late, drop, dead-letter or judge",
    "time, duplicates, mean, first or last",
    "time, max-gap, 0s, longer than nothing",
    "time, forget-after, 9m, 'at least max-gap, 10m'",
    "health, max-imputed, 1.5, 'a share from 0 to 1, such as 0.5'",
    "health, min-healthy, -1, 'a share from 0 to 1, such as 0.5'",
    "health, silent-after, never, " + "'" + DURATION + "'",
    "checkpoints, interval, 0s, longer than nothing",
    "checkpoints, state, memory, heap or rocksdb",
    "runtime, max-delay, 0s, longer than nothing",
    "runtime, max-batch, 0, a whole number from 1 to 4096",
    "runtime, max-batch, 4097, a whole number from 1 to 4096",
    "runtime, max-batch, 3.5, a whole number from 1 to 4096",
    "runtime, max-batch, 99999999999, a whole number from 1 to 4096",
    "runtime, max-models, 0, a whole number from 1 to 100000",
    "runtime, watermark-interval, 0s, longer than nothing",
    "runtime, provider, gpu, cpu or cuda or auto",
    "runtime, device, 0, 'left out, or go with provider: cuda or auto, since it is of a GPU'",
    "runtime, memory-limit, 2GB, 'left out, or go with provider: cuda or auto, since it is of a GPU'",
    "runtime, precision, tf32, 'float32, or tf32 on a GPU; a network runs in the numbers that it was"
        + " exported in, and those of a bundle are float32'",
    "runtime, precision, float16, 'float32, or tf32 on a GPU; a network runs in the numbers that it was"
        + " exported in, and those of a bundle are float32'",
    "runtime, journal, work/journal, 'off, or a folder on the task managers'' disk by its whole path,"
        + " such as /var/lib/kilter/journal'",
    "fields, entity, id, a JSON pointer such as /device/id",
    "fields, entity, /, a JSON pointer such as /device/id",
    "fields, entity, '', a JSON pointer such as /device/id",
    "fields, time, /entity, 'apart from entity, \"/entity\"'",
    "fields, time, /entity/at, 'apart from entity, \"/entity\"'",
    "fields, values, v, a JSON pointer such as /device/id",
    "fields, readings, r, a JSON pointer such as /device/id",
    "fields, readings, /time, 'apart from time, \"/time\"'",
    "fields, time-zone, Mars, 'a time zone such as UTC, +01:00 or Europe/Berlin'",
    "fields, time-format, soon, 'ISO, epoch-seconds, epoch-millis, epoch-micros, epoch-nanos or a pattern"
        + " of a whole time, such as yyyy-MM-dd HH:mm:ss'",
    "fields, time-format, yyyy-MM-dd, 'ISO, epoch-seconds, epoch-millis, epoch-micros, epoch-nanos or a"
        + " pattern of a whole time, such as yyyy-MM-dd HH:mm:ss'",
    "format, type, xml, json or avro or csv",
  })
  void everyCheckFires(String section, String key, String value, String right) {
    String line = section + ": {" + key + ": \"" + value + "\"}";
    assertThat(problems(LEAST + line))
        .containsExactly(
            ":5: " + section + "." + key + " is \"" + value + "\"; it must be " + right);
  }

  @Test
  void aJournalCanBeLeftOut() {
    assertThat(read(LEAST + "runtime: {journal: off}").runtime().journal().folder()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "device, -1, a whole number from 0 to 63",
    "memory-limit, 2, a size such as 512MB or 2GB",
    "memory-limit, 0GB, a size such as 512MB or 2GB",
    "precision, float16, 'float32, or tf32 on a GPU; a network runs in the numbers that it was exported"
        + " in, and those of a bundle are float32'",
  })
  void aGpuIsCheckedToo(String key, String value, String right) {
    String line = "runtime: {provider: cuda, " + key + ": \"" + value + "\"}";
    assertThat(problems(LEAST + line))
        .containsExactly(":5: runtime." + key + " is \"" + value + "\"; it must be " + right);
  }

  @ParameterizedTest
  @CsvSource({
    "time, '[max-lateness, idle-after, max-ahead, late, duplicates, max-gap, forget-after]'",
    "health, '[silent-after, max-imputed, min-healthy]'",
    "checkpoints, '[interval, dir, state]'",
    "runtime, '[provider, device, memory-limit, precision, max-batch, max-delay, max-models,"
        + " watermark-interval, journal]'",
    "fields, '[values, entity, time, channel, value, readings, time-format, time-zone]'",
    "format, '[type]'",
  })
  void anUnknownKeyIsToldWithTheKnownOnes(String section, String known) {
    assertThat(problems(LEAST + section + ":\n  mood: good"))
        .containsExactly(":6: unknown key " + section + ".mood; known here are " + known);
  }
}
