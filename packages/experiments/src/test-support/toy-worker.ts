import { runQueueWorker } from '../queue/queue-worker.ts';

/** A worker of the toy experiments: URL, version, units at a time and patience come as arguments; it tells each step on standard output. */
const [url, version, concurrency, patienceMs] = process.argv.slice(2);
const stopping = new AbortController();
process.on('SIGINT', () => stopping.abort());
await runQueueWorker({
  url,
  version,
  concurrency: Number(concurrency),
  patienceMs: Number(patienceMs),
  processor: new URL('./toy-processor.ts', import.meta.url),
  signal: stopping.signal,
  say: (text) => console.log(text),
  onUnit: (event, { experiment, point, unit }) => console.log(`${event} ${experiment} ${point} ${unit}`),
});
console.log('ended');
process.exit();
