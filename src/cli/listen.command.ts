import { setTimeout as pause } from 'node:timers/promises';
import { Command } from 'commander';
import { wallClock } from '../clock.ts';
import { CannotStart } from '../errors.ts';
import { newSecret, secretText, signedHeaders } from '../webhooks/signature.ts';
import { type ApiFlags, sendTo, withApiFlags } from './api-session.ts';
import { exitCodes } from './exit-codes.ts';
import { linesIn, type WriteLine } from './lines.ts';
import { notesIn } from './notes.ts';

interface ListenFlags extends ApiFlags {
  readonly forward: string;
  readonly after?: string;
  readonly select?: string;
  readonly secret?: string;
}

const notes = `
Brings the messages of a webhook to a machine that the registry cannot reach, such as your own: it asks for them with your key, signs them with the secret that it shows, and posts them in order, each with the same headers and body as a webhook. What your receiver answers is shown; a message that is not accepted is posted again after 5 seconds. No webhook is made, and nothing is kept. Ctrl-C ends it.

Examples:
  $ COR_KEY=cor_… registry listen --forward http://localhost:3000/hook
  $ registry listen --url https://registry.example/ --forward http://localhost:3000/hook --secret "$WEBHOOK_SECRET"`;

const frenchNotes = `
Apporte les messages d’un webhook à une machine que le registre ne peut joindre, comme la vôtre : la commande les demande avec votre clé, les signe avec le secret qu’elle affiche et les envoie dans l’ordre, chacun avec les mêmes en-têtes et le même corps qu’un webhook. La réponse de votre récepteur s’affiche; un message refusé est renvoyé après 5 secondes. Aucun webhook n’est créé, et rien n’est conservé. Ctrl-C y met fin.

Exemples :
  $ COR_KEY=cor_… registry listen --forward http://localhost:3000/hook
  $ registry listen --url https://registry.example/ --forward http://localhost:3000/hook --secret "$WEBHOOK_SECRET"`;

/** `registry listen` */
export const listenCommand = (): Command =>
  withApiFlags(new Command('listen'))
    .requiredOption('--forward <url>', 'where to post them')
    .option('--after <cursor>', 'begin after this change (default: now)')
    .option('--select <selection>', 'fields of each change, such as "{ cursor kind }" (default: the usual body)')
    .option('--secret <secret>', 'sign with this secret, whsec_… (default: a new one, which is shown)')
    .addHelpText('after', notesIn({ en: notes, fr: frenchNotes }))
    .action(runListen);

/** Milliseconds between two questions when nothing is new, and before a message that was not accepted is posted again. */
const ASK_MS = 1_000;
const AGAIN_MS = 5_000;
const RECEIVER_MS = 15_000;

interface Message {
  readonly cursor: string;
  readonly type: string;
  readonly body: string;
}

interface Messages {
  readonly nodes: readonly Message[];
  readonly position: string;
}

const messagesQuery =
  'query ($after: String, $selection: String) { webhookMessages(after: $after, selection: $selection) { nodes { cursor type body } position } }';

async function runListen(flags: ListenFlags): Promise<void> {
  const ended = new AbortController();
  const end = () => ended.abort();
  process.once('SIGINT', end).once('SIGTERM', end);
  await listen(flags, ended.signal).catch((error: unknown) => {
    if (!ended.signal.aborted) throw error;
  });
  process.exitCode = exitCodes.interrupted;
}

async function listen(flags: ListenFlags, signal: AbortSignal): Promise<void> {
  const line = linesIn(flags.locale);
  const forward = forwardUrl(flags.forward);
  const secret = secretIn(flags.secret);
  const ask = askerOf(flags, signal);
  let after = flags.after ?? (await ask<{ changes: { latest: string } }>('{ changes(first: 1) { latest } }', {})).changes.latest;
  const next = async () => (await ask<{ webhookMessages: Messages }>(messagesQuery, { after, selection: flags.select })).webhookMessages;
  let { nodes, position } = await next();
  // Not before the registry has taken the key, the place and the selection.
  process.stdout.write(`${line('Forwarding to {}. Signing secret: {}', forward.href, secretText(secret))}\n`);
  while (!signal.aborted) {
    for (const message of nodes) await deliver(message, { forward, secret, signal, line });
    after = nodes.at(-1)?.cursor ?? position;
    if (nodes.length === 0) await rest(ASK_MS, signal);
    ({ nodes, position } = await next());
  }
}

interface Delivery {
  readonly forward: URL;
  readonly secret: Buffer;
  readonly signal: AbortSignal;
  readonly line: WriteLine;
}

/** Posts a message until it is accepted. */
async function deliver({ cursor, type, body }: Message, { forward, secret, signal, line }: Delivery): Promise<void> {
  while (!signal.aborted) {
    const headers = signedHeaders({ id: `msg_${cursor}`, sentAt: wallClock.wallNow(), body }, [secret]);
    const answer = await post(forward, headers, body);
    process.stdout.write(`${type}  ${cursor}  ${answer ?? line('no answer')}\n`);
    if (answer !== null && answer >= 200 && answer < 300) return;
    await rest(AGAIN_MS, signal);
  }
}

/** The status that the receiver answered; null if it did not. */
async function post(forward: URL, headers: Readonly<Record<string, string>>, body: string): Promise<number | null> {
  const init = { method: 'POST', redirect: 'manual', headers: { ...headers, 'content-type': 'application/json' }, body } as const;
  try {
    return (await fetch(forward, { ...init, signal: AbortSignal.timeout(RECEIVER_MS) })).status;
  } catch {
    return null;
  }
}

type Ask = <Data>(query: string, variables: Record<string, unknown>) => Promise<Data>;

/** Asks the registry. Once it has answered, a question also waits for a registry that starts again. */
function askerOf(flags: ApiFlags, signal: AbortSignal): Ask {
  const send = sendTo(flags, { signal });
  return async <Data>(query: string, variables: Record<string, unknown>) => {
    signal.throwIfAborted();
    const { data, errors } = await send(query, variables);
    const [error] = errors ?? [];
    if (error || !data) throw new CannotStart(error?.message ?? 'The registry answered without data.');
    // Its fields are those of the query.
    return data as Data;
  };
}

function forwardUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !/^https?:$/.test(url.protocol)) throw new CannotStart('--forward must be an address such as http://localhost:3000/hook.');
  return url;
}

function secretIn(text: string | undefined): Buffer {
  if (text === undefined) return newSecret();
  if (!/^whsec_[\w+/]{32,}={0,2}$/.test(text)) throw new CannotStart('--secret must be the secret of a webhook: whsec_ and base64.');
  return Buffer.from(text.slice('whsec_'.length), 'base64');
}

const rest = (ms: number, signal: AbortSignal): Promise<void> => pause(ms, undefined, { signal }).catch(() => {});
