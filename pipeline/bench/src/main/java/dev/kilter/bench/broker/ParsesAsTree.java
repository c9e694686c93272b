package dev.kilter.bench.broker;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.apache.flink.api.common.functions.FilterFunction;

/** Reads each record as a tree, as jobs commonly do, and does nothing with it. */
final class ParsesAsTree implements FilterFunction<byte[]> {
  private static final long serialVersionUID = 1L;
  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public boolean filter(byte[] record) throws IOException {
    return JSON.readTree(record).isObject();
  }
}
