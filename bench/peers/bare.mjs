// node:http and pg, and nothing else: the operation's name says what is asked. With `--batched`, single questions of one turn of the event loop share a
// statement; with `--same-statement`, verifications are read by the registry's own statement.
import { createServer } from 'node:http';
import { organizationsOf, proofOf, reasonsOf, verificationOf } from './law.mjs';
import { ready } from './ready.mjs';
import { byPlace, openDatabase, openWithRegistrysStatement } from './statements.mjs';

const database = process.argv.includes('--same-statement') ? openWithRegistrysStatement() : openDatabase();
const one = (name, plural) =>
  process.argv.includes('--batched') ? batched(database[plural]) : async (number) => (await database[name](number))[0];
const verify = one('one', 'many');
const verifyWithReasons = one('oneWithReasons', 'manyWithReasons');

const withReasons = (row) => {
  const answer = verificationOf(row);
  return { ...answer, row: undefined, reasons: reasonsOf(answer) };
};
const withoutReasons = (row) => ({ ...verificationOf(row), row: undefined });

const numbersOf = ({ subjects }) => subjects.map(({ wsibAccount }) => wsibAccount);
const places = async (name, numbers) => byPlace(await database[name](numbers), numbers.length);

const works = {
  W1: async ({ subject }) => ({ verify: withoutReasons(await verify(subject.wsibAccount)) }),
  W1r: async ({ subject }) => ({ verify: withReasons(await verifyWithReasons(subject.wsibAccount)) }),
  W2: async (variables) => ({ verifyMany: (await places('many', numbersOf(variables))).map(withoutReasons) }),
  W2b: async (variables) => ({ verifyMany: (await places('manyWithReasons', numbersOf(variables))).map(withReasons) }),
  W3: async ({ city }) => ({ organizations: organizationsOf(await database.organizationsOfCity(city)) }),
  W6: async ({ number }) => ({ proof: proofOf((await database.certificate(number))[0]) }),
};

/** Gathers the questions of one turn of the event loop into one statement; one alone has its own. */
function batched(many) {
  let waiting = [];
  const flush = async () => {
    const asked = waiting;
    waiting = [];
    try {
      const rows = byPlace(await many(asked.map(({ number }) => number)), asked.length);
      for (const [at, { resolve }] of asked.entries()) resolve(rows[at]);
    } catch (error) {
      for (const { reject } of asked) reject(error);
    }
  };
  return (number) =>
    new Promise((resolve, reject) => {
      if (waiting.push({ number, resolve, reject }) === 1) setImmediate(flush);
    });
}

async function answer(request, response) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const { operationName, variables } = JSON.parse(Buffer.concat(chunks).toString());
  const body = JSON.stringify({ data: await works[operationName](variables) });
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(body) }).end(body);
}

const server = createServer((request, response) => {
  answer(request, response).catch((error) => response.writeHead(500).end(String(error)));
});
server.listen(0, '127.0.0.1', () => ready(server.address().port));
