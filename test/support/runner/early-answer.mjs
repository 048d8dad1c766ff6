// A process of the runner asks what it is to do, and the answer goes once, to every process that there is. On a busy machine a process may begin so
// late that it has the answer before it listens for it: it would ask in vain and wait for ever. What came early is kept until the runner listens.
let early;

const keep = (message) => {
  if (message?.type === 'jest-light-runner-worker-data') early = message;
};

/** Called for the pool's listener, the first for messages. */
function begin(event) {
  if (event !== 'message') return;
  process.off('newListener', begin);
  process.on('message', keep);
  process.on('newListener', handOver);
}

/** Called for the runner's listener, the second. */
function handOver(event) {
  if (event !== 'message') return;
  process.off('newListener', handOver);
  process.off('message', keep);
  if (early) setImmediate(() => process.emit('message', early));
}

process.on('newListener', begin);
