package io.synkro.predict.features.offline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.synkro.predict.InvalidInputException;
import io.synkro.predict.features.view.Lineage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The files of commits, such as {@code commits/0000000001.json}. Stateless. */
final class CommitFile {
  private static final String ENDING = ".json";

  private CommitFile() {}

  static String name(int number) {
    return "%010d%s".formatted(number, ENDING);
  }

  /** Returns the number in the name of a commit's file, 0 if it is another file. */
  static int number(String name) {
    String digits = name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : "";
    boolean known = digits.length() == 10 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    return known ? (int) Math.min(Integer.MAX_VALUE, Long.parseLong(digits)) : 0;
  }

  static byte[] encode(Commit commit) throws IOException {
    Segment segment = commit.segment();
    Lineage lineage = commit.lineage();
    ObjectNode body = SealedJson.begin().put("number", commit.number());
    body.put("batchId", commit.batchId());
    body.putObject("segment")
        .put("name", segment.name())
        .put("rows", segment.rows())
        .put("firstEvent", segment.eventTimes().first())
        .put("lastEvent", segment.eventTimes().last())
        .put("firstKnown", segment.knownTimes().first())
        .put("lastKnown", segment.knownTimes().last())
        .put("crc32c", segment.checksum());
    ObjectNode origin =
        body.putObject("lineage")
            .put("source", lineage.source())
            .put("fromRow", lineage.fromRow())
            .put("toRow", lineage.toRow());
    lineage.versions().forEach(origin.putArray("versions")::add);
    return SealedJson.encode(body.put("previous", commit.previous()));
  }

  /** Reads a commit and makes sure that it follows the one before. */
  static Commit decode(Path file, SealedJson json, String previous) {
    Commit commit;
    try {
      commit = commit(json.body());
    } catch (InvalidInputException e) {
      throw new CorruptStoreException(file, String.valueOf(e.getMessage()), e);
    }
    if (!name(commit.number()).equals(String.valueOf(file.getFileName()))) {
      throw new CorruptStoreException(file, "it holds commit %d".formatted(commit.number()));
    }
    if (!commit.previous().equals(previous)) {
      throw new CorruptStoreException(file, "it does not follow the commit before it");
    }
    return commit;
  }

  private static Commit commit(JsonNode body) {
    JsonNode segment = body.path("segment");
    JsonNode lineage = body.path("lineage");
    List<String> versions = new ArrayList<>();
    lineage.path("versions").forEach(version -> versions.add(version.asText()));
    return new Commit(
        body.path("number").asInt(),
        body.path("batchId").asText(),
        new Segment(
            segment.path("name").asText(),
            segment.path("rows").asInt(),
            new TimeRange(segment.path("firstEvent").asLong(), segment.path("lastEvent").asLong()),
            new TimeRange(segment.path("firstKnown").asLong(), segment.path("lastKnown").asLong()),
            segment.path("crc32c").asText()),
        new Lineage(
            lineage.path("source").asText(),
            lineage.path("fromRow").asLong(),
            lineage.path("toRow").asLong(),
            versions),
        body.path("previous").asText());
  }
}
