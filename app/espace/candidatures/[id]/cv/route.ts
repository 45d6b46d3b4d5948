import { notFound } from "next/navigation";
import { existsApplication } from "#lib/internships/applications/queries";
import { attachedPdf } from "#lib/pdf/answer";
import { requestTime } from "#lib/platform/clock";
import { noteRefusal, requireActor } from "#lib/platform/session";
import { findApplicationCv } from "#lib/students/cv/queries";

/** The CV of an application, for its student, its company, and the school it is shared with. */
export async function GET(_request: Request, { params }: RouteContext<"/espace/candidatures/[id]/cv">) {
  const { id } = await params;
  const cv = await findApplicationCv(await requireActor(), id, requestTime());
  if (cv) return attachedPdf(cv.fileName, cv.content);
  if (await existsApplication(id)) await noteRefusal("forbidden");
  notFound();
}
