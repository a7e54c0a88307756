import type { TemplateTrack } from './template-schema.js';

export interface TrackNode {
  readonly track: TemplateTrack;
  readonly parent: TemplateTrack | null;
  readonly path: readonly PropertyKey[];
}

/** The track tree, parents before their children, each node with its path in the template. */
export function trackNodes(root: TemplateTrack): TrackNode[] {
  const nodes: TrackNode[] = [{ track: root, parent: null, path: ['tracks'] }];
  for (const node of nodes) {
    for (const [index, track] of node.track.tracks.entries()) {
      nodes.push({ track, parent: node.track, path: [...node.path, 'tracks', index] });
    }
  }
  return nodes;
}
