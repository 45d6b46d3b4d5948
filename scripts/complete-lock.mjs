// Platform packages that this registry does not carry are missing from the lock that `npm install`
// writes, and `npm ci` then refuses it. For each optional dependency that resolves nowhere, adds the
// stub that npm itself writes where the registry has it: a version and the platforms it is for.
import { readFileSync, writeFileSync } from "node:fs";

const file = new URL("../package-lock.json", import.meta.url);
const lock = JSON.parse(readFileSync(file, "utf8"));

for (const [path, entry] of Object.entries({ ...lock.packages })) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    if (!isResolved(path, name))
      lock.packages[`node_modules/${name}`] = { version, ...platformOf(name), optional: true };
  }
}
const ordered = Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
lock.packages = Object.fromEntries(ordered);
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);

/** As Node looks: beside the package that asks, then in each folder above. */
function isResolved(from, name) {
  for (let base = from; ; base = base.slice(0, Math.max(base.lastIndexOf("/node_modules/"), 0))) {
    if (lock.packages[`${base ? `${base}/` : ""}node_modules/${name}`]) return true;
    if (base === "") return false;
    if (!base.includes("/node_modules/")) {
      return Boolean(lock.packages[`node_modules/${name}`]);
    }
  }
}

function platformOf(name) {
  const words = name.split(/[/@-]/);
  if (name.includes("wasm32")) return { cpu: ["wasm32"] };
  const os =
    ["linux", "darwin", "win32", "freebsd", "android", "openbsd", "netbsd", "sunos", "aix", "openharmony"].find(
      (word) => words.includes(word),
    ) ?? (words.includes("windows") ? "win32" : undefined);
  const cpu =
    ["x64", "arm64", "ia32", "arm", "riscv64", "ppc64", "s390x", "loong64", "mips64el", "ppc64le"].find((word) =>
      words.includes(word),
    ) ?? (words.includes("armhf") ? "arm" : undefined);
  const libc = words.includes("musl")
    ? "musl"
    : words.includes("gnu") || words.includes("gnueabihf")
      ? "glibc"
      : undefined;
  return { ...(os ? { os: [os] } : {}), ...(cpu ? { cpu: [cpu] } : {}), ...(libc ? { libc: [libc] } : {}) };
}
