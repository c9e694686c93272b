package dev.kilter.onnx;

import static dev.kilter.onnx.Bundles.bundle;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StoredTensorTest {
  private static final int GRAPH = 7;
  private static final int NODE = 1;
  private static final int ATTRIBUTE = 5;
  private static final int SUBGRAPH = 6;
  private static final int INITIALIZER = 5;
  private static final int DATA_LOCATION = 14;

  @Test
  void findsWhereEachHasItsValues() {
    byte[] network = bundle("no-errors").network();
    List<StoredTensor> tensors = StoredTensor.of(network);
    assertThat(tensors).extracting(StoredTensor::name).containsExactly("zero", "last");
    StoredTensor last = tensors.get(1);
    ByteBuffer values = ByteBuffer.wrap(network, last.from(), last.to() - last.from());
    assertThat(values.order(ByteOrder.LITTLE_ENDIAN).getLong()).isEqualTo(3);
    assertThat(tensors).noneMatch(StoredTensor::external);
  }

  @Test
  void findsOneThatIsElsewhere() {
    StoredTensor zero = StoredTensor.of(bundle("external-data").network()).get(0);
    assertThat(zero.external()).isTrue();
    assertThat(zero.file()).isEqualTo(Optional.of("weights.bin"));
  }

  @Test
  void looksIntoTheBranchesOfANode() {
    byte[] tensor = {(byte) (DATA_LOCATION << 3), 1};
    byte[] branch = in(ATTRIBUTE, in(SUBGRAPH, in(INITIALIZER, tensor)));
    assertThat(StoredTensor.of(in(GRAPH, in(NODE, branch))))
        .singleElement()
        .matches(StoredTensor::external);
  }

  @Test
  void findsWhatIsThereInFrontOfABreak() {
    byte[] network = bundle("no-errors").network();
    for (int length = 0; length < network.length; length++) {
      assertThat(StoredTensor.of(Arrays.copyOf(network, length))).hasSizeLessThanOrEqualTo(2);
    }
  }

  @Test
  void endsHoweverDeepItIsNested() {
    byte[] nested = {(byte) (DATA_LOCATION << 3), 1};
    for (int depth = 0; depth < 2000; depth++) {
      nested = in(NODE, in(ATTRIBUTE, in(SUBGRAPH, nested)));
    }
    assertThat(StoredTensor.of(in(GRAPH, nested))).isEmpty();
  }

  /** A message as the content of a field. */
  private static byte[] in(int field, byte[] content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write((field << 3) | 2);
    for (int rest = content.length; ; rest >>>= 7) {
      boolean more = rest > 0x7f;
      bytes.write(more ? (rest & 0x7f) | 0x80 : rest);
      if (!more) {
        break;
      }
    }
    bytes.writeBytes(content);
    return bytes.toByteArray();
  }
}
