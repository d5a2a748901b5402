import { scaling } from './src/scaling/scaling.ts';

const point = scaling.points('full').find(({ name }) => name === process.argv[2]);
const at = performance.now();
let last = 0;
const rows = await scaling.compute(point!, {
  unit: 0,
  seed: 1,
  version: 'probe',
  signal: new AbortController().signal,
  progress: (s) => {
    if (s !== last) {
      last = s;
      console.log(((performance.now() - at) / 1e3).toFixed(0), 's', s);
    }
  },
});
console.log(((performance.now() - at) / 1e3).toFixed(0), 's', JSON.stringify(rows[0], null, 1));
process.exit(0);
