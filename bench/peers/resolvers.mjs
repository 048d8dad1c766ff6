// The resolvers of the GraphQL servers: one statement at the root, plain rows below it. Reasons are read only where they are asked for.
import { organizationsOf, proofOf, reasonsOf, verificationOf } from './law.mjs';
import { byPlace, openDatabase } from './statements.mjs';

const database = openDatabase();

/** Whether the operation names the field of reasons; its text is the same for every request, so it is looked at once. */
const areAsked = new WeakMap();
function reasonsAsked({ operation }) {
  if (!areAsked.has(operation)) areAsked.set(operation, /\breasons\b/.test(operation.loc?.source.body ?? 'reasons'));
  return areAsked.get(operation);
}

export const resolvers = {
  Query: {
    verify: async (_root, { subject }, _context, info) => {
      const [row] = await database[reasonsAsked(info) ? 'oneWithReasons' : 'one'](subject.wsibAccount);
      return verificationOf(row);
    },
    verifyMany: async (_root, { subjects }, _context, info) => {
      const numbers = subjects.map(({ wsibAccount }) => wsibAccount);
      const rows = await database[reasonsAsked(info) ? 'manyWithReasons' : 'many'](numbers);
      return byPlace(rows, numbers.length).map(verificationOf);
    },
    organizations: async (_root, { filter }) => organizationsOf(await database.organizationsOfCity(filter.city)),
    proof: async (_root, { number }) => proofOf((await database.certificate(number))[0]),
  },
  Verification: { reasons: reasonsOf },
};
