import { getCompileCacheDir } from 'node:module';

/** For the environment of processes: they read the modules that this process, or an earlier start, has compiled. */
export function compileCache(): { NODE_COMPILE_CACHE?: string } {
  const folder = getCompileCacheDir();
  return folder === undefined ? {} : { NODE_COMPILE_CACHE: folder };
}
