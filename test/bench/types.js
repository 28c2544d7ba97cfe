// What the emitted types cost their users: a compiler on ten lines that import the flagship package as it is installed,
// beside the same lines on others' types, and what an editor has to be waited for.
// Writes test/bench/types.json and RESULTS.md; with --quick a short run that only prints.
// Run: npm run bench:types [-- --quick]
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { conditions } from "./conditions.js";
import { median } from "./figures.js";
import { root } from "./measured.js";
import { partOf, writeResults } from "./results.js";
import { compilers, typeChecked } from "./type-check.js";

const here = fileURLToPath(new URL("types/", import.meta.url));
const graph = join(root, "..", "shared", "metadata", "graph-v1.0-2026-08-03.csdl");
if (!existsSync(join(here, "node_modules"))) {
  const { status } = spawnSync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], { cwd: here });
  if (status !== 0) process.exit(70);
}
const { installed, withWhole } = await import("./types/install.js");
const { editedOf, programsOf } = await import("./types/programs.js");

const quick = process.argv.includes("--quick");
const rounds = quick ? 1 : 7;
const folder = realpathSync(mkdtempSync(join(tmpdir(), "bench-types-")));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));

const { project, name } = installed(folder);
if (!existsSync(graph)) console.log("all of Graph is left out: there is no document of it in ../shared/metadata");
const whole = quick || !existsSync(graph) ? undefined : withWhole(project, folder, graph);

const checks = checksOf(programsOf(name));
const editors = editorsOf(editedOf(name, whole));
const { dependencies } = JSON.parse(readFileSync(join(here, "package.json"), "utf8"));
const results = { ...conditions({ ...dependencies, ...versions() }, quick), rounds, checks, editors };
console.log(await partOf("types", results));
if (!quick) await writeResults("types", results);

/** Each compiler on each program, in turn; the declarations are checked as well, or not. */
function checksOf(programs) {
  const cases = programs.flatMap((program, index) =>
    [false, true].map((skipLibCheck) => ({ program, skipLibCheck, file: configOf(program, index, skipLibCheck) })),
  );
  return compilers.flatMap((compiler) => {
    const runs = cases.map(() => []);
    for (let round = 0; round < rounds; round += 1) {
      cases.forEach(({ file }, at) => runs[at].push(checked(compiler, file)));
    }
    return cases.map(({ program, skipLibCheck }, at) => {
      const figures = ["seconds", "megabytes", "instantiations", "lines"];
      const own = figures.map((figure) => [figure, median(runs[at].map((run) => run[figure]))]);
      return { compiler: compiler.name, program: program.name, skipLibCheck, ...Object.fromEntries(own) };
    });
  });
}

function checked(compiler, file) {
  const taken = typeChecked(compiler, file);
  const { failure, errors } = taken;
  if (failure !== undefined || errors.length > 0) throw new Error(failure ?? errors.join("\n"));
  return taken;
}

function configOf({ text }, index, skipLibCheck) {
  const [program, config] = [`program-${index}.ts`, `tsconfig-${index}-${skipLibCheck}.json`];
  const compilerOptions = {
    strict: true,
    skipLibCheck,
    target: "ES2022",
    lib: ["ES2022"],
    module: "nodenext",
    moduleResolution: "nodenext",
    types: [],
  };
  writeFileSync(join(project, program), text);
  writeFileSync(join(project, config), JSON.stringify({ compilerOptions, files: [program] }));
  return join(project, config);
}

/** Editors have one of the compilers that are libraries; each in a process of its own. */
function editorsOf(programs) {
  return compilers
    .filter(({ folder: compiler }) => compiler !== "typescript-7")
    .flatMap((compiler) => programs.map((program, index) => edited(compiler, program, index)));
}

function edited(compiler, { name: program, text }, index) {
  const file = join(project, `edited-${index}.ts`);
  writeFileSync(file, text.replace(/[|^]/g, ""));
  const runs = Array.from({ length: Math.ceil(rounds / 2) }, () => {
    const args = [join(here, "editor.js"), compiler.folder, file, text];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
    if (status !== 0) throw new Error(stderr);
    return JSON.parse(stdout);
  });
  const figures = Object.keys(runs[0]).map((figure) => [figure, median(runs.map((run) => run[figure]))]);
  return { compiler: compiler.name, program, ...Object.fromEntries(figures) };
}

function versions() {
  return Object.fromEntries(
    compilers.map(({ name: title, folder: compiler }) => {
      const text = readFileSync(join(root, "node_modules", compiler, "package.json"), "utf8");
      return [title, JSON.parse(text).version];
    }),
  );
}
