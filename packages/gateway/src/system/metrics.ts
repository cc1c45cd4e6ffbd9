import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** What is counted, for Prometheus. Labels are names of operations and codes, never of people, places or addresses. */
export interface Metrics {
  answered(operation: string, status: number, seconds: number): void;
  outboxWaiting(messages: number): void;
  outboxGivenUp(messages: number): void;
  jobFailed(job: string): void;
  text(): Promise<string>;
}

export function openMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const seconds = new Histogram({
    name: 'bhxh_request_seconds',
    help: 'Time of an answer by operation and status',
    labelNames: ['operation', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers,
  });
  const waiting = new Gauge({ name: 'bhxh_outbox_waiting', help: 'Notices not yet delivered', registers });
  const givenUp = new Gauge({ name: 'bhxh_outbox_given_up', help: 'Notices not delivered after the last attempt', registers });
  const failures = new Counter({ name: 'bhxh_job_failures_total', help: 'Runs of a job that failed', labelNames: ['job'], registers });
  collectDefaultMetrics({ register: registry });
  return {
    answered: (operation, status, time) => seconds.observe({ operation, status }, time),
    outboxWaiting: (messages) => waiting.set(messages),
    outboxGivenUp: (messages) => givenUp.set(messages),
    jobFailed: (job) => failures.inc({ job }),
    text: () => registry.metrics(),
  };
}
