package dev.kilter.job.decode;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;

/**
 * Opens parsers of JSON. They share a table of the names they have seen, which saves making each
 * name anew: a quarter of the time an event takes. But a parser that meets a new name copies the
 * whole table; where names have no end, as of maps whose keys are data, that is thirty times what
 * the event takes, and from then on there is no table.
 */
final class JsonTokens {
  /** Events of more names than this have names without end. */
  private static final int MOST_NAMES = 1_000;

  private final SharedNames shared = new SharedNames(builder());
  private final JsonFactory apart =
      builder().disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES).build();
  private boolean endless;

  /** A parser of these bytes. */
  JsonParser open(byte[] bytes) throws IOException {
    endless = endless || shared.count() > MOST_NAMES;
    return endless && isPlain(bytes)
        ? apart.createParser(StrictUtf8.reader(bytes))
        : shared.createParser(bytes);
  }

  /** Whether it begins as UTF-8 without a mark; all else Jackson finds out itself. */
  private static boolean isPlain(byte[] bytes) {
    return bytes.length > 1 && bytes[0] > 0 && bytes[1] > 0;
  }

  private static JsonFactoryBuilder builder() {
    return (JsonFactoryBuilder)
        JsonFactory.builder()
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES);
  }

  /** Knows how many names its parsers have met. */
  private static final class SharedNames extends JsonFactory {
    private static final long serialVersionUID = 1L;

    SharedNames(JsonFactoryBuilder builder) {
      super(builder);
    }

    int count() {
      return _byteSymbolCanonicalizer.size();
    }
  }
}
