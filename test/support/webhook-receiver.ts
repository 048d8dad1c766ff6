import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A message as it arrived. */
export interface Arrived {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** An HTTP server in the test's process that keeps what it receives. */
export interface Receiver {
  readonly url: string;
  readonly arrived: Arrived[];
  /** Sets how it answers from now on. Default: 204. */
  answer: (response: ServerResponse, message: Arrived) => void;
  close(): Promise<void>;
}

/** Answers with a status only. */
export const withStatus =
  (status: number, headers: Record<string, string> = {}) =>
  (response: ServerResponse): void =>
    void response.writeHead(status, headers).end();

/** Starts a receiver on its own port. */
export async function startReceiver(): Promise<Receiver> {
  const arrived: Arrived[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const message = { headers: request.headers, body: Buffer.concat(chunks).toString() };
    arrived.push(message);
    receiver.answer(response, message);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const receiver: Receiver = {
    url: `http://127.0.0.1:${port}/hook`,
    arrived,
    answer: withStatus(204),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return receiver;
}

/** Waits until a condition holds, checking often; fails after a number of seconds. */
export async function until<Found>(look: () => Found | Promise<Found>, what: string, seconds = 10): Promise<NonNullable<Found>> {
  const deadline = Date.now() + seconds * 1000;
  for (;;) {
    const found = await look();
    if (found) return found as NonNullable<Found>;
    if (Date.now() > deadline) throw new Error(`It did not come about: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
