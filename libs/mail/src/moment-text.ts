const beijingOffsetMs = 8 * 3_600_000;
const months = 'January February March April May June July August September October November December'.split(' ');

/** Beijing time, which knows no summer time, and UTC beside it for readers elsewhere. */
export function momentText(instant: string): { readonly zh: string; readonly en: string } {
  const utc = new Date(instant);
  const there = new Date(utc.getTime() + beijingOffsetMs);
  const [year, month, day] = [there.getUTCFullYear(), there.getUTCMonth(), there.getUTCDate()];
  const [time, world] = [clock(there), clock(utc)];
  return {
    zh: `${year}年${month + 1}月${day}日 ${time}（北京时间，即协调世界时 ${world}）`,
    en: `${day} ${months[month]} ${year}, ${time} Beijing time (${world} UTC)`,
  };
}

const clock = (date: Date) => date.toISOString().slice(11, 16);
