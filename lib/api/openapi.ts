import { z } from "zod";
import { matchInput } from "#lib/needs/match/schema";
import { absolute } from "#lib/platform/paths";
import * as schema from "./schema.ts";

/** The lists of the API: where, of what, and what they can be asked. */
const LISTS = [
  {
    path: "/members",
    id: "Member",
    summary: "L’annuaire des adhérents",
    item: schema.memberItem,
    parameters: schema.membersParameters,
  },
  {
    path: "/commissions",
    id: "Commission",
    summary: "Les commissions du club",
    item: schema.commissionItem,
    parameters: schema.commissionsParameters,
  },
  {
    path: "/events",
    id: "Event",
    summary: "L’agenda public",
    item: schema.eventItem,
    parameters: schema.eventsParameters,
  },
  {
    path: "/internships",
    id: "Internship",
    summary: "Les offres de stage ouvertes",
    item: schema.internshipItem,
    parameters: schema.internshipsParameters,
  },
];

const components = z.registry<{ id: string }>();
for (const { id, item } of LISTS) {
  components.add(item, { id: `${id}Item` });
  components.add(schema.listOf(item), { id: `${id}List` });
}
components.add(schema.member, { id: "Member" });
components.add(matchInput, { id: "NeedQuestion" });
components.add(schema.needMatch, { id: "NeedMatch" });
components.add(schema.problemDetails, { id: "Problem" });

/**
 * The description of the public API (OpenAPI 3.1), made from the schemas that read its parameters
 * and type its answers, so that the two cannot differ.
 */
export function describeApi() {
  return {
    openapi: "3.1.0",
    info: {
      title: "TacTic, données publiques",
      version: "1.0.0",
      description:
        "Les adhérents, les commissions, l’agenda et les stages du club informatique de l’Artois. Lecture seule, sans clé, depuis tout site.",
    },
    servers: [{ url: absolute("/api/v1") }],
    paths: {
      ...Object.fromEntries(LISTS.map((list) => [list.path, { get: listOperation(list) }])),
      "/members/{slug}": { get: memberOperation() },
      "/needs/match": { post: matchOperation() },
    },
    components: { schemas: componentSchemas() },
  };
}

function listOperation({ id, summary, parameters }: (typeof LISTS)[number]) {
  return {
    operationId: `list${id}s`,
    summary,
    parameters: Object.entries(parameters.shape).map(([name, type]) => parameter(name, type)),
    responses: {
      200: answer("La page demandée.", "application/json", `${id}List`),
      400: answer("Un paramètre est illisible.", "application/problem+json", "Problem"),
      404: answer("La page est trop lointaine.", "application/problem+json", "Problem"),
    },
  };
}

function memberOperation() {
  return {
    operationId: "getMember",
    summary: "Un adhérent",
    parameters: [{ name: "slug", in: "path", required: true, schema: { type: "string", pattern: "^[a-z0-9-]+$" } }],
    responses: {
      200: answer("L’adhérent.", "application/json", "Member"),
      308: {
        description: "L’adhérent a changé d’adresse courte.",
        headers: { Location: { schema: { type: "string" } } },
      },
      404: answer("Aucun adhérent à cette adresse.", "application/problem+json", "Problem"),
    },
  };
}

function matchOperation() {
  return {
    operationId: "matchNeed",
    summary: "Les adhérents qui répondent à un besoin dit avec ses mots\u202f; rien n’est conservé",
    requestBody: {
      required: true,
      content: { "application/json": { schema: { $ref: reference("NeedQuestion") } } },
    },
    responses: {
      200: answer("Les adhérents indiqués, et pourquoi.", "application/json", "NeedMatch"),
      400: answer("La question est illisible.", "application/problem+json", "Problem"),
      413: answer("La question est trop longue.", "application/problem+json", "Problem"),
    },
  };
}

/** What a parameter accepts, not what it becomes. */
function parameter(name: string, type: z.ZodType) {
  const { $schema, description, ...accepted } = z.toJSONSchema(type, { io: "input" });
  return { name, in: "query", required: false, description, schema: accepted };
}

function answer(description: string, mediaType: string, component: string) {
  return { description, content: { [mediaType]: { schema: { $ref: reference(component) } } } };
}

function componentSchemas() {
  // As input: whoever reads must bear with what later versions add.
  const { schemas } = z.toJSONSchema(components, { io: "input", uri: reference });
  return Object.fromEntries(Object.entries(schemas).map(([id, { $schema, $id, ...rest }]) => [id, rest]));
}

function reference(component: string) {
  return `#/components/schemas/${component}`;
}
