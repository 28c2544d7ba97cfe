import { describe, expect, it } from "vitest";
import { contentOf } from "../../generator/csdl/xml/content.ts";
import { readXml } from "../../generator/csdl/xml/read-xml.ts";
import type { XmlElement } from "../../generator/csdl/xml/tree-types.ts";
import { problemsOf, source } from "./support.ts";

/** An element and all in it as text, names resolved. */
function told(element: XmlElement): string {
  const { children, text } = contentOf(element);
  const attributes = element.attributes.map(({ namespace, name, value }) => ` {${namespace}}${name}=${value}`);
  const inside = [...children.map(told), JSON.stringify(text)].join("");
  return `<{${element.namespace}}${element.name}${attributes.join("")} @${element.index}>${inside}</>`;
}

/** Elements that are too large to be parsed at once, side by side and in each other, with something in the gaps. */
const item = (n: number): string =>
  `<x:i n="${n}">t${n}&lt;<?p '"?><!-- <a> --><b/><![CDATA[&]]><y:c xmlns:y="v" y:d="&#65;"/></x:i> g <?p "?>`;
const group = (n: number): string =>
  `<g n="${n}" xmlns="w${n}">before\r\n${Array.from({ length: 300 }, (_, index) => item(index)).join("")}&amp;<![CDATA[<]]></g>`;
const text = `<r xmlns:x="u"><s/>${group(1)}<s>${group(2)}</s>${group(3)}<s/></r>`;

/** What has to come out, put together from the parts. */
function want(): string {
  const place = (part: string, from = 0): number => text.indexOf(part, from);
  const items = (n: number, from: number): string =>
    Array.from({ length: 300 }, (_, index) => {
      const at = place(`<x:i n="${index}"`, from);
      const inner = `<{w${n}}b @${place("<b", at)}>""</><{v}c {v}d=A @${place("<y:c", at)}>""</>`;
      return `<{u}i {}n=${index} @${at}>${inner}${JSON.stringify(`t${index}<&`)}</>`;
    }).join("");
  const whole = (n: number): string => {
    const at = place(`<g n="${n}"`);
    return `<{w${n}}g {}n=${n} @${at}>${items(n, at)}${JSON.stringify(`before\n${" g ".repeat(300)}&<`)}</>`;
  };
  const outer = place("<s><g");
  const empty = [place("<s/>"), text.lastIndexOf("<s/>")].map((at) => `<{}s @${at}>""</>`);
  return `<{}r @0>${empty[0]}${whole(1)}<{}s @${outer}>${whole(2)}""</>${whole(3)}${empty[1]}""</>`;
}

describe("a document that is parsed in pieces", () => {
  it("is the same as one that is parsed at once", () => {
    expect(text.length).toBeGreaterThan(60_000);
    expect(told(readXml(source(text)).root)).toBe(want());
  });

  it("can be asked in any order, and more than once", () => {
    const { root } = readXml(source(text));
    const groups = contentOf(root).children;
    const [, first, , third] = groups;
    const ask = (element: XmlElement | undefined): readonly XmlElement[] =>
      element ? contentOf(element).children : [];
    const numbers = [299, 0, 150, 7, 8, 290];
    const interleaved = numbers.map((number) => {
      const [one, other] = [ask(first)[number], ask(third)[number]];
      return [one && told(one), other && told(other), one && told(one)];
    });
    const place = text.indexOf(group(3)) - text.indexOf(group(1));
    for (const [before, between, after] of interleaved) {
      expect(after).toBe(before);
      expect(between?.replace(/@(\d+)/g, (_, at: string) => `@${Number(at) - place}`)).toBe(
        before?.replaceAll("w1", "w3"),
      );
    }
    expect(told(root)).toBe(want());
  });

  it("is refused for what is wrong in parts that nobody asks for", () => {
    const wrong = text.replace("<s/></r>", "<z:s/></r>");
    const [problem] = problemsOf(() => readXml(source(wrong)));
    expect(problem).toMatch(/^4:\d+ the prefix z is not declared/);
  });
});
