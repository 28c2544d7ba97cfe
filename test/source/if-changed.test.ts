import type { RequestListener } from "node:http";
import { expect, it } from "vitest";
import { readSource, readSourceIfChanged } from "../../generator/source/read-source.ts";
import { document, failing, fakePace, serve, status } from "./support.ts";

/** Answers 304 to who names the tag, and everybody else with the document. */
function tagged(etag: string): RequestListener {
  return (request, response) => {
    response.setHeader("etag", etag);
    if (request.headers["if-none-match"] === etag) response.writeHead(304).end();
    else response.end("<a/>");
  };
}

it.each(['"abc"', 'W/"abc"', '""', 'W/"0x8D,-!"'])("the tag %s comes back, and asks", async (etag) => {
  const { url } = await serve(tagged(etag));
  const source = await readSource(url);
  expect(source.etag).toBe(etag);
  expect(await readSourceIfChanged(url, { etag })).toBe("not-modified");
  expect(await readSourceIfChanged(url, { etag: '"older"' })).toMatchObject({ file: url, etag });
});

it.each(["abc", '"a b"', '"abc', 'w/"abc"', '"\u00e9"'])("%s is no tag, although a server says so", async (etag) => {
  const { url } = await serve(tagged(etag));
  expect((await readSource(url)).etag).toBeUndefined();
});

it.each(["*", "", "abc", '"a"\r\nx: y', '"a", "b"', '"\u00e9"', '"\u0100"', undefined])(
  "%j is not sent",
  async (etag) => {
    const { url, requests } = await serve(document);
    expect(await readSourceIfChanged(url, { etag })).toMatchObject({ file: url });
    expect(requests[0]?.headers["if-none-match"]).toBeUndefined();
  },
);

it("readSource always asks for the whole document", async () => {
  const { url, requests } = await serve(document);
  await readSource(url, { etag: '"a"' });
  expect(requests[0]?.headers["if-none-match"]).toBeUndefined();
});

it.each(["*", undefined])("304 is an error for who did not ask (%s)", async (etag) => {
  const { url } = await serve(status(304));
  const [kind, message] = await failing(() => readSourceIfChanged(url, { etag }));
  expect(kind).toBe("input");
  expect(message).toContain("the server answered 304, the document has not changed\n  it was asked for the whole");
});

it("asks each time: after a failure, and behind a redirect", async () => {
  const { url, requests } = await serve(status(503), status(302, { location: "/b" }), status(304));
  expect(await readSourceIfChanged(url, { ...fakePace(), etag: '"a"' })).toBe("not-modified");
  expect(requests.map(({ headers }) => headers["if-none-match"])).toEqual(['"a"', '"a"', '"a"']);
});
