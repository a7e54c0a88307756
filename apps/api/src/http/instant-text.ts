import type { Locale } from './problem-texts.js';

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/;
const tags: Readonly<Record<Locale, string>> = { zh: 'zh-Hans-CN', en: 'en-GB' };
const said: Readonly<Record<Locale, (time: string) => string>> = {
  zh: (time) => `${time}（北京时间）`,
  en: (time) => `${time} (Beijing time, UTC+8)`,
};

/** An instant of a refusal's details to the second, in Beijing time; any other value as it is. */
export function instantText(value: string, locale: Locale): string {
  if (!instant.test(value)) return value;
  const format = new Intl.DateTimeFormat(tags[locale], {
    ...({ year: 'numeric', month: locale === 'zh' ? 'long' : 'short', day: 'numeric' } as const),
    ...({
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      hourCycle: 'h23',
      timeZone: 'Asia/Shanghai',
    } as const),
  });
  return said[locale](format.format(new Date(value)));
}
