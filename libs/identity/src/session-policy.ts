/** How long sessions live, in hours, and whose they may be: a demo admits demo accounts alone, and nothing else does. */
export class SessionPolicy {
  constructor(
    readonly idleHours: number,
    readonly maxHours: number,
    readonly demo: boolean,
  ) {}
}
