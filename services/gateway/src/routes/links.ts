import { type AccessPoint, checkPace, effectiveLinks } from '@vedetta/deployment';
import { changeLink, type LinkChange, type LinkConfig, linkChangeSchema, PaceNeededError } from '@vedetta/scenario';
import { z } from 'zod';
import { oneOf } from '../input/fields.ts';
import { linkSchema } from '../link-schemas.ts';
import { linkView } from '../link-view.ts';
import { notFound, ProblemError } from '../problem.ts';
import { pageOf } from '../schemas.ts';
import { answers, type GatewayApp, idParameters, json, nothing, type RouteContext } from './context.ts';

const roleQuery = z.strictObject({ role: oneOf('transmit', 'receive').optional() });

/** Newest runs, among which those that are on or wait are looked for. */
const runsLookedAt = 100;

export function linkRoutes(app: GatewayApp, { store, network, deployment, liveStatus }: RouteContext): void {
  const config = { offers: json };
  const tags = ['network'];

  const show = async (accessPoints: readonly AccessPoint[]) => {
    const [{ links, reports }, changed] = [await liveStatus(), await store.changedLinks()];
    const settings = effectiveLinks(deployment, changed);
    const counters = new Map(links.map((link) => [link.accessPoint, link]));
    return accessPoints.map((point) =>
      linkView(point, settings.get(point.id) as LinkConfig, counters.get(point.id), reports, network),
    );
  };

  const named = (id: number): AccessPoint => {
    const accessPoint = deployment.accessPoints[id];
    if (!accessPoint) throw notFound(`access point ${id}`);
    return accessPoint;
  };
  const ofRole = (role: AccessPoint['role'] | undefined) =>
    deployment.accessPoints.filter((point) => role === undefined || point.role === role);

  /** A run at pace `fast` that is on, or waits, has no clock to shape links by. */
  const change = async (accessPoints: readonly AccessPoint[], said: LinkChange): Promise<void> => {
    const ids = accessPoints.map(({ id }) => id);
    const { items } = await store.runs({ limit: runsLookedAt });
    const fast = items.find(({ pace, status }) => pace === 'fast' && (status === 'running' || status === 'queued'));
    if (fast) {
      const now = effectiveLinks(deployment, await store.changedLinks());
      try {
        checkPace(new Map(ids.map((id) => [id, changeLink(now.get(id) as LinkConfig, said)])), 'fast');
      } catch (error) {
        if (!(error instanceof PaceNeededError)) throw error;
        throw new ProblemError(
          'CONFLICT',
          `run ${fast.id} is ${fast.status} at pace fast, which has no clock to shape links by`,
        );
      }
    }
    await store.changeLinks(ids, said);
  };

  app.get(
    '/v1/links',
    {
      config,
      schema: {
        tags,
        summary: 'Emulated links: settings, bytes by part, rates, what became of messages',
        querystring: roleQuery,
        response: answers({ 200: pageOf(linkSchema) }),
      },
    },
    async ({ query }) => ({ items: await show(ofRole(query.role)), nextCursor: null }),
  );

  app.get(
    '/v1/links/:id',
    {
      config,
      schema: {
        tags,
        summary: 'The link of one access point',
        params: idParameters,
        querystring: nothing,
        response: answers({ 200: linkSchema }),
      },
    },
    async ({ params }) => (await show([named(params.id)]))[0] as z.output<typeof linkSchema>,
  );

  app.patch(
    '/v1/links',
    {
      config,
      schema: {
        tags,
        summary: 'Change all links, or those of a role, from now on; what is left out stays',
        querystring: roleQuery,
        body: linkChangeSchema,
        response: answers({ 200: pageOf(linkSchema) }),
      },
    },
    async ({ query, body }) => {
      const accessPoints = ofRole(query.role);
      await change(accessPoints, body);
      return { items: await show(accessPoints), nextCursor: null };
    },
  );

  app.patch(
    '/v1/links/:id',
    {
      config,
      schema: {
        tags,
        summary: 'Change one link from now on; what is left out stays',
        params: idParameters,
        querystring: nothing,
        body: linkChangeSchema,
        response: answers({ 200: linkSchema }),
      },
    },
    async ({ params, body }) => {
      const accessPoint = named(params.id);
      await change([accessPoint], body);
      return (await show([accessPoint]))[0] as z.output<typeof linkSchema>;
    },
  );
}
