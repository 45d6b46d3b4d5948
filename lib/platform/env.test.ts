import { describe, expect, test } from "vitest";
import { parseEnv } from "./env.ts";

const DATABASE_URL = "postgresql://app:secret@db.example/club";

describe("the environment", () => {
  test("needs nothing with the embedded database", () => {
    expect(parseEnv({})).toMatchObject({ PORT: 3000, DATA_DIR: ".data", APP_URL: "http://localhost:3000" });
    expect(parseEnv({ PORT: "8080", DATABASE_URL: "" }).APP_URL).toBe("http://localhost:8080");
  });

  test.each([
    [{ PORT: "abc" }, "PORT"],
    [{ PORT: "70000" }, "PORT"],
    [{ DATABASE_URL: "mysql://x" }, "DATABASE_URL"],
    [{ DATABASE_URL }, "AUTH_SECRET"],
    [{ DATABASE_URL, AUTH_SECRET: "short" }, "AUTH_SECRET"],
    [{ DATABASE_ADMIN_URL: DATABASE_URL }, "DATABASE_URL"],
    [{ APP_URL: "club.example/portail" }, "APP_URL"],
    [{ DEMO: "non" }, "DEMO"],
    [{ COMPANY_REGISTER_URL: "recherche-entreprises" }, "COMPANY_REGISTER_URL"],
    [{ S3_ENDPOINT: "https://s3.example", S3_BUCKET: "club" }, "S3_REGION, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY"],
    [{ OIDC_ISSUER: "https://id.example" }, "OIDC_CLIENT_ID"],
  ])("%j stops the start with one line that names %s and holds no value", (source, name) => {
    expect(() => parseEnv(source)).toThrow(name);
    try {
      parseEnv(source);
    } catch (error) {
      expect(String(error)).not.toMatch(/\n/);
      expect(String(error)).not.toContain("secret@");
    }
  });

  test("an origin loses its last slash", () => {
    expect(parseEnv({ APP_URL: "https://club.example/" }).APP_URL).toBe("https://club.example");
  });
});
