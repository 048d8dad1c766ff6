// The import law. Rooms are in one order, and a room imports only rooms below its own: so no two rooms import each other, and none form
// a circle. No room may import a new room until it has its place in this list. Type-only imports count.

/** Every room of src/, from the ground up; docs/architecture.md says in a line what each is for. */
const rooms = [
  ...['errors', 'rules', 'clock', 'identifiers', 'names', 'contract', 'config', 'signing'],
  ...['database', 'chain', 'access', 'guideline', 'disclosure', 'standing', 'outbox', 'mutations', 'connection'],
  ...[
    'revocations',
    'spot-checks',
    'qualifications',
    'auditors',
    'exceptions',
    'audits',
    'appeals',
    'people',
    'registrations',
    'issuing',
    'letters',
    'certificates',
  ],
  ...['organizations', 'accounts'],
  ...['account-file', 'statements', 'applications', 'equivalency', 'documents', 'keys', 'consents', 'cycle', 'sose'],
  ...['recognition', 'rebate'],
  ...[
    'verification',
    'bidders',
    'proof',
    'tenders',
    'receipts',
    'credentials',
    'watch-lists',
    'calendars',
    'uploads',
    'what-if',
    'work-queue',
    'sandbox',
    'mail',
  ],
  ...['changes', 'public-list', 'digests', 'subscriptions', 'import', 'demo', 'webhooks', 'node', 'jobs'],
  ...['desk', 'resolvers', 'server', 'cli', 'greeting', 'main'],
];

/** The rooms of src/server/, from the ground up; the files beside them put these rooms together. */
const serverRooms = ['telemetry', 'limits', 'request', 'errors', 'lane', 'http', 'pages', 'sockets'];

/** The law from the ground up: its chapters, which are folders, and the files beside them, in whose words every chapter is written. */
const law = [
  ...['calendar', 'facts', 'holidays', 'statement', 'refusal-code', 'guideline', 'parameter', 'parameters', 'audit-tool', 'messages'],
  ...['decision', 'rule', 'standing', 'cycle', 'recording', 'equivalency', 'sose', 'tender', 'index'],
];

const contract = ['\\.(type|input|args)\\.ts$'];
const resolvers = ['\\.resolver\\.ts$'];
const tables = ['^src/database/tables/'];

const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

/** A room is a folder or a file of its name. */
const pathOf = (folder) => (room) => `^${folder}${room}(/|-[a-z]+\\.ts$|\\.ts$)`;

/** For each room of a folder: it imports nothing that stands above it there. */
const upwards = (folder, order) =>
  order
    .slice(0, -1)
    .map((room, at) =>
      forbid(
        `${folder}${room}-imports-downwards`,
        `${folder}${room} imports rooms below it; those above it may import it.`,
        { path: pathOf(folder)(room) },
        { path: order.slice(at + 1).map(pathOf(folder)) },
      ),
    );

module.exports = {
  forbidden: [
    ...upwards('src/', rooms),
    ...upwards('src/server/', serverRooms),
    ...upwards('src/rules/', law),
    forbid(
      'a-room-has-its-place',
      'A new room has its place in the list of rooms.',
      { path: '^src/', pathNot: rooms.map(pathOf('src/')) },
      {},
    ),
    forbid(
      'the-law-has-its-order',
      'A new chapter or file of the law has its place in the list of the law.',
      { path: '^src/rules/', pathNot: law.map(pathOf('src/rules/')) },
      {},
    ),
    forbid(
      'the-server-stands-on-its-rooms',
      'The files beside the rooms of the server put them together; no room of the server imports one of them.',
      { path: '^src/server/[^/]+/' },
      { path: '^src/server/[^/]+$' },
    ),
    forbid(
      'no-circle-of-files',
      'Only what we promise may name each other in a circle.',
      { path: '^src/', pathNot: [...contract, '^src/contract/'] },
      { circular: true },
    ),

    forbid(
      'the-law-is-pure',
      'src/rules imports nothing but itself: no package, no Node, no clock.',
      { path: '^src/rules/' },
      { pathNot: '^src/rules/' },
    ),
    forbid(
      'promises-know-no-storage',
      'What we promise must survive a change of database: *.type, *.input and *.args import the law, each other and the contract.',
      { path: contract },
      { path: '^src/', pathNot: [...contract, '^src/(rules|contract|identifiers)/', '^src/(errors|clock)\\.ts$'] },
    ),
    forbid(
      'tables-know-nothing',
      'A table imports the law and other tables.',
      { path: tables },
      { path: '^src/', pathNot: [...tables, '^src/rules/'] },
    ),
    forbid(
      'services-know-no-wiring',
      'Whatever reads, writes or decides imports no resolver.',
      { path: '^src/', pathNot: [...resolvers, '^src/resolvers\\.ts$'] },
      { path: resolvers },
    ),
    forbid(
      'reads-know-no-service',
      'Facts, loaders, SQL and connections import no service.',
      { path: '\\.(facts|loader|sql|store|row)\\.ts$' },
      { path: '\\.service\\.ts$' },
    ),
    forbid(
      'resolvers-are-wiring',
      'A resolver imports services, loaders and the contract; no other resolver, and no database.',
      { path: resolvers },
      { path: [...resolvers, '^src/database/'] },
    ),

    forbid(
      'graphql-packages',
      'Only the contract, the resolvers and the server know GraphQL.',
      { path: '^src/', pathNot: [...contract, ...resolvers, '^src/(contract|server)/'] },
      { path: '^node_modules/(type-graphql|graphql|graphql-scalars|@apollo)/' },
    ),
    forbid(
      'validation-package',
      'Input is checked where it is declared.',
      { path: '^src/', pathNot: [...contract, '^src/(contract|server)/'] },
      { path: '^node_modules/class-validator/' },
    ),
    forbid(
      'storage-packages',
      'The law, the contract and the resolvers know no database.',
      { path: ['^src/rules/', ...contract, ...resolvers] },
      { path: '^node_modules/(typeorm|pg|pg-copy-streams)/' },
    ),
    forbid(
      'http-packages',
      'Only the server speaks HTTP, and the webhooks that send.',
      { path: '^src/', pathNot: '^src/(server|webhooks)/' },
      { path: '^(http|https|node:http|node_modules/(fastify|ws|graphql-ws|graphql-sse)/)' },
    ),

    forbid('nothing-missing', 'Every import must be found.', {}, { couldNotResolve: true }),
    forbid(
      'no-development-packages',
      'What runs must not need what only develops.',
      { path: '^(src|migrations)/' },
      { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'] },
    ),
    forbid('src-stands-alone', 'src imports no test, bench or script.', { path: '^(src|migrations)/' }, { path: '^(test|bench|scripts)/' }),
  ],
  options: {
    tsPreCompilationDeps: true,
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    // bench/peers is a package of its own, with packages of its own.
    exclude: { path: '^(dist|data|bench/peers)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'require', 'types'] },
  },
};
