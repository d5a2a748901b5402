import { PGlite } from '@electric-sql/pglite';
import { creationParameters, startParameters } from './start-parameters.ts';

/** Run as a process of its own: `node create-database.ts <folder>` makes an empty database there. */
const folder = process.argv[2];
if (folder === undefined) throw new Error('usage: node create-database.ts <folder>');
const database = await PGlite.create({
  dataDir: folder,
  startParams: startParameters,
  initDbStartParams: creationParameters,
});
await database.close();
