/** The cheapest of what it is offered, cheapest first; of equal ones those offered first. */
export class BestOfRow {
  readonly judges: number[] = [];
  readonly costs: number[] = [];

  constructor(private readonly size: number) {}

  offer(judge: number, cost: number): void {
    let at = this.costs.length;
    if (at === this.size && (at === 0 || cost >= (this.costs[at - 1] ?? 0))) return;
    while (at > 0 && cost < (this.costs[at - 1] ?? 0)) at -= 1;
    this.costs.splice(at, 0, cost);
    this.judges.splice(at, 0, judge);
    if (this.costs.length > this.size) {
      this.costs.pop();
      this.judges.pop();
    }
  }
}
