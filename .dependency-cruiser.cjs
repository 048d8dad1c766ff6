// The import law: a room imports rooms with a smaller number (or its own, where that is said). Lists of what is allowed,
// so that a new room or package is forbidden until it has its place here. Type-only imports count.

const contract = ['\\.(type|input|args)\\.ts$'];
/** Circles of which one side imports a type alone, which the parser cannot tell from a value. */
const circlesOfTypes = ['^src/rules/messages', '^src/import/(particular-)?checks\\.ts$'];
const resolvers = ['\\.resolver\\.ts$'];
const tables = ['^src/database/tables/'];

/** The rooms from the inside out; a file belongs to the first list that names it, and to room 2 when none does. */
const rooms = {
  0: ['^src/rules/'],
  1: [
    ...contract,
    ...tables,
    '^src/(errors|clock|config(-forms)?)\\.ts$',
    '^src/identifiers/',
    '^src/graphql/(context|scalars|exactly-one-of|global-id|is-global-id)\\.ts$',
  ],
  3: ['\\.service\\.ts$', '^src/(import|demo)/', '^src/standing/standing\\.(check|rebuild)\\.ts$'],
  4: [...resolvers, '^src/jobs/'],
  5: ['^src/graphql/'],
  6: ['^src/(main|greeting)\\.ts$', '^src/cli/'],
};

const upTo = (number) => [0, 1, 3, 4, 5, 6].filter((each) => each <= number).flatMap((each) => rooms[each]);
const above = (number) => [3, 4, 5, 6].filter((each) => each > number).flatMap((each) => rooms[each]);

/** Room 1 of src/graphql is named file by file; the rest of that folder is room 5. */
const roomOne = rooms[1];

const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

module.exports = {
  forbidden: [
    forbid(
      '0-the-law-is-pure',
      'src/rules imports nothing but itself: no package, no Node, no clock.',
      { path: rooms[0] },
      { pathNot: rooms[0] },
    ),
    forbid(
      '1-contract-knows-no-storage',
      'What we promise must survive a change of database: *.type, *.input and *.args import the law, each other and scalars.',
      { path: contract },
      {
        path: '^src/',
        pathNot: [
          ...contract,
          ...rooms[0],
          '^src/(errors|clock)\\.ts$',
          '^src/identifiers/',
          '^src/graphql/(scalars|exactly-one-of|global-id|is-global-id)\\.ts$',
        ],
      },
    ),
    forbid(
      '1-tables-know-nothing',
      'A table imports the law and other tables.',
      { path: tables },
      { path: '^src/', pathNot: [...tables, ...rooms[0]] },
    ),
    forbid(
      '1-roots',
      'errors, clock, config, identifiers, scalars and the type Context import the law and room 1.',
      { path: roomOne },
      { path: '^src/', pathNot: upTo(1) },
    ),
    forbid(
      '2-reads-and-plumbing',
      'Loaders, facts, access, the unit of work and their like import no service, resolver, server or command.',
      { path: '^src/', pathNot: [...upTo(1), ...above(2)] },
      { path: above(2), pathNot: roomOne },
    ),
    forbid(
      '3-services',
      'A service imports reads and other services, no resolver, server or command.',
      { path: rooms[3] },
      { path: above(3), pathNot: roomOne },
    ),
    forbid(
      '4-resolvers',
      'A resolver imports services, loaders and the contract; no other resolver, and no database.',
      { path: resolvers },
      { path: [...above(3), '^src/database/'], pathNot: roomOne },
    ),
    forbid('5-server', 'The server imports no main and no command.', { path: rooms[5], pathNot: roomOne }, { path: rooms[6] }),

    forbid(
      'graphql-packages',
      'Only the contract, the resolvers and src/graphql know GraphQL.',
      { path: '^src/', pathNot: [...contract, ...resolvers, '^src/graphql/'] },
      { path: '^node_modules/(type-graphql|graphql|graphql-scalars|@apollo)/' },
    ),
    forbid(
      'validation-package',
      'Input is checked where it is declared.',
      { path: '^src/', pathNot: [...contract, '^src/graphql/'] },
      { path: '^node_modules/class-validator/' },
    ),
    forbid(
      'storage-packages',
      'The law, the contract and the resolvers know no database.',
      { path: [...rooms[0], ...contract, ...resolvers] },
      { path: '^node_modules/(typeorm|pg|pg-copy-streams)/' },
    ),
    forbid(
      'http-packages',
      'Only the server speaks HTTP, and what sends to webhooks.',
      { path: '^src/', pathNot: '^src/(graphql/|webhooks/send\\.ts$)' },
      { path: '^(http|https|node:http|node_modules/(fastify|ws|graphql-ws|graphql-sse)/)' },
    ),

    forbid(
      'no-cycles',
      'Only contract files may import each other in a circle.',
      { path: '^src/', pathNot: [...contract, ...circlesOfTypes] },
      { circular: true },
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
    exclude: { path: '^(dist|data)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'require', 'types'] },
  },
};
