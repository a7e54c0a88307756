/** What the worker needs to send; without it everything waits in the outbox and is shown there. */
export interface MailSettings {
  /** `smtp://` (TLS by STARTTLS) or `smtps://`, with user and password where the server asks for them. */
  readonly smtpUrl: string;
  /** An address, with or without a name. */
  readonly from: string;
  /** Of the pages that messages link to. */
  readonly publicOrigin: string;
  readonly pace?: MailPace;
}

export interface MailPace {
  /** How long one sending may take before another worker takes it over; longer than all its timeouts together. */
  readonly leaseSeconds: number;
  /** Waits before the second, third … attempt; after the attempt that follows the last one it has failed. */
  readonly backoffSeconds: readonly number[];
  /** Messages under way at once. */
  readonly lanes: number;
}

/** Six attempts over a night and a day: a server that is being mended gets what it missed. */
export const mailPace: MailPace = {
  leaseSeconds: 180,
  backoffSeconds: [60, 300, 1800, 7200, 43_200],
  lanes: 3,
};

/** Injection token of {@link MailSettings}, or of null where nothing is sent. */
export const mailSettingsToken = Symbol('mail settings');
