import { readFileSync } from "node:fs";

/** A need as a buyer writes it, and what answers it. */
export interface LabelledNeed {
  text: string;
  city: string | null;
  /** Skills of the taxonomy, any of which is right; the first gives the commission; none: out of scope. */
  skills: string[];
}

/** A member of the second set, whose skills the portal never sees by their names. */
export interface OtherMember {
  name: string;
  kind: string;
  city: string;
  skills: string[];
  labels: string[];
  description: string;
}

export function readNeeds(name: string): LabelledNeed[] {
  return linesOf(`needs/${name}.txt`).map((line) => {
    const [label = "", text = ""] = line.split(" | ");
    const [skills = "", city] = label.split(" @");
    return { text, city: city?.trim() ?? null, skills: skills.trim() === "-" ? [] : listOf(skills, ",") };
  });
}

export function readOtherMembers(): OtherMember[] {
  return linesOf("other-members.txt").map((line) => {
    const [name = "", kind = "", city = "", skills = "", labels = "", description = ""] = line.split(" | ");
    return { name, kind, city, skills: listOf(skills, ","), labels: listOf(labels, ";"), description };
  });
}

function linesOf(file: string): string[] {
  return readFileSync(new URL(file, import.meta.url), "utf8")
    .split("\n")
    .filter((line) => line && !line.startsWith("#"));
}

function listOf(text: string, separator: string): string[] {
  return text.split(separator).map((item) => item.trim());
}
