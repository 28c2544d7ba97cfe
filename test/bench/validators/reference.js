// The IR, read out: what all validators have to agree with. Slow, and short enough to be checked by eye.

/** Takes the IR, the name of a position or an object type, and a JSON value; says whether the value fits. */
export function accepts(ir, name, value) {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const { untagged, cases } = ir.positions[name];
  if (Object.hasOwn(value, "@type")) return false;
  if (!Object.hasOwn(value, "@odata.type"))
    return untagged !== undefined && hasMembers(ir, ir.objects[untagged], value);
  const type = cases.map((one) => ir.objects[one]).find(({ tag }) => tag === value["@odata.type"]);
  return type !== undefined && hasMembers(ir, type, value);
}

function hasMembers(ir, { members }, value) {
  return members.every((member) =>
    Object.hasOwn(value, member.name) ? fits(ir, member.value, value[member.name]) : !member.required,
  );
}

function fits(ir, rule, value) {
  switch (rule.kind) {
    case "any":
      return true;
    case "boolean":
    case "string":
      return typeof value === rule.kind;
    case "integer":
      return Number.isInteger(value) && value >= rule.minimum && value <= rule.maximum;
    case "enum":
      return rule.members.includes(value);
    case "text":
      return typeof value === "string" && new RegExp(rule.pattern).test(value);
    case "ref":
      return accepts(ir, rule.name, value);
    case "list":
      return Array.isArray(value) && value.every((item) => fits(ir, rule.items, item));
    case "one-or-list":
      return Array.isArray(value) ? value.every((item) => fits(ir, rule.items, item)) : fits(ir, rule.items, value);
    case "nullable":
      return value === null || fits(ir, rule.value, value);
    default:
      throw new Error(`no rule ${rule.kind}`);
  }
}
