import { COMMUNICATION } from "./meetings/communication.ts";
import { DEVELOPPEMENT } from "./meetings/developpement.ts";
import { EDUCATION } from "./meetings/education.ts";
import { GESTION } from "./meetings/gestion.ts";
import { INFRASTRUCTURES } from "./meetings/infrastructures.ts";
import type { Meetings } from "./meetings/shape.ts";

/** By commission, with the code of its decisions. Developpement and education are late on purpose. */
export const MEETINGS: { commission: string; code: string; meetings: Meetings }[] = [
  { commission: "infrastructures-reseaux", code: "INF", meetings: INFRASTRUCTURES },
  { commission: "gestion", code: "GES", meetings: GESTION },
  { commission: "developpement", code: "DEV", meetings: DEVELOPPEMENT },
  { commission: "communication-internet", code: "COM", meetings: COMMUNICATION },
  { commission: "education", code: "EDU", meetings: EDUCATION },
];
