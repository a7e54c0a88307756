import { describe, expect, it } from '@jest/globals';
import { undone, withChange, withTypingEnded, type Change } from './undo-fields.js';
import type { SheetFields } from './sheet-fields.js';

/** A judge who types and taps, as the page keeps it. */
class Hand {
  fields: SheetFields = {};
  changes: readonly Change[] = [];

  set(field: string, value: string, isTyped: boolean): this {
    this.changes = withChange(this.changes, { field, before: this.fields[field] ?? '', isTyped });
    this.fields = { ...this.fields, [field]: value };
    return this;
  }

  leave(): this {
    this.changes = withTypingEnded(this.changes);
    return this;
  }

  undo(): SheetFields {
    const back = undone(this.changes, this.fields);
    if (back) [this.fields, this.changes] = [back.fields, back.changes];
    return this.fields;
  }
}

describe('undo', () => {
  it('takes back a whole typed score, not its last key', () => {
    const hand = new Hand().set('a', '8', false).set('a', '9', true).set('a', '9.', true).set('a', '9.5', true);
    expect(hand.undo()).toEqual({ a: '8' });
    expect(hand.undo()).toEqual({ a: '' });
  });

  it('takes back each tap by itself', () => {
    const hand = new Hand().set('a', '8', false).set('a', '8.5', false).set('a', '9', false);
    expect([hand.undo()['a'], hand.undo()['a'], hand.undo()['a']]).toEqual(['8.5', '8', '']);
  });

  it('tells the same criterion typed again later from the first time', () => {
    const hand = new Hand().set('a', '8', true).set('b', '7', true).set('a', '6', true);
    expect(hand.undo()).toEqual({ a: '8', b: '7' });
    expect(hand.undo()).toEqual({ a: '8', b: '' });
  });

  it('tells it also where the judge left the score and changed nothing else between', () => {
    const hand = new Hand().set('a', '8', true).leave().leave().set('a', '6', true).set('a', '6.5', true);
    expect(hand.undo()).toEqual({ a: '8' });
    expect(hand.undo()).toEqual({ a: '' });
  });

  it('has nothing to take back on an untouched sheet', () => {
    expect(undone([], { a: '8' })).toBeNull();
  });

  it('remembers fifty changes', () => {
    const hand = new Hand();
    for (let score = 0; score <= 60; score += 1) hand.set('a', String(score), false);
    expect(hand.changes).toHaveLength(50);
  });
});
