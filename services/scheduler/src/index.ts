export { createScheduler, type Scheduler, type SchedulerOptions } from './app.ts';
export { planFrame } from './plan-frame.ts';
