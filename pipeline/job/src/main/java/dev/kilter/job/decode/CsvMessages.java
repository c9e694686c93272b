package dev.kilter.job.decode;

import static dev.kilter.event.DeadLetterReason.NOT_CSV;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import dev.kilter.job.config.EventEncoding;
import java.io.IOException;

/** Events as lines of cells, a reading each. */
final class CsvMessages implements MessageReader {
  private final CsvFactory csv =
      CsvFactory.builder()
          .enable(CsvParser.Feature.TRIM_SPACES)
          .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
          .enable(CsvParser.Feature.EMPTY_STRING_AS_NULL)
          .enable(CsvParser.Feature.FAIL_ON_MISSING_COLUMNS)
          .build();
  private final CsvSchema columns;
  private final TokenReader reader;

  CsvMessages(EventEncoding.Csv encoding, TokenReader reader) {
    CsvSchema.Builder builder = CsvSchema.builder().setColumnSeparator(encoding.separator());
    encoding.columns().forEach(builder::addColumn);
    this.columns = builder.build();
    this.reader = reader;
  }

  @Override
  public void read(byte[] bytes, Message message) throws Rejection {
    try (CsvParser tokens = csv.createParser(StrictUtf8.reader(bytes))) {
      tokens.setSchema(columns);
      reader.readAll(tokens, message);
    } catch (JsonProcessingException e) {
      String line = e.getLocation() == null ? "" : " in line " + e.getLocation().getLineNr();
      throw new Rejection(NOT_CSV, "not CSV" + line + ": " + Shown.of(e.getOriginalMessage()));
    } catch (IOException e) {
      throw new Rejection(NOT_CSV, "not CSV: it is no UTF-8");
    }
  }
}
