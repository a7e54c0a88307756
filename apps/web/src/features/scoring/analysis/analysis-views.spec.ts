import { describe, expect, it } from '@jest/globals';
import { analysisViews, openViews } from './analysis-views.js';

describe('the parts of the page', () => {
  it('are before the freeze only those that came', () => {
    expect(openViews({ sections: ['coverage'] })).toEqual(['coverage']);
    expect(openViews({ sections: ['coverage', 'gaps'] })).toEqual(['coverage', 'gaps']);
  });

  it('are all of them once everything is open', () => {
    expect(openViews({ sections: ['coverage', 'gaps', 'scale-use', 'closed'] })).toEqual([...analysisViews]);
  });

  it('are none while nothing is computed', () => {
    expect(openViews({ sections: [] })).toEqual([]);
  });
});
