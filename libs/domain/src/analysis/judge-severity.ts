import { fitRandomEffects } from '../severity/random-effects.js';
import type { SeverityFit } from '../severity/severity-fit.js';
import type { SheetDesign } from '../severity/sheet-design.js';

/** How severe each judge of a group is, and the variances that reliability rests on, whatever the declared method. */
export function judgeSeverity(design: SheetDesign): SeverityFit {
  return fitRandomEffects(design);
}
