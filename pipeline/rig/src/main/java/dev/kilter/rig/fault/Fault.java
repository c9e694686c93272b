package dev.kilter.rig.fault;

import dev.kilter.rig.cluster.Network;
import dev.kilter.rig.process.Node;
import dev.kilter.rig.process.Patience;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Something that is done to a pipeline while it works. */
public enum Fault {
  /** A task manager is killed; there is another that has no work. */
  TASK_MANAGER_KILLED("a task manager is killed (kill -9)") {
    @Override
    public boolean isDeath() {
      return true;
    }

    @Override
    public void inject(Scene scene) throws Exception {
      scene.busyTaskManager().kill();
    }
  },
  /** The job manager that leads is killed; there is another. */
  LEADER_KILLED("the job manager that leads is killed (kill -9)") {
    @Override
    public boolean isDeath() {
      return true;
    }

    @Override
    public void inject(Scene scene) throws Exception {
      scene.cluster().leader().kill();
    }
  },
  /** The broker is killed and away for a while. */
  BROKER_AWAY("the broker is killed (kill -9) and away for 30 s") {
    @Override
    public void inject(Scene scene) throws Exception {
      scene.cluster().kafka().node().kill();
      TimeUnit.MILLISECONDS.sleep(AWAY.toMillis());
      scene.cluster().kafka().start();
    }
  },
  /** A task manager is stopped where it is for longer than the heartbeat allows, and goes on. */
  TASK_MANAGER_PAUSED("a task manager stands still (SIGSTOP) for 30 s and goes on (SIGCONT)") {
    @Override
    public void inject(Scene scene) throws Exception {
      Node node = scene.busyTaskManager();
      node.pause();
      TimeUnit.MILLISECONDS.sleep(AWAY.toMillis());
      node.resume();
    }
  },
  /** A task manager is cut off from all others for a while. */
  NETWORK_CUT("a task manager is cut off from the network for 30 s") {
    @Override
    public void begin(Scene scene) throws Exception {
      scene.beginApart(PARALLELISM);
    }

    @Override
    public void inject(Scene scene) throws Exception {
      scene.cluster().network().cut();
      TimeUnit.MILLISECONDS.sleep(AWAY.toMillis());
      scene.cluster().network().mend();
    }

    @Override
    public Optional<String> whyNot(Scene scene) {
      Network network = scene.cluster().network();
      return network.apart().isPresent() ? Optional.empty() : Optional.of(network.whyNot());
    }
  },
  /** The checkpoint storage is full for a while. */
  STORAGE_FULL("the checkpoint storage is full for 15 s") {
    @Override
    public void inject(Scene scene) throws Exception {
      long failed = scene.job().failedCheckpoints();
      long endNanos = System.nanoTime() + FULL.toNanos();
      while (System.nanoTime() < endNanos) {
        scene.storage().fill();
        TimeUnit.SECONDS.sleep(1);
      }
      scene.storage().free();
      if (scene.job().failedCheckpoints() == failed && scene.job().restarts() == 0) {
        throw new NotInjectedException("the storage was full, and no checkpoint failed of it");
      }
    }

    @Override
    public Storage storage(Path folder) throws IOException {
      return Storage.limited(folder);
    }

    @Override
    public Optional<String> whyNot(Scene scene) {
      return scene.storage().whyNot();
    }
  },
  /** The model store is away, and a task manager dies meanwhile: the job has its models with it. */
  MODEL_STORE_AWAY("the model store is away while a task manager is killed (kill -9)") {
    @Override
    public boolean isDeath() {
      return true;
    }

    @Override
    public void inject(Scene scene) throws Exception {
      long failures = scene.job().restarts();
      scene.models().hide();
      scene.busyTaskManager().kill();
      NOTICED.until("the job fails", () -> scene.job().restarts() > failures);
      NOTICED.until("the job is at work", () -> scene.job().isAtWork());
      scene.models().show();
    }
  },
  /** The alerts topic takes no alert for a while, since all are too large for it. */
  ALERTS_TOO_LARGE("the alerts topic takes no record over 100 bytes for 10 s") {
    @Override
    public void inject(Scene scene) throws Exception {
      scene.alerts().takeNoneOver(FEW_BYTES);
      TimeUnit.MILLISECONDS.sleep(REFUSED.toMillis());
      scene.alerts().takeAll();
    }
  },
  /** Nobody may write to the alerts topic for a while. */
  ALERTS_FORBIDDEN("nobody is allowed to write to the alerts topic for 10 s") {
    @Override
    public void inject(Scene scene) throws Exception {
      scene.alerts().forbid();
      TimeUnit.MILLISECONDS.sleep(REFUSED.toMillis());
      scene.alerts().allow();
    }
  },
  /** Native code crashes on a record, once when it is one of many, once when it is alone. */
  NATIVE_CRASH("native code crashes on a record, and a supervisor starts what died") {
    @Override
    public boolean isNativeCrash() {
      return true;
    }

    @Override
    public void inject(Scene scene) throws Exception {
      scene.awaitDeaths(CRASHES);
    }

    @Override
    public Optional<String> whyNot(Scene scene) {
      String processor = System.getProperty("os.arch");
      return processor.equals("amd64")
          ? Optional.empty()
          : Optional.of("what crashes an amd64 processor does not crash " + processor);
    }
  },
  /** The job is stopped with a savepoint, then cancelled, and goes on each time. */
  RESTORED(
      "the job goes on from a savepoint it was stopped with, then from a checkpoint before it was cancelled") {
    @Override
    public void inject(Scene scene) throws Exception {
      scene.restart(PARALLELISM);
      scene.awaitCheckpoint();
      scene.cancelAndGoOn(PARALLELISM);
    }
  },
  /** The job goes on with another number of tasks, twice. */
  RESCALED("the job goes on from savepoints with 3 tasks of each kind, then with 1") {
    @Override
    public void inject(Scene scene) throws Exception {
      scene.restart(PARALLELISM + 1);
      scene.restart(1);
    }
  };

