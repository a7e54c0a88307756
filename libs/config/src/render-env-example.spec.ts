import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { renderEnvExample } from './render-env-example.js';

describe('.env.example', () => {
  it('is what the schema renders', () => {
    const file = join(import.meta.dirname, '..', '..', '..', '.env.example');
    expect(readFileSync(file, 'utf8')).toBe(renderEnvExample());
  });
});
