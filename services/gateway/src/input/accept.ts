/** What of the offered media types an Accept header likes best (RFC 9110 §12.5.1). */

interface Range {
  readonly type: string;
  readonly subtype: string;
  readonly quality: number;
}

function parseRange(text: string): Range | null {
  const [media = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase());
  const match = /^([^\s/]+)\/([^\s/]+)$/.exec(media);
  if (!match) return null;
  const quality = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2) ?? '1';
  const value = /^(0(\.\d{0,3})?|1(\.0{0,3})?)$/.test(quality) ? Number(quality) : 0;
  return { type: match[1] as string, subtype: match[2] as string, quality: value };
}

/** Quality of an offer: that of the most specific range that covers it, 0 if none does. */
function qualityOf(offer: string, ranges: readonly Range[]): number {
  const [type, subtype] = offer.split('/');
  let best = { specificity: -1, quality: 0 };
  for (const range of ranges) {
    const exact = range.type === type && range.subtype === subtype;
    const covers = exact || (range.subtype === '*' && (range.type === type || range.type === '*'));
    const specificity = exact ? 2 : range.type === '*' ? 0 : 1;
    if (covers && specificity > best.specificity) best = { specificity, quality: range.quality };
  }
  return best.quality;
}

/**
 * @param offers  media types in the server's order of preference
 * @returns the preferred offer, the first one without a header, null if none is acceptable
 */
export function negotiate(accept: string | undefined, offers: readonly string[]): string | null {
  if (accept === undefined || accept.trim() === '') return offers[0] ?? null;
  const ranges = accept
    .split(',')
    .map(parseRange)
    .filter((range) => range !== null);
  let chosen: string | null = null;
  let chosenQuality = 0;
  for (const offer of offers) {
    const quality = qualityOf(offer, ranges);
    if (quality > chosenQuality) [chosen, chosenQuality] = [offer, quality];
  }
  return chosen;
}
