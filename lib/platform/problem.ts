import "server-only";
import { randomUUID } from "node:crypto";
import { z } from "zod";
import { readBody } from "./body.ts";
import { log } from "./log.ts";

/** Titles of the statuses that machines are answered; what happened is told by `detail`. */
const TITLES = {
  400: "Requête incorrecte",
  404: "Introuvable",
  405: "Méthode non admise",
  413: "Trop long",
  500: "Erreur interne",
  503: "Service indisponible",
} as const;

export type ProblemStatus = keyof typeof TITLES;

/** A parameter that could not be understood, and why. */
export interface ParameterProblem {
  parameter: string;
  detail: string;
}

/**
 * An error as machines read it (RFC 9457): `about:blank`, so that the title is the status in words.
 * `errors` names the parameters at fault.
 */
export function problem(status: ProblemStatus, detail: string, errors?: ParameterProblem[]): Response {
  const body = { type: "about:blank", title: TITLES[status], status, detail, ...(errors && { errors }) };
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      "Content-Type": "application/problem+json; charset=utf-8",
      "Cache-Control": "no-store",
      "Access-Control-Allow-Origin": "*",
    },
  });
}

/** Answers 404 for any method: addresses below the API that mean nothing. */
export function unknownAddress(): Response {
  return problem(404, "Cette adresse ne correspond à rien. Ce qui existe est décrit par /api/v1/openapi.json.");
}

const READING = "GET, HEAD, OPTIONS";
const ASKING = "POST, OPTIONS";

/** Answers 405: what is here is only read. */
export function methodRefused(): Response {
  const response = problem(405, "Ces données se lisent seulement\u202f: utilisez GET.");
  response.headers.set("Allow", READING);
  return response;
}

/** Answers 405: what is asked here is too long for an address. */
export function onlyPosted(): Response {
  const response = problem(405, "Posez votre question en JSON\u202f: utilisez POST.");
  response.headers.set("Allow", ASKING);
  return response;
}

/** Answers what a browser asks before a request to another site: reading is free for all. */
export function preflight(): Response {
  return allowed(READING);
}

/** The same where a question is posted. */
export function preflightOfPost(): Response {
  return allowed(ASKING);
}

function allowed(methods: string): Response {
  return new Response(null, {
    status: 204,
    headers: {
      Allow: methods,
      "Access-Control-Allow-Origin": "*",
      "Access-Control-Allow-Methods": methods,
      "Access-Control-Allow-Headers": "If-None-Match, Content-Type",
      "Access-Control-Max-Age": "86400",
    },
  });
}

/** Answers 413: what was posted is longer than any question. What is still on its way is not waited for. */
export function tooLong(): Response {
  const response = problem(413, "Ce que vous envoyez est trop long\u202f: 100\u00a0ko au plus.");
  response.headers.set("Connection", "close");
  return response;
}

class TooLong extends Error {}

/** The JSON that was posted to a `machineRoute`; undefined when it is none. Too long to be a question, it is a 413. */
export async function postedJson(request: Request): Promise<unknown> {
  const text = await readBody(request);
  if (text === null) throw new TooLong();
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** An answer to a question that was posted: any site may ask, nobody keeps it. */
export function answerJson(value: unknown): Response {
  return new Response(JSON.stringify(value), {
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Cache-Control": "no-store",
      "Access-Control-Allow-Origin": "*",
    },
  });
}

/**
 * A route for machines: wrong parameters become a 400 that names them, anything unforeseen a 500
 * with the reference under which it was logged.
 */
export function machineRoute<Context>(answer: (request: Request, context: Context) => Promise<Response>) {
  return async (request: Request, context: Context): Promise<Response> => {
    try {
      return await answer(request, context);
    } catch (error) {
      if (error instanceof z.ZodError) return wrongParameters(error);
      if (error instanceof TooLong) return tooLong();
      const reference = randomUUID();
      // Not the error itself: what the database's client attaches to it holds rows.
      const stack = String(error instanceof Error ? error.stack : error).slice(0, 2_000);
      log.error({ reference, path: new URL(request.url).pathname, stack });
      return problem(500, `Une erreur s’est produite. Elle est notée sous la référence ${reference}.`);
    }
  };
}

function wrongParameters(error: z.ZodError): Response {
  const errors = error.issues.map((issue) => ({ parameter: String(issue.path[0] ?? ""), detail: issue.message }));
  const names = [...new Set(errors.map(({ parameter }) => parameter).filter(Boolean))];
  const [first] = errors;
  if (names.length === 0 && first) return problem(400, first.detail);
  return problem(400, `À corriger\u202f: ${names.map((name) => `«\u202f${name}\u202f»`).join(", ")}.`, errors);
}
