import { describe, expect, it, test } from 'vitest';
import { changeLink, hasShapedLinks, isShaped, linkOf, parseNetwork } from './index.ts';
import { refusals } from './test-problems.ts';

const links = (fronthaul: object) => parseNetwork({ fronthaul }).fronthaul;

describe('the link of an access point', () => {
  it('is not shaped and loses nothing unless the scenario says so', () => {
    const fronthaul = links({});
    expect(hasShapedLinks(fronthaul)).toBe(false);
    expect(linkOf(fronthaul, { id: 3, role: 'receive' }).up).toEqual({
      rateMbps: null,
      delayMs: 0,
      jitterMs: 0,
      lossProbability: 0,
    });
  });

  it('is that of the last exception that names it, which takes what it leaves out from the link of all', () => {
    const fronthaul = links({
      link: { up: { rateMbps: 10, delayMs: 1 }, outages: [{ fromMs: 10, toMs: 20 }] },
      links: [
        { role: 'receive', up: { rateMbps: 100 } },
        { accessPoints: [2, 5], up: { delayMs: 0 }, outages: [] },
      ],
    });
    expect(linkOf(fronthaul, { id: 0, role: 'transmit' }).up).toMatchObject({ rateMbps: 10, delayMs: 1 });
    expect(linkOf(fronthaul, { id: 1, role: 'receive' }).up).toMatchObject({ rateMbps: 100, delayMs: 1 });
    expect(linkOf(fronthaul, { id: 5, role: 'receive' })).toMatchObject({
      up: { rateMbps: 10, delayMs: 0 },
      outages: [],
    });
    expect(linkOf(fronthaul, { id: 0, role: 'transmit' }).outages).toEqual([{ fromMs: 10, toMs: 20, kind: 'stall' }]);
  });

  it('is shaped by rate, delay, jitter or an outage, and not by loss', () => {
    const plain = links({}).link;
    expect(isShaped(changeLink(plain, { up: { lossProbability: 0.5 } }))).toBe(false);
    for (const up of [{ rateMbps: 1 }, { delayMs: 1 }, { jitterMs: 1 }])
      expect(isShaped(changeLink(plain, { up }))).toBe(true);
    expect(isShaped(changeLink(plain, { outages: [{ fromMs: 0, toMs: 1, kind: 'cut' }] }))).toBe(true);
    expect(hasShapedLinks(links({ links: [{ role: 'transmit', down: { delayMs: 2 } }] }))).toBe(true);
  });

  it('can be changed in part, a rate back to none included', () => {
    const limited = links({ link: { up: { rateMbps: 10, delayMs: 3 } } }).link;
    expect(changeLink(limited, { up: { rateMbps: null } }).up).toMatchObject({ rateMbps: null, delayMs: 3 });
    expect(changeLink(limited, {})).toEqual(limited);
  });

  it('comes back equal when a network that was parsed is parsed again', () => {
    const network = parseNetwork({ fronthaul: { link: { up: { rateMbps: 3 } }, links: [{ role: 'receive' }] } });
    expect(parseNetwork(JSON.parse(JSON.stringify(network)))).toEqual(network);
  });
});

test.each([
  ['an exception names somebody', '{links: [{up: {rateMbps: 1}}]}', 'fronthaul.links[0]: must say whose link it is'],
  [
    'an exception names access points or a role, not both',
    '{links: [{role: receive, accessPoints: [1]}]}',
    'fronthaul.links[0]: must say whose link it is',
  ],
  [
    'an exception names access points of the network',
    '{links: [{accessPoints: [16]}]}',
    'fronthaul.links[0].accessPoints: must name access points 0 to 15, got 16',
  ],
  [
    'an outage ends after it begins',
    '{link: {outages: [{fromMs: 5, toMs: 5}]}}',
    'fronthaul.link.outages[0]: must end (toMs) after it begins (fromMs), got 5 to 5',
  ],
  ['a rate is positive', '{link: {up: {rateMbps: 0}}}', 'fronthaul.link.up.rateMbps: must be a number above 0'],
  ['a misspelt key is told', '{link: {upp: {}}}', "unknown key (did you mean 'up'?)"],
])('refused: %s', (_, fronthaul, said) => {
  expect(refusals(`{network: {fronthaul: ${fronthaul}}}`).join('\n')).toContain(said);
});
