import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyBaseLogger, FastifyInstance, RawServerDefault } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { flag, wholeNumber } from '../input/fields.ts';
import type { GatewayMetrics } from '../metrics.ts';
import type { GatewayOptions } from '../options.ts';
import { problemSchema } from '../schemas.ts';

export type GatewayApp = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  ZodTypeProvider
>;

/** What the routes are made from. */
export interface RouteContext extends GatewayOptions {
  readonly figures: GatewayMetrics;
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Media types of the answer; the first is the default. Another Accept is a 406. */
    offers?: readonly string[];
  }
  interface FastifyRequest {
    /** The offered media type that the client likes best; empty where nothing is negotiated. */
    answerType: string;
  }
}

export const json = ['application/json'] as const;

export const nothing = z.strictObject({});
export const truthQuery = z.strictObject({
  truth: flag().default(false).describe('true: also what only the emulated world knows.'),
});
export const idParameters = z.strictObject({ id: wholeNumber(0) });

/** Responses of a route: the good one, and a problem document for everything else. */
export const answers = <const Good extends Record<number, z.ZodType>>(good: Good) => ({
  ...good,
  '4xx': problemSchema.describe('problem document (RFC 9457)'),
  '5xx': problemSchema.describe('problem document (RFC 9457)'),
});
