package dev.kilter.tools.simulate;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;

/** Writes a reading as one wide JSON event, without a line end. */
public final class ReadingJson {
  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();

  private ReadingJson() {}

  /** The time in ISO 8601, values with five significant digits; absent ones are left out. */
  public static byte[] encode(Reading reading) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      json.writeStartObject();
      json.writeStringField("entity", reading.entity());
      json.writeStringField("time", Instant.ofEpochMilli(reading.timeMillis()).toString());
      json.writeObjectFieldStart("values");
      writeValues(json, reading.values());
      json.writeEndObject();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    }
    return bytes.toByteArray();
  }

  /** One channel of a reading as one long JSON event, written as in the wide one. */
  static byte[] encodeChannel(String entity, long timeMillis, int channel, double value) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(128);
    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      json.writeStartObject();
      json.writeStringField("entity", entity);
      json.writeNumberField("time", timeMillis);
      json.writeStringField("channel", Plant.CHANNELS.get(channel).name());
      json.writeFieldName("value");
      json.writeNumber(fiveDigits(value));
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    }
    return bytes.toByteArray();
  }

  private static void writeValues(JsonGenerator json, double[] values) throws IOException {
    for (int i = 0; i < values.length; i++) {
      if (!Double.isNaN(values[i])) {
        json.writeFieldName(Plant.CHANNELS.get(i).name());
        json.writeNumber(fiveDigits(values[i]));
      }
    }
  }

  /**
   * Five significant digits from 0.1 up, five decimals below; Double.toString would take most of
   * the time.
   */
  private static BigDecimal fiveDigits(double value) {
    int decimals = 5;
    double scaled = value * 1e5;
    while (Math.abs(scaled) >= 1e5 && decimals > 0) {
      scaled /= 10;
      decimals--;
    }
    return BigDecimal.valueOf(Math.round(scaled), decimals);
  }
}
