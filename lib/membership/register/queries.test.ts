import { afterAll, beforeAll, expect, test } from "vitest";
import { startCompanyRegister } from "../../../scripts/company-register.ts";
import { findCompany } from "./queries.ts";

let register: Awaited<ReturnType<typeof startCompanyRegister>>;
beforeAll(async () => {
  register = await startCompanyRegister();
  process.env.COMPANY_REGISTER_URL = register.url;
});
afterAll(async () => {
  delete process.env.COMPANY_REGISTER_URL;
  await register.close();
});

test("a company is told as a form is filled: its street, its town as the club writes it", async () => {
  expect(await findCompany("73282932000074")).toEqual({
    state: "found",
    company: {
      siret: "73282932000074",
      legalName: "HOUILLE ET LUMIERE",
      tradeName: null,
      address: "4 rue des Tisserands",
      postalCode: "59500",
      city: "Douai",
      isClosed: false,
    },
  });
});

test("of several establishments it is the one that was asked for, even closed", async () => {
  const finding = await findCompany("73282932000082");
  expect(finding).toMatchObject({
    company: { tradeName: "HOUILLE SERVICES", address: "12 rue de l'Ecluse", city: "Liévin", isClosed: true },
  });
});

test("a SIRET nobody has is unknown; so is a company that asked not to be shown", async () => {
  expect(await findCompany("73282932000090")).toEqual({ state: "unknown" });
  expect(await findCompany("35600000000048")).toEqual({ state: "unknown" });
});

test.each([
  ["down", "55203253400646"],
  ["answering with a page", "55210055400013"],
  ["answering with another shape", "54205118000066"],
])("when it is %s nobody waits, and it is asked once only", async (_, siret) => {
  const before = register.asked.length;
  expect(await findCompany(siret)).toEqual({ state: "silent" });
  expect(register.asked.length - before).toBe(1);
});

test("when it is slow the form is there before it", async () => {
  const begun = Date.now();
  expect(await findCompany("38012986643097")).toEqual({ state: "silent" });
  expect(Date.now() - begun).toBeLessThan(15_000);
});

test("when nothing listens there the form is there too", async () => {
  process.env.COMPANY_REGISTER_URL = "http://127.0.0.1:9";
  expect(await findCompany("73282932000074")).toEqual({ state: "silent" });
  process.env.COMPANY_REGISTER_URL = register.url;
});
