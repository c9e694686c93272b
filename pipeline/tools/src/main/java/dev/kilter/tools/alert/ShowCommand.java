package dev.kilter.tools.alert;

import dev.kilter.UserError;
import dev.kilter.job.config.PipelineConfig;
import dev.kilter.tools.CleanExit;
import dev.kilter.tools.Screen;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code kilter alert show}: one alert, its rows, and its moment scored again. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Shows an alert, fetches the records that it rests on from the events topic, makes its rows"
          + " of them and scores them again with the model that it names. Ends with exit code 1"
          + " where that does not give what the alert says, or cannot be done.",
      "Reads in no consumer group, and commits nothing."
    })
public final class ShowCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "PIPELINE.yaml",
      description = "The file of the pipeline that wrote it.")
  private Path file;

  @Parameters(
      index = "1",
      paramLabel = "ID",
      description =
          "The id of the incident, or what it begins with; with /REVISION one of its alerts,"
              + " otherwise the newest that rests on records.")
  private String id;

  @Option(names = "--json", description = "Print all of it as one line of JSON.")
  private boolean json;

  @Override
  public Integer call() throws InterruptedException {
    AlertId wanted = AlertId.parse(id);
    PipelineConfig config = PipelineConfig.load(file);
    CleanExit exit = CleanExit.install();
    try (exit) {
      String topic = config.kafka().alerts();
      TopicRecords records = exit.closing(TopicRecords.open(config.kafka(), topic));
      ToldAlert alert = FindAlert.in(topic, records, wanted);
      return show(alert, new ScoreAgain(config, alert), records);
    } catch (AuthenticationException | AuthorizationException e) {
      throw new UserError(
          "The broker at " + config.kafka().bootstrap() + " refuses: " + e.getMessage(), e);
    }
  }

  private int show(ToldAlert alert, ScoreAgain moment, TopicRecords records)
      throws InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    Screen screen = Screen.ofProcess();
    AlertPage page = new AlertPage(alert, screen.hasColour(), screen.columns());
    try {
      SecondScore second = moment.score(records);
      if (json) {
        out.println(AlertPageJson.of(alert, second));
      } else {
        page.lines(second).forEach(out::println);
      }
      return second.same() ? ExitCode.OK : ExitCode.SOFTWARE;
    } catch (NotScoredException e) {
      if (json) {
        out.println(AlertPageJson.of(alert, e));
      } else {
        page.lines(e).forEach(out::println);
      }
      return ExitCode.SOFTWARE;
    } finally {
      out.flush();
    }
  }
}
