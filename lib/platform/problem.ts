import "server-only";
import { randomUUID } from "node:crypto";
import { z } from "zod";
import { log } from "./log.ts";

/** Titles of the statuses that machines are answered; what happened is told by `detail`. */
const TITLES = {
  400: "Requête incorrecte",
  404: "Introuvable",
  405: "Méthode non admise",
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

/** Answers 405: everything here is only read. */
export function methodRefused(): Response {
  const response = problem(405, "Ces données se lisent seulement\u202f: utilisez GET.");
  response.headers.set("Allow", "GET, HEAD, OPTIONS");
  return response;
}

/** Answers what a browser asks before a request to another site: reading is free for all. */
export function preflight(): Response {
  return new Response(null, {
    status: 204,
    headers: {
      Allow: "GET, HEAD, OPTIONS",
      "Access-Control-Allow-Origin": "*",
      "Access-Control-Allow-Methods": "GET, HEAD, OPTIONS",
      "Access-Control-Allow-Headers": "If-None-Match, Content-Type",
      "Access-Control-Max-Age": "86400",
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
  const names = [...new Set(errors.map(({ parameter }) => `«\u202f${parameter}\u202f»`))];
  return problem(400, `À corriger dans l’adresse\u202f: ${names.join(", ")}.`, errors);
}
