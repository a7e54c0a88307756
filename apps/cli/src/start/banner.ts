import type { DemoLogin } from '../demo/load-people.js';

export type BannerFacts = {
  readonly address: string;
  readonly dataFolder: string | undefined;
  readonly logins: readonly DemoLogin[];
  readonly elapsed: string;
};

/** The closing words of a start, in both languages. */
export function banner({ address, dataFolder, logins, elapsed }: BannerFacts): string {
  const role = Math.max(0, ...logins.map((login) => login.role.length));
  const email = Math.max(0, ...logins.map((login) => login.email.length));
  const demo =
    logins.length === 0
      ? []
      : [
          '',
          '  Demo logins (all data are fictional) · 演示账号（数据均为虚构）',
          ...logins.flatMap((login) => [
            `    ${login.role.padEnd(role)}  ${login.email.padEnd(email)}  ${login.password}`,
            `    ${' '.repeat(role)}  ${login.note.en} · ${login.note.zh}`,
          ]),
        ];
  return [
    '',
    `Leitai is ready (${elapsed}) · 擂台已就绪`,
    '',
    `  Address · 地址   ${address}`,
    ...(dataFolder === undefined ? [] : [`  Data · 数据      ${dataFolder}`]),
    ...demo,
    '',
    '  Stop with Ctrl-C · 按 Ctrl-C 停止',
    '',
  ].join('\n');
}
