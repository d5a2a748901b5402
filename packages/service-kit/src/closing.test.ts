import { expect, it } from 'vitest';
import { closeWithin, disposable } from './closing.ts';

it('closing waits for what closes, but not for what hangs, and survives what fails', async () => {
  expect(await closeWithin(1000, Promise.resolve())).toEqual({ closed: true });
  const started = performance.now();
  expect(await closeWithin(30, new Promise(() => {}))).toEqual({ closed: false });
  expect(performance.now() - started).toBeLessThan(1000);
  const error = new Error('no');
  expect(await closeWithin(1000, Promise.reject(error))).toEqual({ closed: false, error });
});

it('disposables are closed in reverse order at the end of their block', async () => {
  const order: string[] = [];
  const resource = (name: string) => disposable({ close: async () => order.push(name) }, 100);
  {
    await using stack = new AsyncDisposableStack();
    stack.use(resource('store'));
    stack.use(resource('hub'));
  }
  expect(order).toEqual(['hub', 'store']);
});
