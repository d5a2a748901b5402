import type { Chart } from '../chart/chart.ts';
import type { Row } from '../machinery/experiment.ts';

const size = { width: 260, height: 210 };

/** Bytes against users and against access points, up and down. */
export function referencesCharts(_rows: readonly Row[]): Chart[] {
  const panels = (['users', 'access points'] as const).flatMap((series) => [
    panel(series, 'transmitUpBytes', 'bytes up per transmit link and slot'),
    panel(series, 'receiveDownBytes', 'bytes down per receive link and slot'),
  ]);
  return [
    {
      name: 'references',
      spec: {
        title: {
          text: 'What knowing the transmitted signals costs',
          subtitle:
            'QPSK symbols as bits, weights of 16 bits, a seed for sensing beams. Above: 16 access points; below: as many users as access points.',
        },
        columns: 2,
        concat: panels,
      },
    },
  ];
}

function panel(series: 'users' | 'access points', field: string, title: string) {
  const [of, values] =
    series === 'users' ? ['users', [4, 8, 16, 32, 64, 128]] : ['accessPoints', [16, 32, 64, 128, 256]];
  const x = {
    field: of,
    type: 'quantitative',
    title: series === 'users' ? 'users K' : 'access points M = users K',
    scale: { type: 'log', base: 2 },
    axis: { values },
  };
  return {
    ...size,
    transform: [
      // No bytes have no place on a logarithmic axis.
      { filter: `datum.series === '${series}' && datum.${field} > 0` },
      {
        calculate: "datum.references + (datum.references === 'explicit' ? ', ' + datum.clutterSet : '')",
        as: 'how',
      },
    ],
    mark: { type: 'line', point: true },
    encoding: {
      x,
      y: { field, type: 'quantitative', title, scale: { type: 'log' } },
      color: { field: 'how', type: 'nominal', title: 'references, clutter known' },
    },
  };
}
