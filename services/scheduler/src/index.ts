export { createScheduler, type Scheduler, type SchedulerOptions } from './app.ts';
export { schedulerSettings } from './config.ts';
export { createSchedulerEvents, type SchedulerEvents } from './events.ts';
export { type Bounds, keepBounded } from './keep-bounded.ts';
export { type Leadership, type LeadershipOptions, seekLeadership } from './leadership.ts';
export { planFrame } from './plan-frame.ts';
export { schedulerService } from './service.ts';
