/** The language that a terminal's locale variables ask for; English unless they begin with `zh`. */
export function terminalLocale(env: Readonly<Record<string, string | undefined>> = process.env): 'zh' | 'en' {
  return /^zh/i.test(env.LC_ALL || env.LC_MESSAGES || env.LANG || '') ? 'zh' : 'en';
}

/** Where the system's programs are found: what a server gets of the caller's environment. */
export function systemPath(env: Readonly<Record<string, string | undefined>> = process.env): string {
  return env.PATH || '/usr/bin:/bin';
}
