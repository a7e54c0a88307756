/** Keeps the code of the judges’ pages on this device, so that they open without network. Without https there is none. */
export function startOfflineShell(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  // A browser that forbids it judges as before, with a line.
  void navigator.serviceWorker.register('/service-worker.js').catch(() => undefined);
}
