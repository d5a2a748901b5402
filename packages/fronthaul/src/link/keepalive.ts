import type { Http2Session } from 'node:http2';

/**
 * Asks the peer every so often whether it lives, and ends the session of one that does not answer. gRPC's own cannot
 * be told that a link has become slow.
 *
 * @param patienceMs  time the peer has to answer, as it is when it is asked.
 */
export function keepAlive(session: Http2Session, everyMs: number, patienceMs: () => number): void {
  let timer: NodeJS.Timeout;

  function wait(): void {
    if (session.destroyed) return;
    timer = setTimeout(ask, everyMs).unref();
  }

  function ask(): void {
    if (session.destroyed) return;
    timer = setTimeout(() => session.destroy(), patienceMs()).unref();
    const asked = session.ping(() => {
      clearTimeout(timer);
      wait();
    });
    if (!asked) session.destroy();
  }

  session.once('close', () => clearTimeout(timer));
  wait();
}
