import { document, RegistryClient, RegistryError } from '../../clients/typescript/src/index.ts';
import type { Chance } from '../../src/demo/chance.ts';
import { unlessAway } from './away.ts';
import type { Nodes } from './nodes.ts';
import type { SoakRegistry } from './registry.ts';

type Input = Readonly<Record<string, unknown>>;
type Written = { readonly __typename: string; readonly id?: string; readonly version?: number };

const mutation = (name: string, input: string, thing: string) =>
  document<Readonly<Record<string, Written>>, { input: Input }>(
    `mutation ($input: ${input}!) { ${name}(input: $input) { __typename ... on ${thing} { id version } } }`,
  );

const documents = {
  recordRevocation: mutation('recordRevocation', 'RecordRevocationInput', 'Revocation'),
  liftRevocation: mutation('liftRevocation', 'LiftRevocationInput', 'Revocation'),
  issueCertificate: mutation('issueCertificate', 'IssueCertificateInput', 'Certificate'),
  confirmRegistration: mutation('confirmRegistration', 'ConfirmRegistrationInput', 'Registration'),
} as const;

/** A clerk who writes until stopped, on whichever node answers, and repeats what got no answer. */
export class Writer {
  /** Mutations that had an effect. */
  done = 0;
  /** Those refused by the law or by a version. */
  refused = 0;
  private readonly client: RegistryClient;
  private readonly name: string;
  private readonly registry: SoakRegistry;
  private readonly chance: Chance;
  private readonly standing: { account: string; id: string; version: number }[] = [];
  private sent = 0;

  constructor(name: string, key: string, nodes: Nodes, registry: SoakRegistry, chance: Chance) {
    this.client = new RegistryClient({ url: 'http://127.0.0.1/', key, fetch: nodes.fetch });
    this.name = name;
    this.registry = registry;
    this.chance = chance;
  }

  async write(signal: AbortSignal, pauseMs: number): Promise<void> {
    while (!signal.aborted) {
      await this.writeOne();
      await new Promise((resolve) => setTimeout(resolve, this.chance.below(2 * pauseMs)));
    }
  }

  private async writeOne(): Promise<void> {
    const { accounts } = this.registry;
    const account = accounts[this.chance.below(accounts.length)];
    if (account === undefined) return;
    const lifted = this.standing.length > 3 || this.chance.inPercent(40) ? this.standing.shift() : undefined;
    if (lifted) {
      const { id, version } = lifted;
      await this.send('liftRevocation', { revocation: id, expectedVersion: version, note: 'Soak' });
    } else if (this.chance.inPercent(60)) {
      const written = await this.send('recordRevocation', { account, reason: 'Soak', document: `${this.name}-${this.sent}` });
      if (written?.id && written.version) this.standing.push({ account, id: written.id, version: written.version });
    } else if (this.chance.inPercent(50)) {
      // A certificate rests on audits, which are recorded first.
      const audit = await this.registry.auditFor(account);
      if (audit !== null) await this.send('issueCertificate', { account, standard: 'COR_2020', audit });
    } else {
      await this.send('confirmRegistration', { account });
    }
  }

  /** Under one key until there is an answer: however often it is sent, it takes effect once. */
  private async send(name: keyof typeof documents, input: Input): Promise<Written | null> {
    const variables = { input: { ...input, idempotencyKey: `${this.name}-${this.sent++}` } };
    for (let left = 300; left > 0; left--) {
      try {
        const written = (await this.client.ask(documents[name], variables))[name];
        if (!written || written.__typename === 'Refused') this.refused += 1;
        else this.done += 1;
        return written ?? null;
      } catch (error) {
        if (error instanceof RegistryError && error.code === 'CONFLICT') {
          this.refused += 1;
          return null;
        }
        unlessAway(error);
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    }
    throw new Error(`${name} got no answer.`);
  }
}
