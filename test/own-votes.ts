import { castBallots } from "#lib/assemblies/ballots/commands";
import { addResolution, openVote } from "#lib/assemblies/resolutions/commands";
import { resolutionInput } from "#lib/assemblies/resolutions/schema";
import { checkIn, openSession } from "#lib/assemblies/session/commands";
import { db } from "#lib/platform/db";
import { addHouses, CONVENED, convene, HELD, type House, listResolutions, voterOf } from "./own-assemblies.ts";

/** An assembly under way, its first vote open, everybody of the test there. */
export async function voting(count: number, { isSecret = false, votes = 1 } = {}) {
  const houses = await addHouses(count);
  const assembly = await convene("ordinary");
  for (let index = 0; index < votes; index += 1) {
    const { assemblyId } = assembly;
    const resolution = { assemblyId, kind: "decision", title: `R${index}`, majority: "simple", isSecret };
    await addResolution(assembly.president, resolutionInput.parse(resolution), CONVENED);
  }
  await db().assembly.update({ where: { meetingId: assembly.assemblyId }, data: { quorumPercent: 0 } });
  await openSession(assembly.president, assembly.assemblyId, HELD);
  const ids = (await Promise.all(houses.map((house) => voterOf(assembly.assemblyId, house)))).map(({ id }) => id);
  for (const { actor } of houses) await checkIn(actor, assembly.assemblyId, HELD);
  const resolutions = await listResolutions(assembly.assemblyId);
  const open = (index: number) => openVote(assembly.president, resolutions[index]?.id ?? "", HELD);
  await open(0);
  /** By the person of `from`, for each of these voters. */
  const cast = (from: House, voterIds: string[], choice: number, index = 0) =>
    castBallots(
      from.actor,
      {
        resolutionId: resolutions[index]?.id ?? "",
        ballots: voterIds.map((voterId) => ({ voterId, choiceIds: [resolutions[index]?.choices[choice]?.id ?? ""] })),
      },
      HELD,
    );
  const resolutionId = resolutions[0]?.id ?? "";
  return {
    ...assembly,
    houses: houses as [House, House, House],
    ids: ids as [string, string, string],
    resolutions,
    resolutionId,
    cast,
    open,
  };
}
