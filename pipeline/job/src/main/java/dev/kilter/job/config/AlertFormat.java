package dev.kilter.job.config;

/** What the bytes of an alert are. */
public enum AlertFormat {
  /** A line of JSON. */
  JSON("application/json"),
  /** Avro's single-object encoding, with Kilter's own schema. */
  AVRO("application/avro");

  private final String contentType;

  AlertFormat(String contentType) {
    this.contentType = contentType;
  }

  /** How a record's header names it. */
  public String contentType() {
    return contentType;
  }

  static AlertFormat labelled(String label) {
    return switch (label) {
      case "json" -> JSON;
      case "avro" -> AVRO;
      default -> throw new IllegalArgumentException("json or avro");
    };
  }
}
