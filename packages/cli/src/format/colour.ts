import { styleText } from 'node:util';

export type Colour = 'bold' | 'dim' | 'red' | 'green' | 'yellow';
export type Paint = (colour: Colour, text: string) => string;

/** Colours for a stream: only on a terminal, and not where NO_COLOR is set. */
export function paintFor(stream: NodeJS.WritableStream): Paint {
  if ((stream as { isTTY?: boolean }).isTTY !== true) return (_colour, text) => text;
  return (colour, text) => styleText(colour, text, { stream });
}
