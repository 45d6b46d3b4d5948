import { campaigns } from "./register/campaigns.ts";
import { clubLife } from "./register/club-life.ts";
import { consortia } from "./register/consortia.ts";
import { expectations } from "./register/expectations.ts";
import { meetings } from "./register/meetings.ts";
import { membership } from "./register/membership.ts";
import { people } from "./register/people.ts";
import { signIn } from "./register/sign-in.ts";
import { tenders } from "./register/tenders.ts";
import type { PersonalData } from "./register/words.ts";

/**
 * Everything the portal holds on people, in the order in which it is erased: the one place where a domain
 * that adds a table about people adds its line. A test reads the database's own catalogue, and fails for
 * a foreign key to `person`, or a column that holds an e-mail address, that no line answers for.
 */
export const REGISTER: PersonalData[] = [
  ...people,
  ...signIn,
  ...membership,
  ...meetings,
  ...expectations,
  ...tenders,
  ...consortia,
  ...campaigns,
  ...clubLife,
];

/** Columns that look personal and are not, each with its reason. */
export const NOT_PERSONAL: Record<string, string> = {
  "club.contactEmail": "the association's own address",
  "venue.keeperEmail": "the address that lends the rooms, which its house gave",
  "structure.email": "the structure's own address, which its people edit and hide",
};