  /** So many tasks of each kind there are at first. */
  public static final int PARALLELISM = 2;

  private static final Duration AWAY = Duration.ofSeconds(30);
  private static final Duration FULL = Duration.ofSeconds(15);
  private static final Duration REFUSED = Duration.ofSeconds(10);
  private static final int CRASHES = 2;
  private static final int FEW_BYTES = 100;
  private static final Patience NOTICED = Patience.seconds(90);

  private final String words;

  Fault(String words) {
    this.words = words;
  }

  /** What is done, in words. */
  public String words() {
    return words;
  }

  /** Its name on the command line, such as {@code task-manager-killed}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Begins the pipeline to which it is to be done. */
  public void begin(Scene scene) throws Exception {
    scene.begin(PARALLELISM);
  }

  /** Whether it takes half a minute; there are to be events for longer than that. */
  public boolean isLong() {
    return this == BROKER_AWAY || this == TASK_MANAGER_PAUSED || this == NETWORK_CUT;
  }

  /**
   * Does it; when this returns, it is over, but for its consequences.
   *
   * @throws NotInjectedException if it has not come about
   */
  public abstract void inject(Scene scene) throws Exception;

  /** Whether something dies of it, so that it is over only once that is noticed. */
  public boolean isDeath() {
    return false;
  }

  /**
   * Whether it is done by {@link dev.kilter.rig.events.Load#DEADLY}, and by a network that crashes.
   */
  public boolean isNativeCrash() {
    return false;
  }

  /** Where checkpoints are to lie, so that it can be done. */
  public Storage storage(Path folder) throws IOException {
    return Storage.plain(folder);
  }

  /** Why it cannot be done on this machine; empty where it can. */
  public Optional<String> whyNot(Scene scene) {
    return Optional.empty();
  }
}
