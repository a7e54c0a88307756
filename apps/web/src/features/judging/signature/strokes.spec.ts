import { describe, expect, it } from '@jest/globals';
import { signatureProblems } from '#domain/rubric/signature';
import { beginStroke, drawTo, pointAt } from './strokes.js';

const shown = { left: 100, top: 50, width: 300, height: 100 } as DOMRect;

describe('a signature that is drawn', () => {
  it('is a path within its box, wherever the pointer goes', () => {
    const first = beginStroke('', pointAt({ clientX: 100, clientY: 50 }, shown));
    const second = drawTo(first, pointAt({ clientX: 900, clientY: 900 }, shown));
    expect(second).toBe('M0 0L0 0L599 199');
    const third = beginStroke(second, pointAt({ clientX: 250, clientY: 100 }, shown));
    expect(third).toBe('M0 0L0 0L599 199M300 100L300 100');
    expect(signatureProblems({ signature: 'screen' }, { kind: 'drawn', content: third })).toEqual([]);
  });

  it('leaves out points that say nothing new, and ends before it is too long', () => {
    expect(drawTo('M10 10L10 10', { x: 11, y: 11 })).toBe('M10 10L10 10');
    let path = beginStroke('', { x: 0, y: 0 });
    for (let step = 0; step < 5_000; step += 1) path = drawTo(path, { x: step % 2 === 0 ? 100 : 200, y: 100 });
    expect(signatureProblems({ signature: 'screen' }, { kind: 'drawn', content: path })).toEqual([]);
  });
});
