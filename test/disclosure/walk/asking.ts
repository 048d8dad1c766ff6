import { Agent, request } from 'node:http';
import { setImmediate } from 'node:timers/promises';
import { poolOf } from '../../../src/database/data-source.ts';
import type { TestServer } from '../../support/server.ts';
import type { Question } from './packer.ts';

/** What came back: the status and bytes, the statements it took, the codes of the faults, and those of faults in nested fields. */
export interface Answered {
  readonly answer: string;
  readonly statements: readonly string[];
  readonly faults: readonly string[];
  readonly faultsWithin: readonly string[];
}

/** After this many turns of the event loop, code that got an answer from the database has sent its next statement. */
const TURNS = 5;

function isIdle({ source }: TestServer): boolean {
  const { totalCount, idleCount, waitingCount } = poolOf(source);
  return idleCount === totalCount && waitingCount === 0;
}

/** Asks over keep-alive connections. */
export class Asker {
  private readonly agent = new Agent({ keepAlive: true });

  async ask(server: TestServer, { query, variables }: Question, key: string | null): Promise<Answered> {
    server.statements();
    const answer = await this.post(server.url, JSON.stringify({ query, variables }), key);
    const faults = faultsIn(answer);
    const within = faults.filter(({ path = [] }) => path.length > 1);
    return {
      answer: answer.replace(told, ''),
      statements: distinct(server.statements().filter((each) => !countsUses.test(each))),
      faults: faults.map(codeOf),
      faultsWithin: within.map(codeOf),
    };
  }

  /** Waits until the work left over from an answer cut short by a fault has finished. */
  async quiet(servers: readonly TestServer[]): Promise<void> {
    for (let turns = 0; turns < TURNS; turns++) {
      await setImmediate();
      if (!servers.every(isIdle)) turns = -1;
    }
  }

  end(): void {
    this.agent.destroy();
  }

  private post(url: string, body: string, key: string | null): Promise<string> {
    const headers = { 'content-type': 'application/json', ...(key ? { authorization: `Bearer ${key}` } : {}) };
    return new Promise((resolve, reject) => {
      const sent = request(`${url}/graphql`, { method: 'POST', headers, agent: this.agent }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => resolve(`${response.statusCode} ${Buffer.concat(chunks).toString('utf8')}`));
      });
      sent.on('error', reject);
      sent.end(body);
    });
  }
}

interface Fault {
  readonly path?: readonly unknown[];
  readonly extensions: { readonly code: string };
}

const codeOf = ({ extensions: { code } }: Fault): string => code;

/** An answer with faults begins with them, so an answer without any is not parsed. */
const faultsIn = (answer: string): readonly Fault[] =>
  answer.includes('{"errors"') ? JSON.parse(answer.slice(answer.indexOf('{'))).errors : [];

/** The instant of an answer is the caller's or that of the request; the end of the feed shows how much happened, not what. */
const told = /"(knownAt|position|latest)":"[^"]*"/g;

/** The uses of what is deprecated are written every ten seconds, beside the requests. */
const countsUses = /^\s*insert into deprecated_use /;

/** Each once: the order of sibling fields is not fixed, and chance decides which of them share a loader's batch. */
const distinct = (statements: readonly string[]): readonly string[] => [...new Set(statements)].sort();
