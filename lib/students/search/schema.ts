import { z } from "zod";

export const invitationInput = z.object({ internshipId: z.uuid(), studentId: z.uuid() });
export type InvitationInput = z.infer<typeof invitationInput>;
