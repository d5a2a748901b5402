import { decisionCsvHeader, decisionCsvLine } from '@vedetta/gateway/decision-csv';
import type { StoredDecision } from '@vedetta/store';
import { paintFor } from './colour.ts';
import { decisionTable } from './decision-table.ts';
import type { Table } from './table.ts';
import { write } from './write.ts';

export type DecisionFormat = 'table' | 'csv' | 'json' | 'json-lines';

/** Takes decisions as they come and prints them in one form. */
export interface DecisionPrinter {
  print(decisions: readonly StoredDecision[]): Promise<void>;
  /** @param nextCursor  where the answer goes on, null at its end */
  end(nextCursor: string | null): Promise<void>;
}

export function decisionPrinter(format: DecisionFormat, output: NodeJS.WritableStream): DecisionPrinter {
  if (format === 'table') return tablePrinter(output);
  if (format === 'csv') return csvPrinter(output);
  return format === 'json' ? jsonPrinter(output) : jsonLinesPrinter(output);
}

function tablePrinter(output: NodeJS.WritableStream): DecisionPrinter {
  const paint = paintFor(output);
  let table: Table<StoredDecision> | null = null;
  return {
    async print(decisions) {
      if (decisions.length === 0) return;
      const isFirst = table === null;
      const shown = table ?? decisionTable(paint, decisions[0].phase);
      table = shown;
      shown.measure(decisions);
      const lines = decisions.map((decision) => `${shown.row(decision)}\n`);
      if (isFirst) lines.unshift(`${shown.header((text) => paint('bold', text))}\n`);
      await write(output, lines.join(''));
    },
    async end() {
      if (table === null) await write(output, 'no decisions\n');
    },
  };
}

function csvPrinter(output: NodeJS.WritableStream): DecisionPrinter {
  let headed = false;
  const head = () => {
    const text = headed ? '' : `${decisionCsvHeader}\r\n`;
    headed = true;
    return text;
  };
  return {
    print: (decisions) =>
      write(output, head() + decisions.map((decision) => `${decisionCsvLine(decision)}\r\n`).join('')),
    end: () => write(output, head()),
  };
}

/** One object `{items, nextCursor}`, written while the pages come. */
function jsonPrinter(output: NodeJS.WritableStream): DecisionPrinter {
  let before = '{"items":[\n';
  return {
    async print(decisions) {
      for (const decision of decisions) {
        await write(output, before + JSON.stringify(decision));
        before = ',\n';
      }
    },
    end: (nextCursor) =>
      write(output, `${before === ',\n' ? '\n' : '{"items":['}],"nextCursor":${JSON.stringify(nextCursor)}}\n`),
  };
}

function jsonLinesPrinter(output: NodeJS.WritableStream): DecisionPrinter {
  return {
    print: (decisions) => write(output, decisions.map((decision) => `${JSON.stringify(decision)}\n`).join('')),
    end: async () => {},
  };
}
