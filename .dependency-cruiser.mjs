/**
 * Who may import what. Each rule was seen to find a planted violation (test/boundaries.test.ts
 * plants them again at each run).
 */
const TYPES_EXCEPTED = { dependencyTypesNot: ["type-only"] };
const FRONT_DOORS = "^lib/.+/(schema|rules|queries|commands|actions|labels|communes|law)[.]ts$";
const SHARED = "^lib/(platform|policy|mail|calendar|pdf|privacy|search|feeds|seo|generated)/";

/** @type {import("dependency-cruiser").IConfiguration} */
export default {
  forbidden: [
    { name: "app-is-a-leaf", severity: "error", from: { pathNot: "^app/" }, to: { path: "^app/" } },
    {
      name: "database-stays-inside",
      severity: "error",
      from: { pathNot: "^(bench|lib|prisma|scripts|test)/|\\.test\\.ts$" },
      to: { path: "^lib/platform/db\\.ts$", ...TYPES_EXCEPTED },
    },
    { name: "lib-has-no-ui", severity: "error", from: { path: "^lib/" }, to: { path: "^(app|components)/" } },
    {
      name: "domain-knows-no-request",
      severity: "error",
      from: { path: "^lib/.*/(schema|rules|queries|commands)\\.ts$" },
      to: { path: "^next/(headers|navigation|cache)|node_modules/next/(headers|navigation|cache)" },
    },
    {
      name: "ui-kit-knows-no-domain",
      severity: "error",
      from: { path: "^components/(ui|layout|forms)/" },
      to: { path: "^lib/(?!platform/)|^components/(?!ui|layout|forms)" },
    },
    {
      name: "components-touch-no-data",
      severity: "error",
      from: { path: "^components/" },
      to: { path: "^lib/.*/(queries|commands)\\.ts$", ...TYPES_EXCEPTED },
    },
    {
      name: "other-domain-by-its-front-door",
      severity: "error",
      from: { path: "^lib/([^/]+)/", pathNot: "\\.test\\.ts$" },
      to: { path: "^lib/[^/]+/", pathNot: ["^lib/$1/", SHARED, FRONT_DOORS] },
    },
    {
      name: "rules-and-schema-are-pure",
      severity: "error",
      from: { path: "^lib/.*/(rules|schema)\\.ts$" },
      to: {
        path: "^lib/platform/(db|session|log|storage|throttle)\\.ts$|/(queries|commands)\\.ts$|^lib/generated/prisma/client",
        ...TYPES_EXCEPTED,
      },
    },
    { name: "enhancement-stands-alone", severity: "error", from: { path: "^enhance/" }, to: { path: "." } },
    {
      name: "no-cycle",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    doNotFollow: { path: "node_modules|^lib/generated" },
    exclude: { path: "^(\\.next|node_modules/(?!next/))" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "default"] },
  },
};
