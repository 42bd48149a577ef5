/**
 * Headers of every answer, and the hosts that are answered. The policy forbids the page any other host; a loopback server
 * answers only to loopback names, so that a foreign page cannot reach it under a name of its own (DNS rebinding).
 */
import type { MiddlewareHandler } from 'hono';
import { ProblemError } from './problem.ts';

/** Styles may be inline because the charts carry theirs with them; scripts may not. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const HEADERS: Record<string, string> = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

export const securityHeaders: MiddlewareHandler = async (c, next) => {
  await next();
  for (const [name, value] of Object.entries(HEADERS)) c.res.headers.set(name, value);
};

const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/;

/** Refuses requests whose Host is not this computer. */
export const loopbackOnly: MiddlewareHandler = async (c, next) => {
  const host = c.req.header('host') ?? new URL(c.req.url).host;
  if (!LOOPBACK.test(host))
    throw new ProblemError('request/host-not-allowed', `expected localhost or 127.0.0.1, found ${host.slice(0, 80)}`);
  await next();
};

/** Refuses what a page of another origin asks to be changed; programs that name no origin are not pages. */
export const ownOriginOnly: MiddlewareHandler = async (c, next) => {
  const origin = c.req.header('origin');
  const isChange = c.req.method !== 'GET' && c.req.method !== 'HEAD';
  if (isChange && origin !== undefined && !LOOPBACK.test(origin.replace(/^https?:\/\//, '')))
    throw new ProblemError('request/foreign-origin', `expected a page of this server, found ${origin.slice(0, 80)}`);
  await next();
};
