/**
 * Calls `stop` when the supervisor that started this process is gone, however it went: the channel between the two
 * closes with it. Nothing happens in a process that nobody supervises.
 */
export function onSupervisorGone(stop: () => void): void {
  if (process.channel === undefined || process.channel === null) return;
  process.once('disconnect', stop);
  // The channel alone must not keep a process alive that has nothing else to do.
  process.channel.unref();
}

/** Tells the supervisor, where there is one, that this process does its work from now on. */
export function reportReady(): void {
  process.send?.({ type: 'ready' });
}
