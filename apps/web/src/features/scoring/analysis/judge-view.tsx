import type { GroupView } from './group-view.js';
import { AffinityTable } from './affinity-table.js';
import { JudgeEffects } from './judge-effects.js';
import { JudgeTable } from './judge-table.js';
import { ReliabilityFigures } from './reliability-figures.js';

/** How far the judges agree, and how each of them scores beside the others. */
export function JudgeView({ view }: { view: GroupView }) {
  return (
    <>
      <ReliabilityFigures view={view} />
      <JudgeEffects view={view} />
      <JudgeTable view={view} />
      {view.group.affinity.map((affinity) => (
        <AffinityTable key={affinity.attribute} affinity={affinity} view={view} />
      ))}
    </>
  );
}
