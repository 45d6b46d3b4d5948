export const dynamic = "force-dynamic";

export {
  preflight as OPTIONS,
  unknownAddress as DELETE,
  unknownAddress as GET,
  unknownAddress as PATCH,
  unknownAddress as POST,
  unknownAddress as PUT,
} from "#lib/platform/problem";
