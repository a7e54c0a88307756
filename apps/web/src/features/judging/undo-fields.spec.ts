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

  say(field: string, text: string, at = 0): this {
    const words = { after: text, at };
    this.changes = withChange(this.changes, { field, before: this.fields[field] ?? '', isTyped: true, words });
    this.fields = { ...this.fields, [field]: text };
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

  it('remembers two hundred changes', () => {
    const hand = new Hand();
    for (let score = 0; score <= 210; score += 1) hand.set('a', String(score), false);
    expect(hand.changes).toHaveLength(200);
  });

  it('takes back the last word of what is said, never the whole of it', () => {
    const hand = new Hand().say('c', '思路').say('c', '思路清晰').say('c', '思路清晰，').say('c', '思路清晰，可靠');
    expect([hand.undo()['c'], hand.undo()['c']]).toEqual(['思路清晰，', '']);
    const other = new Hand().say('c', 'a').say('c', 'a ').say('c', 'a b').say('c', 'a bc');
    expect([other.undo()['c'], other.undo()['c']]).toEqual(['a ', '']);
  });

  it('takes back what was said since the last pause', () => {
    const hand = new Hand()
      .say('c', '样机')
      .say('c', '样机可', 999)
      .say('c', '样机可靠', 2000)
      .say('c', '样机可靠吗', 2500);
    expect([hand.undo()['c'], hand.undo()['c']]).toEqual(['样机可', '']);
  });

  it('brings back text that was taken away, and what was written after that by itself', () => {
    const hand = new Hand().say('c', '思路清晰').say('c', '').say('c', '新').say('c', '新意');
    expect([hand.undo()['c'], hand.undo()['c'], hand.undo()['c']]).toEqual(['', '思路清晰', '']);
  });
});
