package dev.kilter.tools.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.tools.ToolRun;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyCommandTest {
  private static final Path BUNDLE = Path.of("../onnx/src/test/resources/bundles/no-errors/1");

  @TempDir private Path folder;

  @Test
  void tellsForHowManyEntitiesABundleHasTheirOwnStatistics() throws Exception {
    Path fleet =
        fleet(
            "{\"unseen\":\"not-judged\",\"entities\":{\"a\":{\"quantiles\":{\"0.9\":3,\"0.99\":4}},"
                + "\"b\":{\"scaling\":{\"mean\":[1,1],\"deviation\":[1,1]}}}}");

    assertThat(ToolRun.model("verify", fleet, BUNDLE).output())
        .containsPattern(fleet + " is admitted: .*, with statistics of 2 entities\n")
        .endsWith("), reconstruction\n");
  }

  private Path fleet(String entities) throws IOException, NoSuchAlgorithmException {
    for (String file : new String[] {"model.onnx", "golden.json"}) {
      Files.copy(BUNDLE.resolve(file), folder.resolve(file));
    }
    byte[] json = entities.getBytes(StandardCharsets.UTF_8);
    Files.write(folder.resolve("entities.json"), json);
    String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(json));
    String contract = Files.readString(BUNDLE.resolve("model.json"));
    Files.writeString(
        folder.resolve("model.json"),
        contract.replace("\"training\":", "\"entitiesSha256\": \"" + hash + "\", \"training\":"));
    return folder;
  }
}
