import createClient, { type Middleware } from 'openapi-fetch';
import type { Calls } from './calls';
import type { paths as District } from './schema/district';
import type { paths as Indicator } from './schema/indicator';
import type { paths as Report } from './schema/report';
import type { paths as Scoring } from './schema/scoring';
import type { paths as Staffing } from './schema/staffing';
import { named } from './pointer';

/** What is wrong with one place of what was sent. */
export interface Fault {
  pointer?: string;
  detail?: string;
}

/** With the name of the place, where it has one. */
export const worded = ({ pointer, detail = '' }: Fault) => [named(pointer ?? ''), detail].filter(Boolean).join('：');

/** A refusal as the services word it (RFC 9457). */
export interface Problem {
  type?: string;
  title?: string;
  detail?: string;
  status?: number;
  errors?: Fault[];
}

/** The portal says 499 where it would lead a page to the sign-in. */
const SIGNED_OUT = new Set([401, 499]);

export class ProblemError extends Error {
  constructor(
    readonly status: number,
    readonly problem: Problem,
  ) {
    super(SIGNED_OUT.has(status) ? '登录已过期，请重新登录' : (problem.detail ?? problem.title ?? `请求没有成功（${status}）`));
  }

  get isSignedOut(): boolean {
    return SIGNED_OUT.has(this.status);
  }

  /** Every fault in words, one a line. */
  get lines(): string[] {
    const errors = this.problem.errors ?? [];
    return errors.length > 0 ? errors.map(worded) : [this.message];
  }

  is(kind: string): boolean {
    return this.problem.type?.endsWith(`:${kind}`) ?? false;
  }
}

/** The connection is gone: what was sent may or may not have arrived, and can be sent again. */
export class Unreachable extends Error {
  constructor() {
    super('网络已断开，正在等待恢复');
  }
}

export const portal = location.pathname.split('/')[1] ?? '';

let account = '';

/** Says whose page this is: the portal takes nothing from it for anybody else. */
export function pageOf(one: string) {
  account = one;
}

const cookie = (name: string) =>
  document.cookie
    .split('; ')
    .find((one) => one.startsWith(`${name}=`))
    ?.slice(name.length + 1);

function identified(request: Request): Request {
  // Without a session the portal then answers 499 instead of leading a background request to the sign-in page.
  request.headers.set('X-Requested-With', 'JavaScript');
  if (account) request.headers.set('X-Account', account);
  if (request.method !== 'GET') {
    const token = cookie('csrf-token');
    if (token) request.headers.set('X-CSRF-TOKEN', token);
  }
  return request;
}

async function sessionAfter(response: Response) {
  if (SIGNED_OUT.has(response.status)) window.dispatchEvent(new Event('signed-out'));
  if (response.status !== 409) return;
  const problem = (await response.clone().json().catch(() => ({}))) as Problem;
  if (problem.type === 'urn:mingjian:problem:portal:another-account') window.dispatchEvent(new Event('another-account'));
}

const session: Middleware = {
  onRequest: ({ request }) => identified(request),
  onResponse: ({ response }) => sessionAfter(response),
};

function client<Paths extends {}>(baseUrl: string) {
  const made = createClient<Calls<Paths>>({ baseUrl });
  made.use(session);
  return made;
}

export const district = client<District>(`/${portal}/api/district`);
export const indicator = client<Indicator>(`/${portal}/api/indicator`);
export const staffing = client<Staffing>(`/${portal}/api/staffing`);
export const scoring = client<Scoring>(`/${portal}/api/scoring`);
export const report = client<Report>(`/${portal}/api/report`);
export const open = {
  scoring: client<Scoring>('/public-api'),
  report: client<Report>('/public-api'),
};

interface Answer<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

async function settled<T>(asked: Promise<Answer<T>>): Promise<Answer<T>> {
  try {
    return await asked;
  } catch (failure) {
    if (failure instanceof TypeError) throw new Unreachable();
    throw failure;
  }
}

/** What was asked for, or the problem. */
export async function got<T>(asked: Promise<Answer<T>>): Promise<T> {
  const { data, error, response } = await settled(asked);
  if (!response.ok) throw new ProblemError(response.status, typeof error === 'object' && error ? error : {});
  return data as T;
}

/** The same, where nothing may be there yet. */
export async function gotOrNone<T>(asked: Promise<Answer<T>>): Promise<T | null> {
  try {
    return await got(asked);
  } catch (failure) {
    if (failure instanceof ProblemError && failure.status === 404) return null;
    throw failure;
  }
}

/** Asks for something that is no part of a contract, with what every request of the page has. */
async function asked<T>(request: Request, read: (response: Response) => Promise<T>): Promise<Answer<T>> {
  const response = await fetch(identified(request));
  await sessionAfter(response);
  return response.ok ? { data: await read(response), response } : { error: await response.json().catch(() => undefined), response };
}

/** Sends a file as it is; the answer, or the problem. */
export function sendFile(service: string, path: string, file: Blob, type: string): Promise<unknown> {
  const request = new Request(fileAddress(service, path), { method: 'PUT', headers: { 'Content-Type': type }, body: file });
  return got(asked<unknown>(request, (response) => response.json().catch(() => undefined)));
}

/** A file as it is, or the problem. */
export const getFile = (service: string, path: string): Promise<Blob> =>
  got(asked(new Request(fileAddress(service, path)), (response) => response.blob()));

/** The address of a file behind the session. */
export const fileAddress = (service: string, path: string) => `/${portal}/api/${service}${path}`;
