import { once } from 'node:events';

/** Writes and, where the reader is slow, waits for it. */
export async function write(output: NodeJS.WritableStream, text: string): Promise<void> {
  if (text !== '' && !output.write(text)) await once(output, 'drain');
}

/** A reader such as `head` that has seen enough ends the command quietly. */
export function endQuietlyOnClosedPipe(output: NodeJS.WritableStream): void {
  output.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
}
