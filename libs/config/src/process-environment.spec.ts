import { describe, expect, it } from '@jest/globals';
import { systemPath, terminalLocale } from './process-environment.js';

describe('what is read of the caller’s environment', () => {
  it.each([
    [{ LANG: 'zh_CN.UTF-8' }, 'zh'],
    [{ LANG: 'en_GB.UTF-8', LC_ALL: 'zh_CN.UTF-8' }, 'zh'],
    [{ LANG: 'zh_CN.UTF-8', LC_ALL: 'C' }, 'en'],
    [{ LANG: 'zh_CN.UTF-8', LC_ALL: '' }, 'zh'],
    [{}, 'en'],
  ])('%j speaks %s', (env, language) => {
    expect(terminalLocale(env)).toBe(language);
  });

  it('has a path where the caller has none', () => {
    expect(systemPath({})).toBe('/usr/bin:/bin');
    expect(systemPath({ PATH: '/opt/bin' })).toBe('/opt/bin');
  });
});
