// Imports go one way: apps → features → ledger, mail, events, storage → queue → database → config → domain.
const order = [
  'landing',
  'results',
  'scoring',
  'judging',
  'submission',
  'contest',
  'identity',
  '(ledger|mail|events|storage)',
  'queue',
  'database',
  'config',
  'domain',
];

const noGoingBack = order.slice(1).map((lib, index) => ({
  name: `${lib.replace(/\W+/g, '-')}-stays-below`,
  severity: 'error',
  comment: 'A layer may skip ahead; it may not go back.',
  from: { path: `^libs/${lib}/` },
  to: { path: `^libs/(${order.slice(0, index + 1).join('|')})/` },
}));

module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    { name: 'not-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    ...noGoingBack,
    { name: 'libs-not-apps', severity: 'error', from: { path: '^libs/' }, to: { path: '^apps/' } },
    {
      name: 'apps-apart',
      severity: 'error',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    { name: 'web-only-domain', severity: 'error', from: { path: '^apps/web/' }, to: { path: '^libs/(?!domain/)' } },
    {
      name: 'domain-is-pure',
      severity: 'error',
      from: { path: '^libs/domain/src', pathNot: '\\.spec\\.ts$' },
      to: { pathNot: '^(libs/domain/src|node_modules/(@noble/|canonicalize/|decimal\\.js/))' },
    },
    {
      name: 'no-own-index',
      severity: 'error',
      comment: "A lib's index.ts is for others only: inside, import the file.",
      from: { path: '^libs/([^/]+)/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^libs/$1/src/index\\.ts$' },
    },
    {
      name: 'template-read-without-database',
      severity: 'error',
      comment: 'Checking a template on the command line starts at once: it loads nothing that a database needs.',
      from: { path: '^libs/contest/src/template/read-template\\.ts$' },
      to: { path: 'node_modules/(typeorm|@nestjs)/', reachable: true },
    },
    {
      name: 'web-fetches-in-api',
      severity: 'error',
      from: { path: '^apps/web/src/(?!api/)' },
      to: { path: 'openapi-fetch' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      conditionNames: ['leitai-source', 'import', 'node', 'default'],
      exportsFields: ['exports'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
