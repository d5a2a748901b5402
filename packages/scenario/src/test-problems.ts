import { ScenarioError } from './error.ts';
import { loadScenario } from './load.ts';

/** The lines a text is refused with; empty when it is accepted. For tests. */
export function refusals(text: string): string[] {
  try {
    loadScenario(text, 'x.yaml');
    return [];
  } catch (error) {
    if (error instanceof ScenarioError) return error.message.split('\n');
    throw error;
  }
}
