import { SMTPServer } from 'smtp-server';

/** A message as a mail server received it. */
export interface Received {
  readonly to: readonly string[];
  readonly raw: string;
}

/** A mail server on a free port of this machine. */
export interface TestSmtp {
  readonly url: string;
  readonly received: readonly Received[];
  messagesTo(address: string): readonly Received[];
  /** Makes it refuse the next messages for now. */
  refuse(count: number): void;
  clear(): void;
  stop(): Promise<void>;
}

export async function startSmtp(): Promise<TestSmtp> {
  const received: Received[] = [];
  let busy = 0;
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo: (address, _session, answer) => {
      busy -= 1;
      answer(busy >= 0 ? Object.assign(new Error(`Try later, ${address.address}`), { responseCode: 451 }) : null);
    },
    onData: (stream, session, answer) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        received.push({ to: session.envelope.rcptTo.map(({ address }) => address), raw: Buffer.concat(chunks).toString() });
        answer();
      });
    },
  });
  await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve));
  const address = smtp.server.address();
  return {
    url: `smtp://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    received,
    messagesTo: (to) => received.filter((each) => each.to.includes(to)),
    refuse: (count) => {
      busy = count;
    },
    clear: () => {
      [received.length, busy] = [0, 0];
    },
    stop: () => new Promise<void>((resolve) => smtp.close(() => resolve())),
  };
}

/** A body in UTF-8, of a message or one of its parts: quoted-printable, or as it is. */
const decoded = (part: string): string => {
  const body = part.slice(part.indexOf('\r\n\r\n') + 4);
  const bytes = /^Content-Transfer-Encoding: quoted-printable\r$/im.test(part)
    ? body.replaceAll('=\r\n', '').replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : body;
  return Buffer.from(bytes, 'latin1').toString().replaceAll('\r\n', '\n');
};

/** The text of a message in one part. */
export const textOf = ({ raw }: Received): string => decoded(raw);

/** The plain text and the HTML of a message in two parts. */
export function partsOf({ raw }: Received): { readonly text: string; readonly html: string } {
  const boundary = /boundary="?([^"\r\n]+)"?/.exec(raw)?.[1] ?? '';
  const [, ...parts] = raw.split(`--${boundary}`);
  const of = (type: string) => decoded((parts.find((part) => part.includes(`Content-Type: ${type}`)) ?? '').replace(/^\r\n/, ''));
  return { text: of('text/plain'), html: of('text/html') };
}

/** A header of a message, unfolded; null if it has none of the name. */
export const headerOf = ({ raw }: Received, name: string): string | null =>
  new RegExp(`^${name}:(.*(?:\\r\\n[ \\t].*)*)`, 'm')
    .exec(raw)?.[1]
    ?.replaceAll(/\r\n[ \t]/g, ' ')
    .trim() ?? null;
