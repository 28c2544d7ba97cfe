/*
 * Which machines a download may connect to: real servers and certificates, names of the test's own. This machine is
 * there twice, by an address that counts as public and by one that does not.
 */
import { readFileSync } from "node:fs";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import { packagePath } from "../../generator/package-root.ts";
import type { HostAddress, Network } from "../../generator/source/addresses.ts";
import { readSource } from "../../generator/source/read-source.ts";
import { failure, serve, text } from "./support.ts";

const pem = (name: string): string => readFileSync(packagePath("test", "source", "tls", name), "utf8");
const certificate = pem("certificate.pem");
const key = pem("key.pem");

/** A server with the tests' certificate; answers with where `redirects` sends a path, and else with a document. */
async function serveTls(redirects: Readonly<Record<string, string>>): Promise<{ port: number; paths: string[] }> {
  const paths: string[] = [];
  const server = createServer({ key, cert: certificate }, (request, response) => {
    paths.push(request.url ?? "");
    const location = redirects[request.url ?? ""]?.replace("PORT", String((server.address() as AddressInfo).port));
    if (location === undefined) response.end("<a/>");
    else response.writeHead(302, { location, connection: "close" }).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { port: (server.address() as AddressInfo).port, paths };
}

const address = { public: "::ffff:127.0.0.1", private: "127.0.0.1" } as const;

/** Where names lead, look-up by look-up; the last answer stays. */
function network(names: Readonly<Record<string, readonly (keyof typeof address)[]>>): Network & { asked: string[] } {
  const asked: string[] = [];
  const resolve = (host: string): Promise<readonly HostAddress[]> => {
    const answers = names[host] ?? [];
    const kind = answers[asked.filter((name) => name === host).length] ?? answers.at(-1);
    asked.push(host);
    return Promise.resolve(kind === undefined ? [] : [{ address: address[kind], family: kind === "public" ? 6 : 4 }]);
  };
  return { asked, resolve, isPublic: (found) => found === address.public, ca: certificate };
}

describe("https", () => {
  it.each(["public", "private"] as const)("is read from any host that was asked for: %s", async (kind) => {
    const { port } = await serveTls({});
    const net = network({ "first.test": [kind] });
    const source = await readSource(`https://first.test:${port}/x`, { network: net });
    expect([text(source.bytes), net.asked]).toEqual(["<a/>", ["first.test"]]);
  });

  it("wants a certificate that is trusted", async () => {
    const { port, paths } = await serveTls({});
    const net = { ...network({ "first.test": ["public"] }), ca: undefined };
    const [, message] = await failure(`https://first.test:${port}/x`, { network: net });
    expect(message).toContain("cannot be reached: self-signed certificate");
    expect(paths).toEqual([]);
  });

  it("wants a certificate of that host", async () => {
    const { port, paths } = await serveTls({});
    const [, message] = await failure(`https://third.test:${port}/x`, {
      network: network({ "third.test": ["public"] }),
    });
    expect(message).toContain("third.test. is not in the cert's altnames");
    expect(paths).toEqual([]);
  });
});

describe("a redirect", () => {
  it.each([
    [["public"], ["public"]],
    [["private"], ["private"]],
    [["private"], ["public"]],
  ] as const)("from a %s host to a %s one is followed", async (first, second) => {
    const { port, paths } = await serveTls({ "/x": "https://second.test:PORT/y" });
    const net = network({ "first.test": first, "second.test": second });
    const source = await readSource(`https://first.test:${port}/x`, { network: net });
    expect([text(source.bytes), paths]).toEqual(["<a/>", ["/x", "/y"]]);
  });

  it.each([
    ["a name that leads into a private network", "https://second.test:PORT/y", "second.test"],
    ["an address", "https://127.0.0.1:PORT/y", "127.0.0.1"],
    ["localhost", "https://localhost:PORT/y", "localhost"],
    // Public when it was asked for, private a moment later.
    ["a name that changes its mind", "https://first.test:PORT/y", "first.test"],
  ])("from the Internet to %s is not", async (_name, target, host) => {
    const { port, paths } = await serveTls({ "/x": target });
    const net = network({ "first.test": ["public", "private"], "second.test": ["private"] });
    const [kind, message] = await failure(`https://first.test:${port}/x`, { network: net });
    expect([kind, paths]).toEqual(["input", ["/x"]]);
    expect(message).toContain(`it redirects from the Internet into a private network: ${host} has a private address`);
  });
});

it("what names localhost never leaves this machine", async () => {
  const { url } = await serve((_request, response) => void response.end("<a/>"));
  const net = network({});
  const source = await readSource(url.replace("127.0.0.1", "some.localhost"), { network: net });
  expect([text(source.bytes), net.asked]).toEqual(["<a/>", []]);
});
