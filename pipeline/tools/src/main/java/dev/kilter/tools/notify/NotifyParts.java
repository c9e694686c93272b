package dev.kilter.tools.notify;

/**
 * What tells alerts.
 *
 * @param receiver whom they are told to
 * @param history reads what was told before
 * @param inbox takes what is read
 * @param deliveries what is on its way
 * @param books what became of it
 * @param commits says to Kafka what is done with
 */
record NotifyParts(
    Receiver receiver,
    TopicHistory history,
    Inbox inbox,
    Deliveries deliveries,
    Bookkeeping books,
    Commits commits) {}
