import type { AccessPoint, SensingRegion } from '@vedetta/deployment';
import { type DirectionCounters, type LinkCounters, payloadBytes, wireBytes } from '@vedetta/fronthaul';
import { z } from 'zod';
import { flag, oneOf } from '../input/fields.ts';
import { notFound } from '../problem.ts';
import { accessPointSchema, pageOf } from '../schemas.ts';
import { answers, type GatewayApp, idParameters, json, nothing, type RouteContext } from './context.ts';

const listQuery = z.strictObject({
  role: oneOf('transmit', 'receive').optional(),
  attached: flag().optional().describe('true: only those whose link is up.'),
});

const carried = (direction: DirectionCounters) => ({
  messages: direction.messages,
  payloadBytes: payloadBytes(direction),
  wireBytes: wireBytes(direction),
});

const showLink = (link: LinkCounters | undefined) =>
  link === undefined
    ? null
    : {
        epoch: link.epoch,
        attachedSince: link.attachedSince,
        up: carried(link.up),
        down: carried(link.down),
        invalid: link.invalid,
      };

export function accessPointRoutes(app: GatewayApp, { deployment, liveStatus }: RouteContext): void {
  const config = { offers: json };
  const tags = ['network'];

  const { accessPoints, regions, targets = [] } = deployment;
  type Sensed = Pick<SensingRegion, 'id' | 'transmit' | 'receive'>;
  const sensedBy = (accessPoint: number, all: readonly Sensed[]): number[] =>
    all
      .filter(({ transmit, receive }) => transmit.includes(accessPoint) || receive.includes(accessPoint))
      .map(({ id }) => id);
  const regionsOf = accessPoints.map(({ id }) => sensedBy(id, regions));
  const targetsOf = accessPoints.map(({ id }) => sensedBy(id, targets));

  const show = (accessPoint: AccessPoint, attached: ReadonlySet<number>, links: ReadonlyMap<number, LinkCounters>) => ({
    id: accessPoint.id,
    position: [...accessPoint.position],
    axis: [...accessPoint.axis],
    role: accessPoint.role,
    attached: attached.has(accessPoint.id),
    link: showLink(links.get(accessPoint.id)),
    users: [...(deployment.usersOf[accessPoint.id] ?? [])],
    regions: regionsOf[accessPoint.id] as number[],
    targets: targetsOf[accessPoint.id] as number[],
  });

  const live = async () => {
    const { attachedAccessPoints, links } = await liveStatus();
    return [new Set(attachedAccessPoints), new Map(links.map((link) => [link.accessPoint, link]))] as const;
  };

  app.get(
    '/v1/access-points',
    {
      config,
      schema: {
        tags,
        summary: 'Access points, and which are attached',
        querystring: listQuery,
        response: answers({ 200: pageOf(accessPointSchema) }),
      },
    },
    async ({ query }) => {
      const [attached, links] = await live();
      const items = deployment.accessPoints
        .map((accessPoint) => show(accessPoint, attached, links))
        .filter((item) => query.role === undefined || item.role === query.role)
        .filter((item) => query.attached === undefined || item.attached === query.attached);
      return { items, nextCursor: null };
    },
  );

  app.get(
    '/v1/access-points/:id',
    {
      config,
      schema: {
        tags,
        summary: 'One access point',
        params: idParameters,
        querystring: nothing,
        response: answers({ 200: accessPointSchema }),
      },
    },
    async ({ params }) => {
      const accessPoint = deployment.accessPoints[params.id];
      if (!accessPoint) throw notFound(`access point ${params.id}`);
      return show(accessPoint, ...(await live()));
    },
  );
}
