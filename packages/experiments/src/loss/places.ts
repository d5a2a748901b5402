import { drawKey, fillUniform } from '@vedetta/numerics';

/** Metres between a region's centre and its receive APs, and between any centre and a transmit AP at least. */
const receiveRadius = 40;
const keepClear = 60;

/**
 * Places that differ between points by nothing but receive APs that are added: first the transmit APs, anywhere in the area but nearer
 * to no region's centre than its receive APs, then for each receive AP of a region one in every region, a quarter turn after the last.
 */
export function nestedPlaces(
  layoutSeed: number,
  area: { readonly sideMetres: number; readonly regions: number },
  count: { readonly transmit: number; readonly receivePerRegion: number },
): (readonly [number, number])[] {
  const { sideMetres, regions } = area;
  const uniform = new Float64Array(2);
  const perSide = Math.round(Math.sqrt(regions));
  const regionSide = sideMetres / perSide;
  const centres = Array.from({ length: regions }, (_, region) => {
    return [(region % perSide) + 0.5, Math.floor(region / perSide) + 0.5].map((n) => n * regionSide);
  });
  const places: (readonly [number, number])[] = [];
  const key = drawKey(layoutSeed, 'loss/transmit-places');
  for (let attempt = 0; places.length < count.transmit; attempt++) {
    fillUniform(key, attempt, 0, 0, uniform);
    const place = [millimetres(sideMetres * uniform[0]), millimetres(sideMetres * uniform[1])] as const;
    if (centres.every(([x, y]) => Math.hypot(place[0] - x, place[1] - y) > keepClear)) places.push(place);
  }
  for (let turn = 0; turn < count.receivePerRegion; turn++) {
    for (const [region, [x, y]] of centres.entries()) {
      fillUniform(drawKey(layoutSeed, 'loss/receive-bearing'), region, 0, 0, uniform);
      const bearing = 2 * Math.PI * uniform[0] + (Math.PI / 2) * turn;
      places.push([
        millimetres(x + receiveRadius * Math.cos(bearing)),
        millimetres(y + receiveRadius * Math.sin(bearing)),
      ]);
    }
  }
  return places;
}

const millimetres = (metres: number): number => Math.round(1000 * metres) / 1000;
