package dev.kilter.tools.messages;

/** What a pipeline tells of trouble: of one incident, or of a group of them. */
public sealed interface TroubleMessage permits AlertMessage, GroupNote {

  /** The id of what it is about: the same in each message about it. */
  String id();

  /** Which message about it this is, from 1. */
  int revision();

  /** How it is. */
  AlertMessage.State state();

  /** When. */
  AlertMessage.Moment moment();

  /** One sentence for people, or empty. */
  String summary();

  /** How bad it is. */
  default String severity() {
    return state().severity();
  }

  /** Whether trouble is over. */
  default boolean closed() {
    return state().status().equals("closed");
  }
}
