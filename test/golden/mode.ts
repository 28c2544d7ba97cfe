/** Whether this run writes the goldens (`npm run golden:update`) rather than comparing with them. */
export const updating = process.env["MODE"] === "golden-update";
