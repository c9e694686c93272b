package dev.kilter.job;

import java.io.Serializable;

/** Makes records that are no events; the same number makes the same record. */
interface MalformedRecords extends Serializable {

  /** The bytes of the record with this number; null for one without a value. */
  byte[] value(long number);
}
